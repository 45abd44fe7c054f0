"""Codes that are all written in one way. Source: Table Schema, "pattern".

Amounts, times and days that are written as text are to be mended, and how they are written is no rule. The pattern is made of
kinds of signs alone, never of the letters of a value, and at most one part of it may differ in length.
"""

from steward.schema.field import Constraints
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import Asked
from steward.schema.proposals._written import FEWEST_VALUES
from steward.vocabulary.message import say

FEWEST_PARTS = 2          # "[0-9]+" or "[A-Z]+" alone says too little


class Pattern:
    """Text in which every value has the same kinds of signs at the same places."""

    rule = "pattern"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule for codes with figures in them."""
        column = asked.column
        counted = column.distinct_count
        is_few = counted is not None and counted < FEWEST_VALUES
        if asked.is_private or column.type != "string" or is_few or column.is_missing_word.any():
            return None
        way = asked.way
        if way is None or way.varying > 1 or not way.figures or (way.varying and way.pattern.count("[") < FEWEST_PARTS):
            return None
        if asked.is_dressed:
            return None
        return Proposal(rule=self.rule, column=column.name, constraints=Constraints(pattern=way.pattern),
                        what=say("Always written like {form}", form=way.form),
                        why=say("All {count} filled cells have the same characters at the same places: 0 stands for any "
                                "figure, A for a capital, a for a small letter.", count=column.filled))


PROPOSAL = Pattern()
