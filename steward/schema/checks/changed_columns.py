"""Columns that are not what they were when the dataset was published last: another type, or none of the values they had.

Source: New York's technical standards, "no structural change in routine updates"; principle "Managed Post-Release".
"""

from collections.abc import Iterable

import pyarrow as pa

from steward.schema.checks._finding import about_column
from steward.schema.checks._forms import name_of_type
from steward.schema.context import Context
from steward.schema.field import Field
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

CHANGED = "changed-column"
NUMBERS = frozenset(("integer", "number"))
ANY = frozenset(("any", "string"))


class ChangedColumns:
    """Columns whose name is known from last time and whose cells are of another kind."""

    kinds = (CHANGED,)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column; none where nothing was published before."""
        before = {field.name: field for field in context.around.earlier}
        for column in context.columns:
            now = context.field_of(column)
            if now.name in before and column.filled and (what := _change(column, before[now.name], now)) is not None:
                yield changed_column(column.name, what)


def changed_column(name: str, what: Message) -> Finding:
    """Return the finding about a column that is not what it was."""
    return about_column(name, kind=CHANGED, tier=Tier.DECIDE, what=what, remedies=("rename_column",), next_step=say(
        "Readers count on it as it was. Give the column another name if it means something else now, or say what changed."))


def _change(column: ColumnProfile, before: Field, now: Field) -> Message | None:
    """Return what is different; a column that became text because of a few odd cells is told by another check."""
    is_other = column.type != before.type and {column.type, before.type} - NUMBERS
    if is_other and not (before.type in ANY and now.type == "string"):
        return say("This column held {before} when the dataset was published last. Now it holds {now}.",
                   before=name_of_type(before.type), now=name_of_type(column.type))
    if before.constraints.enum and column.distinct.is_counted:
        known = pa.array(before.constraints.enum, pa.string())
        if not _any_of(column, known):
            return say("This column has none of the values it had when the dataset was published last.")
    return None


def _any_of(column: ColumnProfile, known: pa.Array) -> bool:
    import pyarrow.compute as pc

    return bool(pc.any(pc.is_in(column.distinct.values.cast(pa.string()), known)).as_py())


CHECK = ChangedColumns()
