"""Looks into loose texts: reasons that people type, metadata, hidden parts of workbooks, records that fit no table."""

from collections.abc import Sequence

import pyarrow as pa

from steward.privacy.evidence import recognizers, single_hits
from steward.privacy.knowledge import Knowledge
from steward.privacy.policy import Policy
from steward.privacy.reasons import kind_words
from steward.privacy.spans import normalized
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.positions import Positions
from steward.vocabulary.words import Words


def spot_texts(texts: Sequence[str], knowledge: Knowledge) -> tuple[tuple[int, str], ...]:
    """Return (index, kind) for each kind that proves itself in a text, in the order of the texts."""
    if not texts:
        return ()
    looked_for = [recognizer for recognizer in recognizers() if recognizer.needs.single]
    hits = single_hits(normalized(pa.array(texts, pa.large_string())), knowledge, looked_for)
    return tuple(sorted((int(place), kind) for kind, places in hits.items() for place in places))


def quarantine_finding(kind: str, rows: Positions, policy: Policy) -> Finding:
    """Return the finding about records that do not fit the table and hold something of a kind."""
    return Finding(kind=kind, tier=policy.tier(kind), count=len(rows), rows=rows, room="privacy", basis=policy.basis(kind),
                   remedies=("leave_out_quarantined",), words=Words(
                       what=say("Rows that do not fit the table may hold {things}.", things=kind_words(kind)),
                       where=say_count("{count} row, row {first}.", "{count} rows, first in row {first}.", len(rows),
                                       first=rows[0]),
                       next_step=say("Leave these rows out, or mend them in the spreadsheet and open it again.")))
