"""Columns that would have a type but for a few cells: 11 texts among 100,000 days. Source: Table Schema, "type".

Words for "nothing", and days in other forms, are mended first. Until then such a column is published as text, so that no cell
is lost. Once a person says that it holds days, the few are named as cells that do not fit, now and next month. A column of
just 1 and 0 may count something, so that it answers yes or no is for a person to say.
"""

from steward.schema.checks._forms import name_of_type
from steward.schema.declared_nothing import declared_nothing
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import Asked
from steward.table.profile import ColumnProfile
from steward.table.yes_no import are_flags
from steward.vocabulary.message import Message, say, say_count

MOST_ODD = 0.02       # of the filled cells; where more are otherwise, the column is of two minds


class Kind:
    """Nearly all filled cells have one type."""

    rule = "type"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the type that the column nearly has."""
        column = asked.column
        if asked.field.type == "integer" and are_flags(column) and not column.odd.any():
            return _flags(column)
        said = declared_nothing(column, asked.field)
        odd = column.distinct.count_where(column.odd & ~column.is_missing_word & ~said)
        if column.type == "string" or column.format or asked.field.type != "string" or odd > MOST_ODD * column.filled:
            return None
        if not odd and not said.any():
            return None
        return Proposal(rule=self.rule, column=column.name, type=column.type, format=column.format,
                        what=say("Only {type}", type=name_of_type(column.type)), why=_why(odd, column.filled))


def _why(odd: int, filled: int) -> Message:
    if not odd:
        return say("All filled cells are, but for those that were said to mean no value.")
    return say_count("{count} of {filled} filled cells is something else, and is then named.",
                     "{count} of {filled} filled cells are something else, and are then named.", odd, filled=filled)


def _flags(column: ColumnProfile) -> Proposal:
    return Proposal(rule=Kind.rule, column=column.name, type="boolean", what=say("Yes or no: 1 means yes, 0 means no"),
                    why=say("The column holds nothing but 1 and 0."))


PROPOSAL = Kind()
