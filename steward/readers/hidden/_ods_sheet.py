"""The sheets of an OpenDocument spreadsheet: cells, hidden rows and columns, styles, rules, links and margins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from steward.readers.hidden._areas import areas
from steward.readers.hidden._book import BOOLEAN, NUMBER, TEXT, Area, Cells, Link, Rule, Sheet, Style, Texts, Validation
from steward.readers.hidden._colors import SMALLEST_LETTERS, parsed
from steward.readers.hidden._rules import tidies
from steward.readers.hidden._tags import Element, attributes, elements, first, inner_texts, plain, without

_TAG = re.compile(r"<(/?)(?:[\w.-]+:)?(table|table-column|table-row|table-cell|covered-table-cell|"
                  r"tracked-changes)(?=[\s/>])([^<>]*?)(/?)>")
_SHOWING = re.compile(r"<(?:[\w.-]+:)?(?:number|text-content|day|month|year|hours|minutes|seconds|scientific-number|fraction|"
                      r"era|quarter|boolean)(?=[\s/>])")
_FORMATS = ("number-style", "text-style", "date-style", "time-style", "currency-style", "percentage-style", "boolean-style")
_OTHER_VALUES = ("string-value", "date-value", "time-value", "boolean-value")   # of a cell that shows no text
_VALUE, _LETTERS = "0", "x"
_LENGTH = re.compile(r"([\d.]+)(in|cm|mm|pt|px)")
_POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "px": 0.75}
_TYPES = {"float": NUMBER, "percentage": NUMBER, "currency": NUMBER, "boolean": BOOLEAN}
_MARGINS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_CELL = "([$A-Z0-9]+)"
_ADDRESS = re.compile(rf"\$?(?:'((?:[^']|'')*)'|([^'\s.:]*))\.{_CELL}(?::(?:\$?(?:'(?:[^']|'')*'|[^'\s.:]*)?\.)?{_CELL})?")
_FIELDS = (("page-number", "P"), ("page-count", "N"), ("sheet-name", "A"), ("date", "D"), ("time", "T"), ("file-name", "F"),
           ("title", "A"))
_SMALLEST = 2.0              # points
_MOST_REPEATED = 1_000       # rows or cells alike that are told apart
_LAST = 1 << 20


class OdsStyles:
    """What styles do, by their names."""

    def __init__(self, xml: str) -> None:
        """Read them."""
        self.hidden_tables, self.small = set[str](), set[str]()
        self.masters: dict[str, str] = {}
        self.cell_styles: list[Style] = [Style()]
        self._numbers: dict[str, int] = {}
        self._raw: dict[str, Element] = {}
        self.spans: dict[str, tuple[int | None, float | None]] = {}    # color and size of the letters of a part of a cell
        self._formats = _formats(xml)
        for style in [*elements(xml, "style"), *elements(xml, "default-style")]:
            self._read(style)

    def number(self, name: str) -> int:
        """Return the number of a cell style among `cell_styles`."""
        if name not in self._numbers:
            self._numbers[name] = len(self.cell_styles)
            self.cell_styles.append(self.style(name))
        return self._numbers[name]

    def style(self, name: str, depth: int = 0) -> Style:
        """Return how a cell style looks, with what it takes over from its parent."""
        own = self._raw.get(name)
        if own is None or depth > 20:  # noqa: PLR2004 - a parent that is its own child must end somewhere
            return Style()
        parent = self.style(own.get("parent-style-name"), depth + 1)
        text, cell = first(own.inner, "text-properties"), first(own.inner, "table-cell-properties")
        font = parsed(text.get("color")) if text else None
        behind = cell.get("background-color") if cell else ""
        return Style(font=parent.font if font is None else font,
                     fill=None if behind == "transparent" else parsed(behind) if behind else parent.fill,
                     format=self._formats.get(own.get("data-style-name"), parent.format),
                     size=_points(text.get("font-size")) or parent.size if text else parent.size)

    def rules_of(self, name: str) -> list[tuple[str, str]]:
        """Return the conditions under which a style turns into another one, with that one's name."""
        own = self._raw.get(name)
        return [(one.get("condition"), one.get("apply-style-name")) for one in elements(own.inner, "map")] if own else []

    def _read(self, style: Element) -> None:
        name, family = style.get("name"), style.get("family")
        if family == "table":
            table = first(style.inner, "table-properties")
            self.masters[name] = style.get("master-page-name")
            if table is not None and table.get("display") == "false":
                self.hidden_tables.add(name)
        elif family in {"table-row", "table-column"}:
            shape = first(style.inner, "table-row-properties") or first(style.inner, "table-column-properties")
            if shape is not None and _is_small(shape.get("row-height") or shape.get("column-width")):
                self.small.add(name)
        elif family == "table-cell":
            self._raw[name] = style
            if shown := style.get("display-name"):    # by which LibreOffice's rules call it
                self._raw.setdefault(shown, style)
        elif family == "text" and (text := first(style.inner, "text-properties")):
            self.spans[name] = parsed(text.get("color")), _points(text.get("font-size"))


def _formats(xml: str) -> dict[str, str]:
    """Return the formats by their names as Excel would write them, as far as showing nothing goes."""
    styles = {one.get("name"): (kind, one) for kind in _FORMATS for one in elements(xml, kind)}
    shown = {name: _shown(one) for name, (_, one) in styles.items()}
    return {name: _format(kind, one, shown) for name, (kind, one) in styles.items()}


def _shown(one: Element) -> str:
    """Return the section of a format: the value, fixed letters, or nothing."""
    if _SHOWING.search(without(one.inner, "text")):
        letters = first(one.inner, "text-properties")
        color = parsed(letters.get("color")) if letters else None
        return _VALUE if color is None else f"[#{color:06x}]{_VALUE}"
    return f'"{_LETTERS}"' if "".join(inner_texts(one.inner, "text")).strip() else ""


def _format(kind: str, one: Element, shown: dict[str, str]) -> str:
    """Return the sections for positive and negative numbers, zero and text; empty where all show the value."""
    own = shown[one.get("name")]
    parts = dict.fromkeys("><=", own)
    for other in elements(one.inner, "map"):
        condition = re.fullmatch(r"value\(\)([<>=]{1,2})0(?:\.0*)?", other.get("condition"))
        for sign in condition.group(1) if condition else "":
            parts[sign] = shown.get(other.get("apply-style-name"), _VALUE)
        if condition is None:     # a condition of one's own: some numbers are shown by it
            return ""
    code = [*parts.values(), own if kind == "text-style" else _VALUE]
    return "" if set(code) == {_VALUE} else ";".join(code)


def _is_small(length: str) -> bool:
    points = _points(length)
    return points is not None and points < _SMALLEST


def _points(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    try:
        return float(found.group(1)) * _POINTS[found.group(2)] if found else None
    except ValueError:
        return None


@dataclass
class _Reading:
    """One table while its tags go by."""

    sheet: Sheet
    styles: OdsStyles
    row: int = 0
    row_end: int = 0
    column: int = 0
    columns: int = 0
    rows: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    types: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    defaults: list[tuple[int, int, str]] = field(default_factory=list)

    def take_column(self, values: dict[str, str]) -> None:
        """Take one or more columns alike."""
        begin, self.columns = self.columns + 1, min(_LAST, self.columns + _repeated(values, "number-columns-repeated"))
        if values.get("visibility") in {"collapse", "filter"}:
            self.sheet.hidden_columns.append((begin, self.columns))
        elif values.get("style-name") in self.styles.small:
            self.sheet.narrow_columns.append((begin, self.columns))
        self.defaults.append((begin, self.columns, values.get("default-cell-style-name", "")))

    def take_row(self, values: dict[str, str]) -> None:
        """Take one or more rows alike."""
        self.row, self.column = self.row_end + 1, 0
        self.row_end = min(_LAST, self.row_end + _repeated(values, "number-rows-repeated"))
        if values.get("visibility") in {"collapse", "filter"}:
            self.sheet.hidden_rows.append((self.row, self.row_end))
            if values["visibility"] == "filter":
                self.sheet.filters.append((self.row, 1, self.row_end, _LAST))
        elif values.get("style-name") in self.styles.small:
            self.sheet.low_rows.append((self.row, self.row_end))

    def take_cell(self, values: dict[str, str], inner: str, *, is_covered: bool) -> None:
        """Take one or more cells alike."""
        count = _repeated(values, "number-columns-repeated")
        begin, self.column = self.column + 1, min(_LAST, self.column + count)
        formula = values.get("formula", "")
        if '"' in formula:
            self.sheet.formulas.append(formula)
        if "value-type" not in values and "<" not in inner:
            return
        bare = without(inner, "annotation")
        text = values.get("value") or " ".join(inner_texts(bare, "p")) or next(filter(None, map(values.get, _OTHER_VALUES)), "")
        self._links(bare, text)
        if not text.strip():
            return
        name = values.get("style-name") or self._default(begin)
        style, kind = self.styles.number(name), _TYPES.get(values.get("value-type", ""), TEXT)
        self._parts(bare)
        for column in range(begin, min(self.column, begin + _MOST_REPEATED) + 1):
            for row in range(self.row, min(self.row_end, self.row + _MOST_REPEATED) + 1):
                if is_covered:
                    self.sheet.covered.append(len(self.rows))
                self._put(row, column, style, kind, text)
        self._rule(name, begin)

    def _put(self, row: int, column: int, style: int, kind: int, text: str) -> None:
        self.rows.append(row)
        self.places.append(column)
        self.numbers.append(style)
        self.types.append(kind)
        self.texts.append(text)

    def _parts(self, bare: str) -> None:
        """Take the letters of parts of the next cell that have a color or size of their own."""
        for part in elements(bare, "span") if "span" in bare and self.styles.spans else ():
            color, size = self.styles.spans.get(part.get("style-name"), (None, None))
            if not (text := part.text).strip():
                continue
            if size is not None and size < SMALLEST_LETTERS:
                self.sheet.tiny_texts.append((len(self.rows), text))
            elif color is not None:
                self.sheet.colored_texts.append((len(self.rows), color, text))

    def _links(self, bare: str, text: str) -> None:
        if ":href" in bare:
            self.sheet.links += [Link(target=one.get("href"), shown=text) for one in elements(bare, "a") if one.get("href")]

    def _default(self, column: int) -> str:
        return next((name for begin, end, name in self.defaults if begin <= column <= end), "")

    def _rule(self, name: str, column: int) -> None:
        for condition, other in self.styles.rules_of(name):
            area: Area = (self.row, column, self.row_end, self.column)
            self.sheet.rules.append(Rule(areas=(area,), style=self.styles.style(other), is_harmless=tidies(condition, (area,))))

    def done(self) -> Sheet:
        """Return the sheet with its cells."""
        self.sheet.cells = Cells(rows=np.array(self.rows, np.int64), columns=np.array(self.places, np.int64),
                                 styles=np.array(self.numbers, np.int64), types=np.array(self.types, np.int64),
                                 texts=Texts(self.texts))
        return self.sheet


def _repeated(values: dict[str, str], name: str) -> int:
    text = values.get(name, "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1  # noqa: PLR2004 - no sheet has more


def read_sheets(content: str, styles: str, known: OdsStyles) -> list[Sheet]:
    """Return the sheets of the content; the copies that links keep of other workbooks are none."""
    margins = _margins(styles)
    validations = {one.get("name"): _validation(one) for one in elements(content, "content-validation")}
    sheets = [reading.done() for reading in _tables(content, known, margins)]
    for sheet in sheets:
        sheet.validations = list(validations.values()) if sheet is sheets[0] else []
        sheet.scenarios = [] if sheet.state != "scenario" else [sheet.name]
        sheet.state = "visible" if sheet.state == "scenario" else sheet.state
    _read_rules(content, sheets, known)
    return sheets


def _tables(content: str, styles: OdsStyles, margins: dict[str, list[str]]) -> Iterator[_Reading]:
    reading, place, depth = None, 0, 0
    while found := _TAG.search(content, place):
        closing, name, inside, alone = found.groups()
        place = found.end()
        if name == "tracked-changes" and not closing and not alone:
            place = max(place, content.find("tracked-changes>", place))
        elif name == "table":
            depth += -1 if closing else (0 if alone else 1)
            if closing and depth <= 0 and reading is not None:
                yield reading
                reading, depth = None, 0
            elif not closing and depth == 1 and not alone:
                values = attributes(inside)
                reading = None if values.get("name", "").startswith("'file:") else _begun(content, place, values, styles,
                                                                                          margins)
        elif reading is not None and depth == 1 and not closing:
            place = _take(reading, content, found, name, inside, is_alone=bool(alone))


def _begun(content: str, place: int, values: dict[str, str], styles: OdsStyles, margins: dict[str, list[str]]) -> _Reading:
    style = values.get("style-name", "")
    state = "hidden" if style in styles.hidden_tables or values.get("display") == "false" else "visible"
    if re.match(r"\s*(?:<[\w.-]+:forms[^<>]*>)?\s*<(?:[\w.-]+:)?scenario\b", content[place:place + 600]):
        state = "scenario"
    page = styles.masters.get(style) or "Default"       # as LibreOffice takes it where a sheet names none
    return _Reading(sheet=Sheet(name=values.get("name", ""), state=state, margins=margins.get(page, [])), styles=styles)


def _take(reading: _Reading, content: str, found: re.Match[str], name: str, inside: str, *, is_alone: bool) -> int:
    """Take one tag and return where to go on."""
    values, place = attributes(inside), found.end()
    if name == "table-column":
        reading.take_column(values)
    elif name == "table-row":
        reading.take_row(values)
    elif is_alone:
        reading.take_cell(values, "", is_covered=name == "covered-table-cell")
    else:
        close = content.find(f"{name}>", place)
        inner = content[place:close if close >= 0 else place]
        reading.take_cell(values, inner[:max(0, inner.rfind("</"))] if close >= 0 else "",
                          is_covered=name == "covered-table-cell")
        return place + len(inner)
    return place


def _margins(styles: str) -> dict[str, list[str]]:
    """Return the texts of headers and footers by master page; fields such as page and sheet are left out."""
    found = {}
    for page in elements(styles, "master-page"):
        texts = [_without_fields(part.inner) for kind in _MARGINS for part in elements(page.inner, kind)
                 if part.get("display") != "false"]
        found[page.get("name")] = [text for text in texts if text.strip()]
    return found


def _without_fields(inner: str) -> str:
    """Return the text of a margin with Excel's signs for its fields."""
    for name, sign in _FIELDS:
        inner = re.sub(rf"<text:{name}\b[^<>]*(?:/>|>[^<]*</text:{name}>)", f"\0{sign}", inner)
    return plain(inner).replace("&", "&&").replace("\0", "&")


def _validation(one: Element) -> Validation:
    items = tuple(text.strip() for text in re.findall(r'"([^"]*)"', one.get("condition")) if text.strip()) \
        if "is-in-list" in one.get("condition") else ()
    titles = [message.get("title") for kind in ("help-message", "error-message") for message in elements(one.inner, kind)]
    return Validation(items=items, messages=(*(text for text in titles if text), *inner_texts(one.inner, "p")))


def _read_rules(content: str, sheets: list[Sheet], known: OdsStyles) -> None:
    by_name = {sheet.name: sheet for sheet in sheets}
    for one in elements(content, "conditional-format"):
        sheet, where = _addressed(one.get("target-range-address"), by_name)
        for rule in elements(one.inner, "condition") if sheet else ():
            if sheet and rule.get("apply-style-name"):
                sheet.rules.append(Rule(areas=where, style=known.style(rule.get("apply-style-name")),
                                        is_harmless=_is_own_blank(rule.get("value")) or tidies(rule.get("value"), where)))
    for one in elements(content, "database-range"):   # the style of a table of Excel is lost, its white labels are not
        sheet, where = _addressed(one.get("target-range-address"), by_name)
        if sheet and one.get("contains-header") != "false":
            sheet.styled_tables += [(top, left, top, right) for top, left, _, right in where]


def _is_own_blank(value: str) -> bool:
    """Return whether LibreOffice's short way of writing says that a cell is zero or blank."""
    return re.fullmatch(r"=\s*(?:0|\"\")", value) is not None


def _addressed(text: str, by_name: dict[str, Sheet]) -> tuple[Sheet | None, tuple[Area, ...]]:
    """Return the sheet and the areas of an address such as Permits.A1:Permits.D61."""
    parts = [found.groups() for found in _ADDRESS.finditer(text)]
    name = next(((quoted or "").replace("''", "'") or bare for quoted, bare, _, _ in parts), "")
    return by_name.get(name), areas(" ".join(f"{begin}:{end}" if end else begin for _, _, begin, end in parts))
