"""The pieces of one column of text, and the files they lie in where they were written as they came."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, SupportsIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """Where a column of one piece lies: two files of a folder, named by its number."""

    folder: Path
    number: int
    keep: Callable[[], object]      # called by whoever hands the files over: from then on they are not taken away

    @property
    def offsets(self) -> Path:
        """Return the file of the offsets, int32, one more than there are values."""
        return self.folder / f"{self.number}.offsets"

    @property
    def text(self) -> Path:
        """Return the file of the text, UTF-8."""
        return self.folder / f"{self.number}.text"


class Pieces(list[Any]):
    """Arrow arrays of text, in order. `lies` holds only as long as no piece is exchanged."""

    lies: Lying | None = None

    def __setitem__(self, place: SupportsIndex | slice, piece: Any) -> None:
        """Exchange a piece, which no longer lies in a file then."""
        self.lies = None
        super().__setitem__(place, piece)
