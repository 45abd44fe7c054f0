"""The number formats of an OpenDocument spreadsheet, written as the codes that Excel would write for them.

Decision: one interpreter judges all formats (`_number_format`), so a table does not change when it is saved as another kind of
workbook. Source: OpenDocument 1.3 part 3, 16.29 (data styles).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_STANDARD = {"value()>0": 0, "value()>=0": 0, "value()<0": 1, "value()=0": 2}
_CONDITION = re.compile(r"value\(\)(<=|>=|<>|!=|<|>|=)(-?\d+(?:\.\d+)?)")
_MOST_DIGITS, _MOST_MAPS = 30, 4
_CLOCK = ("hours", "minutes", "seconds")


@dataclass(slots=True)
class DataStyle:
    """A data style: its kind, its parts in order, and the styles that take its place under a condition."""

    kind: str
    given: dict[str, str]
    parts: list[tuple[str, dict[str, str], list[str]]] = field(default_factory=list)   # name, attributes, text
    embedded: dict[int, list[str]] = field(default_factory=dict)   # texts between digits, by how many stand behind
    maps: list[tuple[str, str]] = field(default_factory=list)   # condition, style

    def embed(self, position: str) -> list[str]:
        """Return where the text between the digits is gathered that has so many of them behind it."""
        return self.embedded.setdefault(_count({"": position}, "", 0), [])

    def code(self) -> str:
        """Return the code of this style alone; the first unit of elapsed time stands in brackets."""
        clock = [place for place, part in enumerate(self.parts) if part[0] in _CLOCK and self._is_elapsed]
        written = [self._part(*part) for part in self.parts]
        return "".join(f"[{code}]" if place in clock[:1] else code for place, code in enumerate(written))

    @property
    def _is_elapsed(self) -> bool:
        return self.given.get("truncate-on-overflow") == "false"

    def _part(self, name: str, given: dict[str, str], text: list[str]) -> str:
        if name in ("number", "scientific-number"):
            return self._digits(given) + ("" if name == "number" else _power(given))
        if name == "fraction":
            return "# ?/?"
        if name == "currency-symbol":
            return f"[${''.join(text).replace(']', '').replace('-', '')}]" if text else ""
        if name == "text":
            return _literal("".join(text), is_percent=self.kind == "percentage-style")
        return self._moment(name, given)

    def _digits(self, given: dict[str, str]) -> str:
        whole = _count(given, "min-integer-digits", 1)
        is_general = "decimal-places" not in given and whole <= 1 and self.kind == "number-style" and not self.embedded
        if is_general and len(self.parts) == 1:
            return "General"
        decimals = _count(given, "decimal-places", 0)
        least = min(decimals, _count(given, "min-decimal-places", decimals))
        if given.get("decimal-replacement") == "":
            least = 0
        behind = "." + "0" * least + "#" * (decimals - least) if decimals else ""
        scale = len(given.get("display-factor", "1").partition(".")[0]) // 3
        return self._whole(whole, is_grouped=given.get("grouping") == "true") + behind + "," * scale

    def _whole(self, zeros: int, *, is_grouped: bool) -> str:
        if self.embedded:
            length = max(zeros, max(self.embedded) + 1)
            shown = ["0" if place <= zeros else "#" for place in range(length, 0, -1)]
            return "".join(sign + _literal("".join(self.embedded.get(place - 1, ())))
                           for place, sign in zip(range(length, 0, -1), shown, strict=True))
        return "#,##" + "0" * max(1, zeros) if is_grouped and zeros <= 1 else "#," * is_grouped + ("0" * zeros or "#")

    def _moment(self, name: str, given: dict[str, str]) -> str:
        is_long = given.get("style") == "long"
        if name == "month":
            return ("mmmm" if is_long else "mmm") if given.get("textual") == "true" else "mm" if is_long else "m"
        if name == "seconds":
            places = _count(given, "decimal-places", 0)
            return "ss" + ("." + "0" * places if places else "")
        short, long = {"day": ("d", "dd"), "year": ("yy", "yyyy"), "hours": ("h", "hh"), "minutes": ("mm", "mm"),
                       "day-of-week": ("ddd", "dddd"), "am-pm": ("AM/PM", "AM/PM"), "text-content": ("@", "@"),
                       "boolean": ("General", "General")}.get(name, ("", ""))
        return long if is_long else short


def codes(styles: dict[str, DataStyle]) -> dict[str, str]:
    """Return the code of each data style by its name."""
    return {name: _with_maps(style, styles) for name, style in styles.items()}


def _with_maps(style: DataStyle, styles: dict[str, DataStyle]) -> str:
    """Return the code with the sections that conditions choose: positive, negative and zero, or with the conditions."""
    maps = [(condition.replace(" ", ""), styles[name].code()) for condition, name in style.maps[:_MOST_MAPS] if name in styles]
    own = style.code()
    if not maps:
        return own
    if all(condition in _STANDARD for condition, _ in maps):
        chosen = {_STANDARD[condition]: code for condition, code in maps}
        sections = [chosen.get(place, "" if own == "@" else own) for place in range(3 if 2 in chosen or len(chosen) > 1 else 2)]  # noqa: PLR2004  # the place of zero
        return ";".join(sections)
    return ";".join((*_conditions(maps), own))


def _conditions(maps: list[tuple[str, str]]) -> Iterator[str]:
    for condition, code in maps:
        if found := _CONDITION.fullmatch(condition):
            yield f"[{found[1].replace('!=', '<>')}{found[2]}]{code}"


def _literal(text: str, *, is_percent: bool = False) -> str:
    if is_percent and "%" in text:
        before, _, behind = text.partition("%")
        return f"{_literal(before)}%{_literal(behind)}"
    return "".join(f"\\{sign}" for sign in text)


def _power(given: dict[str, str]) -> str:
    return "E+" + "0" * _count(given, "min-exponent-digits", 2)


def _count(given: dict[str, str], name: str, otherwise: int) -> int:
    text = given.get(name, "")
    return min(int(text[:3]), _MOST_DIGITS) if text.isascii() and text.isdigit() else otherwise
