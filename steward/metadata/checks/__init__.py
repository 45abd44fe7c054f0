"""One file per check of sense on the record.

Context: the pilot's metadata was valid and wrong (another bureau's sentences, a local path, the neighboring bureau, a period
that the data contradicts). Decision: a schema is not asked; each check says one thing in plain words, and what must be
answered is told by the metadata profile. A check yields findings of room "metadata", whose column is the id of the element.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from steward.metadata.covered import Covered
from steward.metadata.neighborhoods import Neighborhoods
from steward.metadata.profile import MetadataProfile
from steward.metadata.record import Record
from steward.metadata.vocabularies import Vocabularies
from steward.vocabulary.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDataset:
    """Another dataset that is described already, in the catalog or in a draft of this workstation."""

    identifier: str = ""
    title: str = ""
    description: str = ""
    publisher: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a check may look at."""

    record: Record
    profile: MetadataProfile
    vocabularies: Vocabularies
    dates: tuple[str, str] | None = None  # the first and last day in the table, ISO 8601; None where it has no dates
    step_days: float | None = None        # days from one date in the table to the next, as they mostly lie; None: unknown
    box: tuple[float, float, float, float] | None = None  # west, south, east, north of the table's places, degrees (WGS 84)
    others: tuple[KnownDataset, ...] = ()  # every other dataset that is known here
    has_table: bool | None = None         # None: nobody knows whether a table goes with the record
    city: Neighborhoods | None = None     # the city's neighborhoods; None where nothing is held against them
    covered: Covered = Covered()          # those that the table tells of
    file_name: str = ""
    today: str = ""                       # ISO 8601; "" where nothing is compared with today


class Check(Protocol):
    """One check."""

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield what a person should look at."""
        ...
