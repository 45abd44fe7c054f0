"""Fills in the record from earlier metadata: what a file proposes, what is wrong with it, and what nobody asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward.manifest.documents import UNCONFIRMED, document_bytes, record_to_json
from steward.metadata.examine import examine
from steward.metadata.imports import Imported, Kept, Told, read_metadata, read_worksheet
from steward.metadata.profile import is_blank
from steward.metadata.record import Value
from steward.table.sheet import Sheet
from steward.tasks.describing import private_details
from steward.tasks.documents import read_text, refuse_originals, write_text
from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.tasks.opening import open_sheet
from steward.tasks.vocabulary import metadata_profile, neighborhoods, vocabularies
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

UNANSWERED = ("metadata-missing", "metadata-recommended")
WORKSHEET = "metadata"   # what the listing of sheets calls the city's worksheet
MOST_ROWS = 500          # of a worksheet

__all__ = ["Imported", "Kept", "Told", "accepted", "earlier_metadata", "label", "put_back", "shown", "spoken", "taken",
           "write_record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The rows of a file of which a worksheet may be one sheet."""

    rows: tuple[tuple[str, ...], ...]
    name: str


def earlier_metadata(house: House, path: Path, progress: Progress, *, dates: tuple[str, str] | None = None) -> Imported:
    """Return what a file proposes for the record, with the checks of sense and the recognizers run over its answers.

    `dates`: the first and last day in the data, ISO 8601, to hold the declared period against. Read as far as it goes: JSON of
    the kinds in metadata/imports, or the pilot's worksheet in a workbook or CSV file.
    Raises: InputUnreadable where it is none of them, also where a newer Steward wrote it.
    """
    found = _read(house, path, progress)
    sense = examine(found.record, metadata_profile(), vocabularies(), dates, today=house.clock.today(),
                    city=neighborhoods())
    faults = (*found.faults, *(fault for fault in sense if fault.kind not in UNANSWERED),
              *private_details(house, found.record), *_taken(house, found))
    return replace(found, faults=faults)


def accepted(draft: Draft, found: Imported, elements: Sequence[str] = ()) -> Draft:
    """Return the draft with proposals taken over: those of `elements`, and every one where the draft has no answer yet.

    None counts as confirmed: a person still looks each of them through.
    """
    blank = tuple(told.element for told in found.told if is_blank(draft.record.value(told.element)))
    return taken(draft, found, (*elements, *blank))


def taken(draft: Draft, found: Imported, elements: Sequence[str]) -> Draft:
    """Return the draft with the proposals for `elements` taken over and nothing else. None counts as confirmed."""
    record = draft.record
    for told in found.told:
        if told.element in elements:
            record = record.with_value(told.element, told.value)
    confirmed = tuple(name for name in draft.confirmed if record.value(name) == draft.record.value(name))
    return replace(draft, record=record, confirmed=confirmed, title=record.title or draft.title)


def put_back(draft: Draft, before: Draft, element: str) -> Draft:
    """Return the draft with one answer as it was `before`, and confirmed only if it was."""
    confirmed = tuple(name for name in draft.confirmed if name != element)
    was = (element,) if element in before.confirmed else ()
    return replace(draft, record=draft.record.with_value(element, before.record.value(element)), confirmed=(*confirmed, *was))


def write_record(found: Imported, target: Path, source: Path) -> None:
    """Write the proposals as a record.json, each marked as one that nobody has confirmed.

    Raises: OriginalInTheWay, DocumentNotWritten.
    """
    refuse_originals(target, source)
    document = {**record_to_json(found.record), UNCONFIRMED: [told.element for told in found.told]}
    write_text(target, document_bytes(document).decode("utf-8"))


def spoken(told: Told) -> tuple[str, ...]:
    """Return how the texts of a proposal are shown: words of a vocabulary by their labels."""
    return shown(told.element, told.value)


def shown(element: str, value: Value) -> tuple[str, ...]:
    """Return how the texts of an answer are shown; none where there is no answer."""
    vocabulary = metadata_profile().element(element).vocabulary
    texts = (value,) if isinstance(value, str) else value
    return tuple(vocabularies().label(vocabulary, text) for text in texts if text)


def label(element: str) -> Message:
    """Return how a question is named."""
    return Message(metadata_profile().element(element).label)


def _read(house: House, path: Path, progress: Progress) -> Imported:
    if path.suffix.lower() in (".json", ".txt") or _begins_with_bracket(path):
        return read_metadata(read_text(path), path.name, vocabularies())
    table = _table(house, path, progress)
    return read_worksheet(table.rows, table.name, vocabularies())


def _begins_with_bracket(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"["))
    except OSError:
        return False  # whoever reads it next says in plain words what is wrong


def _table(house: House, path: Path, progress: Progress) -> _Table:
    sheet = open_sheet(house, path, ImportStep(header_rows=()), progress)
    named = next((one.name for one in sheet.listings if one.content == WORKSHEET or WORKSHEET in one.name.casefold()), None)
    if named is not None and named != sheet.provenance.sheet:
        sheet = open_sheet(house, path, ImportStep(header_rows=(), sheet=named), progress)
    return _Table(rows=_rows(sheet), name=path.name)


def _rows(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    columns = [column.values.slice(0, MOST_ROWS).to_pylist() for column in sheet.columns]
    return tuple(zip(*columns, strict=True))


def _taken(house: House, found: Imported) -> tuple[Finding, ...]:
    """Return a finding where a draft of this workstation has the identifier already."""
    identifier = found.record.identifier
    known, _notes = drafts(house) if identifier else ((), ())
    if not any(draft.record.identifier == identifier for draft in known):
        return ()
    words = Words(what=say("Another draft has this identifier already."),
                  where=say("Under {label}.", label=label("identifier")),
                  next_step=say("Keep it only if both describe the same dataset. Leave it empty, and a new one is made."))
    return (Finding(kind="import-identifier-taken", tier=Tier.DECIDE, column="identifier", count=1, room="metadata",
                    words=words),)
