"""What a number format makes of a stored number: the text that is published, and whether the workbook shows something else.

Decision: a published cell is what a stranger can use, and no digit is lost. What carries meaning is kept as the workbook shows
it: zeros in front (02139), literal text in front (SR-0012), signs inside (021-39), the percent sign (12.5%: 0.125 below
"Percent" would be read as an eighth of one percent), the sign of a currency with its grouping ($1,234.50), zeros at the end
(1.10). What only decorates goes: grouping, colors, alignment, brackets for a minus. Where a format shows fewer digits than
are stored, a fraction, a power of ten or a unit behind, the stored digits are published and the cell is told of.
Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache

BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"$"#,##0', 6: '"$"#,##0', 7: '"$"#,##0.00',
    8: '"$"#,##0.00', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy",
    16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm:ss"), 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: '"$"#,##0', 43: "#,##0.00", 44: '"$"#,##0.00', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0",
    49: "@"}
_LONGEST_CODE = 255
_CURRENCY = "$€£¥₹¢₩₽₺₫₪฿"
_PIECE = re.compile(r'\[[^\]]*\]|"[^"]*"?|\\.|_.|\*.|[Ee][+-]|General|AM/PM|A/P|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|.', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_COMPARE: dict[str, Callable[[Decimal | float, Decimal], bool]] = {
    "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b, "<>": lambda a, b: a != b}


class Kind(StrEnum):
    """What a format shows a number as."""

    PLAIN = "plain"          # as stored
    FIXED = "fixed"          # as stored, with at least so many digits behind the point
    NUMBER = "number"        # padded, with a sign or text
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DURATION = "duration"


MOMENTS = frozenset({Kind.DATE, Kind.DATETIME, Kind.TIME, Kind.DURATION})
"""The kinds of formats that show a day, a time of day or how long something took."""


@dataclass(frozen=True)
class Section:
    """One of the parts of a format that semicolons divide."""

    pieces: tuple[str, ...]

    @cached_property
    def condition(self) -> tuple[str, Decimal] | None:
        """Return the comparison that chooses this section, if it names one."""
        found = next(filter(None, map(_CONDITION.fullmatch, self.pieces)), None)
        return (found.group(1), Decimal(found.group(2))) if found else None

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Return the letters of dates and times in order, a minute as "n", an elapsed unit in brackets."""
        found = [piece.lower() for piece in self.pieces
                 if (piece[0] in "yYmMdDhHsS" and len(set(piece.lower())) == 1) or _ELAPSED.fullmatch(piece)]
        return tuple("n" if name[0] == "m" and _is_minute(found, place) else name if name[0] == "[" else name[0]
                     for place, name in enumerate(found))

    @cached_property
    def digits(self) -> tuple[str, ...]:
        """Return the places of digits with the point: "0", "#", "?", "."."""
        return tuple(piece for piece in self.pieces if piece in "0#?.")

    @cached_property
    def decimals(self) -> tuple[int, int]:
        """Return how many digits behind the point are shown at least and at most."""
        behind = self.digits[self.digits.index(".") + 1:] if "." in self.digits else ()
        return behind.count("0"), len(behind)

    @cached_property
    def literals(self) -> tuple[str, str, str]:
        """Return the literal text in front of the digits, between them and behind them."""
        places = [place for place, piece in enumerate(self.pieces) if piece in "0#?"]
        first, last = (places[0], places[-1]) if places else (len(self.pieces), len(self.pieces))
        parts = self.pieces[:first], self.pieces[first:last + 1], self.pieces[last + 1:]
        return tuple("".join(map(_literal, part)) for part in parts)  # type: ignore[return-value]  # three parts, three texts

    @cached_property
    def currency(self) -> bool:
        """Return whether the text around the digits is the sign of a currency."""
        front, _, behind = self.literals
        around = (front + behind).strip()
        named = any(piece.startswith("[$") and piece[2:-1].partition("-")[0] for piece in self.pieces)
        return named or (bool(around) and any(sign in around for sign in _CURRENCY) and len(around.strip("()- ")) <= 3)  # noqa: PLR2004  "US$"

    @cached_property
    def is_scaled(self) -> bool:
        """Return whether the number is shown in thousands, as a power of ten or as a fraction."""
        last = max((place for place, piece in enumerate(self.pieces) if piece in "0#?"), default=-1)
        return "/" in self.pieces or any(piece in ("E+", "E-", "e+", "e-") for piece in self.pieces) or (
            "," in self.pieces[last + 1:last + 2])

    @cached_property
    def is_grouped(self) -> bool:
        """Return whether thousands are set apart."""
        return "," in self.pieces and not self.is_scaled

    @cached_property
    def is_identifier(self) -> bool:
        """Return whether the digits are those of a name: zeros in front, signs between them, or text before them."""
        whole = self.digits[:self.digits.index(".")] if "." in self.digits else self.digits
        front, between, _ = self.literals
        return whole.count("0") > 1 or bool(between.strip()) or (front.strip(" ()-+") != "" and not self.currency)


@dataclass(frozen=True)
class NumberFormat:
    """A format, parsed."""

    sections: tuple[Section, ...]

    @cached_property
    def kind(self) -> Kind:
        """Return what the format shows a positive number as."""
        first = self.sections[0]
        if first.letters and not any(piece in "0#?" for piece in first.pieces[:1]):
            return _moment_kind(first.letters)
        if "General" in first.pieces or "@" in first.pieces:  # text around them is decoration; the number stays as stored
            return Kind.PLAIN
        return Kind.FIXED if self._is_fixed else Kind.NUMBER

    @cached_property
    def _is_fixed(self) -> bool:
        return all(section.digits and not section.is_scaled and not section.is_identifier and "%" not in section.pieces
                   and not section.currency and not "".join(section.literals).strip(" ()-+") and section.condition is None
                   and section.decimals == self.sections[0].decimals for section in self.sections[:2])

    @cached_property
    def is_whole_date(self) -> bool:
        """Return whether a date is shown with day, month and year."""
        return {"y", "m", "d"} <= set(self.sections[0].letters)

    def shown(self, stored: str) -> tuple[str, bool]:
        """Return what to publish of a stored number, and whether the workbook shows it otherwise.

        `stored` is a plain decimal number without a power of ten.
        """
        value = Decimal(stored)
        section, is_hidden = self.section(value)
        text = _rendered(section, stored, value)
        return (stored, True) if text is None else (text, is_hidden or _is_cut(section, value))

    def section(self, value: Decimal | float) -> tuple[Section, bool]:
        """Return the section for a value, and whether the workbook shows nothing of the value by it."""
        first = self.sections[0]
        for section in self.sections[:3]:
            if section.condition is not None and _COMPARE[section.condition[0]](value, section.condition[1]):
                return section, False
        if first.condition is not None:
            rest = [section for section in self.sections[1:3] if section.condition is None]
            return (rest[0], False) if rest else (first, True)
        chosen = self.sections[1] if value < 0 and len(self.sections) > 1 else first
        return (chosen, False) if chosen.digits or "General" in chosen.pieces else (first, True)


@lru_cache(maxsize=4096)
def parsed(code: str) -> NumberFormat:
    """Return the format of a code; an empty one, and one that is longer than Excel allows, is General."""
    sections: list[list[str]] = [[]]
    for piece in _PIECE.findall(code if 0 < len(code) <= _LONGEST_CODE else "General"):
        if piece == ";":
            sections.append([])
        else:
            sections[-1].append(piece)
    return NumberFormat(tuple(Section(tuple(pieces)) for pieces in sections))


def _is_minute(names: list[str], place: int) -> bool:
    before = names[place - 1].strip("[") if place else ""
    after = names[place + 1].strip("[") if place + 1 < len(names) else ""
    return before.startswith("h") or after.startswith("s")


def _moment_kind(letters: tuple[str, ...]) -> Kind:
    has_date, has_time = bool({"y", "m", "d"} & set(letters)), bool({"h", "s", "n"} & set(letters))
    if any(name.startswith("[") for name in letters):
        return Kind.DURATION
    return Kind.DATETIME if has_date and has_time else Kind.DATE if has_date else Kind.TIME


def _literal(piece: str) -> str:
    if piece.startswith('"'):
        return piece.strip('"')
    if piece.startswith("\\"):
        return piece[1:]
    if piece.startswith("[$"):
        return piece[2:-1].partition("-")[0]
    if piece[0] in "[_*" or piece in "0#?.,%@" or piece in ("E+", "E-", "e+", "e-", "General"):
        return ""
    return piece


def _rendered(section: Section, stored: str, value: Decimal) -> str | None:
    """Return the number by the section, or None where the stored digits say more."""
    percents = section.pieces.count("%")
    if section.is_scaled or not section.digits or "General" in section.pieces:
        return None
    minus = "-" if value < 0 else ""
    if section.is_identifier and not percents and not section.currency:
        return _identifier(section, stored, value)
    plain = stored.lstrip("-") if not percents else format(abs(value).scaleb(2 * percents), "f")
    plain = _with_decimals(plain, section.decimals[0])
    if percents:
        return f"{minus}{plain}{'%' * percents}"
    front, _, behind = section.literals
    if section.currency:
        return minus + front.strip(" ()-+") + (_grouped(plain) if section.is_grouped else plain) + behind.rstrip(" ()-+")
    return None if (front + behind).strip(" ()-+") else minus + plain


def _identifier(section: Section, stored: str, value: Decimal) -> str | None:
    if "." in section.digits:
        whole, _, behind = _with_decimals(stored.lstrip("-"), section.decimals[0]).partition(".")
        zeros = section.digits[:section.digits.index(".")].count("0")
        if "".join(section.literals).strip(" ()-+"):
            return None
        return ("-" if value < 0 else "") + whole.zfill(zeros) + (f".{behind}" if behind else "")
    if value != value.to_integral_value():
        return None
    return ("-" if value < 0 else "") + fill_zeros(section.pieces, format(abs(value), "f"))


def fill_zeros(pieces: tuple[str, ...], digits: str) -> str:
    """Return whole digits in the places of a format, further ones before its first place: 2139 by 000-00 is 021-39."""
    left, shown = list(digits if digits != "0" or "0" not in pieces else ""), []   # a zero is never shown as nothing
    places_left = sum(piece in "0#?" for piece in pieces)
    for piece in reversed(pieces):
        if piece in "0#?":
            places_left -= 1
            taken = left if places_left == 0 else left[-1:]
            shown.append("".join(taken) or ("0" if piece == "0" else ""))
            left = [] if places_left == 0 else left[:-1]
        else:
            shown.append(_literal(piece))
    return "".join(reversed(shown)).strip()


def _with_decimals(plain: str, least: int) -> str:
    whole, _, behind = plain.partition(".")
    behind = behind.rstrip("0").ljust(least, "0")
    return f"{whole}.{behind}" if behind else whole


def _grouped(plain: str) -> str:
    whole, point, behind = plain.partition(".")
    return f"{int(whole):,}{point}{behind}"


def _is_cut(section: Section, value: Decimal) -> bool:
    """Return whether more digits behind the point are stored than are shown."""
    if "General" in section.pieces:
        return False
    exponent = (value.scaleb(2 * section.pieces.count("%"))).normalize().as_tuple().exponent
    return isinstance(exponent, int) and -exponent > section.decimals[1]
