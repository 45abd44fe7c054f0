"""Records that repeat an earlier one in every cell. Source: the pilot's BOEC file: 1,053 of 74,464, and no key to tell why.

Where a name is written once above its group, alike records of two groups are two things, and to leave one out would lose it:
repeats are looked for once the names are filled down, which is asked first.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import Places, about_records
from steward.schema.checks.blank_rows import blank_places
from steward.schema.checks.filled_once import group_columns
from steward.schema.checks.print_layout import print_places
from steward.schema.context import Context
from steward.table.places import without
from steward.table.repeats import repeated_places
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say_count
from steward.vocabulary.tier import Tier


class DuplicateRows:
    """Exact duplicates: each later occurrence is named, the first is not."""

    kinds = ("duplicate-row",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding if there are any."""
        if context.once(group_columns):
            return
        places = context.once(repeated_records)
        if len(places):
            places = without(without(places, context.once(blank_places)), context.once(print_places))
        what = say_count("One record is the same as an earlier one in every cell.",
                         "{count} records are the same as an earlier one in every cell.", len(places))
        next_step = say_count(
            "If both really happened, keep them and add a column that tells them apart, such as a number. If not, leave the "
            "repeated one out.",
            "If each of them really happened, keep them and add a column that tells them apart, such as a number. If not, "
            "leave the repeated ones out.", len(places))
        yield from about_records(context.sheet, places, kind="duplicate-row", tier=Tier.WARN, what=what, next_step=next_step,
                                 remedies=("leave_out_duplicates",))


def repeated_records(context: Context) -> Places:
    """Return the places of the records that equal an earlier one in every cell, empty ones and repeated headers too."""
    return repeated_places([column.distinct for column in context.columns])


CHECK = DuplicateRows()
