"""Small vocabularies: a status, a kind, a district by name. Source: Table Schema, "enum".

Every value must have been seen several times: a value that came once says that there are others not seen yet (Good 1953, "The
population frequencies of species": the share of the unseen is about that of the values seen once). Columns about people have
none, since the list itself becomes public.
"""

import pyarrow as pa

from steward.schema.field import Constraints
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import Asked
from steward.schema.proposals._dressed import are_lists, are_years
from steward.table.look_alikes import clusters
from steward.vocabulary.message import say

MOST_VALUES = 30
FEWEST_OF_EACH = 3      # rows with the rarest value
ROWS_PER_VALUE = 10
LONGEST_LETTERS = 50
OF_THINGS = frozenset(("zip", "zipcode", "phone", "parcel", "account", "case", "permit", "ticket", "email", "date", "time"))


class SmallVocabulary:
    """Text of few different values, each of which comes again and again."""

    rule = "enum"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule; none where two values may be the same word."""
        column, count = asked.column, asked.column.distinct_count
        is_text = column.type == asked.field.type == "string"
        if asked.is_private or not is_text or count is None or not 2 <= count <= MOST_VALUES:  # noqa: PLR2004
            return None
        counts = column.distinct.counts[~column.is_blank]
        values: list[str] = column.distinct.values.filter(pa.array(~column.is_blank)).to_pylist()
        if column.filled < ROWS_PER_VALUE * count or counts.min() < FEWEST_OF_EACH or column.is_missing_word.any():
            return None
        if any(len(value) > LONGEST_LETTERS or value != value.strip() for value in values) or clusters(values, counts.tolist()):
            return None
        if asked.is_dressed or OF_THINGS & set(asked.words) or are_years(column.distinct.values) or are_lists(values):
            return None
        return Proposal(rule=self.rule, column=column.name, constraints=Constraints(enum=tuple(sorted(values))),
                        what=say("Only these {count} values", count=count),
                        why=say("{rows} filled cells, and each value comes {fewest} times at least.", rows=column.filled,
                                fewest=int(counts.min())))


PROPOSAL = SmallVocabulary()
