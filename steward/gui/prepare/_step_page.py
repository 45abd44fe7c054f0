"""What the five steps share: what they show while there is no table, and the way back and on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from steward.gui.newest import MANY_COLUMNS
from steward.gui.prepare._tables import TableBar, only_at_first
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button, primary_button, secondary_button
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft
from steward.workflow.needs import WITHOUT_TABLE, StepName

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

ORDER = tuple(StepName)


class StepPage(PageView):
    """One step of the wizard; subclasses name it in `step` and fill `content` in `show_bench`."""

    step: StepName
    is_of_one_table = False   # whether the page is about one table of the dataset, and shows which

    def refresh(self) -> None:
        """Show the step as the draft stands, or why there is nothing to show."""
        bench = self.session.workbench
        is_elsewhere = bench is not None and bool(bench.draft.part_of) and self.step in WITHOUT_TABLE
        is_without = bench is not None and not bench.draft.has_table and self.step not in WITHOUT_TABLE
        for button in (self.on, self._later):
            button.setVisible(bench is not None and not is_elsewhere and not is_without)
        self._show_tables()
        if is_without:
            self.renew(self.content, _no_table(self))
        elif is_elsewhere:
            self.renew(self.content, only_at_first(self.session))
        elif bench is not None:
            self.show_bench(bench)
        else:
            self.renew(self.content, *self.without_bench())
        self.fold_foot()

    def _show_tables(self) -> None:
        """Show which table of the dataset is at hand, where it has several."""
        if not self.is_of_one_table or self.session.is_checking or not _has_several(self.session.draft):
            self.renew(self.above)
            return
        bar = TableBar(self.session)
        bar.chosen.connect(self._on_table_chosen)
        self.renew(self.above, bar)

    def _on_table_chosen(self, table: str) -> None:
        self.leave()   # words that are being typed belong to this table
        self.session.turn_to(table)

    def show_bench(self, bench: "Workbench") -> None:
        """Fill the page for an open table."""

    def without_bench(self) -> Sequence[QWidget]:
        """Return what stands on the page while no table is open."""
        if self.session.is_checking and not self.session.is_reading_table:
            return (Notice(tr(say("Steward is getting the questions ready.")), tr(say("This page fills itself."))),)
        if self.session.is_checking:
            then = say("This page fills itself when the check is finished.")
            return (Notice(tr(say("Steward is reading the table.")), tr(then)),)
        if self.session.draft is None:
            return (_choose_first(self),)
        return (_not_open(self, self.session.trouble),)

    def may_go_on(self) -> bool:
        """Return whether the step is finished; a page that is not says so itself."""
        return True

    def _build(self) -> None:
        self.on = primary_button(tr(say("Save and &continue")))
        self.add_way_back()
        self._later = link_button(tr(say("Save and come back &later")))
        self._later.clicked.connect(lambda: self.session.go("home"))
        self.add_next(self._later)
        self.add_next(self.on)

    def add_way_back(self) -> None:
        """Put the way to the step before at the foot; pages within a step lead elsewhere."""
        if ORDER.index(self.step):
            back = secondary_button(tr(say("&Back")), "back")
            back.clicked.connect(self._on_back)
            self.add_back(back)

    def _connect(self) -> None:
        self.on.clicked.connect(self._on_go_on)
        self.session.workbench_changed.connect(self._on_workbench_changed)
        self.session.opening_troubled.connect(self._on_workbench_changed)

    def _on_workbench_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_go_on(self) -> None:
        if not self.may_go_on():
            return
        self.session.edit(lambda draft: draft.with_seen(self.step.value))
        order = self._order()
        place = order.index(self.step) + 1
        if place < len(order):
            self.session.go(order[place].value)

    def _on_back(self) -> None:
        order = self._order()
        place = order.index(self.step)
        self.session.go(order[place - 1].value if place else "home")

    def _order(self) -> tuple[StepName, ...]:
        """Return the steps of the draft; those that a draft without a table does not have lead on as for any other."""
        order = tuple(status.step for status in self.session.steps())
        return order if self.step in order else ORDER


def is_quickly_told(bench: "Workbench") -> bool:
    """Return whether a page can tell of all columns of the table at once."""
    return len(bench.candidate.columns) <= MANY_COLUMNS


def _has_several(draft: Draft | None) -> bool:
    return draft is not None and bool(draft.further or draft.part_of)


def _choose_first(page: StepPage) -> QWidget:
    button = secondary_button(tr(say("Choose a file")), "folder")
    button.clicked.connect(lambda: page.session.go(StepName.OPEN.value))
    return EmptyState(tr(say("No table is open yet.")), tr(say("Choose a file first; the steps fill themselves from it.")),
                      action=button)


def _no_table(page: StepPage) -> QWidget:
    """Return what stands on the pages of a table where only a record is prepared."""
    button = secondary_button(tr(say("Go to Describe the data")), "describe")
    button.clicked.connect(lambda: page.session.go(StepName.DESCRIBE.value))
    return EmptyState(tr(say("There is no table in this draft.")), tr(say("Only its description is asked for.")), action=button)


def _not_open(page: StepPage, trouble: Words | None) -> QWidget:
    box = notice_of(trouble) if trouble is not None else Notice(tr(say("The table of this draft is not open.")), tone="note")
    button = secondary_button(tr(say("Go to Open the table")), "folder")
    button.clicked.connect(lambda: page.session.go(StepName.OPEN.value))
    box.add_action(button)
    return box
