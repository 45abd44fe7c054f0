"""The port that every file format fills, and what it hands over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from steward.readers.limits import Limits
from steward.table.account import Account
from steward.table.preview import Preview
from steward.table.sheet import Oddity, Provenance, Quarantined, RowNumbers, SheetListing
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Peek:
    """A first look at a file: enough to tell what kind it is."""

    path: Path
    head: bytes                       # the first 64 KB
    size_bytes: int
    members: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))  # a zip's parts with their unpacked size
    is_broken_zip: bool = False
    streams: frozenset[str] = frozenset()  # the parts of an old Office file (OLE compound file), of those that tell its kind

    @property
    def name(self) -> str:
        """Return the file's name without its folder."""
        return self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A table as a format read it.

    Shape: `columns` holds for each label the pieces of its text, in order; all pieces together have len(rows) values.
    """

    labels: tuple[str | None, ...]
    positions: tuple[int, ...]
    columns: list[list[Any]]          # of pyarrow string arrays; emptied while it is handed over
    rows: RowNumbers
    lines: RowNumbers | None
    quarantine: tuple[Quarantined, ...] = ()
    provenance: Provenance
    listings: tuple[SheetListing, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    account: Account | None = None


class Format(Protocol):
    """One kind of file. Runs in the child process only."""

    name: str
    suffixes: tuple[str, ...]         # for the file dialog: ".csv"; what a file is, is told by its content

    def claim(self, peek: Peek) -> int:
        """Return how sure it is that the file is of this kind: 0 not at all, 1 as a last resort, 2 likely, 3 certain."""
        ...

    def read(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Reading:
        """Return the table. Raises: InputUnreadable, one subclass per cause."""
        ...

    def list_sheets(self, peek: Peek, limits: Limits, progress: Progress) -> tuple[SheetListing, ...]:
        """Return the sheets of the file, in its order. Raises: InputUnreadable, one subclass per cause."""
        ...

    def preview(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Preview:
        """Return the first rows as `read` would take them, without reading a long file to its end.

        Raises: InputUnreadable, one subclass per cause, as far as the beginning shows it.
        """
        ...
