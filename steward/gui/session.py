"""Holds the draft and the open table, and saves every change. Pages read it and replace it, and never talk to each other."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from steward.gui.faults import STOPPED
from steward.gui.hold import Hold
from steward.gui.importing import Importing
from steward.gui.orders import Order, Rework
from steward.gui.page import Visit
from steward.gui.worker import Worker
from steward.metadata.record import Record
from steward.vocabulary.errors import StewardError
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft
from steward.workflow.needs import StepName, StepStatus, next_step, outstanding, steps

if TYPE_CHECKING:
    from steward.tasks.drafting import Typed
    from steward.tasks.house import House
    from steward.tasks.workbench import Workbench

Edit = Callable[[Draft], Draft]
QUIET_MS = 700  # after the last letter typed, before the record is looked at again


class Session(QObject):
    """What the window is working on. Signals tell facts; whoever shows the fact reads it from here."""

    house_opened = Signal()
    settings_changed = Signal()
    draft_changed = Signal()
    workbench_changed = Signal()   # the table or what was found in it
    opening_troubled = Signal()    # the file of the draft could not be opened; `trouble` says why
    page_wanted = Signal(object)   # Visit
    troubled = Signal(object)      # Words
    noticed = Signal(object)       # Message, to be announced

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        """Begin with no house and no draft."""
        super().__init__(parent)
        self.worker = worker
        self.trouble: Words | None = None   # why the draft's file is not open
        self.came_from = ""                 # name of the page that was shown before this one
        self.updates = ""                   # identifier of the dataset that the next draft updates
        self._house: House | None = None
        self._draft: Draft | None = None
        self._checked: Workbench | None = None
        self._orders: deque[Order] = deque()
        self._since: list[Edit] = []        # edits made while slow work runs, to be laid over its result
        self._is_running = False
        self._is_table_read = False         # by the slow work under way
        self._turn = 0                      # grows with each other draft, so that late results are dropped
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.check_again)
        self._hold = Hold()
        self.importing = Importing(self)

    # what there is

    @property
    def house(self) -> "House":
        """Return everything outside. Raises: RuntimeError before it is open; no page is built before that."""
        if self._house is None:
            raise RuntimeError("no house yet")
        return self._house

    @property
    def has_house(self) -> bool:
        """Return whether the house is open."""
        return self._house is not None

    @property
    def is_practice(self) -> bool:
        """Return whether everything is practice: until a program's queue is set."""
        return self._house is None or self._house.is_practice

    @property
    def draft(self) -> Draft | None:
        """Return the draft as it is now."""
        return self._draft

    @property
    def workbench(self) -> "Workbench | None":
        """Return the draft with its open table and findings; None while there is none."""
        if self._checked is None or self._draft is None:
            return None
        return replace(self._checked, draft=self._draft)

    @property
    def is_checking(self) -> bool:
        """Return whether a slow change is under way."""
        return self._is_running

    @property
    def is_reading_table(self) -> bool:
        """Return whether a table is being read; a dataset without its data has none."""
        return self._is_running and self._is_table_read

    def steps(self) -> tuple[StepStatus, ...]:
        """Return where each step of the wizard stands."""
        findings = self._checked.report.findings if self._checked is not None else None
        return steps(self._draft, findings)

    # facts from outside

    def enter(self, house: "House") -> None:
        """Begin to work in a house that was opened, or opened anew after its settings changed."""
        is_first = self._house is None
        self._house = house
        if self._draft is not None:  # practice and program share no submission
            self._draft = self._draft.in_mode(practice=house.is_practice)
        (self.house_opened if is_first else self.settings_changed).emit()

    def go(self, page: str, subject: str = "") -> None:
        """Ask the window for a page."""
        self.page_wanted.emit(Visit(page=page, subject=subject))

    # the draft

    def begin(self, path: Path, step: ImportStep | None = None) -> None:
        """Open a file as a new draft."""
        from steward.tasks import further_tables, opening

        self.leave()
        house, updates = self.house, self.updates
        self._open(lambda progress: further_tables.with_tables_before(
            house, opening.begin(house, path, progress, step=step, updates=updates), progress))

    def begin_without_data(self, status: str) -> None:
        """Begin a dataset that is cataloged without its data; `status` says why: planned, restricted or declined."""
        from steward.tasks import without_data

        self.leave()
        house, updates = self.house, self.updates
        self._open(lambda _progress: without_data.update_without_data(house, updates, status) if updates
                   else without_data.begin_without_data(house, Record(data_status=status)), at_its_step=True,
                   has_table=False)

    def begin_record_alone(self) -> None:
        """Begin the next version of the dataset to be updated, in which only the description is new."""
        from steward.tasks import record_alone

        self.leave()
        house, updates = self.house, self.updates
        self._open(lambda _progress: record_alone.update_record(house, updates), at_its_step=True, has_table=False)

    def take_foreseen(self, work: "Callable[[Progress], Workbench]") -> None:
        """Open the file that is being looked at; its reading has begun already."""
        self.leave()
        self._open(work)

    def refuse(self, words: Words) -> None:
        """Tell why the chosen file cannot be opened."""
        self.trouble = words
        self.opening_troubled.emit()
        self.noticed.emit(words.what)

    def resume(self, draft: Draft) -> None:
        """Go on with a saved draft at its step."""
        from steward.tasks import opening

        self.leave()
        house = self.house
        try:
            draft = self._hold.take(house, draft)   # the list it was chosen from may be older than what is saved
        except StewardError as trouble:
            self.troubled.emit(trouble.words)
            return
        self._draft = draft = self._with_typed(draft)
        self.draft_changed.emit()
        self._open(lambda progress: opening.reopen(house, draft, progress), at_its_step=True, has_table=draft.has_table)

    def first_draft(self) -> Draft | None:
        """Return the draft of the first table of the dataset at hand; None where there is none or it cannot be read now."""
        from steward.tasks import drafting

        if self._draft is None or not self._draft.part_of:
            return self._draft
        try:
            return drafting.load(self.house, self._draft.part_of)
        except StewardError:
            return None

    def turn_to(self, table: str, page: str = "", subject: str = "") -> None:
        """Go to another table of the dataset at hand, by the id of its draft, and to a page of it; all is saved already."""
        from steward.tasks import drafting, further_tables

        first, house = self.first_draft(), self.house
        if first is None or self._draft is None or table == self._draft.id:
            return
        self.leave()
        try:
            self._draft = self._hold.take(house, drafting.load(house, table))
        except StewardError as trouble:
            self.refuse(trouble.words)
            return
        self.draft_changed.emit()
        self._open(lambda progress: further_tables.table_at(house, first.id, table, progress))
        if page:
            self.go(page, subject)

    def adopt(self, path: Path) -> None:
        """Go on with the draft on a changed or moved file; every decision is kept."""
        from steward.tasks import opening

        house, draft = self.house, self._draft
        if draft is not None:
            self._open(lambda progress: opening.adopt_changed_file(house, draft, path, progress))

    def leave(self) -> None:
        """Lay the draft aside; it is saved already. A file that was only looked at is let go."""
        self._turn += 1
        self.importing.end()
        self._orders.clear()
        self._since.clear()
        self._quiet.stop()
        self._hold.free()
        self._draft, self._checked, self._is_running, self.trouble = None, None, False, None
        self.draft_changed.emit()
        self.workbench_changed.emit()

    def rest(self) -> None:
        """Look at nothing again and take no late result; called when the window closes. All is saved already."""
        self._turn += 1
        self._orders.clear()
        self._quiet.stop()
        self.importing.end()
        self._hold.free()

    def replace(self, new: "Draft | Workbench") -> None:
        """Put a new value in the place of the draft, or of the draft with its table, and save it."""
        if isinstance(new, Draft):
            self._keep(new)
        else:
            self._checked = new
            self._keep(new.draft)
            self.workbench_changed.emit()

    def edit(self, change: Edit, *, refused: Callable[[Words], object] | None = None) -> bool:
        """Change the draft at once and save it; return whether it was taken. Holds also while slow work runs.

        A rule that refuses the change is told in words to `refused`, else through `troubled`.
        """
        if self._draft is None:
            return False
        before = self._draft
        try:
            changed = change(before)
        except StewardError as refusal:
            (refused or self.troubled.emit)(refusal.words)
            return False
        if self._is_running:
            self._since.append(change)
        self._keep(changed)
        if changed.record != before.record:
            self._quiet.start()
        return True

    def rework(self, work: Rework, *, progress: Message | None = None, then: Callable[[], object] | None = None) -> None:
        """Change the table beside the window; changes asked for meanwhile wait for their turn."""
        self._orders.append(Order(work=work, progress=progress, then=then))
        if not self._is_running:
            self._next_order()

    def check_again(self) -> None:
        """Look again at what the person changed in the record or the fields, if anything."""
        self._quiet.stop()
        checked, draft = self._checked, self._draft
        if checked is None or draft is None or _said(checked.draft) == _said(draft):
            return
        if self._is_running:
            self._quiet.start()
            return
        from steward.tasks import opening

        house = self.house
        self.rework(lambda bench, progress: opening.recheck(house, checked, bench.draft, progress))

    def jot(self, typed: "Typed") -> None:
        """Keep what is being typed, letter by letter, until `edit` saves it."""
        from steward.tasks import drafting

        if self._draft is not None:
            drafting.jot(self.house, self._draft, typed)

    def forget_typed(self) -> None:
        """Say that `edit` has saved what was typed."""
        from steward.tasks import drafting

        if self._draft is not None:
            drafting.forget_typed(self.house, self._draft)

    def _with_typed(self, draft: Draft) -> Draft:
        from steward.tasks import drafting

        try:
            return drafting.with_typed(self.house, draft)
        except StewardError as trouble:
            self.troubled.emit(trouble.words)
            return draft

    def _keep(self, draft: Draft) -> None:
        from steward.tasks import drafting

        self._draft = draft
        try:
            self._draft = drafting.save(self.house, draft)
        except StewardError as trouble:
            self.troubled.emit(trouble.words)
        self.draft_changed.emit()

    # slow work

    def _open(self, work: "Callable[[Progress], Workbench]", *, at_its_step: bool = False,
              has_table: bool = True) -> None:
        turn, self._is_running, self._is_table_read, self.trouble = self._turn, True, has_table, None
        progress = say("Opening and checking the table") if has_table else say("Getting the questions ready")
        self.workbench_changed.emit()
        self.worker.run(work, then=lambda bench: self._on_opened(turn, bench, at_its_step=at_its_step),
                        failed=lambda words: self._on_not_opened(turn, words, is_resumed=at_its_step),
                        cancelled=lambda: self._on_not_opened(turn, STOPPED, is_resumed=at_its_step), progress=progress)

    def _on_opened(self, turn: int, bench: "Workbench", *, at_its_step: bool) -> None:
        if turn != self._turn:
            return
        self.updates = ""
        self._hold.keep_new(self.house, bench.draft)
        self._land(bench)
        self.noticed.emit(_checked_words(bench))
        if at_its_step:
            self.go(next_step(self.steps()).value)

    def _on_not_opened(self, turn: int, words: Words, *, is_resumed: bool) -> None:
        if turn == self._turn:
            self._is_running, self.trouble = False, words
            self.opening_troubled.emit()
            self.noticed.emit(words.what)
            if is_resumed:  # the page on which the file can be named anew
                self.go(StepName.OPEN.value)

    def _on_stopped(self, turn: int) -> None:
        if turn == self._turn:
            self._is_running = False
            self._since.clear()
            self.workbench_changed.emit()
            self._next_order()

    def _next_order(self) -> None:
        bench = self.workbench
        if not self._orders or bench is None:
            return
        order, turn, self._is_running = self._orders.popleft(), self._turn, True
        self.worker.run(lambda progress: order.work(bench, progress), then=lambda new: self._on_reworked(turn, new, order),
                        failed=lambda words: self._on_refused(turn, words), cancelled=lambda: self._on_stopped(turn),
                        progress=order.progress)

    def _on_reworked(self, turn: int, bench: "Workbench", order: Order) -> None:
        if turn != self._turn:
            return
        self._land(bench)
        if order.then is not None:
            order.then()
        self._next_order()

    def _on_refused(self, turn: int, words: Words) -> None:
        self._on_stopped(turn)
        self.troubled.emit(words)

    def _land(self, bench: "Workbench") -> None:
        since, self._since, self._is_running = self._since, [], False
        self._checked = bench
        draft = bench.draft
        for change in since:
            draft = change(draft)
        self._keep(draft)
        self.workbench_changed.emit()


def _said(draft: Draft) -> tuple[object, ...]:
    """Return what a check of the table and its record hangs on, besides the changes."""
    return draft.record, draft.fields, draft.primary_key, draft.asked_columns


def _checked_words(bench: "Workbench") -> Message:
    count = len(outstanding(bench.draft, bench.report.findings))
    return say_count("The check is finished. {count} thing waits for you.",
                     "The check is finished. {count} things wait for you.", count)
