"""The texts of many numbers without a format, as `cell_text` writes each of them, worked out for all at once."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from steward.readers.formats._cells import cell_text
from steward.table.text import bytes_of, matching_among, within

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
_WRITTEN = r"^\s*[+-]?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]+)?\s*$"    # a code begins with zeros, or is longer
_BEGINS = bytes_of("0123456789+-")
_MOST_WHOLE = 2.0 ** 53
_MOST_SCALED = 1e14          # of a number without its point: fewer digits than the fifteen that are kept
_MOST_DECIMALS = 4           # that most columns of figures have


def number_texts(numbers: Floats) -> pa.Array:
    """Return the texts: whole numbers whole, others with the fewest digits behind the point that tell them."""
    with np.errstate(invalid="ignore"):
        is_left = np.ones(len(numbers), np.bool_)
        is_whole = (np.abs(numbers) < _MOST_WHOLE) & (np.floor(numbers) == numbers)
    if is_whole.all():
        return pa.array(numbers.astype(np.int64)).cast(pa.string())
    texts = np.empty(len(numbers), object)
    _put(texts, is_whole, pa.array(numbers[is_whole].astype(np.int64)).cast(pa.string()))
    is_left &= ~is_whole
    for decimals in range(1, _MOST_DECIMALS + 1):
        scaled, is_exact = scaled_exactly(numbers, decimals)
        is_exact &= is_left
        _put(texts, is_exact, with_point(scaled[is_exact], decimals, numbers[is_exact] < 0))
        is_left &= ~is_exact
        if not is_left.any():
            break
    texts[is_left] = [cell_text(number) for number in numbers[is_left].tolist()]
    return pa.array(texts, pa.string())


def text_numbers(texts: pa.Array) -> Mask:
    """Return which texts are numbers as they should be written."""
    return matching_among(texts, within(texts, _BEGINS), _WRITTEN)


def scaled_exactly(numbers: Floats, decimals: int) -> tuple[npt.NDArray[np.int64], Mask]:
    """Return the sizes of numbers times a power of ten, and which of them are told exactly by so many digits."""
    power = 10.0 ** decimals
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.rint(np.abs(numbers) * power)
        is_exact = (scaled < _MOST_SCALED) & (scaled / power == np.abs(numbers))
    return np.where(is_exact, scaled, 0).astype(np.int64), is_exact


def with_point(scaled: npt.NDArray[np.int64], decimals: int, is_negative: Mask) -> pa.Array:
    """Return whole numbers with a point before their last digits, and a minus where they are negative."""
    unit = 10 ** decimals
    whole = pa.array(scaled // unit).cast(pa.string())
    behind = pc.utf8_lpad(pa.array(scaled % unit).cast(pa.string()), decimals, "0")
    text = pc.binary_join_element_wise(whole, behind, ".")
    if not is_negative.any():
        return text
    return pc.binary_join_element_wise(pc.if_else(pa.array(is_negative), "-", ""), text, "")


def _put(texts: npt.NDArray[Any], where: Mask, found: pa.Array) -> None:
    texts[where] = np.array(found.to_pylist(), object)
