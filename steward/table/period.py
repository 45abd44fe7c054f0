"""The first and last day that a column of dates tells of."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from steward.table.profile import ColumnProfile

DATE_TYPES = ("date", "datetime")


def day_span(column: "ColumnProfile") -> tuple[date, date] | None:
    """Return the first and last day of a column of dates; None where it is none, or none of its cells can be read."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if column.type not in DATE_TYPES:
        return None
    filled = pc.utf8_trim_whitespace(column.distinct.values.filter(pa.array(~(column.is_blank | column.odd))))
    if column.format is None:  # ISO 8601: the day stands in front, whatever follows
        filled = pc.utf8_slice_codeunits(filled, 0, len("2020-01-31"))
    moments = pc.strptime(filled, column.format or "%Y-%m-%d", "s", error_is_null=True)
    ends = pc.min_max(moments)
    if not ends["min"].is_valid:
        return None
    first, last = (np.datetime64(end.value, "s").astype("datetime64[D]").astype(date) for end in (ends["min"], ends["max"]))
    return first, last
