"""What stands against a record: missing answers, and answers that make no sense."""

from steward.discovery import discover
from steward.metadata.checks import Context
from steward.metadata.profile import MetadataProfile
from steward.metadata.record import Record
from steward.metadata.vocabularies import Vocabularies
from steward.vocabulary.finding import Finding


def examine(record: Record, profile: MetadataProfile, vocabularies: Vocabularies, dates: tuple[str, str] | None = None, *,
            file_name: str = "", today: str = "") -> tuple[Finding, ...]:
    """Return the findings on a record, the strictest first and then in the order of the questions.

    `dates`: the first and last day in the table, ISO 8601. `file_name` without its path; `today` ISO 8601.
    """
    context = Context(record=record, profile=profile, vocabularies=vocabularies, dates=dates, file_name=file_name, today=today)
    found = [finding for check in discover("steward.metadata.checks", "CHECK") for finding in check.examine(context)]
    places = {element.id: place for place, element in enumerate(profile.elements)}
    return tuple(sorted(found, key=lambda finding: (finding.tier.rank, places.get(finding.column or "", -1))))
