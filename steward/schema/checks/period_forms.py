"""Months, quarters and fiscal years written in several ways in one column: "Jan 2019" beside "2019-02".

Source: the file rules of DataSF, California and New York, "dates YYYY-MM-DD"; readers group by such a column.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.written_periods import periods_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

WANTED = {"month": "2019-01", "quarter": "2019-Q1", "fiscal year": "FY 2018-19", "year": "2019"}


class PeriodForms:
    """Cells that are written in another way than most of their column."""

    kinds = ("period-form",)
    beside = "days"

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of periods that are written in several ways."""
        for column in context.columns:
            found = periods_of(column)
            if found is None:
                continue
            mask = found.is_rarer
            yield from about_cells(context.sheet, column, mask, kind="period-form", tier=Tier.WARN,
                                   what=_what(column.distinct.count_where(mask)), remedies=("write_periods",),
                                   next_step=say("Write all of them in one way, such as {example}.",
                                                 example=WANTED[found.unit]))


def _what(count: int) -> Message:
    return say_count("One month, quarter or year is written in another way than the others of its column.",
                     "{count} months, quarters or years are written in other ways than most of their column.", count)


CHECK = PeriodForms()
