"""A bag in memory, for tests that look at what was written."""

import io


class MemoryBag:
    """Files by path; writes are kept when the file is closed."""

    def __init__(self, files=None):
        self.files = dict(files or {})
        self.largest_write = 0

    def create(self, path):
        assert path not in self.files
        return _Kept(self, path)

    def open(self, path):
        if path not in self.files:
            raise FileNotFoundError(path)
        return io.BytesIO(self.files[path])

    def names(self):
        return list(self.files)

    def store(self, folder):
        for path, content in self.files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return folder


class _Kept(io.BytesIO):
    def __init__(self, bag, path):
        super().__init__()
        self._bag, self._path = bag, path

    def write(self, content):
        self._bag.largest_write = max(self._bag.largest_write, len(content))
        return super().write(content)

    def close(self):
        if not self.closed:
            self._bag.files[self._path] = self.getvalue()
        super().close()
