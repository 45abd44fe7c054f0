"""Columns that are always filled in. Source: Table Schema, "required"."""

from steward.schema.field import Constraints
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import FEWEST_ROWS, Asked
from steward.vocabulary.message import say


class Required:
    """No cell is empty, and none says in a word that it is."""

    rule = "required"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule where enough rows keep it."""
        column = asked.column
        if column.distinct.height < FEWEST_ROWS or column.missing or column.is_missing_word.any():
            return None
        return Proposal(rule=self.rule, column=column.name, constraints=Constraints(required=True), what=say("Never empty"),
                        why=say("All {rows} rows are filled in.", rows=column.filled))


PROPOSAL = Required()
