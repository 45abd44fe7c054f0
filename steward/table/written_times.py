"""Times of day, alone or behind a date, in whatever way each is written: for columns that no single form covers."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from steward.table._calendar import pattern_of
from steward.table._shapes import CLOCK_FORMS
from steward.table.distinct import Mask
from steward.table.moments import iso_text
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, mask_of, matching, matching_among
from steward.table.written_dates import iso_dates

LONGEST = 48                       # bytes
SAMPLE_VALUES, WORTH_TRYING = 200, 0.5
CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?\s*(?:[ap]\.?m\.?)?"
BARE_HOUR = r"[0-9]{1,2}\s*[ap]\.?m\.?"
PERHAPS = rf"(?i)^(?P<day>.*?)(?P<gap>(?:^|[T,]|\s)\s*)(?P<clock>{CLOCK}|{BARE_HOUR})\s*$"
FORMS = (*CLOCK_FORMS, "%H:%M:%S.%f")
ISO_MOMENT = rf"^(?:{pattern_of('%Y-%m-%d', padded=True)}T)?{pattern_of('%H:%M:%S', padded=True)}$"


@dataclass(frozen=True, slots=True)
class Times:
    """Which values of a column are times of day, and which a date with a time behind it."""

    is_time: Mask
    is_moment: Mask

    @property
    def is_either(self) -> Mask:
        """Return which values have a time in them."""
        return self.is_time | self.is_moment


def read_times(column: ColumnProfile, among: Mask | None = None) -> Times | None:
    """Return how the values of a column read as times; None where a look at some of them finds few.

    With `among` only the masked values are read, all of them: a column whose type is known has few that need it.
    """
    values = column.distinct.values
    short = ~column.is_blank & is_short(values, LONGEST)
    if among is None and not _is_worth_trying(values, short):
        return None
    places = np.flatnonzero(matching_among(values, short if among is None else short & among, PERHAPS))
    found = Times(np.zeros(len(values), np.bool_), np.zeros(len(values), np.bool_))
    texts = values.take(pa.array(places))
    found.is_time[places] = _there(iso_times(texts))
    found.is_moment[places] = _there(iso_moments(texts, "mdy"))
    return found


def _is_worth_trying(values: pa.Array, short: Mask) -> bool:
    some = np.flatnonzero(short)[::max(1, len(values) // SAMPLE_VALUES)]
    return bool(len(some) and matching(values.take(pa.array(some)), PERHAPS).mean() >= WORTH_TRYING)


def iso_times(values: pa.Array) -> pa.Array:
    """Return each time of day as ISO 8601 writes it; null where the value is none, or has a date in front."""
    import pyarrow.compute as pc

    day, clock = _parts(values)
    return pc.if_else(pc.equal(day, ""), _iso_clocks(clock), pa.scalar(None, pa.string()))


def iso_moments(values: pa.Array, order: str) -> pa.Array:
    """Return each date with a time as ISO 8601 writes it, doubtful dates read in `order`; null where it is none."""
    import pyarrow.compute as pc

    day, clock = _parts(values)
    return pc.binary_join_element_wise(iso_dates(day, order), _iso_clocks(clock), "T")


def days_before(values: pa.Array) -> pa.Array:
    """Return what stands in front of each time; null where there is no time."""
    return _parts(values)[0]


def _parts(values: pa.Array) -> tuple[pa.Array, pa.Array]:
    import pyarrow.compute as pc

    found = pc.extract_regex(values.cast(pa.string()), PERHAPS)
    return pc.utf8_trim_whitespace(pc.struct_field(found, "day")), pc.struct_field(found, "clock")


def _iso_clocks(clocks: pa.Array) -> pa.Array:
    """Return clock times as HH:MM:SS: "7:15 a.m.", "7 PM" and "7:15pm" too."""
    import pyarrow.compute as pc

    bare = pc.replace_substring_regex(pc.utf8_upper(pc.utf8_trim_whitespace(clocks)), r"\s*([AP])\.?M\.?$", r" \1M")
    whole = pc.replace_substring_regex(bare, r"^([0-9]{1,2}) ([AP]M)$", r"\1:00 \2")
    written = pa.nulls(len(whole), pa.string())
    for form in FORMS:
        if written.null_count:
            written = pc.coalesce(written, iso_text(whole, form, "time"))
    return written


def _there(written: pa.Array) -> Mask:
    import pyarrow.compute as pc

    return mask_of(pc.is_valid(written))
