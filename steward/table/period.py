"""The first and last day that a column of dates tells of, and how far apart its days mostly lie."""

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pyarrow as pa

    from steward.table.profile import ColumnProfile

DATE_TYPES = ("date", "datetime")
FEWEST_DAYS = 4     # different ones: fewer show no rhythm


def day_span(column: "ColumnProfile") -> tuple[date, date] | None:
    """Return the first and last day of a column of dates; None where it is none, or none of its cells can be read."""
    import pyarrow.compute as pc

    moments = _moments(column)
    ends = pc.min_max(moments) if moments is not None else None
    if ends is None or not ends["min"].is_valid:
        return None
    first, last = (np.datetime64(end.value, "s").astype("datetime64[D]").astype(date) for end in (ends["min"], ends["max"]))
    return first, last


def usual_step(column: "ColumnProfile") -> float | None:
    """Return how many days lie between one day of a column of dates and the next, as a median; None: there are few."""
    moments = _moments(column)
    if moments is None:
        return None
    days = np.unique(moments.drop_null().to_numpy().astype("datetime64[D]").astype(np.int64))
    return float(np.median(np.diff(days))) if len(days) >= FEWEST_DAYS else None


def _moments(column: "ColumnProfile") -> "pa.Array | None":
    """Return the different values of a column of dates as moments, null where one cannot be read; None for other columns."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if column.type not in DATE_TYPES:
        return None
    filled = pc.utf8_trim_whitespace(column.distinct.values.filter(pa.array(~(column.is_blank | column.odd))))
    if column.format is None:  # ISO 8601: the day stands in front, whatever follows
        filled = pc.utf8_slice_codeunits(filled, 0, len("2020-01-31"))
    return pc.strptime(filled, column.format or "%Y-%m-%d", "s", error_is_null=True)
