"""Look-alike labels on the card of their finding: which spellings become one, how it is written, and which stay apart."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from steward.gui.prepare._preview import ROWS_LOOKED_AT, Preview
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.card import divider
from steward.gui.widgets.check_line import CheckLine
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.side_by_side import SideBySide
from steward.gui.widgets.spacing import column, row
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.tasks.labels import Choice, Cluster
    from steward.tasks.workbench import Workbench

AT_ONCE, PAUSE_MS = 5, 400
LONGEST_SHOWN = 80   # letters of a spelling beside its box


class ClusterForm(QWidget):
    """One cluster: a box for each spelling, and the label that the ticked ones become."""

    changed = Signal()

    def __init__(self, first: "Choice") -> None:
        """Show what is proposed."""
        super().__init__()
        self._first = first
        self._boxes = {label: CheckLine(_spelling(label, count))
                       for label, count in zip(first.cluster.labels, first.cluster.counts, strict=True)}
        self._label = line_edit(first.label)
        self._told = Hint("")
        self._turn = link_button("")
        self._build()
        self._connect()
        self._tick(is_merged=bool(first.merged))

    def choice(self) -> "Choice":
        """Return what is decided on screen; a single spelling that is ticked alone is written as the label says, too."""
        merged = frozenset(label for label, box in self._boxes.items() if box.isChecked())
        return replace(self._first, label=self._label.text().strip(), merged=merged)

    def field(self) -> QLineEdit:
        """Return where the label is typed."""
        return self._label

    def _build(self) -> None:
        layout = column(self, gap="unit")
        name = FormRow(tr(say("Write the ticked ones as")), self._label)
        self._label.setAccessibleName(tr(say("Write the ticked ones as: {label}", label=self._first.label)))
        line = row()
        line.addWidget(self._told, 1)
        line.addWidget(self._turn)
        name.under.addLayout(line)
        boxes = QWidget()
        listed = column(boxes, gap="unit")
        listed.setSpacing(0)
        for box in self._boxes.values():
            listed.addWidget(box)
        layout.addWidget(SideBySide(boxes, name))
        layout.addWidget(divider())

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.toggled.connect(self._on_changed)
        self._label.textEdited.connect(self._on_changed)
        self._turn.clicked.connect(lambda: self._tick(is_merged=not self.choice().merged))

    def _tick(self, *, is_merged: bool) -> None:
        for box in self._boxes.values():
            box.blockSignals(True)
            box.setChecked(is_merged)
            box.blockSignals(False)
            box.update()
        self._on_changed()

    def _on_changed(self) -> None:
        choice = self.choice()
        self._label.setEnabled(bool(choice.merged))
        changes = say_count("{count} row changes.", "{count} rows change.", choice.rows)
        self._told.setText(tr(changes if choice.rows else say("Nothing changes here.")))
        turn = say("Keep all apart") if choice.merged else say("Merge all")
        self._turn.setText(tr(turn))
        self._turn.setAccessibleName(tr(say("{act}: {label}", act=turn, label=self._first.label)))
        self.changed.emit()


class LabelForm(QWidget):
    """All clusters of one finding, a few at a time, with a look at what changes before it is done."""

    def __init__(self, session: Session, bench: "Workbench", finding: Finding, clusters: Sequence["Cluster"]) -> None:
        """Show the first clusters."""
        from steward.tasks.labels import first_choice

        super().__init__()
        self._session, self._bench, self._finding = session, bench, finding
        self._left = [first_choice(cluster, finding.kind) for cluster in clusters]
        self._forms: list[ClusterForm] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._layout = column(self, gap="unit")
        self._build()
        self._connect()
        self._add()

    def choices(self) -> tuple["Choice", ...]:
        """Return what is decided on screen, cluster by cluster; clusters that are not shown yet are left as they are."""
        return tuple(form.choice() for form in self._forms)

    def _build(self) -> None:
        self._layout.addWidget(strong(tr(say("Decide spelling by spelling"))))
        explain = say("Tick the spellings that mean the same. What is not ticked stays as it is, now and in the next file.")
        self._layout.addWidget(Hint(tr(explain)))
        self._clusters = column(gap="unit")
        self._layout.addLayout(self._clusters)
        self._more = secondary_button("", "add")
        self._reason = line_edit()
        self._reason_row = FormRow(tr(say("Why are the others right as they are?")), self._reason,
                                   help_text=tr(say("In a few words, without private details. The public reads it.")))
        self._preview = Preview(self._session)
        self._act = secondary_button("")
        for widget in (self._more, self._reason_row, self._preview, self._act):
            self._layout.addWidget(widget)

    def _connect(self) -> None:
        self._more.clicked.connect(self._on_more)
        self._pause.timeout.connect(self._show_preview)
        self._reason.returnPressed.connect(self._on_act)
        self._act.clicked.connect(self._on_act)

    def _add(self) -> None:
        shown, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        for first in shown:
            form = ClusterForm(first)
            form.changed.connect(self._on_changed)
            self._forms.append(form)
            self._clusters.addWidget(form)
        self._more.setText(tr(say_count("Show {count} more", "Show {count} more", len(self._left))))
        self._more.setVisible(bool(self._left))
        self._on_changed()

    def _on_more(self) -> None:
        before = len(self._forms)
        self._add()
        self._forms[before].field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        choices = self.choices()
        self._reason_row.setVisible(any(choice.apart for choice in choices))
        self._reason_row.show_problem("")
        is_merged = any(choice.rows for choice in choices)
        self._act.setText(tr(say("Write the labels so") if is_merged else say("Keep them all apart")))
        self._act.setAccessibleName(tr(say("{act}: column {column}", act=Message(self._act.text()),
                                           column=self._finding.column or "")))
        self._pause.start()

    def _show_preview(self) -> None:
        from steward.tasks import labels

        choices = self.choices()
        if not any(choice.rows for choice in choices):
            self._preview.show_steps(self._bench, ())
            return
        try:
            self._preview.show_steps(self._bench, (labels.step_of(self._finding, choices),),
                                     self._finding.rows[:ROWS_LOOKED_AT])
        except StewardError as trouble:
            self._tell(trouble)

    def _on_act(self) -> None:
        from steward.tasks import labels

        house, choices, reason = self._session.house, self.choices(), self._reason.text()
        try:
            labels.checked_step(house, self._finding, choices, reason)
        except StewardError as trouble:
            self._tell(trouble)
            return
        answer = (self._finding, choices)
        self._session.rework(lambda bench, progress: labels.apply(house, bench, answer, reason, progress),
                             progress=say("Changing the table and checking it again"))

    def _tell(self, trouble: StewardError) -> None:
        """Say what is missing beside the field that it is about."""
        said = trouble.words
        empty = next((form for form in self._forms if form.choice().merged and not form.choice().label), None)
        if empty is not None:
            empty.field().setFocus()
        self._reason_row.setVisible(True)
        self._reason_row.show_problem(" ".join(part for part in (tr(said.what), tr(said.next_step)) if part))
        if empty is None:
            self._reason.setFocus()


def _spelling(label: str, count: int) -> str:
    shown = label if len(label) <= LONGEST_SHOWN else label[:LONGEST_SHOWN] + "…"
    return tr(say_count("{label} ({count} row)", "{label} ({count} rows)", count, label=shown))
