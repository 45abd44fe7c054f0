"""Numbers that should name one record each and come again. Source: the pilot's BOEC file, which has no key."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows
from steward.schema.checks.duplicate_rows import repeated_records
from steward.schema.context import Context
from steward.table._words import words_of
from steward.table.profile import ColumnProfile
from steward.table.repeats import repeated_places
from steward.table.text import is_short, matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

OF_RECORDS = frozenset(("no", "number", "num", "nbr", "permit", "case", "ticket", "incident", "request", "record", "sample",
                        "complaint", "application", "invoice", "tracking", "reference", "ref"))
NUMBERED = r"^[A-Za-z]{0,5}[-_ #]?(?:[0-9]{2,}[-_/. ]?)+[A-Za-z]{0,4}$"   # as a system numbers records; asked of such headers
LONGEST = 30              # bytes
WORDS = frozenset(("id", "key", "objectid", "fid", "uid", "guid", "uuid", "oid", "recordid", "caseid"))
FEWEST_RECORDS = 20
MOST_REPEATED = 0.02      # of the records; where more come again, the column names something else
SMALL = ((3, 0.1), (12, 0.05))   # so few, and such a share, may come again in a small table all the same
FIRST_COLUMNS = 3


class RepeatedKeys:
    """Records whose number an earlier one has."""

    kinds = ("repeated-key",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each of the first columns that names records, a few of them twice."""
        for column in context.columns[:FIRST_COLUMNS]:
            places = _again(context, column)
            if not len(places):
                continue
            what = say_count("One number that should name a single record is there a second time.",
                             "{count} numbers that should name a single record each are there again.", len(places))
            where = in_rows(column.name, len(places), int(context.sheet.rows[places[0]]))
            yield at_places(context.sheet, places, column.name, kind="repeated-key", tier=Tier.WARN,
                            remedies=("leave_out_same_key",), words=Words(what=what, where=where, next_step=say(
                                "See whether the same record came twice. Leave the repeated ones out, or give each its own.")))


def _again(context: Context, column: ColumnProfile) -> Places:
    """Return the records whose number comes again, without those that are the same in every cell, which another check names."""
    values, none = column.distinct, np.zeros(0, np.int64)
    is_first = column is context.columns[0]
    if values.height < FEWEST_RECORDS or column.missing or not (
            words_of(column.name) & WORDS or (is_first and words_of(column.name) & OF_RECORDS)):
        return none
    most = max(MOST_REPEATED * values.height, *(min(few, share * values.height) for few, share in SMALL))
    same = context.once(repeated_records)
    if values.codes is not None and values.height - len(values.values) > most + len(same):
        return none
    places = np.setdiff1d(repeated_places([values]), same)
    if not 0 < len(places) <= most:
        return none
    return places if words_of(column.name) & WORDS or _are_numbered(column) else none


def _are_numbered(column: ColumnProfile) -> bool:
    """Return whether all cells of the first column are numbers as a system gives them to records."""
    values = column.distinct.values
    return bool(is_short(values, LONGEST).all() and matching(values, NUMBERED).all())


CHECK = RepeatedKeys()
