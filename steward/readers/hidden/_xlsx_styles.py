"""How cells of an Excel workbook look: fonts, fills and formats, with theme and indexed colors made plain."""

from collections.abc import Sequence
from typing import TypeVar

from steward.readers.hidden._book import Style
from steward.readers.hidden._colors import INDEXED, PATTERN, SMALLEST_LETTERS, parsed, tinted
from steward.readers.hidden._tags import Element, elements, first

T = TypeVar("T")
Run = tuple[Element | None, float, str]     # of letters that look alike: their color, size and text
_DIGITS = 9
USUAL_SIZE = 10.0
_THEME = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
OFFICE = (0xFFFFFF, 0x000000, 0xEEECE1, 0x1F497D, 0x4F81BD, 0xC0504D, 0x9BBB59, 0x8064A2, 0x4BACC6, 0xF79646, 0x0000FF,
           0x800080)


class Palette:
    """Turns the color of an element into a number."""

    def __init__(self, styles: str, theme: str) -> None:
        """Read the workbook's theme and its own indexed colors."""
        scheme = first(theme, "clrScheme")
        self._theme = [_theme_color(scheme.inner, name, usual) for name, usual in zip(_THEME, OFFICE, strict=True)] \
            if scheme else list(OFFICE)
        own = first(styles, "indexedColors")
        self._indexed = [parsed(one.get("rgb")) or 0 for one in elements(own.inner, "rgbColor")] if own else list(INDEXED)

    def color(self, element: Element | None) -> int | None:
        """Return the color, None where it is left to the program."""
        if element is None or element.get("auto") == "1":
            return None
        values = element.attributes
        if "rgb" in values:
            return parsed(values["rgb"])
        known = self._theme if "theme" in values else self._indexed
        place = _whole(values.get("theme", values.get("indexed", "")), -1)
        if "indexed" in values and place in {64, 65}:
            return INDEXED[place]
        return tinted(known[place], _number(values.get("tint", "0"))) if 0 <= place < len(known) else None

    def fill(self, inner: str) -> int | None:
        """Return the color of a fill, None for no fill."""
        pattern = first(inner, "patternFill")
        if pattern is None:
            return self._gradient(first(inner, "gradientFill"))
        kind = pattern.get("patternType") or ("solid" if pattern.inner else "none")
        if kind == "none":
            return None
        return self.color(first(pattern.inner, "fgColor")) if kind == "solid" else PATTERN

    def _gradient(self, gradient: Element | None) -> int | None:
        if gradient is None:
            return None
        colors = {self.color(first(stop.inner, "color")) for stop in elements(gradient.inner, "stop")}
        return colors.pop() if len(colors) == 1 else PATTERN

    def rule_fill(self, inner: str) -> int | None:
        """Return the color of a fill in a conditional format, which is written the other way round."""
        pattern = first(inner, "patternFill")
        if pattern is None or pattern.get("patternType") == "none":
            return None
        return self.color(first(pattern.inner, "bgColor") or first(pattern.inner, "fgColor"))


def cell_styles(styles: str, palette: Palette) -> list[Style]:
    """Return the styles of cells by their number."""
    fonts = _children(styles, "fonts", "font")
    colors = [palette.color(first(font.inner, "color")) for font in fonts]
    sizes = [font_size(first(font.inner, "sz")) for font in fonts]
    fills = [palette.fill(fill.inner) for fill in _children(styles, "fills", "fill")]
    codes = {_whole(one.get("numFmtId"), -1): one.get("formatCode") for one in _children(styles, "numFmts", "numFmt")}
    return [Style(font=_at(colors, xf.get("fontId")), fill=_at(fills, xf.get("fillId")),
                  format=codes.get(_whole(xf.get("numFmtId"), -1), ""), size=_at(sizes, xf.get("fontId")) or USUAL_SIZE)
            for xf in _children(styles, "cellXfs", "xf")]


def font_size(element: Element | None) -> float:
    """Return the size of letters in points, an ordinary one where none is written."""
    return (_number(element.get("val")) if element else 0) or USUAL_SIZE


def own_runs(xml: str) -> list[Run]:
    """Return the parts of a text where some have a color of their own or tiny letters; none where all look as the cell does."""
    runs = [(first(run.inner, "color"), font_size(first(run.inner, "sz")), run.text) for run in elements(xml, "r")]
    return runs if any(color or size < SMALLEST_LETTERS for color, size, _ in runs) else []


def rule_styles(styles: str, palette: Palette) -> list[Style]:
    """Return the styles that conditional formats give, by their number."""
    return [rule_style(dxf.inner, palette) for dxf in _children(styles, "dxfs", "dxf")]


def rule_style(inner: str, palette: Palette) -> Style:
    """Return one style of a conditional format; a font without a color changes nothing."""
    font, code = first(inner, "font"), first(inner, "numFmt")
    color = palette.color(first(font.inner, "color")) if font else None
    return Style(font=color, fill=palette.rule_fill(inner), format=code.get("formatCode") if code else "")


def _children(styles: str, group: str, name: str) -> list[Element]:
    found = first(styles, group)
    return list(elements(found.inner, name)) if found else []


def _theme_color(scheme: str, name: str, usual: int) -> int:
    slot = first(scheme, name)
    if slot is None:
        return usual
    plain, system = first(slot.inner, "srgbClr"), first(slot.inner, "sysClr")
    color = parsed(plain.get("val")) if plain else parsed(system.get("lastClr")) if system else None
    return usual if color is None else color


def _at(values: Sequence[T], number: str) -> T | None:
    place = _whole(number, 0)
    return values[place] if 0 <= place < len(values) else None


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
