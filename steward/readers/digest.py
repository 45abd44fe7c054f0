"""What names an original file: its SHA-256 and size."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_BLOCK_BYTES = 1 << 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What names an original."""

    sha256: str
    size_bytes: int


def fingerprint_of(path: Path, watch: Callable[[int], None] = lambda _: None) -> Fingerprint:
    """Return the fingerprint; `watch` is told how many bytes were read and may raise. Raises: OSError."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb", buffering=0) as stream:
        while block := stream.read(_BLOCK_BYTES):
            digest.update(block)
            size += len(block)
            watch(size)
    return Fingerprint(sha256=digest.hexdigest(), size_bytes=size)


def stamp_of(path: Path) -> tuple[int, int]:
    """Return size and time of change, which differ once somebody has written to the file. Raises: OSError."""
    status = path.stat()
    return (status.st_size, status.st_mtime_ns)
