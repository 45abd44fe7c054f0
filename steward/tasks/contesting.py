"""Asks the program to let a block pass: what a draft's requests say, and how the queue names them."""

import hashlib
import re
from dataclasses import replace
from io import RawIOBase
from typing import TYPE_CHECKING

from steward.table.canonical import write_csv
from steward.table.cell_shapes import EMPTY, SIGNS, TEXT, shapes_in
from steward.tasks.house import House
from steward.tasks.program import program
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.progress import Progress
from steward.workflow.contesting import Contest, contested, mark_of, may_contest, rows_of
from steward.workflow.draft import Draft
from steward.workflow.states import Contested, EventType

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

SIGN_WORDS = {"-": say("hyphen"), "/": say("slash"), ".": say("dot"), ",": say("comma"), ":": say("colon"), " ": say("space"),
              "(": say("bracket"), ")": say("bracket"), "@": say("at sign"), "#": say("number sign"), "?": say("other sign")}
_PART = re.compile(r"(.)([0-9]*)")
WHOLE = {TEXT: say("longer text"), SIGNS: say("signs only"), EMPTY: say("nothing")}


def contests(bench: Workbench) -> tuple[Contest, ...]:
    """Return the requests of a draft that stand, with the shapes of the cells that they are about."""
    return tuple(_contest(bench, finding, asked) for finding, asked in contested(bench.draft, bench.report.findings))


def queued(bench: Workbench, names: list[str], progress: Progress) -> tuple[Contested, ...]:
    """Return the requests as the queue keeps them, for the candidate with these names of columns."""
    asked = contests(bench)
    if not asked:
        return ()
    sink = _Fingerprint()
    write_csv(bench.candidate, names, sink, progress)  # type: ignore[arg-type]  # only `write` is called
    return tuple(contest.of(sink.sha256) for contest in asked)


def with_marks(draft: Draft, findings: tuple[Finding, ...]) -> Draft:
    """Return a scripted draft whose requests name the findings that were just made; a request with a mark keeps it."""
    marks = {finding.key: mark_of(finding) for finding in findings if may_contest(finding)}
    return replace(draft, decisions=tuple(_marked(given, marks) for given in draft.decisions))


def without_refused(house: House, draft: Draft) -> Draft:
    """Return a draft that came back without the requests that the program refused: these blocks are open again.

    Where the queue is away the draft stays as it is.
    """
    if not draft.submission or not any(given.choice is Choice.CONTEST for given in draft.decisions):
        return draft
    try:
        events = program(house).queue.state(draft.submission).events
    except StewardError:
        return draft
    refused = {(Contested.read(event.details).key, event.at) for event in events if event.type is EventType.BLOCK_REFUSED}
    kept = tuple(given for given in draft.decisions if given.choice is not Choice.CONTEST
                 or not any(key == given.key and at >= given.at for key, at in refused))
    return replace(draft, decisions=kept)


def shape_in_words(shape: str) -> Message:
    """Return a shape as a person reads it: "3 digits, hyphen, 4 digits"."""
    if shape in WHOLE:
        return WHOLE[shape]
    told: Message | None = None
    for part in _parts(shape):
        told = part if told is None else say("{first}, {then}", first=told, then=part)
    return told or Message("")


def _contest(bench: Workbench, finding: Finding, asked: Decision) -> Contest:
    column = finding.column
    shapes = shapes_in(bench.candidate, column, finding.rows) if column in bench.candidate.names and column else ()
    return Contest(kind=finding.kind, column=column, count=finding.count, rows=rows_of(finding), shapes=shapes,
                   reason=asked.reason, by=asked.by, at=asked.at)


def _marked(given: Decision, marks: dict[tuple[str, str | None], str]) -> Decision:
    if given.choice is not Choice.CONTEST or given.about or given.key not in marks:
        return given
    return replace(given, about=marks[given.key])


def _parts(shape: str) -> list[Message]:
    return [_part(sign, length) for sign, length in _PART.findall(shape)]


def _part(sign: str, length: str) -> Message:
    if length and sign == "d":
        return say_count("{count} digit", "{count} digits", int(length))
    if length and sign == "a":
        return say_count("{count} letter", "{count} letters", int(length))
    return SIGN_WORDS.get(sign, SIGN_WORDS["?"])


class _Fingerprint(RawIOBase):
    """Takes what is written and keeps only its SHA-256."""

    def __init__(self) -> None:
        super().__init__()
        self._digest = hashlib.sha256()

    def write(self, content: "ReadableBuffer") -> int:
        self._digest.update(content)
        return memoryview(content).nbytes

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of all that was written."""
        return self._digest.hexdigest()
