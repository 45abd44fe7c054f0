"""A workbook as the search for hidden content sees it, whichever format it came in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.vocabulary.hidden import UnseenCells
from steward.vocabulary.message import Message

if TYPE_CHECKING:
    from steward.readers.hidden._package import Package
    from steward.readers.hidden._recognition import Recognition

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Area = tuple[int, int, int, int]      # first row, first column, last row, last column; 1-based
NUMBER, TEXT, BOOLEAN, FAULT, FORMULA = range(5)
LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14
MOST_AREAS = 20_000


def number_text(number: float) -> str:
    """Return the text of a number as the search reads it: with fifteen digits, the most that Excel keeps."""
    return f"{number:.15g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One place that holds something, with the text there: it stays in the reading process."""

    kind: str
    where: Message
    count: int = 1
    texts: Sequence[str] = field(default=(), repr=False)
    columns: Sequence[tuple[str | None, Sequence[str]]] = field(default=(), repr=False)  # label and values of a table there
    sheet: str = ""                           # whose own rows and columns it is a part of
    cells: Sequence[UnseenCells] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How cells look. Colors: 0xRRGGBB; a font without one is None, a cell without fill is None, a pattern is -1."""

    font: int | None = None
    fill: int | None = None
    format: str = ""
    size: float = 10.0      # of the letters, in points


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A conditional format: where it applies and what it does."""

    areas: tuple[Area, ...]
    style: Style
    is_harmless: bool = False         # it is about zeros, blanks or faulty cells


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """Rules for what may be typed: the items of a list, and the messages."""

    items: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a link leads, what is told of it, and what its cell shows."""

    target: str
    tip: str = ""
    shown: str = ""


@dataclass(kw_only=True)
class Cells:
    """The cells of one sheet that hold anything. Shape: all arrays have one entry per cell."""

    rows: Numbers
    columns: Numbers
    styles: Numbers
    types: Numbers                     # NUMBER, TEXT, BOOLEAN, FAULT, or FORMULA for one without a saved result
    texts: "Texts"

    @classmethod
    def none(cls) -> "Cells":
        """Return no cells."""
        empty = np.zeros(0, np.int64)
        return cls(rows=empty, columns=empty, styles=empty, types=empty, texts=Texts([]))

    def within(self, areas: Iterable[Area]) -> Mask:
        """Return which cells lie in one of the areas."""
        mask, order = np.zeros(len(self.rows), np.bool_), self._order
        rows = self.rows[order]
        for top, left, bottom, right in islice(areas, MOST_AREAS):
            some = order[np.searchsorted(rows, top):np.searchsorted(rows, bottom, "right")]
            mask[some[(self.columns[some] >= left) & (self.columns[some] <= right)]] = True
        return mask

    @cached_property
    def _order(self) -> Numbers:
        return np.argsort(self.rows, kind="stable")

    def in_rows(self, ranges: Sequence[tuple[int, int]]) -> Mask:
        """Return which cells lie in one of the ranges of rows."""
        return _among(self.rows, ranges, LAST_ROW)

    def in_columns(self, ranges: Sequence[tuple[int, int]]) -> Mask:
        """Return which cells lie in one of the ranges of columns."""
        return _among(self.columns, ranges, LAST_COLUMN)

    def shown(self, mask: Mask, most: int) -> list[str]:
        """Return the texts of the first so many masked cells."""
        return [self.texts[place] for place in np.flatnonzero(mask)[:most].tolist()]


def _among(numbers: Numbers, ranges: Sequence[tuple[int, int]], last: int) -> Mask:
    wanted = np.zeros(last + 2, np.bool_)
    for begin, end in ranges:
        wanted[max(0, begin):max(0, min(end, last) + 1)] = True
    mask: Mask = wanted[np.minimum(numbers, last + 1)]
    return mask


class Texts:
    """The texts of cells by their place; a format may make them only when they are asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Hold texts that are there."""
        self._texts = texts

    def __getitem__(self, place: int) -> str:
        """Return one text."""
        return self._texts[place]

    def distinct(self) -> Iterable[str]:
        """Give every text at least once."""
        return self._texts


@dataclass(kw_only=True)
class Sheet:
    """What one sheet holds and hides."""

    name: str
    state: str = "visible"             # or "hidden", "very_hidden"
    cells: Cells = field(default_factory=Cells.none)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    narrow_columns: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    low_rows: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    filters: list[Area] = field(default_factory=list)       # with a condition
    styled_tables: list[Area] = field(default_factory=list)  # areas whose colors come from a table's style
    rules: list[Rule] = field(default_factory=list)
    validations: list[Validation] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)        # headers and footers
    scenarios: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)       # that hold text
    colored_texts: list[tuple[int, int, str]] = field(default_factory=list)  # place of a cell, color and text of a part of it
    tiny_texts: list[tuple[int, str]] = field(default_factory=list)          # place of a cell, text of a part too small to read
    covered: list[int] = field(default_factory=list)        # places of cells that a merged cell covers

    @property
    def is_visible(self) -> bool:
        """Return whether a person sees it."""
        return self.state == "visible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the workbook gives to an area or value."""

    name: str
    text: str
    is_hidden: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A note or an entry of a conversation."""

    where: Message
    author: str
    text: str


@dataclass(kw_only=True)
class Book:
    """What is known of a workbook. Which lists are filled depends on its format."""

    recognition: "Recognition"
    package: "Package | None" = None   # the parts of a zipped workbook of Excel
    is_excel: bool = True
    sheets: list[Sheet] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    is_window_hidden: bool = False
    names: list[Name] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    threads: list[Comment] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)         # ("creator", "Jane Roe")
    app_properties: list[tuple[str, str]] = field(default_factory=list)     # ("Manager", "Jane Roe")
    custom_properties: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list, repr=False)
    printers: list[bytes] = field(default_factory=list, repr=False)
    boxes: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    chart_values: list[str] = field(default_factory=list)
    unused_strings: list[str] = field(default_factory=list)
    reading_aids: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)      # what a format tells outright

    @cached_property
    def held_texts(self) -> frozenset[str]:
        """Return the texts of all cells, of hidden sheets too, in lower case and without blanks around them."""
        return _texts_of(self.sheets)

    @cached_property
    def _shown_texts(self) -> frozenset[str]:
        return _texts_of(sheet for sheet in self.sheets if sheet.is_visible)

    @cached_property
    def _joined_texts(self) -> str:
        return "\n".join(self._shown_texts)

    def holds(self, text: str) -> bool:
        """Return whether some cell, of a hidden sheet too, holds just this text."""
        return text.strip().casefold() in self.held_texts

    def shows_within(self, text: str) -> bool:
        """Return whether this text is all or a part of what some cell of a visible sheet holds."""
        return text.strip().casefold() in self._joined_texts

    def shows(self, text: str) -> bool:
        """Return whether some cell of a visible sheet holds just this text."""
        return text.strip().casefold() in self._shown_texts


def _texts_of(sheets: Iterable[Sheet]) -> frozenset[str]:
    return frozenset(text.strip().casefold() for sheet in sheets for text in sheet.cells.texts.distinct())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place where a workbook holds things out of sight, and how it is looked into."""

    kinds: tuple[str, ...]
    look: Callable[[Book], Iterable[Trace]]
