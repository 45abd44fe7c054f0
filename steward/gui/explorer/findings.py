"""The strip that leads from finding to finding in the table, with the words of the one at hand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.finding_card import TIER_TAGS
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.spacing import clear, column, named, row
from steward.gui.widgets.tag import Tag
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count

Key = tuple[str, str | None]


class FindingStrip(QFrame):
    """One finding at a time; F8 goes on to the next."""

    finding_wanted = Signal(object)       # Finding, to be shown in the table
    row_wanted = Signal(object, bool)     # Finding, backward: its next row
    rows_wanted = Signal(object)          # Finding: its rows alone

    def __init__(self) -> None:
        """Begin with no finding."""
        super().__init__()
        named(self, "card")
        self._findings: tuple[Finding, ...] = ()
        self._place = -1
        self._build()
        self._connect()

    @property
    def finding(self) -> Finding | None:
        """Return the finding at hand."""
        return self._findings[self._place] if 0 <= self._place < len(self._findings) else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Take what was found; the finding at hand stays, if it is still there."""
        before = self.finding.key if self.finding is not None else None
        self._findings = tuple(findings)
        self._place = next((place for place, one in enumerate(self._findings) if one.key == before), -1)
        self.setVisible(bool(self._findings))
        self._show()

    def go_to(self, key: Key) -> None:
        """Come to one finding."""
        self._place = next((place for place, one in enumerate(self._findings) if one.key == key), self._place)
        self._show()
        if self.finding is not None and self.finding.key == key:
            self.finding_wanted.emit(self.finding)

    def step(self, *, backward: bool = False) -> None:
        """Come to the next finding, round the end."""
        if not self._findings:
            return
        last = len(self._findings) - 1
        self._place = (max(self._place, 0) - 1) % (last + 1) if backward else (self._place + 1) % (last + 1)
        self._show()
        self.finding_wanted.emit(self.finding)

    def _build(self) -> None:
        layout = column(self, gap="unit", margin=10)
        head = row()
        self._mark = row()
        self._what = strong("")
        head.addLayout(self._mark)
        head.addWidget(self._what, 1)
        layout.addLayout(head)
        self._where = Hint("")
        self.before, self.after = link_button(tr(say("Finding before"))), link_button(tr(say("Next finding")))
        self.row_before, self.row_after = link_button(tr(say("Row before"))), link_button(tr(say("Next row of it")))
        self.alone = link_button(tr(say("Show only its rows")))
        self.before.setToolTip("Shift+F8")
        self.after.setToolTip("F8")
        line = QWidget()
        flow = FlowLayout(line)
        for button in (self.before, self.after, self.row_before, self.row_after, self.alone):
            flow.addWidget(button)
        layout.addWidget(self._where)
        layout.addWidget(line)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.step(backward=True))
        self.after.clicked.connect(self._on_after)
        self.row_before.clicked.connect(lambda: self.row_wanted.emit(self.finding, True))  # backward
        self.row_after.clicked.connect(lambda: self.row_wanted.emit(self.finding, False))  # forward
        self.alone.clicked.connect(lambda: self.rows_wanted.emit(self.finding))

    def _on_after(self) -> None:
        self.step()

    def _show(self) -> None:
        finding, total = self.finding, len(self._findings)
        clear(self._mark)
        if finding is None:
            told = say_count("{count} finding is marked in the table.", "{count} findings are marked in the table.", total)
            self._what.setText(tr(told))
        else:
            word, tone = TIER_TAGS[finding.tier]
            self._mark.addWidget(Tag(tr(word), tone))
            told = say("{place} of {total}: {what}", place=self._place + 1, total=total, what=finding.words.what)
            self._what.setText(tr(told))
        self._where.setText(tr(finding.words.where) if finding is not None else "")
        self._where.setVisible(bool(self._where.text()))
        for button in (self.row_before, self.row_after, self.alone):
            button.setVisible(finding is not None and len(finding.rows) > 0)
