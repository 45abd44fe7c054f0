"""The rules of one column: those agreed to, each with a way back, and those it keeps today, to be taken or passed over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import chip, link_button, secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import FormRow, line_edit, text_edit
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.spacing import clear, column
from steward.schema.field import Field
from steward.vocabulary.errors import Refused
from steward.vocabulary.message import Message, say

if TYPE_CHECKING:
    from steward.schema.proposal import Proposal

VALUES_SHOWN, LONGEST_SHOWN = 8, 30


class ColumnRules(QWidget):
    """Nothing is a rule before a person takes it."""

    ruled = Signal(object)        # Field with a rule more or less
    passed_over = Signal(str)     # key of a proposal that nobody wants

    def __init__(self, field: Field) -> None:
        """Show the rules that were agreed to."""
        super().__init__()
        self._field = field
        self._found: tuple[Proposal, ...] = ()
        self._layout = column(self, gap="unit")
        self.renew(field, ())

    def renew(self, field: Field, found: "Sequence[Proposal]") -> None:
        """Show what is agreed to and what is offered now; nothing at all where there is neither."""
        from steward.tasks import proposing

        self._field, self._found = field, tuple(found)
        clear(self._layout)
        agreed = proposing.agreed_rules(field)
        if agreed:
            self._layout.addWidget(strong(tr(say("Rules of this column"))))
            self._layout.addLayout(self._agreed(agreed))
        if self._found:
            self._layout.addWidget(strong(tr(say("What the column keeps today"))))
            self._layout.addWidget(Hint(tr(say("Take what should always hold: it is checked in every file, and published."))))
            for proposal in self._found:
                self._layout.addWidget(_Offered(self, proposal))
        self.setVisible(bool(agreed or self._found))

    def take(self, proposal: "Proposal") -> None:
        """Agree to a rule."""
        from steward.tasks import proposing

        self.ruled.emit(proposing.take(self._field, proposal))

    def changed(self, proposal: "Proposal", texts: Sequence[str]) -> "Proposal":
        """Return the rule with other values. Raises: Refused."""
        from steward.tasks import proposing

        return proposing.changed(self._field, proposal, texts)

    def _agreed(self, rules: Sequence[tuple[str, Message]]) -> FlowLayout:
        from steward.tasks import proposing

        layout = FlowLayout()
        for rule, said in rules:
            button = chip(tr(said), "close")
            button.setAccessibleName(tr(say("Take back: {rule}", rule=said)))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _down=False, rule=rule: self.ruled.emit(proposing.take_back(self._field, rule)))
            layout.addWidget(button)
        return layout


class _Offered(QWidget):
    """One rule with what speaks for it."""

    def __init__(self, rules: ColumnRules, proposal: "Proposal") -> None:
        """Offer to take it, to change it where it holds values, and to pass it over."""
        from steward.tasks.proposing import CHANGEABLE

        super().__init__()
        self._rules, self._proposal = rules, proposal
        self._inner = column(self, gap="unit")
        line = FlowLayout()
        take = chip(tr(proposal.what))
        take.setAccessibleName(tr(say("Take for {column}: {rule}", column=proposal.column, rule=proposal.what)))
        take.clicked.connect(lambda: rules.take(proposal))
        line.addWidget(take)
        if proposal.rule in CHANGEABLE:
            line.addWidget(self._link(say("Change…"), say("Change: {rule}", rule=proposal.what), self._change))
        line.addWidget(self._link(say("No rule"), say("No rule: {rule}", rule=proposal.what),
                                  lambda: rules.passed_over.emit(proposal.key)))
        self._inner.addLayout(line)
        self._inner.addWidget(Hint(told(proposal)))
        self._place = column(gap="unit")
        self._inner.addLayout(self._place)

    def _link(self, text: Message, spoken: Message, act: object) -> QPushButton:
        button = link_button(tr(text))
        button.setAccessibleName(tr(spoken))
        button.clicked.connect(act)
        return button

    def _change(self) -> None:
        """Open the values of the rule to be changed."""
        from steward.tasks.proposing import as_texts

        if self._place.count():
            return
        texts = as_texts(self._proposal)
        self._editors = _editors(self._proposal.rule, texts)
        for label, editor in self._editors:
            self._place.addWidget(FormRow(label, editor))
        take = secondary_button(tr(say("&Take the rule")))
        take.clicked.connect(self._take_changed)
        self._place.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        self._editors[0][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_changed(self) -> None:
        fields = [editor for _label, editor in self._editors]
        first = fields[0]
        texts = first.toPlainText().splitlines() if isinstance(first, QPlainTextEdit) else [one.text() for one in fields]  # type: ignore[attr-defined]  # all others are lines
        try:
            other = self._rules.changed(self._proposal, texts)
        except Refused as refusal:
            row = self.findChild(FormRow)
            if row is not None:
                row.show_problem(f"{tr(refusal.words.what)} {tr(refusal.words.next_step)}")
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._rules.take(other)


def _editors(rule: str, texts: Sequence[str]) -> list[tuple[str, QWidget]]:
    if rule == "missing":
        return [(tr(say("&Words that mean no value, one in a line")), text_edit("\n".join(texts), rows=4))]
    if rule == "enum":
        return [(tr(say("Allowed &values, one in a line")), text_edit("\n".join(texts), rows=5))]
    if rule == "pattern":
        return [(tr(say("&Pattern")), line_edit(texts[0]))]
    return [(tr(say("&Smallest")), line_edit(texts[0])), (tr(say("&Largest")), line_edit(texts[1]))]


def told(proposal: "Proposal") -> str:
    """Return what speaks for the rule; of a list, its values, since they become public."""
    values = proposal.constraints.enum or proposal.missing
    if not values:
        return tr(proposal.why)
    shown = " · ".join(value[:LONGEST_SHOWN] for value in values[:VALUES_SHOWN])
    more = say("The list becomes public: {values}.", values=shown)
    if len(values) > VALUES_SHOWN:
        more = say("The list becomes public: {values} and {count} more.", values=shown, count=len(values) - VALUES_SHOWN)
    return f"{tr(proposal.why)} {tr(more)}"
