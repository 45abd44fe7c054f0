"""Identifiers of which each stands once. Source: Table Schema, "unique".

Moments, amounts and sentences that happen to differ are no identifiers: the column's name must say so, or all its values be
written in one way, as codes are.
"""

from steward.schema.field import Constraints
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import FEWEST_ROWS, Asked
from steward.schema.proposals._written import written_way
from steward.table.profile import ColumnProfile
from steward.vocabulary.message import say


class Unique:
    """Every filled cell of an identifier is there once."""

    rule = "unique"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the rule for what looks like an identifier."""
        column = asked.column
        if column.type not in ("string", "integer") or column.filled < FEWEST_ROWS:
            return None
        if column.is_missing_word.any() or column.odd.any():
            return None
        may_be = asked.names_things or (column.type == "string" and written_way(column) is not None)
        if not may_be or not each_once(column):
            return None
        return Proposal(rule=self.rule, column=column.name, constraints=Constraints(unique=True), what=say("Each value once"),
                        why=say("{count} values, and none comes twice.", count=column.filled))


def each_once(column: ColumnProfile) -> bool:
    """Return whether no filled value is there twice."""
    import pyarrow as pa
    import pyarrow.compute as pc

    values = column.distinct
    if values.is_counted and not (values.counts[~column.is_blank] == 1).all():
        return False
    filled = values.values.filter(pa.array(~column.is_blank))
    if column.type == "integer":
        filled = pc.cast(pc.utf8_trim(filled, "+"), pa.int64())    # "+1" and "1" are one number
    return bool(pc.count_distinct(filled).as_py() == len(filled))


PROPOSAL = Unique()
