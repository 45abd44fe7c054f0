"""Numbers with separators, currency signs, percent signs or units.

Source: the file rules of DataSF, California and New York.
"""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.numerals import formatted_mask, plain_mask
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

NEARLY_ALL = 0.9  # of the filled cells are numbers, dressed up or not: the same share that gives a column its type


class FormattedNumbers:
    """Columns of numbers, some or all of which are dressed up for reading."""

    kinds = ("formatted-number",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of numbers that holds such cells."""
        for column in context.columns:
            if column.type not in ("integer", "number", "string"):
                continue
            mask = formatted_mask(column)
            if mask.any() and (column.type != "string" or _is_of_numbers(column, mask)):
                yield from self._about(context, column, mask)

    def _about(self, context: Context, column: ColumnProfile, mask: Mask) -> Iterable[Finding]:
        what = say_count("One number is written with a separator, a sign or a unit, such as $1,204 or 12 %.",
                         "{count} numbers are written with separators, signs or units, such as $1,204 or 12 %.",
                         column.distinct.count_where(mask))
        next_step = say("Keep the digits alone and name the unit in the description of the column.")
        yield from about_cells(context.sheet, column, mask, kind="formatted-number", tier=Tier.WARN, what=what,
                               next_step=next_step, remedies=("plain_numbers",))


def _is_of_numbers(column: ColumnProfile, dressed: Mask) -> bool:
    values = column.distinct
    rest = ~column.is_blank & ~column.is_missing_word
    numbers = values.count_where(dressed) + values.count_where(plain_mask(values.values) & rest)
    return numbers >= NEARLY_ALL * values.count_where(rest | dressed)


CHECK = FormattedNumbers()
