"""The names of columns.

Source: the file rules of DataSF, California and New York, "unique, non-blank headers"; kinds as in frictionless.
"""

from collections import Counter
from collections.abc import Iterable

from steward.schema.checks._finding import about_column, shown
from steward.schema.context import Context
from steward.table.sheet import Column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class Labels:
    """Columns that have no name in the file, or the name of another column."""

    kinds = ("blank-label", "duplicate-label")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column; where the file has no header at all there is nothing to say here."""
        seen: Counter[str] = Counter()
        for column in context.sheet.columns:
            if column.label is None:
                continue
            if not column.label.strip():
                yield _blank(column)
            elif seen[column.label]:
                yield _repeated(column)
            seen[column.label] += 1


def _blank(column: Column) -> Finding:
    return about_column(column.name, kind="blank-label", tier=Tier.WARN, remedies=("rename_column", "leave_out_column"),
                        what=say("A column has no name. Steward calls it {column}.", column=column.name),
                        next_step=say("Give it a name that says what it holds, or leave it out."))


def _repeated(column: Column) -> Finding:
    return about_column(column.name, kind="duplicate-label", tier=Tier.WARN, remedies=("rename_column", "leave_out_column"),
                        what=say("Two columns have the same name. Steward calls the later one {column}.",
                                 column=shown(column.name)),
                        next_step=say("Give one of them another name."))


CHECK = Labels()
