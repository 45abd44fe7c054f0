"""Empty rows. Kind as in frictionless; a sealed table must have none, since `frictionless validate` refuses it."""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import Places, about_numbered, about_records
from steward.schema.context import Context
from steward.schema.declared_nothing import declared_nothing
from steward.table.text import is_short
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier


class BlankRows:
    """Records in which no cell holds anything: still in the table, or left out when the file was read."""

    kinds = ("blank-row",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding: about the records that are still in, else about the rows that were left out."""
        places = blank_places(context)
        if len(places):
            what = _empty(len(places)) if _has_no_words(context, places) else say_count(
                "One record is empty, or holds only words that mean no value.",
                "{count} records are empty, or hold only words that mean no value.", len(places))
            yield from about_records(context.sheet, places, kind="blank-row", tier=Tier.BLOCK, what=what,
                                     next_step=say("Leave out the empty records."), remedies=("leave_out_blank_rows",))
            return
        rows = context.sheet.provenance.blank_rows
        what = say_count("One row of the file is empty. It is not part of the table.",
                         "{count} rows of the file are empty. They are not part of the table.", len(rows))
        yield from about_numbered(rows, (), kind="blank-row", tier=Tier.NOTE, what=what,
                                  next_step=say("There is nothing to do, unless a record should stand there."))


def _empty(count: int) -> Message:
    return say_count("One record is empty.", "{count} records are empty.", count)


def _has_no_words(context: Context, places: Places) -> bool:
    """Return whether the cells of these records are all blank."""
    codes = ((column, column.distinct.codes) for column in context.columns)
    return all(column.is_blank[places if known is None else known[places]].all() for column, known in codes)


def blank_places(context: Context) -> Places:
    """Return the places of the records whose cells are all empty, or are all what their fields name as missing."""
    blank = np.full(context.sheet.height, bool(context.columns), np.bool_)
    for column in context.columns:
        values, field = column.distinct, context.field_of(column)
        nothing = is_short(values.values, 0) if field.type == "string" else column.is_blank
        nothing = nothing | declared_nothing(column, field)
        blank &= nothing if values.codes is None else nothing[values.codes]
        if not blank.any():
            break
    return np.flatnonzero(blank)


CHECK = BlankRows()
