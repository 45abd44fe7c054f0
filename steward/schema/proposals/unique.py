"""Identifiers of which each stands once. Source: Table Schema, "unique".

Moments, amounts and sentences that happen to differ are no identifiers: the column's name must say so, or all its values be
written in one way, as codes are.
"""

from steward.schema.field import Constraints
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import Asked
from steward.vocabulary.message import say


class Unique:
    """Every filled cell of an identifier is there once."""

    rule = "unique"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule for what looks like an identifier."""
        column = asked.column
        if not asked.is_identifier:
            return None
        return Proposal(rule=self.rule, column=column.name, constraints=Constraints(unique=True), what=say("Each value once"),
                        why=say("{count} values, and none comes twice.", count=column.filled))


PROPOSAL = Unique()
