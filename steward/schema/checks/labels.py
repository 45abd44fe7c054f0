"""The names of columns.

Source: the file rules of DataSF, California and New York, "unique, non-blank headers"; kinds as in frictionless.
"""

from collections import Counter
from collections.abc import Iterable

from steward.schema.checks._finding import about_column, about_table, shown
from steward.schema.context import Context
from steward.table.sheet import Column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class Labels:
    """Columns that have no name in the file, or the name of another column; files that have no names at all."""

    kinds = ("blank-label", "duplicate-label", "no-header")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each such column; one for all of them where the file has no header."""
        if not context.sheet.provenance.header_rows:
            yield from [_headless()] if any(column.label is None for column in context.sheet.columns) else []
            return
        seen: Counter[str] = Counter()
        for column in context.sheet.columns:
            label = column.label or ""
            if not label.strip():
                yield _blank(column)
            elif seen[label]:
                yield _repeated(column)
            seen[label] += 1


def _headless() -> Finding:
    return about_table(kind="no-header", tier=Tier.WARN, count=1, where=say("The whole table."),
                       what=say("The file has no row with the names of its columns. Steward numbers them."),
                       next_step=say("Add a first row with the names in the spreadsheet, and open it again."))


def _blank(column: Column) -> Finding:
    return about_column(column.name, kind="blank-label", tier=Tier.WARN, remedies=("rename_column", "leave_out_column"),
                        what=say("A column has no name. Steward calls it {column}.", column=column.name),
                        where=say("Place {place} from the left.", place=str(column.position)),
                        next_step=say("Give it a name that says what it holds, or leave it out."))


def _repeated(column: Column) -> Finding:
    return about_column(column.name, kind="duplicate-label", tier=Tier.WARN, remedies=("rename_column", "leave_out_column"),
                        what=say("Two columns have the same name. Steward calls the later one {column}.",
                                 column=shown(column.name)),
                        next_step=say("Give one of them another name."))


CHECK = Labels()
