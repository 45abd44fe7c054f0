"""Row and line numbers, held compactly: a finding may name a million of them."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload


class Positions(Sequence[int]):
    """An unchanging sequence of whole numbers, eight bytes each."""

    __slots__ = ("_numbers",)

    def __init__(self, numbers: Iterable[int] | bytes = ()) -> None:
        """Take any whole numbers, or the bytes of 64-bit ones (`ndarray.astype("int64").tobytes()`)."""
        self._numbers = array("q")
        if isinstance(numbers, bytes):
            self._numbers.frombytes(numbers)
        else:
            self._numbers.extend(numbers)

    def to_bytes(self) -> bytes:
        """Return the bytes of the numbers, 64 bits each, for `numpy.frombuffer`."""
        return self._numbers.tobytes()

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
            return self._numbers == other._numbers
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())

    def __repr__(self) -> str:
        return f"Positions({len(self)} numbers)"


NOWHERE = Positions()
