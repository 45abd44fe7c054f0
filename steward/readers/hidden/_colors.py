"""Colors of a workbook as numbers, so that letters can be held against what lies behind them."""

import colorsys
import re

WHITE, BLACK, PATTERN = 0xFFFFFF, 0x000000, -1
SMALLEST_LETTERS = 2.5     # points: what is smaller is a line
NEAR = 12      # of 255, in each of red, green and blue: closer than that, nobody tells them apart
INDEXED = (0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF) * 2 + (
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF,
    0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00,
    0xFF9900, 0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
    BLACK, WHITE)
"""Source: ECMA-376 part 1, 18.8.27; 64 is the system's ink, 65 its paper."""
_HEX = re.compile(r"#?(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


def parsed(text: str) -> int | None:
    """Return a color written in hexadecimal digits, with or without transparency before it."""
    found = _HEX.fullmatch(text)
    return int(found.group(1), 16) if found else None


def tinted(color: int, tint: float) -> int:
    """Return a color made lighter (up to 1) or darker (down to -1). Source: ECMA-376 part 1, 18.8.19."""
    if not tint:
        return color
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in _parts(color)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    red, green, blue = (round(255 * part) for part in colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), full))
    return red << 16 | green << 8 | blue


def is_invisible(font: int | None, fill: int | None) -> bool:
    """Return whether letters cannot be told from what lies behind them; a font without a color is black."""
    if fill == PATTERN:
        return False
    behind = WHITE if fill is None else fill
    return all(abs(one - other) <= NEAR for one, other in zip(_parts(BLACK if font is None else font), _parts(behind),
                                                              strict=True))


def _parts(color: int) -> tuple[int, int, int]:
    return color >> 16 & 255, color >> 8 & 255, color & 255
