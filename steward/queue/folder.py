"""The queue as a plain shared folder: SQ1, as this package's docstring says."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from steward.disk.disk import Disk
from steward.queue.chain import WORDS, Break, Chain
from steward.queue.charter import PLACE, SUBMISSIONS, Charter, read_charter, write_charter
from steward.queue.history import GRACE_SECONDS, History, QueueBusy
from steward.queue.identity import is_submission_id
from steward.queue.memory import Memory
from steward.queue.port import WriteBag
from steward.queue.revisions import Verify, add_revision, drop_revision, verified, verify_bag
from steward.queue.summary import summary_page
from steward.vocabulary.errors import Refused, Trouble, VerificationFailed, words
from steward.vocabulary.message import Message, say
from steward.workflow.rules import not_mixed
from steward.workflow.submission import Event, EventType, State, SubmissionState, allowed, fold, refusal

EVENTS, SUMMARY = "e", "SUMMARY.html"
TRIES = 500  # each lost try means that another's event was kept


class NotAllowed(Refused):
    """A rule, a role, or someone who was faster."""


class SubmissionMissing(Refused):
    """There is no such submission, or no such revision of it."""


class HistoryBroken(VerificationFailed):
    """The events of a submission are not what was written."""


class FolderQueue:
    """Submissions in a folder that several people share. `memory` is a file of this workstation that remembers what was seen.

    Every OSError leaves as a Trouble; what was in the queue before is unharmed then.
    """

    def __init__(self, root: Path, *, memory: Path | None = None, disk: Disk | None = None, verify: Verify | None = None,
                 clock: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep,
                 grace_seconds: float = GRACE_SECONDS) -> None:
        """Name the folder; nothing is read yet. A half-written event is waited for as long as `grace_seconds`."""
        self._root = root
        self._disk = disk or Disk(PLACE)
        self._verify = verify or verify_bag(self._disk)
        self._charter: Charter | None = None
        self._history = History(self._disk, clock=clock, sleep=sleep, grace_seconds=grace_seconds)
        self._memory = Memory(memory)

    @classmethod
    def create(cls, root: Path, program: str, practice: bool, *, memory: Path | None = None, disk: Disk | None = None) -> Self:
        """Return the queue in a folder, made if need be. Raises: NotAQueue where it is another program's, Trouble."""
        write_charter(root, Charter(program=program, practice=practice), disk or Disk(PLACE))
        return cls(root, memory=memory, disk=disk)

    @property
    def program(self) -> str:
        """Return whose queue this is. Raises: FolderLost, NotAQueue."""
        return self._present().program

    @property
    def is_practice(self) -> bool:
        """Return whether this is a practice queue. Raises: FolderLost, NotAQueue."""
        return self._present().practice

    def submissions(self) -> tuple[SubmissionState, ...]:
        """Return where every submission stands, the oldest first; one that cannot be trusted or read says so in `problem`.

        Raises: FolderLost where the queue is away, NotAQueue.
        """
        practice = self.is_practice
        homes = tuple(self._homes())
        states = [state for home in homes if (state := self._state_or_problem(home)) is not None]
        self._present()  # a share that went away in the middle is no empty queue
        self._memory.save()
        if not practice:
            states += [_vanished(name) for name in self._memory.missing(home.name for home in homes)]
        return tuple(sorted(states, key=lambda state: (state.events[0].at if state.events else "", state.id)))

    def state(self, submission: str) -> SubmissionState:
        """Return where one submission stands. Raises: SubmissionMissing, Trouble."""
        home = self._home(submission)
        chain = self._chain(home)
        self._memory.save()
        if not chain.events and chain.broken is None:
            raise _missing(submission)
        return self._folded(home, chain)

    def submit(self, submission: str, write_bag: WriteBag, event: Event) -> SubmissionState:
        """Bring in a revision, and return where the submission stands then.

        `event` is of type "submitted"; revision and tagmanifest are filled in here. The same event again, or the same bytes
        again, change nothing. Raises: Refused if a rule says no, Trouble, VerificationFailed if the disk garbled the bytes.
        """
        home = self._home_or_new(submission, event.at)
        chain = self._checked_chain(submission, home)
        before = self._folded(home, chain)
        event = _sent_anew(event, before)
        if chain.holds(event.id):
            return before
        _refuse(submission, _not_here(before, event) or allowed(before, EventType.SUBMITTED, event.actor))
        number, sealed = add_revision(home, write_bag, self._verify, self._disk)
        if _is_known(before, sealed):
            drop_revision(home, number, self._disk)
            return before
        return self._cite(submission, home, replace(event, revision=number, tagmanifest=sealed))

    def append(self, submission: str, event: Event) -> SubmissionState:
        """Add an event, and return where the submission stands then. The same event again changes nothing.

        Raises: NotAllowed if a rule says no or someone was faster, HistoryBroken, SubmissionMissing, Trouble.
        """
        home = self._home(submission)
        for _ in range(TRIES):
            chain = self._checked_chain(submission, home)
            if chain.holds(event.id):
                return self._finished(home, chain)
            _refuse(submission, refusal(self._folded(home, chain), event))
            if self._history.add(home / EVENTS, chain, event):
                return self._finished(home, self._chain(home))
        raise QueueBusy(words(say("Many people are writing to this submission at this moment."), _where(submission),
                              say("Try again in a minute. Nothing of yours is lost.")))

    def open_revision(self, submission: str, revision: int) -> Path:
        """Return the folder of a revision, read again and verified to be what was sent.

        Raises: SubmissionMissing where no event cites it, VerificationFailed, HistoryBroken, Trouble.
        """
        home = self._home(submission)
        chain = self._checked_chain(submission, home)
        cited = [event.tagmanifest for event in self._folded(home, chain).events
                 if event.type is EventType.SUBMITTED and event.revision == revision]
        if not cited:
            raise _missing(submission)
        return verified(home, revision, cited[-1], self._verify)

    def forget(self, submission: str) -> None:
        """Have this workstation no longer say that a submission it saw is gone: the program has looked into it."""
        self._memory.forget(submission)

    def _cite(self, submission: str, home: Path, event: Event) -> SubmissionState:
        try:
            return self.append(submission, event)
        except NotAllowed:
            drop_revision(home, event.revision, self._disk)
            state = self.state(submission)
            if not _is_known(state, event.tagmanifest):
                raise
            return state

    def _checked_chain(self, submission: str, home: Path) -> Chain:
        chain = self._remembered(home, self._history.settled(home / EVENTS))
        if chain.broken is Break.NEWER:
            _refuse(submission, chain.problem)
        if chain.problem is not None:
            raise HistoryBroken(words(chain.problem, _where(submission)))
        return chain

    def _chain(self, home: Path) -> Chain:
        return self._remembered(home, self._history.read(home / EVENTS))

    def _remembered(self, home: Path, chain: Chain) -> Chain:
        """Return the chain, marked where it is not what was seen; in practice people may throw all away and begin anew."""
        if not self._practice:
            self._memory.check(home.name, chain)
        return chain

    def _present(self) -> Charter:
        """Return what the folder says of itself now. Raises: FolderLost, NotAQueue."""
        self._charter = read_charter(self._root, self._disk)
        return self._charter

    @property
    def _practice(self) -> bool:
        return (self._charter or self._present()).practice

    def _finished(self, home: Path, chain: Chain) -> SubmissionState:
        state = self._folded(home, chain)
        self._memory.save()
        hasty = Disk(PLACE, sleep=lambda _seconds: None)
        with suppress(Trouble):
            hasty.write(home / SUMMARY, summary_page(state).encode("utf-8"))
        return state

    def _folded(self, home: Path, chain: Chain) -> SubmissionState:
        return replace(fold(chain.events, id=home.name, practice=self._practice), head=chain.head, problem=chain.problem)

    def _state_or_problem(self, home: Path) -> SubmissionState | None:
        try:
            chain = self._chain(home)
        except Trouble as trouble:
            return SubmissionState(id=home.name, practice=self._practice, problem=trouble.words.what)
        if not chain.events and chain.broken is None:
            return None
        return self._folded(home, chain)

    def _homes(self) -> Iterator[Path]:
        base = self._root / SUBMISSIONS
        for year in self._disk.names(base):
            yield from (base / year / name for name in self._disk.names(base / year) if is_submission_id(name))

    def _home(self, submission: str) -> Path:
        base = self._root / SUBMISSIONS
        self._present()
        if is_submission_id(submission):
            for year in self._disk.names(base):
                if self._disk.is_folder(base / year / submission):
                    return base / year / submission
        raise _missing(submission)

    def _home_or_new(self, submission: str, at: str) -> Path:
        try:
            return self._home(submission)
        except SubmissionMissing:
            if not is_submission_id(submission):
                raise
        home = self._root / SUBMISSIONS / _year(at) / submission
        self._disk.make_folder(home / EVENTS)
        return home


def _vanished(submission: str) -> SubmissionState:
    return SubmissionState(id=submission, problem=WORDS[Break.VANISHED])


def _is_known(state: SubmissionState, sealed: str) -> bool:
    return state.tagmanifest == sealed and state.state is not State.WITHDRAWN


def _sent_anew(event: Event, state: SubmissionState) -> Event:
    """Return the event under another id where it was sent before and taken back since: then it is no repetition."""
    return replace(event, id=f"{event.id}-{len(state.events)}") if state.state is State.WITHDRAWN else event


def _not_here(state: SubmissionState, event: Event) -> Message | None:
    return None if event.practice == state.practice else not_mixed(practice_queue=state.practice)


def _refuse(submission: str, answer: Message | None) -> None:
    if answer is not None:
        raise NotAllowed(words(answer, _where(submission), say("Look at the submission again: it shows who did what.")))


def _missing(submission: str) -> SubmissionMissing:
    return SubmissionMissing(words(say("There is no such submission in this queue."), _where(submission),
                                   say("Look at the list of submissions; the queue may be another one than you think.")))


def _where(submission: str) -> Message:
    return say("Submission {submission}.", submission=submission)


def _year(at: str) -> str:
    try:
        return str(datetime.fromisoformat(at).astimezone(UTC).year)
    except ValueError:
        return str(datetime.now(UTC).year)
