"""The texts of many numbers without a format, as `cell_text` writes each of them, worked out for all at once."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from steward.readers.formats._cells import cell_text
from steward.table.text import byte_lengths, bytes_of, mask_of, matching_among, within

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
_WRITTEN = r"^\s*[+-]?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]+)?\s*$"    # a code begins with zeros, or is longer
_BEGINS = bytes_of("0123456789+-")
_MOST_WHOLE = 2.0 ** 53
_MOST_DIGITS = 15            # of a number that is surely written with all the digits it has
_ODD = "[en]|^-0$"           # powers of ten, what is no number, a nought below nought


def number_texts(numbers: Floats) -> pa.Array:
    """Return the texts: whole numbers whole, others with the fewest digits behind the point that tell them."""
    with np.errstate(invalid="ignore"):
        is_whole = (np.abs(numbers) < _MOST_WHOLE) & (np.floor(numbers) == numbers)
    if is_whole.all():
        return pa.array(numbers.astype(np.int64)).cast(pa.string())
    texts = pa.array(numbers).cast(pa.string())     # as Python writes them, but for long ones and powers of ten
    is_other = (byte_lengths(texts) > _MOST_DIGITS) | mask_of(pc.match_substring_regex(texts, _ODD))
    if not is_other.any():
        return texts
    alone = pa.array([cell_text(number) for number in numbers[is_other].tolist()], pa.string())
    return pc.replace_with_mask(texts, pa.array(is_other), alone)


def text_numbers(texts: pa.Array) -> Mask:
    """Return which texts are numbers as they should be written."""
    return matching_among(texts, within(texts, _BEGINS), _WRITTEN)
