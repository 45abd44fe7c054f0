"""Numbers that should name one record each and come again. Source: the pilot's BOEC file, which has no key."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows
from steward.schema.context import Context
from steward.table._words import words_of
from steward.table.profile import ColumnProfile
from steward.table.repeats import repeated_places
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

WORDS = frozenset(("id", "key", "objectid", "fid", "uid", "guid", "uuid", "oid", "recordid", "caseid"))
FEWEST_RECORDS = 20
MOST_REPEATED = 0.02      # of the records; where more come again, the column names something else
FIRST_COLUMNS = 3


class RepeatedKeys:
    """Records whose number an earlier one has."""

    kinds = ("repeated-key",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each of the first columns that names records, a few of them twice."""
        for column in context.columns[:FIRST_COLUMNS]:
            places = _again(column)
            if not len(places):
                continue
            what = say_count("One number that should name a single record is there a second time.",
                             "{count} numbers that should name a single record each are there again.", len(places))
            where = in_rows(column.name, len(places), int(context.sheet.rows[places[0]]))
            yield at_places(context.sheet, places, column.name, kind="repeated-key", tier=Tier.WARN,
                            remedies=("leave_out_same_key",), words=Words(what=what, where=where, next_step=say(
                                "See whether the same record came twice. Leave the repeated ones out, or give each its own.")))


def _again(column: ColumnProfile) -> Places:
    values, none = column.distinct, np.zeros(0, np.int64)
    different = len(values.values) if values.codes is not None else None
    if values.height < FEWEST_RECORDS or column.missing or not words_of(column.name) & WORDS:
        return none
    if different is not None and different < (1 - MOST_REPEATED) * values.height:
        return none
    places = repeated_places([values])
    return places if len(places) <= MOST_REPEATED * values.height else none


CHECK = RepeatedKeys()
