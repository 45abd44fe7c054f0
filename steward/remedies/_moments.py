"""What remedies that make dates coarser share: the dates of a column as ISO 8601, whatever their form."""

import pyarrow as pa

from steward.remedies._step import column_of
from steward.table.distinct import Distinct
from steward.table.inference import profile_column
from steward.table.moments import iso_text
from steward.table.sheet import Sheet
from steward.vocabulary.recipe import Step

ISO_DAY = r"^\s*(?P<day>[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?:[T ].*)?$"


def days_of(sheet: Sheet, step: Step) -> tuple[str, Distinct, pa.Array]:
    """Return the column's name, its distinct values, and for each the day as YYYY-MM-DD; null where it is no date.

    Raises: StepDoesNotFit if the sheet has no such column.
    """
    import pyarrow.compute as pc

    profile = profile_column(column_of(sheet, step))
    values = profile.distinct.values.cast(pa.string())
    plain = pc.struct_field(pc.extract_regex(values, ISO_DAY), "day")
    if profile.type in ("date", "datetime") and profile.format is not None:
        written = pc.utf8_slice_codeunits(iso_text(values, profile.format, profile.type), 0, len("2020-01-31"))
        plain = pc.coalesce(plain, written)
    return profile.name, profile.distinct, plain
