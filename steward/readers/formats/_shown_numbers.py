"""The text of many stored numbers by one number format: what `NumberFormat.shown` says of each, worked out for all at once.

Decision: the formats that large tables use (digits behind the point, zeros in front, percent, currency, dates) are worked out
on whole columns of numbers; what those few steps do not cover exactly is asked number by number, each distinct one once.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from steward.readers.formats._cells import LARGEST_WHOLE, cell_text
from steward.readers.formats._moments import moments
from steward.readers.formats._number_format import Kind, NumberFormat, Section
from steward.readers.formats._number_texts import number_texts

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
_EXACT = 2.0 ** 53
_MOST_DECIMALS = 10
_MOST_SHOWN, _SURELY = 1e9, 1e-4     # digits beyond a format's last one are surely there, and not for want of exactness
_PLAIN_KINDS = (Kind.FIXED, Kind.NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The texts, null where the number stays as it is read; and for which the workbook shows something else."""

    texts: pa.Array
    is_otherwise: Mask


def floats_of(numbers: pa.Array) -> Floats:
    """Return the numbers of texts; what is none, and what is beyond all measure, as not a number."""
    try:
        found = np.array(numbers.cast(pa.float64()), np.float64)
    except pa.ArrowInvalid:
        found = np.array([_float(text) for text in numbers.to_pylist()], np.float64)
    found[~(np.abs(found) < LARGEST_WHOLE)] = np.nan
    return found


def shown(known: NumberFormat, values: Floats, *, is_1904: bool = False) -> Shown:
    """Return the texts of the values, in their order."""
    distinct, inverse = np.unique(values, return_inverse=True)
    found = _of_distinct(known, distinct, is_1904=is_1904)
    return Shown(texts=found.texts.take(pa.array(inverse)), is_otherwise=found.is_otherwise[inverse])


def _of_distinct(known: NumberFormat, values: Floats, *, is_1904: bool) -> Shown:
    if known.kind not in _PLAIN_KINDS:
        moment_texts, is_part = moments(known, values, is_1904=is_1904)
        return Shown(texts=_or_stored(moment_texts, values), is_otherwise=is_part)
    texts, otherwise = np.empty(len(values), object), np.zeros(len(values), bool)
    left = ~np.isnan(values)
    for is_side, sign in ((left & (values >= 0), 1.0), (left & (values < 0), -1.0)):
        left &= ~_together(known, values, is_side, sign, texts)
        left &= ~_with_more_digits(known, values, left & is_side, sign, (texts, otherwise))
    for place in np.flatnonzero(left).tolist():
        texts[place], otherwise[place] = known.shown(cell_text(float(values[place])))
    return Shown(texts=pa.array(texts, pa.string()), is_otherwise=otherwise)


def _or_stored(texts: pa.Array, values: Floats) -> pa.Array:
    """Return the texts, and the numbers as they are stored for those of no calendar, which readers make times of day of."""
    if not texts.null_count:
        return texts
    stored = [None if math.isnan(value) else cell_text(value) for value in values[np.asarray(texts.is_null())].tolist()]
    return pc.replace_with_mask(texts, texts.is_null(), pa.array(stored, pa.string()))


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _together(known: NumberFormat, values: Floats, is_side: Mask, sign: float, texts: npt.NDArray[Any]) -> Mask:
    """Write the texts of those values of one sign that a few whole steps give exactly; return which ones."""
    section, is_hidden = known.section(sign)
    done = np.zeros(len(values), bool)
    if is_hidden or any(one.condition is not None for one in known.sections) or not is_side.any():
        return done
    decimals = _decimals(section)
    if decimals is None:
        return done
    percents = section.pieces.count("%")
    scaled = np.rint(np.abs(values) * 10.0 ** (decimals + 2 * percents))
    with np.errstate(invalid="ignore"):
        done = is_side & (scaled < _EXACT / 1000) & (scaled / 10.0 ** (decimals + 2 * percents) == np.abs(values))
        done &= (values != 0) | (not section.is_identifier)
    texts[done] = np.array(_digits(section, scaled[done].astype(np.int64), decimals, sign).to_pylist(), object)
    return np.asarray(done)


def _with_more_digits(known: NumberFormat, values: Floats, is_side: Mask, sign: float,
                      written: tuple[npt.NDArray[Any], Mask]) -> Mask:
    """Write the stored digits of those values of one sign that a plain format shows with fewer; return which ones.

    What a format makes of a name's digits, or of a percentage, with more digits than it shows is asked number by number.
    """
    section, is_hidden = known.section(sign)
    is_odd = is_hidden or section.currency or "%" in section.pieces or any(one.condition is not None for one in known.sections)
    if is_odd or not is_side.any() or (_decimals(section) is None and not _is_plain_name(section)):
        return np.zeros(len(values), bool)
    most = 0 if section.is_identifier else section.decimals[1]
    scaled = np.abs(values) * 10.0 ** most
    done = is_side & (np.abs(values) < _MOST_SHOWN) & (np.abs(scaled - np.rint(scaled)) > _SURELY)
    texts, otherwise = written
    texts[done], otherwise[done] = np.array(number_texts(values[done]).to_pylist(), object), True
    return np.asarray(done)


def _is_plain_name(section: Section) -> bool:
    return section.is_identifier and "." not in section.digits and not section.is_scaled and "General" not in section.pieces


def _decimals(section: Section) -> int | None:
    """Return how many digits behind the point a section always shows; None where `_together` does not know the section."""
    least, most = section.decimals
    front, between, behind = section.literals
    is_odd = (section.is_scaled or not section.digits or "General" in section.pieces or least != most or most > _MOST_DECIMALS
              or bool(between) or (section.is_identifier and (bool(least) or bool((front + behind).strip()))))
    if is_odd or (section.is_identifier and ("%" in section.pieces or section.currency)):
        return None
    is_decorated = bool((front + behind).strip(" ()-+"))
    return None if is_decorated and not section.currency else least


def _digits(section: Section, scaled: npt.NDArray[np.int64], decimals: int, sign: float) -> pa.Array:
    unit = 10 ** decimals
    whole = pa.array(scaled // unit)
    text = _grouped(scaled // unit) if section.currency and section.is_grouped else whole.cast(pa.string())
    if section.is_identifier:
        text = pc.utf8_lpad(text, section.digits.count("0"), "0")
    if decimals:
        text = pc.binary_join_element_wise(text, pc.utf8_lpad(pa.array(scaled % unit).cast(pa.string()), decimals, "0"), ".")
    front, _, behind = section.literals
    is_money = section.currency and "%" not in section.pieces
    before = ("-" if sign < 0 else "") + (front.strip(" ()-+") if is_money else "")
    after = (behind.rstrip(" ()-+") if is_money else "") + "%" * section.pieces.count("%")
    return pc.binary_join_element_wise(before, text, after, "") if before or after else text


def _grouped(whole: npt.NDArray[np.int64]) -> pa.Array:
    known, inverse = np.unique(whole, return_inverse=True)
    return pa.array([f"{number:,}" for number in known.tolist()], pa.string()).take(pa.array(inverse))
