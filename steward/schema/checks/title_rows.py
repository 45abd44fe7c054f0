"""Rows above the column names, such as titles and dates of printing, which are not part of the table."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_numbered
from steward.schema.context import Context
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class TitleRows:
    """Rows with text that stand above the table and are not published."""

    kinds = ("title-row",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding about all of them, so that nothing is left away in silence; a hint for Excel has its own."""
        hints = {row for oddity in context.sheet.oddities if oddity.kind == "delimiter-hint" for row in oddity.rows}
        rows = [row for row in context.sheet.provenance.title_rows if row not in hints]
        what = say_count("One row stands above the names of the columns. It is not part of the table.",
                         "{count} rows stand above the names of the columns. They are not part of the table.", len(rows))
        yield from about_numbered(rows, (), kind="title-row", tier=Tier.NOTE, what=what,
                                  next_step=say("If it says what the table is about, say so in the description."))


CHECK = TitleRows()
