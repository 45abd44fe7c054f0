"""What the checks answer with: privacy, schema and metadata all speak in findings."""

from dataclasses import dataclass, field

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
    room: str = "structure"          # "privacy", "asked", "structure", "metadata", "hidden": which page shows it
    basis: str = ""                  # id of the rule in resources/policy it rests on; empty: Steward's default
    remedies: tuple[str, ...] = field(default=())  # names of the remedies that fit, the recommended one first

    @property
    def key(self) -> tuple[str, str | None]:
        """Return what identifies the finding among those of its table, so that a decision can name it."""
        return (self.kind, self.column)
