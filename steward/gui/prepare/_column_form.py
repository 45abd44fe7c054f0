"""What is said of one column: what it means, a title in plain words, its unit, its codes. Saved as one types."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from steward.gui.prepare._code_meanings import CodeMeanings
from steward.gui.prepare._column_rules import ColumnRules
from steward.gui.prepare._no_value_words import NoValueWords
from steward.gui.text import tr
from steward.gui.widgets.buttons import chip, link_button
from steward.gui.widgets.form_row import FormRow, line_edit, text_edit
from steward.gui.widgets.labels import Hint, SectionHeading, Text
from steward.gui.widgets.spacing import clear, column, row
from steward.schema.field import Field
from steward.vocabulary.message import Message, say

if TYPE_CHECKING:
    from steward.schema.proposal import Proposal
    from steward.tasks.column_words import Offer

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONGEST_CHIP = 30   # characters: longer words stand under the chip, whole
PAUSE_MS = 400  # after the last letter, before the answer is saved


class ColumnForm(QWidget):
    """The form of the column that is chosen in the list. Enter goes on to the next column."""

    described = Signal(object)  # Field
    next_wanted = Signal()
    back_wanted = Signal()
    passed_over = Signal(str)   # key of a proposed rule that nobody wants

    def __init__(self, field: Field, examples: Sequence[str] = (), *, values: Sequence[str] = (),
                 are_codes: bool = False) -> None:
        """Show what is said of the column so far, and a few of its values, which are shown and never kept.

        `values`: all of them where they want explaining; `are_codes`: they say nothing by themselves.
        """
        super().__init__()
        self._field, self._examples = field, examples
        self._meanings = CodeMeanings(values, field.codes, is_open=are_codes) if values else None
        self._description = text_edit(field.description, rows=3)
        self._title, self._unit = line_edit(field.title), line_edit(field.unit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._build()
        self._connect()

    def hand_over(self) -> None:
        """Tell what was typed, if it differs from what was said."""
        self._pause.stop()
        said = replace(self._field, description=" ".join(self._description.toPlainText().split()),
                       unit=self._unit.text().strip(), title=" ".join(self._title.text().split()),
                       codes=self._field.codes if self._meanings is None else self._meanings.codes())
        if said != self._field:
            self._field = said
            self.described.emit(said)

    def offer(self, offers: Sequence["Offer"]) -> None:
        """Show words that can be taken by one press."""
        clear(self._offered)
        for offer in offers:
            self._offered.addWidget(self._chip(offer))
            if len(words := _words_of(offer)) > LONGEST_CHIP:
                self._offered.addWidget(Text(words))
            self._offered.addWidget(Hint(tr(say("Suggested. {why}", why=offer.why))))

    def propose(self, found: "Sequence[Proposal]") -> None:
        """Show the rules that the column keeps today."""
        self._rules.renew(self._field, found)

    def show_weakness(self, why: Message | None) -> None:
        """Say under the question why the words say too little, or that nothing stands against them."""
        self._meaning.show_problem("" if why is None else tr(why))

    @property
    def question(self) -> QWidget:
        """Return the first question with what is offered for it."""
        return self._meaning

    def begin(self) -> None:
        """Give the focus to the first answer."""
        self._description.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Take Enter in the description as "next": a description is one paragraph."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self.next_wanted.emit()
            return True
        return False

    def _build(self) -> None:
        layout = column(self, gap="gap")
        layout.addWidget(SectionHeading(self._field.column))
        if self._examples:
            shown = say("For example: {examples}", examples=" · ".join(self._examples))
            layout.addWidget(Hint(tr(shown)))
        self._meaning = FormRow(tr(say("What does it &mean?")), self._description, help_text=tr(say(
            "One sentence for someone who has never seen your system. Spell out abbreviations and codes. Enter goes on to the "
            "next column.")))
        self._offered = self._meaning.under
        layout.addWidget(self._meaning)
        beside = row(gap="gap")
        beside.addWidget(FormRow(tr(say("&Title in plain words")), self._title, mark=tr(say("Optional"))), 3)
        beside.addWidget(FormRow(tr(say("U&nit")), self._unit, mark=tr(say("Optional"))), 2)
        layout.addLayout(beside)
        if self._meanings is not None:
            layout.addWidget(self._meanings)
        self._rules = ColumnRules(self._field)
        layout.addWidget(self._rules)
        self._no_value = NoValueWords(self._field)
        layout.addWidget(self._no_value)
        self._back = link_button(tr(say("&Previous column")), "back")
        self._next = link_button(tr(say("Ne&xt column")), "forward")
        ways = row()
        ways.addWidget(self._back)
        ways.addWidget(self._next)
        ways.addStretch(1)
        layout.addLayout(ways)

    def _chip(self, offer: "Offer") -> QPushButton:
        words = _words_of(offer)
        made = chip(tr(say("Use: {value}", value=words) if len(words) <= LONGEST_CHIP else say("Use these words")))
        made.setAccessibleName(tr(say("Use for {column}: {value}", column=self._field.column, value=words)))
        made.clicked.connect(lambda: self._take(offer))
        return made

    def _take(self, offer: "Offer") -> None:
        """Fill in what is offered; a title, a unit and meanings that the person typed stay."""
        if offer.description:
            self._description.setPlainText(offer.description)
        for field, text in ((self._title, offer.title), (self._unit, offer.unit)):
            if text and not field.text().strip():
                field.setText(text)
        if offer.codes and self._meanings is not None:
            self._meanings.take(offer.codes)
        clear(self._offered)
        self.hand_over()
        self.begin()

    def _on_ruled(self, field: Field) -> None:
        """Tell the rule with whatever was typed before."""
        self.hand_over()
        self._field = replace(field, description=self._field.description, title=self._field.title, unit=self._field.unit,
                              codes=self._field.codes)
        self.described.emit(self._field)

    def _connect(self) -> None:
        self._rules.ruled.connect(self._on_ruled)
        self._no_value.taken.connect(lambda words: self._on_ruled(self._field.without_values(words)))
        self._rules.passed_over.connect(self.passed_over)
        if self._meanings is not None:
            self._meanings.edited.connect(self._pause.start)
            self._meanings.finished.connect(self.next_wanted)
        for field in (self._title, self._unit):
            field.textEdited.connect(lambda _text: self._pause.start())
            field.returnPressed.connect(self.next_wanted)
        self._description.textChanged.connect(self._pause.start)
        self._description.installEventFilter(self)
        self._pause.timeout.connect(self.hand_over)
        self._next.clicked.connect(self.next_wanted)
        self._back.clicked.connect(self.back_wanted)


def _words_of(offer: "Offer") -> str:
    return offer.description or offer.unit
