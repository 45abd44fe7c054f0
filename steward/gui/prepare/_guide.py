"""Help with writing the description: a few questions beside the field, and the text that their answers make."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from steward.gui.prepare._element_row import ElementRow
from steward.gui.session import Session
from steward.gui.text import data_text, tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import FormRow, line_edit
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.describing import GuideQuestion

PAUSE_MS = 250  # from a letter to its being saved, at most


class GuideForm(QFrame):
    """Opens under the description; its answers stay in the draft, and the text is only taken over by a press."""

    text_taken = Signal(str, bool)  # the text, and whether it takes the place of what stands in the field
    closed = Signal()
    typed = Signal()

    def __init__(self, session: Session, questions: "Sequence[tuple[GuideQuestion, str]]") -> None:
        """Ask the questions, each with its answer so far."""
        super().__init__()
        self.setObjectName("sunken")
        self._session, self._is_filled = session, False
        self._fields = {question.id: line_edit(answer) for question, answer in questions}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build([question for question, _answer in questions])
        self._connect()
        self._show_text()

    def begin(self) -> None:
        """Give the focus to the first question without an answer."""
        fields = list(self._fields.values())
        next((field for field in fields if not field.text().strip()), fields[0]).setFocus()

    def show_filled(self, *, is_filled: bool) -> None:
        """Offer to replace or to add, where the description has words already."""
        self._is_filled = is_filled
        self._show_text()

    def save(self) -> None:
        """Keep the answers in the draft."""
        self._pause.stop()
        answers = self.answers()
        if self._session.draft is not None and dict(self._session.draft.guided) != {
                name: text for name, text in answers.items() if text.strip()}:
            self._session.edit(lambda draft: draft.with_guided(answers))

    def _build(self, questions: "Sequence[GuideQuestion]") -> None:
        layout = column(self, margin=16)
        layout.addWidget(strong(tr(say("Answer what you can"))))
        layout.addWidget(Hint(tr(say("Short answers are enough. Steward makes sentences of them, which you then change as you "
                                     "like. The answers are kept."))))
        for question in questions:
            layout.addWidget(FormRow(data_text(question.label), self._fields[question.id], help_text=data_text(question.help)))
        layout.addWidget(strong(tr(say("The text so far"))))
        self._text = Text("")
        layout.addWidget(self._text)
        self._take, self._add = secondary_button("", "check"), secondary_button(tr(say("Add it at the end")), "add")
        self._close = link_button(tr(say("Close this help")))
        acts = FlowLayout()
        for button in (self._take, self._add, self._close):
            acts.addWidget(button)
        layout.addLayout(acts)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.save)
        for field in self._fields.values():
            field.textEdited.connect(self._on_typed)
            field.returnPressed.connect(self.focusNextChild)
        self._take.clicked.connect(lambda: self._on_taken(is_instead=True))
        self._add.clicked.connect(lambda: self._on_taken(is_instead=False))
        self._close.clicked.connect(self.closed)

    def answers(self) -> dict[str, str]:
        """Return the answers on screen, by question."""
        return {name: field.text() for name, field in self._fields.items()}

    def _show_text(self) -> None:
        from steward.tasks import describing

        made = describing.guided_text(self._session.house, self.answers())
        self._text.setText(made or tr(say("Nothing yet.")))
        use = say("Use it in place of the description") if self._is_filled else say("Use it as the description")
        self._take.setText(tr(use))
        self._take.setAccessibleName(self._take.text())
        self._take.setEnabled(bool(made))
        self._add.setVisible(self._is_filled)
        self._add.setEnabled(bool(made))

    def _on_typed(self) -> None:
        self._show_text()
        self.typed.emit()
        if not self._pause.isActive():
            self._pause.start()

    def _on_taken(self, *, is_instead: bool) -> None:
        self.save()
        self.text_taken.emit(self._text.text(), is_instead)
        announce(self, tr(say("The text stands in the description now.")))


class GuideOffer(QWidget):
    """The way to the help, under the description."""

    typed = Signal()   # a letter of an answer
    taken = Signal()   # the answers say something to other questions too

    def __init__(self, session: Session, field: ElementRow) -> None:
        """Open the questions only when they are asked for; their text goes into `field`."""
        super().__init__()
        self._session, self._row = session, field
        self.form: GuideForm | None = None
        self._open = link_button(tr(say("Help me write it…")), "question")
        layout = column(self, gap="unit")
        layout.addWidget(self._open)
        self._open.clicked.connect(self._on_open)
        field.typed.connect(self._on_description_typed)

    def save(self) -> None:
        """Keep what is being typed."""
        if self.form is not None:
            self.form.save()

    def answers(self) -> dict[str, str]:
        """Return the answers on screen; none while the questions are closed."""
        return self.form.answers() if self.form is not None else {}

    def _on_open(self) -> None:
        from steward.tasks import describing

        draft = self._session.draft
        if draft is None or self.form is not None:
            return
        self.form = form = GuideForm(self._session, describing.guide_questions(self._session.house, draft))
        self._on_description_typed()
        form.text_taken.connect(self._on_text)
        form.closed.connect(self._on_closed)
        form.typed.connect(self.typed)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(form)
        self._open.hide()
        form.begin()

    def _on_description_typed(self) -> None:
        if self.form is not None:
            self.form.show_filled(is_filled=bool(self._row.value()))

    def _on_text(self, text: str, is_instead: bool) -> None:  # what a signal carries
        before = str(self._row.value())
        self._row.take(text if is_instead or not before else f"{before} {text}")
        self._row.field.setFocus()
        self.taken.emit()

    def _on_closed(self) -> None:
        self.save()
        if self.form is not None:
            self.form.hide()
            self.form.setParent(None)
            self.form.deleteLater()
            self.form = None
        self._open.show()
        self._open.setFocus()
