"""What the privacy room answers with: verdicts by column, and the report of a whole table."""

from dataclasses import dataclass

from steward.privacy.disclosure import Disclosure
from steward.privacy.sensitive_lists import SensitiveRows
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One harmful kind in one column. Holds positions and the reason, never a cell."""

    kind: str          # "email"; stable, stored in manifests
    tier: Tier
    rows: Positions    # as the spreadsheet numbers them
    share: float       # of the filled cells, 0 to 1
    reason: Message
    sure: float        # 0 to 1
    is_in_sentences: bool = False   # whether most of these cells say more than that: a number inside a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnVerdict:
    """What is thought of one column: harmful kinds, strictest first, and the harmless ones it was told from."""

    column: str
    harmful: tuple[Verdict, ...] = ()
    benign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyReport:
    """The verdicts of a table: one per column in order, and the findings that a person answers."""

    columns: tuple[ColumnVerdict, ...]
    findings: tuple[Finding, ...]
    about: str                      # what one row is: "person", "incident", "business", "asset", "animal", "count", "unknown"
    sensitive: tuple[SensitiveRows, ...] = ()   # rows that tell of sensitive incidents or places
    counted: tuple[str, ...] = ()   # columns of counts, where rows are categories of people
    threshold: int = 0              # of rows and counts: fewer are small
    disclosure: Disclosure | None   # None where rows are not about people
