"""The whole table with what was found marked where it stands; reached from the first step and from findings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from steward.gui.page import Page
from steward.gui.prepare._explorer import Explorer
from steward.gui.prepare._explorer_findings import Key
from steward.gui.prepare._step_page import StepPage
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say
from steward.workflow.needs import StepName

if TYPE_CHECKING:
    from steward.tasks.exploring import Explored
    from steward.tasks.report import CheckReport
    from steward.tasks.workbench import Workbench

NAME = "table"
WITHOUT_LIMIT = 16_777_215
LEAST_HEIGHT = 260


class TablePage(StepPage):
    """The page with the explorer. Its subject is a finding, "kind|column", or nothing."""

    step = StepName.OPEN

    def _build(self) -> None:
        super()._build()
        self._report: CheckReport | None = None      # of the table that is shown
        self._explorer: Explorer | None = None       # built once there is a table, not while the page comes up
        self._wish: Key | None = None                # a finding to come to
        back = secondary_button(tr(say("&Back to the steps")), "back")
        back.clicked.connect(lambda: self.session.go(StepName.OPEN.value))
        self.add_back(back)
        self._wait = Notice(tr(say("Steward is making the table ready.")))
        self._put(self._wait)
        self._wait.hide()

    def show_bench(self, bench: "Workbench") -> None:
        """Show the table as it would be sent."""
        self.on.hide()
        self._later.hide()
        if self.subject:
            kind, _, named = self.subject.partition("|")
            self._wish, self.subject = (kind, named or None), ""
        if self._report is bench.report:
            self._bring_up()
            return
        self._report = bench.report
        self._wait.show()
        self.session.worker.run(lambda _progress: _explored(bench), then=self._on_explored, owner=self)

    def refresh(self) -> None:
        """Show the table, or why there is none."""
        has_table = self.session.workbench is not None
        if self._explorer is not None:
            self._explorer.setVisible(has_table and self._explorer.table is not None)
        super().refresh()
        if has_table:
            self.renew(self.content)
        else:
            self._report = None
            self._wait.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Give the explorer all the height there is."""
        super().resizeEvent(event)
        self._fit()

    def _put(self, part: QWidget) -> None:
        middle = self.lead.parentWidget()
        if middle is not None and (layout := middle.layout()) is not None:
            middle.setMaximumWidth(WITHOUT_LIMIT)
            layout.addWidget(part)

    def _on_explored(self, table: "Explored") -> None:
        if self._explorer is None:
            self._explorer = Explorer(self.session)
            self._explorer.hide()
            self._put(self._explorer)
            self._explorer.connect_keys(self)
        QTimer.singleShot(0, self, lambda: self._fill(table))   # the window breathes between building and filling

    def _fill(self, table: "Explored") -> None:
        bench = self.session.workbench
        if self._explorer is None or bench is None or bench.candidate is not table.sheet:
            return
        self._wait.hide()
        self._explorer.show_table(table)
        self._bring_up()

    def _bring_up(self) -> None:
        if self._explorer is None or self._explorer.table is None:
            return
        self._explorer.show()
        if self._wish is not None:
            wish, self._wish = self._wish, None
            self._explorer.come_to(wish)
        QTimer.singleShot(0, self, self._fit)   # once the parts above it have their places

    def _fit(self) -> None:
        if self._explorer is None:
            return
        above = self._explorer.stack.mapTo(self._explorer, QPoint(0, 0)).y() + self._explorer.y()
        room = self.area.viewport().height() - above - theme().size("page_margin")
        self._explorer.stack.setMinimumHeight(max(LEAST_HEIGHT, room))   # what stands under it is scrolled to


def _explored(bench: "Workbench") -> "Explored":
    from steward.tasks.exploring import explored  # brought in beside the window, too

    return explored(bench)


def build(session: Session) -> PageView:
    """Return the page."""
    return TablePage(session, title=say("The whole table"), lead=say("As it would be sent. Nothing can be changed here."))


PAGE = Page(order=15, name=NAME, title=say("The whole table"), icon="search", build=build, is_listed=False,
            under=StepName.OPEN.value)
