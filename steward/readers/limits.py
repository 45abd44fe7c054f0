"""How much memory, time and space reading one file may take."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of the child process. The defaults grow with the file, so that a large honest file passes.

    Sizes: measured, a text file needs about its own size twice over, a workbook about twelve times what it holds zipped.
    """

    base_memory_bytes: int = 1024 * MEGABYTE
    memory_per_byte: float = 4.0            # of a text file, or of a workbook once unpacked
    base_seconds: float = 120.0
    seconds_per_megabyte: float = 2.0
    unpacked_bytes: int = 2048 * MEGABYTE   # of a workbook, all its parts together
    unpacked_ratio: int = 400               # unpacked to packed, for workbooks above `ratio_free_bytes`
    ratio_free_bytes: int = 64 * MEGABYTE
    stop_seconds: float = 5.0               # how long a child that was asked to end may take

    def memory_bytes(self, size_bytes: int) -> int:
        """Return how much memory reading a file of that size may take."""
        return self.base_memory_bytes + int(self.memory_per_byte * size_bytes)

    def seconds(self, size_bytes: int) -> float:
        """Return how long reading a file of that size may take."""
        return self.base_seconds + self.seconds_per_megabyte * size_bytes / MEGABYTE


DEFAULT = Limits()
