"""The bag around a Data Manifest: written as a stream, verified to the last byte.

Context: a candidate may be larger than memory, and a manifest is read years later by people without Steward. Decision: BagIt
(RFC 8493), which anyone can check with `sha256sum`; files pass through a hashing stream, and the SHA-256 of the tagmanifest
names the whole. Opening files is the caller's: the core gets streams. Refused: zip (one damaged byte may cost all, and no
streaming check), and hashing after writing (twice the reading, and another program may come between).
"""

import hashlib
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from steward.manifest.bag_paths import (
    BAG_INFO,
    BAGIT,
    BAGIT_TEXT,
    PAYLOAD,
    PAYLOAD_LIST,
    TAG_LIST,
    first_missing,
    info_text,
    is_plain,
    list_text,
    read_list,
    shown,
)
from steward.vocabulary.errors import Refused, VerificationFailed, words
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Progress, Silence

OpenFile = Callable[[str], BinaryIO]
CHUNK_BYTES = 1 << 20
LARGEST_LIST_BYTES = 16 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """One file of the bag as it was written."""

    path: str
    size_bytes: int
    sha256: str


class BagWriter:
    """Writes one bag, file after file, each once. `open_file` makes a new file for a path with forward slashes."""

    def __init__(self, open_file: OpenFile) -> None:
        """Begin an empty bag."""
        self._open_file = open_file
        self._payload: dict[str, WrittenFile] = {}
        self._folded: set[str] = set()

    def write(self, path: str, write: Callable[[BinaryIO], None]) -> WrittenFile:
        """Return the file under `data/` that `write` filled. Raises: Refused for a path that leads elsewhere or is taken."""
        folded = unicodedata.normalize("NFC", path).casefold()
        if not is_plain(path) or folded in self._folded:
            what = say("A file of the manifest has a name that cannot be used.")
            raise Refused(words(what, say("File {name}.", name=shown(path))))
        self._folded.add(folded)
        self._payload[path] = self._written(path, write)
        return self._payload[path]

    def write_bytes(self, path: str, content: bytes) -> WrittenFile:
        """Return the file under `data/` with this content."""
        return self.write(path, lambda stream: _write_all(stream, content))

    def seal(self, info: Mapping[str, str]) -> str:
        """Return the SHA-256 of the tagmanifest, once the lists and what is said of the bag are written."""
        octets = sum(file.size_bytes for file in self._payload.values())
        described = {**info, "Payload-Oxum": f"{octets}.{len(self._payload)}"}
        tags = {BAGIT: BAGIT_TEXT, BAG_INFO: info_text(described),
                PAYLOAD_LIST: list_text({path: file.sha256 for path, file in self._payload.items()})}
        hashes = {path: self._tag(path, content).sha256 for path, content in tags.items()}
        return self._tag(TAG_LIST, list_text(hashes)).sha256

    def _tag(self, path: str, content: bytes) -> WrittenFile:
        return self._written(path, lambda stream: _write_all(stream, content))

    def _written(self, path: str, write: Callable[[BinaryIO], None]) -> WrittenFile:
        with self._open_file(path) as below:
            hashing = _HashingStream(below)
            write(cast("BinaryIO", hashing))  # it writes as every binary stream does; typing knows no smaller word for it
        return WrittenFile(path=path, size_bytes=hashing.size_bytes, sha256=hashing.sha256)


class _HashingStream(io.BufferedIOBase):
    """Passes bytes on and hashes them on the way."""

    def __init__(self, below: BinaryIO) -> None:
        super().__init__()
        self._below = below
        self._hash = hashlib.sha256()
        self.size_bytes = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def writable(self) -> bool:
        return True

    def write(self, content: object, /) -> int:
        view = memoryview(cast("bytes", content)).cast("B")
        _write_all(self._below, view)
        self._hash.update(view)
        self.size_bytes += len(view)
        return len(view)

    def flush(self) -> None:
        if not self._below.closed:
            self._below.flush()


def verify(list_files: Callable[[], Iterable[str]], open_file: OpenFile, expected: str = "",
           progress: Progress | None = None) -> str:
    """Return the SHA-256 of the tagmanifest, once every byte is as it was sealed.

    `list_files` gives every file of the bag by its path with forward slashes; `expected` is the SHA-256 noted elsewhere.
    Raises: VerificationFailed, which names the first difference.
    """
    names = sorted(list_files())
    missing = first_missing((BAGIT, BAG_INFO, PAYLOAD_LIST, TAG_LIST), names)
    if missing is not None:
        raise _missing(missing)
    tag_list = _content(open_file, TAG_LIST)
    sealed = hashlib.sha256(tag_list).hexdigest()
    if expected and sealed != expected:
        raise _changed_list(TAG_LIST)
    info = _verify_tags(_entries(tag_list, TAG_LIST), open_file)
    payload = _entries(_content(open_file, PAYLOAD_LIST), PAYLOAD_LIST)
    _verify_names(names, payload)
    _verify_payload(payload, open_file, info, progress or Silence())
    return sealed


def _verify_tags(tags: Mapping[str, str], open_file: OpenFile) -> bytes:
    """Return the content of bag-info.txt once the tag files are those that the tagmanifest lists, and no others."""
    if set(tags) != {BAGIT, BAG_INFO, PAYLOAD_LIST}:
        raise _changed_list(TAG_LIST)
    contents = {name: _content(open_file, name) for name in sorted(tags)}
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != tags[name]:
            raise _changed_list(name) if name == PAYLOAD_LIST else _changed(name)
    if contents[BAGIT] != BAGIT_TEXT:
        raise _changed(BAGIT)
    return contents[BAG_INFO]


def _verify_names(names: Iterable[str], payload: Mapping[str, str]) -> None:
    missing = first_missing(payload, names)
    if missing is not None:
        raise _missing(missing)
    extra = first_missing(names, [*payload, BAGIT, BAG_INFO, PAYLOAD_LIST, TAG_LIST])
    if extra is not None:
        raise _different(say("A file lies there that was not sealed."), extra)
    outside = next((name for name in sorted(payload) if not name.startswith(PAYLOAD)), None)
    if outside is not None:
        raise _changed_list(PAYLOAD_LIST)


def _verify_payload(payload: Mapping[str, str], open_file: OpenFile, info: bytes, progress: Progress) -> None:
    told = next((line for line in info.splitlines() if line.startswith(b"Payload-Oxum: ")), b"")
    promised = told.removeprefix(b"Payload-Oxum: ").split(b".")[0]
    total, seen = int(promised) if promised.isdigit() and len(promised) < len(str(1 << 63)) else 0, 0
    for name in sorted(payload):
        digest = hashlib.sha256()
        with open_file(name) as stream:
            while chunk := stream.read(CHUNK_BYTES):
                digest.update(chunk)
                seen += len(chunk)
                progress.report(min(seen / (total or seen), 1.0), say("Checking what was sealed"))
        if digest.hexdigest() != payload[name]:
            raise _changed(name)
    if told != f"Payload-Oxum: {seen}.{len(payload)}".encode():
        raise _changed(BAG_INFO)


def _entries(content: bytes, name: str) -> dict[str, str]:
    entries = read_list(content)
    if entries is None:
        raise _changed_list(name)
    return entries


def _content(open_file: OpenFile, name: str) -> bytes:
    with open_file(name) as stream:
        content = stream.read(LARGEST_LIST_BYTES + 1)
    if len(content) > LARGEST_LIST_BYTES:
        raise _changed_list(name)
    return content


def _write_all(stream: BinaryIO, content: bytes | memoryview) -> None:
    """Write everything, also to a stream that takes only a part at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) or 0:]


def _missing(name: str) -> VerificationFailed:
    return _different(say("A file that was sealed is missing."), name)


def _changed(name: str) -> VerificationFailed:
    return _different(say("A file is not as it was sealed."), name)


def _changed_list(name: str) -> VerificationFailed:
    return _different(say("The list of what was sealed has been changed."), name)


def _different(what: Message, name: str) -> VerificationFailed:
    return VerificationFailed(words(what, say("File {name}.", name=shown(name)),
                                    say("Do not publish it. Ask the bureau to send it again.")))
