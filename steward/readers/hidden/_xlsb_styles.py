"""How the cells of a binary workbook (XLSB) look, by its fonts, fills and formats. Source: MS-XLSB 2.4."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from steward.readers.formats._xlsb import text
from steward.readers.hidden._book import Style
from steward.readers.hidden._colors import PATTERN
from steward.readers.hidden._xlsb_records import color, take_all
from steward.readers.hidden._xlsx_styles import USUAL_SIZE, Palette

_NONE, _SOLID = 0, 1
_PATTERN, _FRONT, _BEHIND, _LETTERS, _CODE = 0, 1, 2, 5, 0x26        # what a rule changes
_MOST_CHANGES = 64
Font = tuple[int | None, float]     # color, points


@dataclass(kw_only=True)
class Looks:
    """What the part of styles holds."""

    palette: Palette
    fonts: list[Font] = field(default_factory=list)
    fills: list[int | None] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    cells: list[tuple[int, int, int]] = field(default_factory=list)     # format, font, fill
    rules: list[Style] = field(default_factory=list)
    is_of_cells: bool = False       # or of named styles, which other styles go back to

    def styles(self) -> list[Style]:
        """Return the styles of cells by their number."""
        return [self._style(code, font, fill) for code, font, fill in self.cells]

    def _style(self, code: int, font: int, fill: int) -> Style:
        letters, size = self.font(font)
        return Style(font=letters, size=size, format=self.codes.get(code, ""),
                     fill=self.fills[fill] if fill < len(self.fills) else None)

    def font(self, number: int) -> Font:
        """Return the color and size of a font."""
        return self.fonts[number] if number < len(self.fonts) else (None, USUAL_SIZE)


def read_looks(part: bytes, theme: str) -> Looks:
    """Return the looks that a part of styles holds."""
    looks = Looks(palette=Palette("", theme))
    take_all(_OF_STYLES, looks, part)
    return looks


def _take_font(looks: Looks, body: bytes) -> None:
    looks.fonts.append((looks.palette.color(color(body, 12)), struct.unpack_from("<H", body)[0] / 20 or USUAL_SIZE))


def _take_fill(looks: Looks, body: bytes) -> None:
    kind, = struct.unpack_from("<I", body)
    solid = looks.palette.color(color(body, 4))
    looks.fills.append(None if kind == _NONE else solid if kind == _SOLID else PATTERN)


def _take_code(looks: Looks, body: bytes) -> None:
    looks.codes[struct.unpack_from("<H", body)[0]] = text(body, 2)[0]


def _take_cell(looks: Looks, body: bytes) -> None:
    if looks.is_of_cells:
        looks.cells.append(struct.unpack_from("<3H", body, 2))


def _begin_cells(looks: Looks, _: bytes) -> None:
    looks.is_of_cells = True


def _end_cells(looks: Looks, _: bytes) -> None:
    looks.is_of_cells = False


def _take_rule(looks: Looks, body: bytes) -> None:
    """Take what a rule changes: a list of numbers, each with its value. Source: MS-XLSB 2.4.355, 2.5.164."""
    count, = struct.unpack_from("<H", body, 4)
    place, changes = 6, dict[int, bytes]()
    for _ in range(min(count, _MOST_CHANGES)):
        if place + 4 > len(body):
            break
        kind, size = struct.unpack_from("<2H", body, place)
        changes[kind] = body[place + 4:place + size]
        place += max(4, size)
    looks.rules.append(_rule(looks.palette, changes))


def _rule(palette: Palette, changes: dict[int, bytes]) -> Style:
    colors = {kind: palette.color(color(changes[kind], 0)) for kind in (_FRONT, _BEHIND, _LETTERS)
              if len(changes.get(kind, b"")) >= 8}  # noqa: PLR2004 - the bytes of a color
    fill = None if changes.get(_PATTERN) == bytes((_NONE,)) else colors.get(_BEHIND, colors.get(_FRONT))
    code = changes.get(_CODE, b"")
    return Style(font=colors.get(_LETTERS), fill=fill, format=code[4:].decode("utf-16-le", "replace").rstrip("\0"))


_OF_STYLES: dict[int, Callable[[Looks, bytes], None]] = {
    43: _take_font, 45: _take_fill, 44: _take_code, 47: _take_cell, 617: _begin_cells, 618: _end_cells, 507: _take_rule}
