"""Publishing an approved submission: four points to confirm, then the receipt that says where it lies."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy

from steward.gui.desk._loading import Case
from steward.gui.desk._moments import shown_moment
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.check_line import CheckLine
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Text
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.reason_line import ReasonLine
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.progress import Progress
from steward.workflow.states import EventType, State

if TYPE_CHECKING:
    from pathlib import Path

    from steward.tasks.publishing import PublishReceipt

POINTS = 4


class PublishPanel(Card):
    """The steward's four points and the button. Source: DataSF, publishing process, step 7 (2018)."""

    published = Signal(object)  # PublishReceipt
    troubled = Signal(object)   # Words
    stopped = Signal()

    def __init__(self, session: Session) -> None:
        """Build the panel; `show_case` fills it."""
        super().__init__(tr(say("Publish")), tr(say("Four points to confirm before the public sees it.")), gap="unit")
        self._session = session
        self._case: Case | None = None
        self.points = tuple(CheckLine() for _ in range(POINTS))
        self.publish = primary_button(tr(say("&Publish")))
        self.publish.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._why = ReasonLine()
        for widget in (*self.points, self._why, self.publish):
            self.body.addWidget(widget)
        for point in self.points:
            point.toggled.connect(self._show_allowed)
        self.publish.clicked.connect(self._on_publish)

    def show_case(self, case: Case) -> None:
        """Ask for the four points of an approved submission; they are asked anew for every revision."""
        before = self._case.state if self._case is not None else None
        self._case = case
        self.setVisible(case.state.state is State.APPROVED and case.evidence is not None)
        for point, text in zip(self.points, _points(case), strict=True):
            point.say(tr(text))
            if before is None or (before.id, before.revision) != (case.state.id, case.state.revision):
                point.setChecked(False)  # Qt's signature
        self._show_allowed()

    def _show_allowed(self) -> None:
        if self._case is None:
            return
        missing = sum(1 for point in self.points if not point.isChecked())
        refusal = self._case.refusals[EventType.PUBLISHING]
        if refusal is None and missing:
            refusal = say_count("{count} point is still to be confirmed.", "{count} points are still to be confirmed.", missing)
        self.publish.setEnabled(refusal is None)
        self.publish.setAccessibleDescription(tr(refusal) if refusal is not None else "")
        self._why.say(refusal)

    def _on_publish(self) -> None:
        from steward.tasks import publishing

        if self._case is None:
            return
        house, submission = self._session.house, self._case.state.id

        def work(progress: Progress) -> Any:
            return publishing.publish(house, submission, progress)

        self.publish.setEnabled(False)
        self._session.worker.run(work, then=self.published.emit, failed=self.troubled.emit, cancelled=self.stopped.emit,
                                 progress=say("Publishing"), owner=self)


class ReceiptNotice(Notice):
    """What was published, which version, where it lies; practice is said."""

    def __init__(self, receipt: "PublishReceipt") -> None:
        """Show the receipt."""
        first, *others = receipt.lines
        super().__init__(tr(first), tone="done", picture="published")
        for message in others:
            self.body.addWidget(Text(tr(message)))
        facts = ((say("Identifier"), receipt.identifier), (say("Version"), str(receipt.version)),
                 (say("Published"), shown_moment(receipt.at)), (say("Lies in"), str(receipt.candidate.parent)))
        self.body.addWidget(FactList(tuple(Fact(label=tr(label), value=value) for label, value in facts)))
        folder = secondary_button(tr(say("Open the &folder")), "folder")
        folder.clicked.connect(lambda: _open_folder(receipt.candidate))
        self.add_action(folder)


def _points(case: Case) -> tuple[Message, Message, Message, Message]:
    tables = case.evidence.tables if case.evidence is not None else ()
    columns, rows = sum(len(seen.header) for seen in tables), sum(seen.table.rows for seen in tables)
    return (say("The record and the description of every column are right."),
            _columns_point(columns, len(tables)),
            say("The rows are right, as far as the first rows show."),
            say_count("The number of rows is right: {count} row.", "The number of rows is right: {count} rows.", rows))


def _columns_point(columns: int, tables: int) -> Message:
    """Return the second point; of several tables it names how many are published, so that none is one too many."""
    counted = say_count("The columns are as expected: {count} column.", "The columns are as expected: {count} columns.",
                        columns)
    if tables < 2:  # noqa: PLR2004  # one table needs no counting
        return counted
    return say("All {tables} tables belong to the dataset. {columns}", tables=tables, columns=counted)


def _open_folder(candidate: "Path") -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(candidate.parent)))
