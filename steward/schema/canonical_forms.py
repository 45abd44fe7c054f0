"""The forms of values that need no second look: what matches here is of the type in frictionless 5.21 for certain.

A day is held against the length of its month, the 29th of February apart. A form of a person's own is taken as far as it is
made of digits of a known width.
"""

import re
from functools import cache

NUMBERS = {
    "integer": r"^-?(0|[1-9][0-9]{0,14})$",
    "number": r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?$",
    "year": r"^[0-9]{4}$",
    "boolean": r"^(true|True|TRUE|1|false|False|FALSE|0)$",
    "time": r"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$",
}
_ATOM = "[0-9A-Za-z_%+-](?:[.]?[0-9A-Za-z_%+-]){0,31}"            # 63 signs at most; 64 are allowed
_LABEL = "[0-9A-Za-z](?:-?[0-9A-Za-z]){0,30}"                    # 61 signs at most; 63 are allowed
STRINGS = {
    "email": f"^{_ATOM}@(?:{_LABEL}[.]){{1,3}}[A-Za-z]{{2,20}}$",
    "uuid": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
    "uri": r"^https?://[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*(?:/[0-9A-Za-z._~-]*)*(?:\?[0-9A-Za-z._~=&-]*)?$",
    "binary": "^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$",
}
DEFAULTS = {"date": "%Y-%m-%d", "datetime": "%Y-%m-%dT%H:%M:%S"}
DIGITS = {"Y": "(19|20)[0-9]{2}", "H": "([01][0-9]|2[0-3])", "M": "[0-5][0-9]", "S": "[0-5][0-9]"}
MONTHS_AND_DAYS = (("(0[1-9]|1[0-2])", "(0[1-9]|1[0-9]|2[0-8])"), ("(0[13-9]|1[0-2])", "(29|30)"), ("(0[13578]|1[02])", "31"))
WHOLE_DAY = {"Y", "m", "d"}


@cache
def canonical_form(kind: str, form: str) -> str | None:
    """Return an RE2 pattern of values that are of the type for certain; None where no such pattern is known."""
    if kind == "string":
        return STRINGS.get(form)
    if form == "default":
        return NUMBERS.get(kind) or (_written(DEFAULTS[kind]) if kind in DEFAULTS else None)
    return _written(form) if kind in DEFAULTS and "%" in form else None


def _written(form: str) -> str | None:
    pieces = re.split("%(.)", form)
    directives = pieces[1::2]
    known = set(directives)
    if not WHOLE_DAY <= known <= {*DIGITS, *WHOLE_DAY} or len(known) < len(directives):
        return None
    written = [_one(pieces, month, day) for month, day in MONTHS_AND_DAYS]
    return f"^(?:{'|'.join(written)})$"


def _one(pieces: list[str], month: str, day: str) -> str:
    known = {**DIGITS, "m": month, "d": day}
    return "".join(known[piece] if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
