"""What a plan leaves as it is although a person should look at it: sentences, and numbers that nearly every row has for itself.

Context: a plan does something about what was found, and what was not found would go out without a word. Decision: the columns
that may still tell of somebody by their form alone are told beside the plan, whatever their headers say. Refused: to leave
them out as well (most are remarks about work, and numbers of permits that the public looks up).
"""

import re
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pyarrow as pa

from steward.privacy.evidence import MANY_SENTENCES
from steward.privacy.verdict import ColumnVerdict
from steward.table.profile import ColumnProfile
from steward.table.text import matching
from steward.vocabulary.message import Message, say

SAMPLE, FEWEST, NEARLY_EACH, MOSTLY = 2_000, 20, 0.95, 0.9
_NUMBER = r"^\s*(?:[0-9]{5,}|[A-Za-z]{0,6}[-_#/ ]?[0-9][0-9A-Za-z/_-]{3,}|[0-9A-Fa-f-]{32,36})\s*$"
_PLAIN = re.compile(r"(?<![^\W_])[a-z]{2,}(?![^\W_])")
_JOINING = frozenset(("of", "and", "for", "the", "or", "to", "in", "on", "at"))
_SOME, _LONG, _LONGEST = 3, 8, 400      # plain words; words of a sentence in capitals; letters that are read
_TYPES = ("string", "integer")


def left_standing(columns: Sequence[ColumnProfile], verdicts: Sequence[ColumnVerdict],
                  treated: Collection[str | None]) -> tuple[Message, ...]:
    """Return what is said of the columns that no step treats and nothing was found in, in the order of the table."""
    free = [column for column, verdict in zip(columns, verdicts, strict=True)
            if column.name not in treated and not verdict.harmful and not verdict.benign and column.type in _TYPES]
    return tuple(_told(free))


def _told(free: Sequence[ColumnProfile]) -> Iterator[Message]:
    sentences = [column.name for column in free if _are_sentences(column)]
    if sentences:
        yield say("Nothing that tells of a person was found in the sentences of {columns}. A name that stands bare in one may "
                  "be missed: read them.", columns=", ".join(sentences))
    numbers = [column.name for column in free if column.name not in sentences and _are_own_numbers(column)]
    if numbers:
        yield say("Nearly every row has a number of its own in {columns}. If it is a person's, as that of a card or an "
                  "account, leave it out.", columns=", ".join(numbers))


def _are_sentences(column: ColumnProfile) -> bool:
    """Return whether many cells are more than the name of something: long, or with several plain words."""
    if column.type != "string" or not column.filled:
        return False
    told = [_is_sentence(cell) for cell in _some(column).to_pylist()]
    return sum(told) >= MANY_SENTENCES * len(told)


def _is_sentence(cell: str) -> bool:
    plain = [word for word in _PLAIN.findall(cell[:_LONGEST]) if word not in _JOINING]
    return len(plain) >= _SOME or len(cell[:_LONGEST].split()) >= _LONG


def _are_own_numbers(column: ColumnProfile) -> bool:
    """Return whether nearly all filled cells differ and are numbers of one width, as no amounts are."""
    if column.filled < FEWEST or (column.distinct_count or column.filled) < NEARLY_EACH * column.filled:
        return False
    some = _some(column)
    if len(set(some.to_pylist())) < NEARLY_EACH * len(some) or float(matching(some, _NUMBER).mean()) < MOSTLY:
        return False
    widths = np.array([len(cell.strip()) for cell in some.to_pylist()])
    return float((np.abs(widths - np.median(widths)) <= (column.type == "string")).mean()) >= MOSTLY


def _some(column: ColumnProfile) -> pa.Array:
    """Return some filled values, evenly through the column."""
    filled = np.flatnonzero(~column.is_blank)
    places = filled[np.unique(np.linspace(0, max(len(filled) - 1, 0), min(len(filled), SAMPLE)).astype(np.int64))]
    return pa.array(column.distinct.values.take(pa.array(places)).to_pylist(), pa.string())
