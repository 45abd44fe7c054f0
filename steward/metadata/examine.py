"""What stands against a record: missing answers, and answers that make no sense."""

from steward.discovery import discover
from steward.metadata.checks import Context, KnownDataset
from steward.metadata.covered import NONE_COVERED, Covered
from steward.metadata.neighborhoods import Neighborhoods
from steward.metadata.profile import MetadataProfile
from steward.metadata.record import Record
from steward.metadata.vocabularies import Vocabularies
from steward.vocabulary.finding import Finding


def examine(record: Record, profile: MetadataProfile, vocabularies: Vocabularies, dates: tuple[str, str] | None = None, *,
            file_name: str = "", today: str = "", step_days: float | None = None,
            box: tuple[float, float, float, float] | None = None, others: tuple[KnownDataset, ...] = (),
            has_table: bool | None = None, city: Neighborhoods | None = None,
            covered: Covered = NONE_COVERED) -> tuple[Finding, ...]:
    """Return the findings on a record, the strictest first and then in the order of the questions.

    `dates`: the first and last day in the table, ISO 8601. `step_days`: days from one date in the table to the next. `box`:
    west, south, east and north of the places in the table, in degrees. `file_name` without its path; `today` ISO 8601.
    `city`: its neighborhoods, and `covered` those that the table tells of.
    `has_table`: whether a table goes with the record; None where nobody knows.
    """
    return examine_context(Context(record=record, profile=profile, vocabularies=vocabularies, dates=dates, file_name=file_name,
                                   today=today, step_days=step_days, box=box, others=others, has_table=has_table,
                                   city=city, covered=covered))


def examine_context(context: Context) -> tuple[Finding, ...]:
    """Return the findings of every check, the strictest first and then in the order of the questions."""
    found = [finding for check in discover("steward.metadata.checks", "CHECK") for finding in check.examine(context)]
    places = {element.id: place for place, element in enumerate(context.profile.elements)}
    return tuple(sorted(found, key=lambda finding: (finding.tier.rank, places.get(finding.column or "", -1))))
