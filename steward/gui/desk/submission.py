"""One submission: its evidence at the left, and beside it what can be done about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from steward.gui.desk._contests import ContestsCard
from steward.gui.desk._decision import DecisionPanel
from steward.gui.desk._found import found_in_record
from steward.gui.desk._history import history_card
from steward.gui.desk._loading import Case, load_case
from steward.gui.desk._moments import how_long, shown_day
from steward.gui.desk._publishing import PublishPanel, ReceiptNotice
from steward.gui.desk._record import internal_card, record_card
from steward.gui.desk._tables import table_parts
from steward.gui.desk._taking_down import TakeDownPanel
from steward.gui.desk._trust import trust_part
from steward.gui.desk._words import WAITING, state_tag
from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import in_one_line, tr
from steward.gui.theme import theme
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.spacing import clear, column, named, row
from steward.gui.widgets.tag import Tag
from steward.vocabulary.message import Message, say
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.publishing import PublishReceipt

PANEL_WIDTH = 348
TWO_COLUMNS = 940   # below this width the decision stands under the evidence


class Submission(PageView):
    """The coordinator's page. The subject of a visit is the submission's number."""

    _shown: Case | None

    def visit(self, subject: str = "") -> None:
        """Come up with a submission; what was said of another one goes."""
        if subject != self.subject:
            self._shown = None
            clear(self._told)
            self.renew(self._evidence)
            self._desk.hide()
        super().visit(subject)

    def refresh(self) -> None:
        """Read the submission and its evidence beside the window."""
        if not self.subject:
            return
        house, submission = self.session.house, self.subject
        if self._shown is None:
            self.renew(self._evidence, Hint(tr(say("Reading the submission and its checksums…"))))
        self.session.worker.run(lambda _progress: load_case(house, submission), then=self._on_read, failed=self._on_lost,
                                owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the decision beside the evidence, or under it where there is no room."""
        super().resizeEvent(event)
        self._place_desk(is_beside=event.size().width() >= TWO_COLUMNS)

    def _build(self) -> None:
        self._shown = None
        self._tags, self._told, self._evidence, self._below = row(), column(), column(), column()
        for layout in (self._tags, self._told, self._evidence, self._below):
            self.content.addLayout(layout)
        self._desk = QWidget()
        holder = column(self._desk)
        self.decision, self.publishing = DecisionPanel(self.session), PublishPanel(self.session)
        self.taking_down = TakeDownPanel(self.session)
        for panel in (self.decision, self.publishing, self.taking_down):
            holder.addWidget(panel)
        self.publishing.hide()
        self.taking_down.hide()
        self._desk.hide()
        self._build_side()
        self._back = link_button(tr(say("Back to the &queue")), "back")
        self._again = link_button(tr(say("&Look again")), "redo")
        self.add_back(self._back)
        self.add_next(self._again)
        self._to_desk = secondary_button(tr(say("Go to the d&ecision")))
        self.add_next(self._to_desk)
        self._place_desk(is_beside=True)

    def _build_side(self) -> None:
        inner = named(QWidget(), "pageContent")
        self._beside = column(inner)
        margin = theme().size("page_margin")
        self._beside.setContentsMargins(0, margin - 8, margin - 8, margin)
        self._beside.addStretch(1)
        self._side = named(QScrollArea(widgetResizable=True), "pageScroll")
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setWidget(inner)
        self._side.setFixedWidth(PANEL_WIDTH + margin)
        outer = self.layout()
        assert isinstance(outer, QBoxLayout)  # noqa: S101  # the page's own frame
        outer.removeWidget(self.area)
        across = row()
        across.setSpacing(0)
        across.addWidget(self.area, 1)
        across.addWidget(self._side)
        outer.insertLayout(0, across, 1)

    def _place_desk(self, *, is_beside: bool) -> None:
        self._side.setVisible(is_beside)
        self._to_desk.setVisible(not is_beside)
        if is_beside:
            self._beside.insertWidget(0, self._desk)
        else:
            self._below.addWidget(self._desk)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.session.go("queue"))
        self._again.clicked.connect(self._on_again)
        self._to_desk.clicked.connect(lambda: self.show_part(self.decision))
        self.decision.acted.connect(self._on_acted)
        self.decision.troubled.connect(self._on_trouble)
        self.taking_down.acted.connect(self._on_acted)
        self.taking_down.troubled.connect(self._on_trouble)
        self.publishing.published.connect(self._on_published)
        self.publishing.troubled.connect(self._on_trouble)
        self.publishing.stopped.connect(self.refresh)

    def _on_again(self) -> None:
        clear(self._told)
        self.refresh()

    def _on_read(self, case: Case) -> None:
        if case.state.id != self.subject:
            return
        place = self.area.verticalScrollBar().value()
        self._shown = case
        self.hold_still()
        self._show_head(case)
        self.renew(self._evidence, trust_part(case), *self._contests(case), *_sections(case, self.session))
        self.decision.show_case(case)
        self.publishing.show_case(case)
        self.taking_down.show_case(case)
        self._desk.show()
        self.area.verticalScrollBar().setValue(place)

    def _contests(self, case: Case) -> tuple[ContestsCard, ...]:
        if case.evidence is None or not any(table.contests for table in case.evidence.manifest.tables):
            return ()
        card = ContestsCard(self.session, case)
        card.acted.connect(self._on_acted)
        card.troubled.connect(self._on_trouble)
        return (card,)

    def _on_lost(self, words: Words) -> None:
        self.renew(self._evidence, notice_of(words))
        self._desk.hide()
        announce(self, in_one_line(words))

    def _show_head(self, case: Case) -> None:
        state = case.state
        self.title.setText(state.title or tr(say("Submission {number}", number=state.id)))
        revision = tr(say("revision {revision}", revision=state.revision)) if state.revision else ""
        self.lead.setText(" · ".join(part for part in (case.bureau, state.id, revision) if part))
        self.lead.show()
        clear(self._tags)
        for tag in _tags(case):
            self._tags.addWidget(tag)
        self._tags.addWidget(Hint(_sent(case)), 1)

    def _on_acted(self, done: Message) -> None:
        self._tell(Notice(tr(done), tone="done"), tr(done))
        self.refresh()

    def _on_trouble(self, words: Words) -> None:
        self._tell(notice_of(words), in_one_line(words))
        self.refresh()

    def _on_published(self, receipt: "PublishReceipt") -> None:
        self._tell(ReceiptNotice(receipt), " ".join(map(tr, receipt.lines)))
        self.refresh()

    def _tell(self, box: Notice, spoken: str) -> None:
        self.renew(self._told, box)
        announce(self, spoken)
        box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.area.verticalScrollBar().setValue(0)
        box.setFocus(Qt.FocusReason.OtherFocusReason)


def _sections(case: Case, session: Session) -> Sequence[QWidget]:
    if case.evidence is None:
        return (history_card(case.state),) if case.state.events else ()

    told = record_card(case), internal_card(case), history_card(case.state)
    if not case.evidence.tables:
        return (found_in_record(case.evidence), *told)
    return (*table_parts(case.state.id, case.evidence.tables, session), *told)


def _sent(case: Case) -> str:
    if not case.state.submitted_at:
        return ""
    ago = how_long(case.state.submitted_at, case.today)
    return tr(say("Sent on {day} ({ago})", day=shown_day(case.state.submitted_at), ago=ago))


def _tags(case: Case) -> Sequence[Tag]:
    tags = [state_tag(case.state)]
    if case.state.practice:
        tags.append(Tag(tr(say("Practice")), "practice"))
    if case.state.waiting_on in WAITING:
        tags.append(Tag(tr(WAITING[case.state.waiting_on]), "caution", "question"))
    return tags


def build(session: Session) -> PageView:
    """Return the page."""
    return Submission(session, title=say("Submission"), is_wide=True)


PAGE = Page(order=20, name="submission", title=say("Submission"), icon="file", build=build, is_listed=False,
            under="queue")
