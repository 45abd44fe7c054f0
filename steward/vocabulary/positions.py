"""Row and line numbers, held compactly: a finding may name ten million of them."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import eq
from typing import overload


class Positions(Sequence[int]):
    """An unchanging sequence of whole numbers: eight bytes each, or none where they are a range."""

    __slots__ = ("_numbers",)

    def __init__(self, numbers: Iterable[int] | bytes = ()) -> None:
        """Take any whole numbers, or the bytes of 64-bit ones (`ndarray.astype("int64").tobytes()`); a range stays one."""
        self._numbers: array[int] | range
        if isinstance(numbers, range):
            self._numbers = numbers
        else:
            self._numbers = array("q", numbers)

    @property
    def held(self) -> "array[int] | range":
        """Return what holds the numbers: a range, or 64-bit numbers in a buffer that nobody may change."""
        return self._numbers

    def to_bytes(self) -> bytes:
        """Return the bytes of the numbers, 64 bits each, for `numpy.frombuffer`."""
        return array("q", self._numbers).tobytes()

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> "Positions": ...
    def __getitem__(self, index: int | slice) -> "int | Positions":
        if isinstance(index, slice):
            return Positions(self._numbers[index])
        return self._numbers[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Positions):
            mine, others = self._numbers, other._numbers
            return mine == others if type(mine) is type(others) else len(mine) == len(others) and all(map(eq, mine, others))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((len(self), *self._numbers[:1], *self._numbers[-1:]))   # the same for a range and what it stands for

    def __repr__(self) -> str:
        return f"Positions({len(self)} numbers)"


NOWHERE = Positions()
