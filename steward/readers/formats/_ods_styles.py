"""The styles of an OpenDocument spreadsheet: which number format a cell's style has, which rows and columns have no size."""

import re
from collections.abc import Mapping

from steward.readers.formats._number_format import NumberFormat
from steward.readers.formats._ods_formats import DataStyle, codes
from steward.readers.formats._sheet_xml import shown_formats

_DATA_STYLES = frozenset({"number-style", "currency-style", "percentage-style", "date-style", "time-style", "boolean-style",
                          "text-style"})
_PARTS = frozenset({"number", "scientific-number", "fraction", "currency-symbol", "text", "day", "month", "year", "day-of-week",
                    "hours", "minutes", "seconds", "am-pm", "text-content", "boolean", "quarter", "week-of-year", "era"})
_NOTHING = re.compile(r"0+(?:\.0*)?(?:in|cm|mm|pt|px)?")
_MOST_PARENTS = 20          # a parent that is its own child must end somewhere
Given = dict[str, str]


class OdsStyles:
    """What the styles do, by their names; tags and attributes come without their prefix."""

    def __init__(self) -> None:
        self.low_rows: set[str] = set()
        self.narrow_columns: set[str] = set()
        self._data_styles: dict[str, DataStyle] = {}
        self._of_cells: dict[str, tuple[str, str]] = {}     # data style, parent
        self._style, self._family = "", ""
        self._data: DataStyle | None = None
        self._text: list[str] | None = None

    def begin(self, name: str, given: Given) -> None:
        """Take the beginning of a tag."""
        if name in _DATA_STYLES:
            self._data = self._data_styles[given.get("name", "")] = DataStyle(kind=name, given=given)
        elif self._data is not None:
            self._begin_part(self._data, name, given)
        elif name == "style":
            self._style, self._family = given.get("name", ""), given.get("family", "")
            if self._family == "table-cell":
                self._of_cells[self._style] = (given.get("data-style-name", ""), given.get("parent-style-name", ""))
        elif name == "table-row-properties" and _NOTHING.fullmatch(given.get("row-height", "")):
            self.low_rows.add(self._style)
        elif name == "table-column-properties" and _NOTHING.fullmatch(given.get("column-width", "")):
            self.narrow_columns.add(self._style)

    def _begin_part(self, data: DataStyle, name: str, given: Given) -> None:
        if name == "map":
            data.maps.append((given.get("condition", ""), given.get("apply-style-name", "")))
        elif name == "embedded-text":
            self._text = data.embed(given.get("position", ""))
        elif name in _PARTS:
            self._text = []
            data.parts.append((name, given, self._text))

    def end(self, name: str) -> None:
        """Take the end of a tag."""
        self._text = None
        if name in _DATA_STYLES:
            self._data = None

    def read(self, text: str) -> None:
        """Take text."""
        if self._text is not None:
            self._text.append(text)

    def formats(self, names: list[str], signs: Mapping[str, str]) -> dict[int, NumberFormat]:
        """Return the format of each of some cell styles that shows more than the stored number, by its place.

        Shape: `signs` are those of currencies as cells of a style show them; a style itself may leave its sign to the language
        of the program.
        """
        for name, sign in signs.items():
            self._give_sign(self._data_style(name), sign)
        known = codes(self._data_styles)
        places = {name: place for place, name in enumerate(known)}
        general = len(places)
        return shown_formats({**dict(enumerate(known.values())), general: "General"},
                             [places.get(self._data_style(name), general) for name in names])

    def _give_sign(self, name: str, sign: str) -> None:
        """Write the sign of a currency into a data style, and those that take its place, where they do not say one."""
        style = self._data_styles.get(name)
        others = () if style is None else (self._data_styles.get(other) for _, other in style.maps)
        for part, _, text in (part for one in (style, *others) if one for part in one.parts):
            if part == "currency-symbol" and not "".join(text).strip():
                text[:] = [sign]

    def _data_style(self, name: str) -> str:
        for _ in range(_MOST_PARENTS):
            own, parent = self._of_cells.get(name, ("", ""))
            if own or not parent:
                return own
            name = parent
        return ""
