"""Holds the file that a person looks at before it becomes the table of a draft, and the ways of reading it that were tried."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from steward.gui.worker import Work
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.gui.session import Session
    from steward.gui.worker import Job
    from steward.table.preview import Preview
    from steward.tasks.foreseeing import Foresight
    from steward.tasks.previewing import Proposal
    from steward.tasks.workbench import Workbench

QUIET_MS = 600                  # after a change by hand, before the whole file is read again
LOOK_MS = 200                   # between two looks at how the reading of the whole file goes
LARGEST_READ_AGAIN = 1 << 27    # bytes; a larger file is read again only once the person opens it


class Importing(QObject):
    """Each change is looked at anew; a wish that was overtaken by a newer one is dropped.

    The whole file is read beside the preview from the beginning, so that nobody waits longer for having looked first.
    """

    changed = Signal()

    def __init__(self, session: "Session") -> None:
        """Begin with no file."""
        super().__init__(session)
        self._session = session
        self._turn = 0
        self._job: Job | None = None
        self._foresight: Foresight | None = None
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._foresee)
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._on_watch)
        self.path: Path | None = None
        self.step = ImportStep()
        self.is_again = False               # it is the file of the open draft
        self.proposal: Proposal | None = None
        self.preview: Preview | None = None
        self.trouble: Words | None = None   # of the last look; the preview before it stays

    @property
    def is_on(self) -> bool:
        """Return whether a file is being looked at."""
        return self.path is not None

    @property
    def is_looking(self) -> bool:
        """Return whether a look is under way."""
        return self._job is not None

    def prepare(self) -> None:
        """Get ready for a file, beside the window; called when a place to choose one comes up."""
        from steward.tasks import previewing

        self._session.worker.run(lambda _progress: previewing.prepare_to_look(), then=lambda _nothing: None)

    def start(self, path: Path) -> None:
        """Look at a file that is to become a new draft."""
        self._session.leave()
        self.path = path
        from steward.tasks import previewing

        house = self._session.house
        self._look(lambda progress: previewing.propose_reading(house, path, progress))

    def start_again(self, bench: "Workbench") -> None:
        """Look once more at the file of the open draft, to read it another way."""
        self.end()
        self.path, self.step, self.is_again = Path(bench.draft.source.path), bench.draft.recipe.import_step, True
        self.change(self.step)

    def change(self, step: ImportStep) -> None:
        """Look at the file as another step reads it."""
        from steward.tasks import previewing

        path = self.path
        if path is None:
            return
        self.step = step
        self._drop_foresight()
        self._look(lambda progress: previewing.look(path, step, progress))

    def propose_anew(self) -> None:
        """Go back to how Steward reads the file by itself."""
        self.change(ImportStep())

    def open(self) -> None:
        """Open the table as it is shown: begin the draft, or read that of the open one again."""
        if self.path is None or self.preview is None:
            return
        if self.is_again:
            self._read_again()
        else:
            self._begin()

    def end(self) -> None:
        """Look at no file any more."""
        self._turn += 1
        if self._job is not None:
            self._job.cancel()
        self._drop_foresight()
        self._clear()
        self.changed.emit()

    def _clear(self) -> None:
        self.path, self.step, self.is_again = None, ImportStep(), False
        self.proposal, self.preview, self.trouble, self._job = None, None, None, None

    # looking

    def _look(self, work: Work) -> None:
        if self._job is not None:
            self._job.cancel()
        self._turn += 1
        turn = self._turn
        self._job = self._session.worker.run(work, then=partial(self._on_seen, turn), failed=partial(self._on_refused, turn),
                                             cancelled=partial(self._on_stopped, turn), owner=self)
        self.changed.emit()

    def _on_seen(self, turn: int, seen: "Proposal | Preview") -> None:
        from steward.tasks.previewing import Proposal

        if turn != self._turn:
            return
        self._job, self.trouble = None, None
        if isinstance(seen, Proposal):
            self.proposal, self.step, self.preview = seen, seen.step, seen.preview
            self._foresee()
        else:
            self.preview = seen
            self._foresee_soon()
        self.prepare()
        self.changed.emit()
        self._session.noticed.emit(say("The preview is shown."))

    def _on_refused(self, turn: int, words: Words) -> None:
        if turn != self._turn:
            return
        self._job = None
        if self.preview is None and not self.is_again:
            self.end()
            self._session.refuse(words)
        else:
            self.trouble = words
            self.changed.emit()
            self._session.noticed.emit(words.what)

    def _on_stopped(self, turn: int) -> None:
        if turn == self._turn:
            self._job = None
            self.changed.emit()

    # reading the whole file meanwhile

    def _foresee_soon(self) -> None:
        if not self.is_again and self.path is not None and _size(self.path) <= LARGEST_READ_AGAIN:
            self._quiet.start()

    def _foresee(self) -> None:
        from steward.tasks.foreseeing import Foresight

        self._drop_foresight()
        if self.path is not None and self._session.has_house:
            self._foresight = Foresight(self._session.house, self.path, self.step, self._session.updates)
            self._watch.start()

    def _on_watch(self) -> None:
        """Say beside the first rows what only the whole file shows: that it cannot be opened this way."""
        foresight = self._foresight
        if foresight is not None and not foresight.is_done:
            return
        self._watch.stop()
        if foresight is not None and foresight.refusal is not None and self._job is None:
            self.trouble = foresight.refusal
            self.changed.emit()
            self._session.noticed.emit(self.trouble.what)

    def _drop_foresight(self) -> None:
        self._quiet.stop()
        self._watch.stop()
        if self._foresight is not None:
            self._foresight.drop()
        self._foresight = None

    # opening

    def _begin(self) -> None:
        from steward.tasks import further_tables, previewing

        if self._foresight is None or self._foresight.step != self.step:
            self._foresee()
        house, path, proposal = self._session.house, self.path, self.proposal
        foresight, chosen, step = self._foresight, self.preview, self.step
        self._foresight = None  # it goes on

        def opened(progress: Progress) -> "Workbench":
            if foresight is None or path is None or chosen is None:
                raise RuntimeError("no file is looked at")  # cannot be: `open` has seen to it
            bench = foresight.finish(progress)
            if proposal is not None and step != proposal.step:
                previewing.remember(house, path, proposal, chosen, step)
            return further_tables.with_tables_before(house, bench, progress)

        self._session.take_foreseen(opened)

    def _read_again(self) -> None:
        from steward.tasks import opening

        house, step = self._session.house, self.step
        self.end()
        self._session.rework(lambda bench, progress: opening.read_again(house, bench, _with_sheet(bench, step), progress),
                             progress=say("Reading the table again"))


def _with_sheet(bench: "Workbench", step: ImportStep) -> ImportStep:
    return step if step.sheet is not None else replace(step, sheet=bench.original.provenance.sheet)


def _size(path: Path) -> int:
    from steward.tasks import opening

    return opening.size_of(path) or 0
