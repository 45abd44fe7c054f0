"""The whole table with what was found marked where it stands; reached from the first step and from findings."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent

from steward.gui.explorer.place import ExplorerPlace
from steward.gui.page import Page
from steward.gui.prepare._step_page import StepPage
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say
from steward.workflow.needs import StepName

if TYPE_CHECKING:
    from steward.tasks.exploring import Explored
    from steward.tasks.report import CheckReport
    from steward.tasks.workbench import Workbench

NAME = "table"
FROM = tuple(StepName)   # the steps that lead here


class TablePage(StepPage):
    """The page with the explorer. Its subject is a finding, "kind|column", or nothing."""

    step = StepName.OPEN

    def _build(self) -> None:
        super()._build()
        self._report: CheckReport | None = None      # of the table that is shown
        self.place = ExplorerPlace(self)

    def add_way_back(self) -> None:
        """Lead back to the step from which one came."""
        self._from, self._wanted = StepName.OPEN.value, ""
        back = secondary_button(tr(say("&Back to the steps")), "back")
        back.clicked.connect(lambda: self.session.go(self._from, self._wanted))
        self.add_back(back)

    def visit(self, subject: str = "") -> None:
        """Come up, and keep where from: the way back leads to the same step, and there to the finding that was shown."""
        if self.session.came_from in FROM:
            self._from, self._wanted = self.session.came_from, subject
        super().visit(subject)

    def show_bench(self, bench: "Workbench") -> None:
        """Show the table as it would be sent."""
        self.on.hide()
        self._later.hide()
        if self.subject:
            kind, _, named = self.subject.partition("|")
            self.place.come_to((kind, named or None))
            self.subject = ""
        if self._report is bench.report:
            self.place.bring_up()
            return
        self._report = bench.report
        self.place.show_table(lambda _progress: _explored(bench))

    def refresh(self) -> None:
        """Show the table, or why there is none."""
        super().refresh()
        bench = self.session.workbench
        if bench is not None and bench.draft.has_table:
            self.renew(self.content)
        else:
            self._report = None
            self.place.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Give the explorer all the height there is."""
        super().resizeEvent(event)
        self.place.fit()


def _explored(bench: "Workbench") -> "Explored":
    from steward.tasks.exploring import explored  # brought in beside the window, too

    return explored(bench)


def build(session: Session) -> PageView:
    """Return the page."""
    return TablePage(session, title=say("The whole table"), lead=say("As it would be sent. Nothing can be changed here."))


PAGE = Page(order=15, name=NAME, title=say("The whole table"), icon="search", build=build, is_listed=False,
            under=StepName.OPEN.value)
