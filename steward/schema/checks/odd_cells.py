"""Cells that are not what the rest of their column is. Source: Validata, which says what it expected."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells
from steward.schema.checks._forms import example_of, name_of_type
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.numerals import SHORTENED, formatted_mask
from steward.table.profile import ColumnProfile
from steward.table.text import matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class OddCells:
    """Odd cells of a column whose other cells, nine in ten or more, have one type."""

    kinds = ("type-error",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column that is published as text only because of a few cells."""
        for column in context.columns:
            if column.odd.any() and context.field_of(column).type == "string":
                yield from self._about(context, column)

    def _about(self, context: Context, column: ColumnProfile) -> Iterable[Finding]:
        mask = _unexplained(column)
        what = say_count("One cell is not like the others, which are {type}, such as {example}.",
                         "{count} cells are not like the others, which are {type}, such as {example}.",
                         column.distinct.count_where(mask), type=name_of_type(column.type),
                         example=example_of(column.type, column.format))
        next_step = say("Correct them in your file and open it again. As it stands the column is published as text.")
        yield from about_cells(context.sheet, column, mask, kind="type-error", tier=Tier.WARN, what=what, next_step=next_step)


def _unexplained(column: ColumnProfile) -> Mask:
    """Return the odd values that no other check names: words for "nothing" and numbers with separators have their own."""
    mask: Mask = column.odd & ~column.is_missing_word
    if column.type not in ("integer", "number"):
        return mask
    mask &= ~formatted_mask(column)
    return mask & ~matching_among(column.distinct.values, mask, SHORTENED)


CHECK = OddCells()
