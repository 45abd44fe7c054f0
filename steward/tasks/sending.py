"""Sends a draft: seals it straight into the queue, once, however often it is asked."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward import __version__
from steward.manifest.documents import draft_to_json
from steward.queue.identity import new_submission_id
from steward.tasks.contesting import queued
from steward.tasks.describing import complete_record
from steward.tasks.drafting import save
from steward.tasks.further_tables import all_under, further_tables
from steward.tasks.house import House
from steward.tasks.program import program
from steward.tasks.record_alone import asked_again
from steward.tasks.sealing import check_sealable, in_order, seal
from steward.tasks.vocabulary import vocabularies
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Part, Progress
from steward.workflow.draft import Draft
from steward.workflow.states import Contested
from steward.workflow.submission import Event, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the clerk gets: the number to ask for, and what happens next."""

    submission: str
    revision: int
    at: str
    is_practice: bool
    draft: Draft          # as saved, with its submission
    lines: tuple[Message, ...]


def send(house: House, bench: Workbench, progress: Progress, further: Sequence[Workbench] | None = None) -> Receipt:
    """Return the receipt of the sealed and sent draft. Sending the same again changes nothing and gives the same number.

    `further` are the further tables of its dataset; None: they are opened as they were saved.
    Raises: Refused while something stands open in any table, SourceChanged, Trouble.
    """
    bench = replace(bench, draft=_in_this_mode(house, bench.draft))
    if further is None:
        further = further_tables(house, bench.draft, Part(progress, 0.0, 0.4))
    check_sealable(house, bench, progress, further)
    draft = replace(bench.draft, record=complete_record(house, bench.draft, bench.report.profile))
    if not draft.submission:  # the number is saved before anything is sent, so that a crash does not send twice
        draft = save(house, replace(draft, submission=new_submission_id(_bureau(draft))))

    def write_bag(folder: Path) -> str:
        return seal(house, replace(bench, draft=draft), folder, progress, all_under(draft, further)).tagmanifest

    asked = _asked(house, (replace(bench, draft=draft), *further), progress)
    state = program(house).queue.submit(draft.submission, write_bag, _event(house, draft, asked, further))
    draft = save(house, replace(draft, revision=state.revision))
    return Receipt(submission=draft.submission, revision=state.revision, at=state.submitted_at, is_practice=house.is_practice,
                   draft=draft, lines=_lines(house, (bench, *further), draft))


def _in_this_mode(house: House, draft: Draft) -> Draft:
    """Return the draft for practice or the program. Raises: Refused in practice where it was sent to the program already."""
    taken = draft.in_mode(practice=house.is_practice)
    if taken.practice != house.is_practice:
        raise Refused(words(say("This draft was sent to the program, and practice stays apart from it."),
                            say("Submission {number}.", number=draft.submission),
                            say("Choose the program's queue in the settings again, or start a new dataset to practice.")))
    return taken


def _asked(house: House, benches: Sequence[Workbench], progress: Progress) -> Sequence[Contested]:
    """Return the blocks of all tables that the program is asked to let pass."""
    if benches[0].draft.keeps_tables:
        return asked_again(house, benches[0].draft)
    return [one for table in benches for one in queued(table, _public_names(table), progress)]


def _public_names(bench: Workbench) -> list[str]:
    return [field.name for field in in_order(bench.report.fields, bench.candidate.names)]


def _event(house: House, draft: Draft, asked: Sequence[Contested], further: Sequence[Workbench]) -> Event:
    record = draft.record
    return Event(type=EventType.SUBMITTED, actor=house.actor(Role.STEWARD), at=house.clock.now(), id=_event_id(draft, further),
                 practice=house.is_practice, app=__version__,
                 details={"title": record.title, "bureau": record.publisher, "identifier": record.identifier,
                          **({"contested": [one.told() for one in asked]} if asked else {})})


def _event_id(draft: Draft, further: Sequence[Workbench]) -> str:
    """Return the same id for the same content of all tables, so that sending again after a crash counts once."""
    drafts = (draft, *(one.draft for one in all_under(draft, further)))
    every = [draft_to_json(replace(one, changed="", revision=0, seen=())) for one in drafts]
    content = every if further else every[0]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def _bureau(draft: Draft) -> str:
    bureau = vocabularies().bureau(draft.record.publisher)
    return (bureau.abbreviation or bureau.id) if bureau else ""


def _sealed_words(benches: Sequence[Workbench], draft: Draft) -> Message:
    if draft.keeps_tables:
        return say("The description was sealed. The data stays as it is published.")
    return _sealed(benches) if draft.has_table else say("The record was sealed. No data goes with it.")


def _sealed(benches: Sequence[Workbench]) -> Message:
    """Return how many rows were sealed, and in how many tables where there are several."""
    rows = say_count("{count} row was sealed.", "{count} rows were sealed.", sum(one.candidate.height for one in benches))
    return rows if len(benches) < 2 else say("{rows} Tables: {tables}.", rows=rows, tables=len(benches))  # noqa: PLR2004  # several


def _lines(house: House, benches: Sequence[Workbench], draft: Draft) -> tuple[Message, ...]:
    first = (say("Practice: nothing left this computer.") if house.is_practice
             else say("Sent to {program}.", program=house.settings.program or say("the open data program")))
    return (first, say("Your submission number is {number}.", number=draft.submission),
            _sealed_words(benches, draft),
            say("The coordinator looks at it next. You can follow it on the home page."))
