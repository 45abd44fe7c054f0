"""One file per answer that Steward can propose, each with the reason it shows.

Context: metadata is where bureaus give up. Decision: what the file, the table and the settings already say is proposed, one
`Suggestion` per element, and nothing is published that nobody confirmed. What the program set as default in the metadata
profile is proposed where no file here knows better, and what a person answered elsewhere is proposed before all else. A guess
that only a person can settle is offered beside the question and never filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from steward.discovery import discover
from steward.metadata.checks import KnownDataset
from steward.metadata.covered import Covered
from steward.metadata.neighborhoods import Neighborhoods
from steward.metadata.profile import MetadataProfile, is_blank
from steward.metadata.record import Record, Value
from steward.metadata.vocabularies import Vocabularies
from steward.vocabulary.message import Message, say


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionContext:
    """What is known: the record so far, the file, the table, and the person's settings. Unknown texts are empty."""

    record: Record
    profile: MetadataProfile
    vocabularies: Vocabularies
    file_name: str = ""                   # without its path
    sheet_name: str = ""                  # workbooks: the chosen sheet
    columns: tuple[str, ...] = ()         # header labels of the candidate
    row_names: tuple[str, ...] = ()       # of them, those whose values name each row: a number or code of its own
    dates: tuple[str, str] | None = None  # the first and last day in the table, ISO 8601
    step_days: float | None = None        # days from one date in the table to the next, as they mostly lie
    box: tuple[float, float, float, float] | None = None  # west, south, east, north of the table's places, degrees
    kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (column, values in many rows), of columns that tell of no person
    neighborhoods: tuple[str, ...] = ()   # that the table names
    city: Neighborhoods | None = None     # the city's list of neighborhoods
    covered: Covered = Covered()          # those of the list that the table tells of
    others: tuple[KnownDataset, ...] = ()  # every other dataset that is known here, the latest first
    file_changed: str = ""                # ISO date on which the file was saved last
    today: str = ""                       # ISO date
    draft_id: str = ""                    # any text of its own; the identifier's number is made from it
    guided: tuple[tuple[str, str], ...] = ()  # what the help for the description says to other elements: (element, text)
    bureau: str = ""                      # id of the person's bureau
    person_name: str = ""
    contact_name: str = ""                # the bureau's mailbox, from the settings
    contact_email: str = ""
    taken_identifiers: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One proposed answer and why it is proposed."""

    element: str
    value: Value
    why: Message
    fills_in: bool = True   # whether a new record begins with it; else it is only offered


class Suggester(Protocol):
    """Knows how to propose the answer to one element."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return what is proposed, or None where nothing is known."""
        ...


def suggest(context: SuggestionContext) -> tuple[Suggestion, ...]:
    """Return what is proposed, in the order of the questions, at most one for each element, answered or not."""
    offered = {offer.element: offer for offer in _offers(context) if not is_blank(offer.value)}
    return tuple(offered[element.id] for element in context.profile.elements if element.id in offered)


def generated(context: SuggestionContext) -> Record:
    """Return the record with what nobody is asked for (identifier, short name) filled in where it is blank."""
    record = context.record
    names = {element.id for element in context.profile.elements if element.need == "generated"}
    for offer in suggest(context):
        if offer.element in names and is_blank(record.value(offer.element)):
            record = record.with_value(offer.element, offer.value)
    return record


def _offers(context: SuggestionContext) -> Iterator[Suggestion]:
    for element in context.profile.elements:
        if element.default:
            yield Suggestion(element=element.id, value=element.default, why=say("The program's setting."))
    for suggester in discover(__name__, "SUGGESTION"):
        offer = suggester.suggest(context)
        if offer is not None:
            yield offer
    for name, text in context.guided:
        yield Suggestion(element=name, value=text, why=say("From your answers on the description."))
