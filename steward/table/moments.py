"""Dates and times read by their written form, a whole column at once."""

import re

import pyarrow as pa

from steward.table._calendar import LONG_MONTHS, MONTHS, pattern_of

PARTS = {"Y": "[0-9]{4}", "y": "[0-9]{2}", "m": "[0-9]{1,2}", "d": "[0-9]{1,2}", "b": "[A-Za-z]{3}", "B": "[A-Za-z]+",
         "H": "[0-9]{1,2}", "I": "[0-9]{1,2}", "M": "[0-9]{1,2}", "S": "[0-9]{1,2}", "f": "[0-9]{1,6}", "p": "[AaPp][Mm]"}
TIGHT = {"Y": "[0-9]{4}", "m": "[0-9]{2}", "d": "[0-9]{2}"}
PIVOT = 69  # a year of two digits from 69 on is of the last century, as in POSIX strptime


def with_order(form: str, order: str) -> str:
    """Return the form with month and day in the order a person chose ("mdy" or "dmy"); other forms stay."""
    match = re.match(r"^%[md]([/.-])%[md](.*)$", form)
    if match is None or order not in ("mdy", "dmy"):
        return form
    first, second = ("%m", "%d") if order == "mdy" else ("%d", "%m")
    return f"{first}{match[1]}{second}{match[2]}"


def iso_text(values: pa.Array, form: str, kind: str) -> pa.Array:
    """Return each value as ISO 8601 writes it; null where it is not a moment of this form. `kind`: date, datetime or time."""
    parts = _parts(values, form)
    written = [] if kind == "time" else [_joined([_year(parts), _month(parts), _padded(parts["d"])], "-")]
    if kind != "date":
        written.append(_joined([_hour(parts), _padded(parts["M"]), _padded(parts["S"]) if "S" in parts else "00"], ":"))
    return _with_fraction(_joined(written, "T") if len(written) > 1 else written[0], parts)


def years(values: pa.Array, form: str) -> pa.Array:
    """Return the year of each value in four digits; null where it is not a date of this form."""
    return _year(_parts(values, form))


def _parts(values: pa.Array, form: str) -> dict[str, pa.Array]:
    """Return what stands at each place of the form, null in all of them where the value is no such moment."""
    import pyarrow.compute as pc

    text = values.cast(pa.string())
    proven = pc.match_substring_regex(text, f"(?i)^{pattern_of(form)}$")
    checked = pc.if_else(proven, text, pa.scalar(None, pa.string()))
    named = re.sub(r"%(.)", lambda match: f"(?P<{match[1]}>{_width(form)[match[1]]})", re.escape(form).replace("\\ ", " "))
    found = pc.extract_regex(checked, f"^{named}$")
    return {field.name: pc.struct_field(found, field.name) for field in found.type}


def _width(form: str) -> dict[str, str]:
    return {**PARTS, **TIGHT} if form.startswith("%Y%m") else PARTS


def _year(parts: dict[str, pa.Array]) -> pa.Array:
    import pyarrow.compute as pc

    if "Y" in parts:
        return parts["Y"]
    century = pc.if_else(pc.greater_equal(pc.cast(parts["y"], pa.int32()), PIVOT), "19", "20")
    return pc.binary_join_element_wise(century, parts["y"], "")


def _month(parts: dict[str, pa.Array]) -> pa.Array:
    import pyarrow.compute as pc

    if "m" in parts:
        return _padded(parts["m"])
    names, written = (MONTHS, parts["b"]) if "b" in parts else (LONG_MONTHS, parts["B"])
    place = pc.index_in(pc.utf8_lower(written), pa.array(names))
    return _padded(pc.cast(pc.add(place, 1), pa.string()))


def _hour(parts: dict[str, pa.Array]) -> pa.Array:
    import pyarrow.compute as pc

    if "H" in parts:
        return _padded(parts["H"])
    hour = pc.cast(parts["I"], pa.int32())
    noon = pc.if_else(pc.equal(hour, 12), 0, hour)
    afternoon = pc.if_else(pc.equal(pc.utf8_lower(parts["p"]), "pm"), 12, 0)
    return _padded(pc.cast(pc.add(noon, afternoon), pa.string()))


def _padded(digits: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.utf8_lpad(digits, 2, "0")


def _joined(parts: list[pa.Array | str], between: str) -> pa.Array:
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(*parts, between)


def _with_fraction(written: pa.Array, parts: dict[str, pa.Array]) -> pa.Array:
    return _joined([written, parts["f"]], ".") if "f" in parts else written
