"""What a check answers: the profile, the verdicts, the findings of every room in one list."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from steward.privacy.verdict import PrivacyReport
from steward.schema.context import Context
from steward.schema.field import Field
from steward.table.profile import TableProfile
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.hidden import HiddenThing


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """All that was found about one table. Holds positions and counts, never a cell, but for the profile it rests on."""

    profile: TableProfile
    privacy: PrivacyReport
    findings: tuple[Finding, ...]      # of every room, the strictest first
    fields: tuple[Field, ...]          # inferred, with what the person said laid over
    hidden: tuple[HiddenThing, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()  # of each part, in order
    context: Context | None = field(default=None, repr=False, compare=False)  # what the checks worked out; of small tables

    def also(self, found: Iterable[Finding]) -> "CheckReport":
        """Return the report with further findings, each in its place."""
        return replace(self, findings=in_order((*self.findings, *found), self.profile.sheet))


def in_order(findings: Iterable[Finding], sheet: Sheet) -> tuple[Finding, ...]:
    """Return findings with the strictest first, then in the order of the columns they are about."""
    places = {name: place for place, name in enumerate(sheet.names)}
    return tuple(sorted(findings, key=lambda found: (found.tier.rank, places.get(found.column or "", -1), found.kind)))
