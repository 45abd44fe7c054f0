"""One worksheet of Excel: its cells, what is hidden of it, and the rules, links and margins that stand beside the cells."""

import html
import re
from collections.abc import Iterator

import numpy as np

from steward.readers.hidden._areas import area, areas
from steward.readers.hidden._book import LAST_COLUMN, LAST_ROW, Area, Link, Rule, Sheet, Style, Validation
from steward.readers.hidden._colors import SMALLEST_LETTERS
from steward.readers.hidden._package import Package
from steward.readers.hidden._rules import tidies
from steward.readers.hidden._tags import Element, attributes, elements, first, inner_texts, is_true, plain, without
from steward.readers.hidden._xlsx_cells import RawCells, read_cells, row_ranges
from steward.readers.hidden._xlsx_styles import Palette, Run, own_runs, rule_style

NARROW = 0.7             # characters: what is narrower cannot be read
_STRING = re.compile(r"<(?:[\w.-]+:)?si(?=[\s/>])[^<>]*?(?:/>|"
                     r">(?:<(?:[\w.-]+:)?t(?:\s[^<>]*)?>([^<]*)</(?:[\w.-]+:)?t></(?:[\w.-]+:)?si>)?)")
_SIMPLE = re.compile(r"<si><t(?: [^<>]*)?>([^<]*)</t></si>")
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_MESSAGES = ("prompt", "error", "promptTitle", "errorTitle")
_HARMLESS = {"containsErrors", "containsBlanks"}


class Strings:
    """The texts that a workbook's cells share, and which of them no cell uses."""

    def __init__(self, package: Package) -> None:
        """Read them."""
        self.texts: list[str] = []
        self.reading_aids: list[str] = []
        self.colored: dict[int, list[Run]] = {}
        for part in package.of("sharedStrings", path=r"xl/sharedStrings\.xml")[:1]:
            self._read(package.text(part))
        self._used = np.zeros(len(self.texts), np.bool_)

    def use(self, raw: RawCells) -> None:
        """Remember what a sheet uses."""
        for strings in raw.strings:
            self._used[strings[(strings >= 0) & (strings < len(self._used))]] = True

    def unused(self) -> list[str]:
        """Return the texts that no cell uses, blank ones left out."""
        return [self.texts[place] for place in np.flatnonzero(~self._used).tolist() if self.texts[place].strip()]

    def _read(self, xml: str) -> None:
        simple = _SIMPLE.findall(xml)
        if len(simple) == xml.count("<si>") + xml.count(":si>") // 2 + xml.count("<si/>") + xml.count("<si "):
            self.texts = [html.unescape(text) if "&" in text else text for text in simple]
        else:
            self._read_each(xml)

    def _read_each(self, xml: str) -> None:
        place = 0
        while found := _STRING.search(xml, place):
            simple, place = found.group(1), found.end()
            if simple is not None:
                self.texts.append(plain(simple) if "&" in simple else simple)
            elif found.group().endswith("/>"):
                self.texts.append("")
            else:
                place = self._read_rich(xml, place)

    def _read_rich(self, xml: str, start: int) -> int:
        end = xml.find("si>", start)
        inner = xml[start:end if end >= 0 else len(xml)]
        aids = [text for aid in elements(inner, "rPh") for text in inner_texts(aid.inner, "t")]
        self.reading_aids += aids
        bare = without(inner, "rPh") if aids else inner
        if runs := own_runs(bare):
            self.colored[len(self.texts)] = runs
        self.texts.append("".join(element.text for element in elements(bare, "t")))
        return end + 3 if end >= 0 else len(xml)


def read_sheet(package: Package, part: str, sheet: Sheet, strings: Strings, looks: tuple[Palette, list[Style]]) -> Sheet:
    """Return the sheet with what its part holds; a chart sheet or a missing part gives no cells."""
    raw = read_cells(package.blocks(part))
    strings.use(raw)
    strings.reading_aids += raw.reading_aids
    sheet.cells = raw.cells(strings.texts)
    sheet.hidden_rows, sheet.low_rows, sheet.formulas = raw.hidden_rows, raw.low_rows, sorted(raw.formulas)
    _read_columns(sheet, raw.head)
    palette, styles = looks
    _read_colored(sheet, raw, strings, palette)
    _read_rules(sheet, raw.tail, palette, styles)
    _read_beside(sheet, raw.head + raw.tail)
    _read_related(sheet, package, part, raw.tail)
    return sheet


def _read_columns(sheet: Sheet, head: str) -> None:
    for begin, end, values in row_ranges(head, "col", "min", "max"):
        width = values.get("width", "")
        if is_true(values.get("hidden", "")):
            sheet.hidden_columns.append((begin, end))
        elif _is_narrow(width):
            sheet.narrow_columns.append((begin, end))


def _is_narrow(width: str) -> bool:
    return bool(re.fullmatch(r"\d{1,5}(?:\.\d*)?|\.\d+", width)) and float(width) < NARROW


def _read_colored(sheet: Sheet, raw: RawCells, strings: Strings, palette: Palette) -> None:
    for place, runs in (*_shared_runs(raw, strings), *_inline_runs(sheet, raw)):
        for color, size, text in runs:
            value = palette.color(color)
            if size < SMALLEST_LETTERS and text.strip():
                sheet.tiny_texts.append((place, text))
            elif value is not None and text.strip():
                sheet.colored_texts.append((place, value, text))


def _shared_runs(raw: RawCells, strings: Strings) -> Iterator[tuple[int, list[Run]]]:
    """Give the places of cells whose shared text has parts with letters of their own."""
    if strings.colored and raw.strings:
        used = np.concatenate(raw.strings)
        for place in np.flatnonzero(np.isin(used, list(strings.colored))).tolist():
            yield place, strings.colored[int(used[place])]


def _inline_runs(sheet: Sheet, raw: RawCells) -> Iterator[tuple[int, list[Run]]]:
    """Give the places of cells that hold such a text themselves."""
    for (row, column), runs in raw.colored.items():
        for place in np.flatnonzero((sheet.cells.rows == row) & (sheet.cells.columns == column))[:1].tolist():
            yield place, runs


def _read_rules(sheet: Sheet, tail: str, palette: Palette, styles: list[Style]) -> None:
    for group in elements(tail, "conditionalFormatting"):
        where = areas(group.get("sqref") or " ".join(inner_texts(group.inner, "sqref")))
        for rule in elements(group.inner, "cfRule"):
            number, own = rule.get("dxfId"), first(rule.inner, "dxf")
            if number.isdigit() and int(number) < len(styles):
                sheet.rules.append(Rule(areas=where, style=styles[int(number)], is_harmless=_is_harmless(rule, where)))
            elif own is not None:
                sheet.rules.append(Rule(areas=where, style=rule_style(own.inner, palette),
                                        is_harmless=_is_harmless(rule, where)))


def _is_harmless(rule: Element, where: tuple[Area, ...]) -> bool:
    """Return whether a rule is about faulty cells, zeros and blanks: those of the cell itself, not of another one."""
    formulas = [*inner_texts(rule.inner, "formula"), *inner_texts(rule.inner, "f")]
    if rule.get("type") == "cellIs" and rule.get("operator") == "equal":
        return formulas[:1] in (["0"], ['""'])
    return rule.get("type") in _HARMLESS or any(tidies(formula, where) for formula in formulas)


def _read_beside(sheet: Sheet, xml: str) -> None:
    sheet.merges = [found for element in elements(xml, "mergeCell") if (found := area(element.get("ref")))]
    sheet.filters = [found for element in elements(xml, "autoFilter") if (found := filtered(element))]
    if not sheet.filters and any(is_true(one.get("filterMode")) for one in elements(xml, "sheetPr")):
        sheet.filters = [(1, 1, LAST_ROW, LAST_COLUMN)]     # a special filter leaves no condition
    sheet.margins = [text for name in _MARGINS for text in inner_texts(xml, name)]
    sheet.scenarios = [value for one in elements(xml, "scenario")
                       for value in (one.get("name"), one.get("user"), one.get("comment"),
                                     *(cell.get("val") for cell in elements(one.inner, "inputCells"))) if value]
    sheet.validations = [_validation(element) for element in elements(xml, "dataValidation")]


def filtered(element: Element) -> Area | None:
    """Return the area of a filter, None where it has no condition."""
    if any(column.inner.strip() for column in elements(element.inner, "filterColumn")):
        return area(element.get("ref"))
    return None


def _validation(element: Element) -> Validation:
    formula = first(element.inner, "formula1")
    literal = _LITERAL.fullmatch(formula.text.strip()) if formula and element.get("type") == "list" else None
    items = tuple(item.strip() for item in literal.group(1).split(",") if item.strip()) if literal else ()
    others = [text for one in inner_texts(element.inner, "formula1") + inner_texts(element.inner, "formula2")
              for text in _LITERAL.findall(one)] if literal is None else []
    return Validation(items=items, messages=(*(text for name in _MESSAGES if (text := element.get(name).strip())), *others))


def _read_related(sheet: Sheet, package: Package, part: str, tail: str) -> None:
    ways = {relation.id: relation for relation in package.relations(part)} if part else {}
    for relation in ways.values():
        if relation.type == "table":
            _read_table(sheet, package.text(relation.target))
    shown = _LinkTexts(sheet)
    for found in re.finditer(r"<(?:[\w.-]+:)?hyperlink(?=[\s/>])([^<>]*)>", tail):
        values = attributes(found.group(1))
        way = ways.get(values.get("id", ""))
        target = way.target if way and way.is_external else ""
        if target or values.get("tooltip"):
            sheet.links.append(Link(target=target, tip=values.get("tooltip", ""), shown=shown.at(values.get("ref", ""))))
    linked = {link.target for link in sheet.links}
    sheet.links += [Link(target=way.target) for way in ways.values()
                    if way.type == "hyperlink" and way.is_external and way.target not in linked]


class _LinkTexts:
    """What the cells under links show."""

    def __init__(self, sheet: Sheet) -> None:
        self._cells = sheet.cells
        self._places: dict[tuple[int, int], int] | None = None

    def at(self, ref: str) -> str:
        """Return the text of a cell."""
        where = area(ref)
        if where is None:
            return ""
        if self._places is None:
            pairs = zip(self._cells.rows.tolist(), self._cells.columns.tolist(), strict=True)
            self._places = {pair: place for place, pair in enumerate(pairs)}
        place = self._places.get(where[:2])
        return self._cells.texts[place] if place is not None else ""


def _read_table(sheet: Sheet, xml: str) -> None:
    for table in elements(xml, "table"):
        where = area(table.get("ref"))
        if where:   # LibreOffice leaves the style of a table out, and with it what lies behind the white labels
            has_style = first(table.inner, "tableStyleInfo") is not None
            sheet.styled_tables.append(where if has_style else (where[0], where[1], where[0], where[3]))
        sheet.filters += [found for element in elements(table.inner, "autoFilter") if (found := filtered(element))]
