"""What the checks answer with: privacy, schema and metadata all speak in findings."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from steward.vocabulary.decision import key_of
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a person must look at. Holds positions and counts, never cell values."""

    kind: str                        # "email"; stable, stored in manifests
    tier: Tier
    column: str | None = None        # as `Column.name`; None: the finding is about the whole table
    count: int                       # how many cells, rows or things; at least len(rows) where rows are named
    rows: Positions = NOWHERE        # as the spreadsheet numbers them, titles, blanks and quarantined rows counted
    lines: Positions = NOWHERE       # physical lines of a text file, in the order of `rows`
    parts: Positions = NOWHERE       # of a reshaped table, in the order of `rows`: which record of its row each one is
    words: Words
    which: str = ""                  # where several of a kind are about one column: which one, without a cell
    room: str = "structure"          # "privacy", "asked", "structure", "metadata", "hidden": which page shows it
    basis: str = ""                  # id of the rule in resources/policy it rests on; empty: Steward's default
    remedies: tuple[str, ...] = field(default=())  # names of the remedies that fit, the recommended one first

    @property
    def key(self) -> tuple[str, str | None]:
        """Return what identifies the finding among those of its table, so that a decision can name it."""
        return key_of(self.kind, self.column, self.which)


def told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with `which` only where several of a kind are about one column.

    An answer to the only one of its kind needs none, and answers that were given before there were several name none: they
    answer no one of several, which are asked about anew.
    """
    every = tuple(findings)
    times = Counter((one.kind, one.column) for one in every)
    return tuple(replace(one, which="") if one.which and times[one.kind, one.column] == 1 else one for one in every)
