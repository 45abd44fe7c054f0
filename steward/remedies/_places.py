"""What remedies of coordinates share: two columns that tell places, as numbers, and the sheet with other numbers in them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.remedies._step import column_of, refuse, text_of
from steward.table.decimals import written
from steward.table.map_pairs import named_pairs, other_of
from steward.table.numerals import plain_mask
from steward.table.sheet import Column, Sheet
from steward.table.text import flat_bytes, last_bytes, mask_of
from steward.vocabulary.message import say
from steward.vocabulary.recipe import Step

DECIMALS = 6    # of a degree: a tenth of a meter
DIGITS, OF_NUMBERS = (np.isin(np.arange(256, dtype=np.uint8), list(signs)) for signs in (b"0123456789", b"0123456789.+-"))
Numbers = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Places:
    """Two columns by their names, the eastern one first, with their numbers per record; NaN where a cell holds none."""

    east: Column
    north: Column
    x: Numbers
    y: Numbers


def places_of(sheet: Sheet, step: Step) -> Places:
    """Return the pair of columns that the step's column belongs to; parameter `other` names its partner where names do not.

    Raises: StepDoesNotFit where the column has none.
    """
    column = column_of(sheet, step)
    other = text_of(step, "other") or other_of(column.name, sheet.names)
    if other is None or other not in sheet.names or other == column.name:
        raise refuse(say("The table has no column that tells places together with this one."),
                     say("Take the step out of the recipe, or rename the columns to longitude and latitude."), column.name)
    is_east = (column.name, other) in named_pairs(sheet.names) or (other, column.name) not in named_pairs(sheet.names)
    east, north = (column, sheet.column(other)) if is_east else (sheet.column(other), column)
    return Places(east, north, numbers_in(east), numbers_in(north))


def with_places(sheet: Sheet, places: Places, mask: Mask, east: pa.Array, north: pa.Array) -> Sheet:
    """Return the sheet with other texts in the masked records of both columns; the arrays hold those records' alone."""
    if not mask.any():
        return sheet
    return replaced(replaced(sheet, places.east, mask, east), places.north, mask, north)


def with_degrees(sheet: Sheet, places: Places, mask: Mask, east: Numbers, north: Numbers) -> Sheet:
    """Return the sheet with degrees in the masked records of both columns, written with six decimals."""
    return with_places(sheet, places, mask, written(east, DECIMALS), written(north, DECIMALS))


def replaced(sheet: Sheet, column: Column, mask: Mask, values: pa.Array) -> Sheet:
    """Return the sheet with other texts in the masked records of a column; the array holds those records' alone."""
    import pyarrow.compute as pc

    if mask.all():
        return sheet.with_values(column.name, pa.chunked_array([values.cast(column.values.type)]))
    whole = column.values.combine_chunks()
    whole = pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
    changed = pc.replace_with_mask(whole, pa.array(mask), values.cast(whole.type))
    return sheet.with_values(column.name, pa.chunked_array([changed]))


def numbers_in(column: Column) -> Numbers:
    """Return the number of each record; NaN where a cell holds none."""
    pieces = [_bare_numbers(chunk) if (quick := _numbers_at_once(chunk)) is None else quick for chunk in column.values.chunks]
    return np.concatenate(pieces) if pieces else np.zeros(0)


def _numbers_at_once(values: pa.Array) -> Numbers | None:
    """Return the same where digits, points and signs are all that stands in the cells; None where something else does."""
    if not OF_NUMBERS[flat_bytes(values)].all():
        return None
    try:
        return _read(values, DIGITS[last_bytes(values)])
    except pa.ArrowInvalid:      # 1-2 and 1.2.3 are no numbers
        return None


def _bare_numbers(values: pa.Array) -> Numbers:
    import pyarrow.compute as pc

    bare = pc.replace_substring(pc.utf8_trim_whitespace(values), ",", "")
    return _read(bare, plain_mask(bare))


def _read(values: pa.Array, mask: Mask) -> Numbers:
    import pyarrow.compute as pc

    if mask.all():
        return np.asarray(values.cast(pa.float64()).to_numpy())
    numbers = pc.if_else(pa.array(mask), values, pa.scalar(None, values.type)).cast(pa.float64())
    return np.where(mask_of(numbers.is_valid()), numbers.to_numpy(zero_copy_only=False), np.nan)
