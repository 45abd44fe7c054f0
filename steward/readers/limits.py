"""How much memory, time and space reading one file may take."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of the child process. The defaults grow with the file, so that a large honest file passes.

    Memory: 1 GB and four bytes for each byte of the file, looked at 20 times a second; where the system can, it refuses the
    child addresses beyond that and 8 GB more. Time: half a minute, ten seconds for each of the first nine MB, and two seconds
    for each MB; a small file that a drive does not deliver keeps nobody waiting. Four times as long where other programs keep
    the computer busy. Ten minutes more, and ten seconds for each MB, where the file must be fetched from the cloud. Unpacked:
    a workbook may unpack to 64 MB, a larger one to 400 times its size, none to more than 2 GB; its parts are unpacked once to
    be counted, so that what it says of itself does not matter. Measured: a text file needs about its own size twice over, a
    workbook about twelve times what it holds zipped.
    """

    base_memory_bytes: int = 1024 * MEGABYTE
    memory_per_byte: float = 4.0            # of a text file, or of a workbook once unpacked
    base_seconds: float = 30.0
    early_seconds_per_megabyte: float = 10.0    # of the first ones: a small workbook may unpack to 64 MB
    early_megabytes: float = 9.0
    seconds_per_megabyte: float = 2.0
    unpacked_bytes: int = 2048 * MEGABYTE   # of a workbook, all its parts together
    unpacked_ratio: int = 400               # unpacked to packed, for workbooks above `ratio_free_bytes`
    ratio_free_bytes: int = 64 * MEGABYTE
    address_bytes: int = 8192 * MEGABYTE    # beyond the memory: addresses that libraries reserve and never use
    away_seconds: float = 600.0             # more, for a file that must be fetched from the cloud
    away_seconds_per_megabyte: float = 10.0
    idle_share: float = 0.1                 # of the time: who computes less than that waits for a drive
    starved_share: float = 0.5              # of the time: who computes less while no processor is free is held up
    free_share: float = 0.2                 # of the time of one processor: with less the computer is busy
    patience: float = 4.0                   # so many times as long may a child take that others keep from computing
    stop_seconds: float = 5.0               # how long a child that was asked to end may take

    def memory_bytes(self, size_bytes: int) -> int:
        """Return how much memory reading a file of that size may take."""
        return self.base_memory_bytes + int(self.memory_per_byte * size_bytes)

    def hard_memory_bytes(self, size_bytes: int) -> int:
        """Return how many bytes of addresses the system may give to the child."""
        return self.memory_bytes(size_bytes) + self.address_bytes

    def seconds(self, size_bytes: int, *, is_away: bool = False) -> float:
        """Return how long reading a file of that size may take; longer where it must be fetched first."""
        fetching = self.away_seconds + self.away_seconds_per_megabyte * size_bytes / MEGABYTE if is_away else 0.0
        early = self.early_seconds_per_megabyte * min(self.early_megabytes, size_bytes / MEGABYTE)
        return fetching + self.base_seconds + early + self.seconds_per_megabyte * size_bytes / MEGABYTE


DEFAULT = Limits()
