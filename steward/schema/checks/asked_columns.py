"""Columns that the schema asks for, or that were there when the dataset was published last, and that the table does not have.

The order of columns is no fault of a file: every reader of CSV finds them by name. Source: Table Schema v2, "fieldsMatch"; New
York's technical standards, "no structural change in routine updates".
"""

from collections.abc import Iterable, Sequence

from steward.schema.checks._finding import about_table, shown
from steward.schema.context import Context
from steward.table.header_words import header_words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

MOST_NAMED = 5


class AskedColumns:
    """One finding for all columns that are not there, one for their order."""

    kinds = ("asked-column-missing", "column-order")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield them; none where nothing was asked for."""
        asked = context.around.asked or tuple(field.name for field in context.around.earlier)
        places = {header_words(name): place for place, name in enumerate(asked)}
        there = [places[words] for words in map(header_words, context.sheet.names) if words in places]
        missing = [name for name in asked if places[header_words(name)] not in set(there)]
        if missing:
            yield _missing(missing)
        if there != sorted(there):
            yield about_table(kind="column-order", tier=Tier.WARN, count=1, where=say("The whole table."),
                              what=say("The columns stand in another order than they should."),
                              next_step=say("Whoever reads them by name finds them. Put them in the order of the schema in "
                                            "your file if somebody reads them by their place."))


def _missing(names: Sequence[str]) -> Finding:
    listed = ", ".join(shown(name) for name in names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    where = (say("Columns {columns} and {count} more.", columns=listed, count=rest) if rest > 0
             else say("Columns {columns}.", columns=listed))
    return about_table(kind="asked-column-missing", tier=Tier.DECIDE, count=len(names), where=where,
                       what=say_count("The table lacks a column that it should have.",
                                      "The table lacks {count} columns that it should have.", len(names)),
                       next_step=say("Give the column that holds it this name, add it in your file, or say why the table does "
                                     "without."), remedies=("rename_column",))


CHECK = AskedColumns()
