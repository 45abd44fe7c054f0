"""Files mapped into memory, and in which of them a stretch of memory lies.

Context: a second process can map the same file, so that a million cells reach it as a name and two numbers. Decision: whoever
maps a file does it here, and the place of any bytes is found by their address as long as anything of the mapping lives.
"""

import threading
import weakref
from bisect import bisect_right, insort
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Bytes of a file: the first one, and how many."""

    path: Path
    start: int
    size: int


class _Mappings:
    """The mappings that live, by the address of their first byte."""

    def __init__(self) -> None:
        self._lock = threading.RLock()   # a mapping may end, and say so, while another one is looked for
        self._addresses: list[int] = []
        self._files: dict[int, Place] = {}

    def add(self, address: int, file: Place) -> None:
        with self._lock:
            if address not in self._files:
                insort(self._addresses, address)
            self._files[address] = file

    def forget(self, address: int) -> None:
        with self._lock:
            if self._files.pop(address, None) is not None:
                self._addresses.remove(address)

    def place_of(self, address: int, size: int) -> Place | None:
        with self._lock:
            before = bisect_right(self._addresses, address)
            if not before:
                return None
            first = self._addresses[before - 1]
            file = self._files[first]
        start = address - first
        return Place(path=file.path, start=start, size=size) if start + size <= file.size else None


_MAPPINGS = _Mappings()


def mapped(path: Path) -> pa.Buffer:
    """Return the bytes of a file, which the system reads where they are asked for. Raises: OSError."""
    if path.stat().st_size == 0:
        return pa.py_buffer(b"")
    with pa.memory_map(str(path)) as source:
        whole: Any = np.frombuffer(source.read_buffer(), np.uint8)     # its end can be heard of, that of a buffer's slices not
    buffer = pa.py_buffer(whole)
    _MAPPINGS.add(buffer.address, Place(path=path, start=0, size=buffer.size))
    weakref.finalize(whole, _MAPPINGS.forget, buffer.address).atexit = False
    return buffer


def place_of(stretch: pa.Buffer) -> Place | None:
    """Return where these bytes lie in a mapped file that is still there; None where they lie nowhere."""
    place = _MAPPINGS.place_of(stretch.address, stretch.size)
    return place if place is not None and place.path.exists() else None
