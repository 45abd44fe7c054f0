"""Columns that would have a type but for a few cells: 11 texts among 100,000 days. Source: Table Schema, "type".

Words for "nothing", and days in other forms, are mended first. Until then such a column is published as text, so that no cell
is lost. Once a person says that it holds days, the few are named as cells that do not fit, now and next month.
"""

from steward.schema.checks._forms import name_of_type
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import Asked
from steward.vocabulary.message import say, say_count

MOST_ODD = 0.02       # of the filled cells; where more are otherwise, the column is of two minds


class Kind:
    """Nearly all filled cells have one type."""

    rule = "type"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the type that the column nearly has."""
        column = asked.column
        odd = column.distinct.count_where(column.odd & ~column.is_missing_word)
        if column.type == "string" or column.format or asked.field.type != "string" or not 0 < odd <= MOST_ODD * column.filled:
            return None
        return Proposal(rule=self.rule, column=column.name, type=column.type, format=column.format,
                        what=say("Only {type}", type=name_of_type(column.type)),
                        why=say_count("{count} of {filled} filled cells is something else, and is then named.",
                                      "{count} of {filled} filled cells are something else, and are then named.", odd,
                                      filled=column.filled))


PROPOSAL = Kind()
