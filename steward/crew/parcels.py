"""Packs values for another process: large arrays travel as the place in a file where they lie, all else as bytes.

What both sides know already (the sheet, its columns, their profiles) travels as a number.
"""

import io
import pickle
from array import array
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

import pyarrow as pa

from steward.disk.mapping import Place, mapped, place_of
from steward.table.profile import TableProfile
from steward.table.sheet import Sheet
from steward.vocabulary.positions import Positions

SMALL_BYTES = 1 << 14     # arrays up to that travel with the rest
ALIGNMENT = 64            # bytes, as Arrow recommends
MANY_TEXTS = 1_000        # in a set
PROTOCOL = 5              # the first one that leaves arrays where they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A packed value."""

    packed: bytes
    places: tuple[Place, ...]     # of the arrays, in the order in which they are asked for


class Known:
    """What both processes know, in the order in which it was told: a value is the same thing on both sides then."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._files: dict[Path, pa.Buffer] = {}

    def add(self, value: Any) -> None:
        """Keep a value, and the columns of a table with it."""
        for one in (value, *(value.columns if isinstance(value, Sheet | TableProfile) else ())):
            self._numbers.setdefault(id(one), len(self._values))
            self._values.append(one)      # it lives on, so that its id stays its own

    def number_of(self, value: Any) -> int | None:
        """Return the number of a value, None for one that is not known."""
        return self._numbers.get(id(value))

    def value(self, number: int) -> Any:
        """Return the value of a number. Raises: IndexError for one that was not given."""
        return self._values[number]

    def bytes_at(self, place: Place) -> pa.Buffer:
        """Return the bytes that lie at a place. Raises: OSError."""
        if place.path not in self._files:
            self._files[place.path] = mapped(place.path)
        return self._files[place.path].slice(place.start, place.size)


def pack(value: Any, known: Known, file: Path) -> Parcel:
    """Return the value packed; arrays that lie in no file yet are written to this one. Raises: OSError."""
    stream = io.BytesIO()
    with _Aside(file) as aside:
        _Packer(stream, known, aside.put).dump(value)
    return Parcel(packed=stream.getvalue(), places=tuple(aside.places))


def unpack(parcel: Parcel, known: Known) -> Any:
    """Return the value that was packed; its arrays stay in their files. Raises: OSError, pickle.UnpicklingError."""
    buffers: Iterator[pa.Buffer] = (known.bytes_at(place) for place in parcel.places)
    return _Unpacker(io.BytesIO(parcel.packed), known, buffers).load()


def recalled(_number: int) -> Any:
    """Stand in a parcel for a known value; the one who unpacks puts its own in place of this."""
    raise LookupError


def made(kind: type, values: dict[str, Any]) -> Any:
    """Return a value of its fields."""
    return kind(**values)


def positions(held: Any) -> Positions:
    """Return the positions that lie in a buffer."""
    return Positions(bytes(held))


def text_set(texts: str) -> frozenset[str]:
    """Return the set of some lines."""
    return frozenset(texts.split("\n"))


@dataclass(frozen=True, slots=True)
class _Joined:
    """A large set of texts as one text."""

    texts: str


def _has_many_texts(value: Any) -> bool:
    parts = (getattr(value, one.name) for one in fields(value))
    return any(isinstance(part, frozenset) and len(part) >= MANY_TEXTS for part in parts)


def _lean(value: Any) -> Any:
    """Return a large set of texts as one text: packed one by one they keep every thread waiting, 100,000 names for 60 ms."""
    if not isinstance(value, frozenset) or len(value) < MANY_TEXTS:
        return value
    try:
        texts = "\n".join(value)
    except TypeError:       # not all of them are texts
        return value
    return _Joined(texts) if texts.count("\n") == len(value) - 1 else value


class _Packer(pickle.Pickler):
    def __init__(self, stream: BinaryIO, known: Known, aside: Callable[[pickle.PickleBuffer], bool]) -> None:
        super().__init__(stream, PROTOCOL, buffer_callback=aside)
        self._known = known

    def reducer_override(self, value: Any) -> Any:
        """Return how a value is packed: by its number, by its fields (and not what it worked out of them), or as always."""
        number = self._known.number_of(value)
        if number is not None:
            return recalled, (number,)
        if isinstance(value, _Joined):
            return text_set, (value.texts,)
        if isinstance(value, Positions) and isinstance(value.held, array) and len(value) * value.held.itemsize >= SMALL_BYTES:
            return positions, (pickle.PickleBuffer(value.held),)
        if is_dataclass(value) and not isinstance(value, type) and (hasattr(value, "__dict__") or _has_many_texts(value)):
            return made, (type(value), {one.name: _lean(getattr(value, one.name)) for one in fields(value) if one.init})
        return NotImplemented


class _Unpacker(pickle.Unpickler):
    def __init__(self, stream: BinaryIO, known: Known, buffers: Iterator[pa.Buffer]) -> None:
        super().__init__(stream, buffers=buffers)
        self._known = known

    def find_class(self, module: str, name: str) -> Any:
        return self._known.value if (module, name) == (__name__, recalled.__name__) else super().find_class(module, name)


class _Aside:
    """Takes the large arrays of one parcel: notes where they lie, or writes them."""

    def __init__(self, path: Path) -> None:
        self.places: list[Place] = []
        self._path, self._stack, self._end = path, ExitStack(), 0
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def put(self, array: pickle.PickleBuffer) -> bool:
        """Return whether the array must travel with the rest; else it is put aside."""
        stretch = pa.py_buffer(array.raw())
        if stretch.size < SMALL_BYTES:
            return True
        self.places.append(place_of(stretch) or self._written(stretch))
        return False

    def _written(self, stretch: pa.Buffer) -> Place:
        stream = self._stream = self._stream or self._stack.enter_context(self._path.open("wb"))
        stream.write(bytes(-self._end % ALIGNMENT))
        start = self._end + -self._end % ALIGNMENT
        stream.write(memoryview(stretch))
        self._end = start + stretch.size
        return Place(path=self._path, start=start, size=stretch.size)
