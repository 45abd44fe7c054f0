"""Words in a column of days or numbers that may mean that there is no value: "unknown", "see notes".

The words become missing values of the field, exactly as they are written, and the column gets the type of its other cells:
every cell stays as it is, and other programs read days. Words with a figure in them are more likely a value that was
mistyped, a dash among numbers may be zero, and the column's own name is a header that is repeated; none of them is offered.
Source: Table Schema v2, "missingValues".
"""

import pyarrow as pa

from steward.schema.checks._forms import name_of_type
from steward.schema.proposal import Proposal
from steward.schema.proposals._asked import Asked
from steward.table._words import DASHES
from steward.table.numerals import formatted_mask
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching
from steward.table.yes_no import yes_or_no
from steward.vocabulary.message import say, say_count

MOST_WORDS, LONGEST_BYTES = 8, 40
FIGURE = "[0-9]"


class NoValue:
    """A few words that mean no value, and the type that the column has without them."""

    rule = "missing"

    def propose(self, asked: Asked) -> Proposal | None:
        """Return the words with the type; none where they are many, or where they may tell of people."""
        column, answers = asked.column, yes_or_no(asked.column)
        kind = "boolean" if answers else column.type
        if asked.is_private or kind == "string" or asked.field.type != "string":
            return None
        words = _words(column, kind)
        if not 0 < len(words) <= MOST_WORDS:
            return None
        return Proposal(rule=self.rule, column=column.name, type=kind, format=column.format, missing=words,
                        true_values=answers.yes if answers else (), false_values=answers.no if answers else (),
                        what=say_count("{count} word means no value, the others are {type}",
                                       "{count} words mean no value, the others are {type}", len(words),
                                       type=name_of_type(kind)),
                        why=say("The cells stay as they are. Whoever reads the file is told that these words are no values."))


def _words(column: ColumnProfile, kind: str) -> tuple[str, ...]:
    """Return the odd values that are words, in the order of their letters; one too many where there are many."""
    found = column.is_missing_word if kind == "boolean" else column.odd & is_short(column.distinct.values, LONGEST_BYTES)
    if kind in ("integer", "number") and found.any():
        found = found & ~formatted_mask(column)
    values = column.distinct.values.filter(pa.array(found))
    values = values.filter(pa.array(~matching(values, FIGURE))).unique()
    told = [text for text in values[:4 * MOST_WORDS].to_pylist() if _is_word(text, column.name, kind)]
    return tuple(sorted(told))[:MOST_WORDS + 1]


def _is_word(text: str, name: str, kind: str) -> bool:
    plain = text.strip()
    return plain.casefold() != name.strip().casefold() and not (kind in ("integer", "number") and plain in DASHES)


PROPOSAL = NoValue()
