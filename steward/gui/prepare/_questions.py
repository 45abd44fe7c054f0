"""What a change must be told before it can be done: one field for each question of its remedy."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from steward.gui.text import tr
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import say
from steward.vocabulary.question import Question, answered
from steward.vocabulary.recipe import Step

PAUSE_MS = 400  # after the last letter, before the preview follows


class QuestionForm(QWidget):
    """The questions of one change. `step` holds what was answered so far."""

    answered = Signal()
    confirmed = Signal()  # Enter in a field

    def __init__(self) -> None:
        """Begin with no question."""
        super().__init__()
        self._rows: list[tuple[Question, FormRow]] = []
        self._step: Step | None = None
        self._layout = column(self, gap="unit")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.answered)

    def ask(self, questions: Sequence[Question], step: Step | None) -> None:
        """Show a field for each question, with the answers that the step holds."""
        self._pause.stop()
        clear(self._layout)
        self._step, self._rows = step, []
        if step is not None:
            self._rows = [(question, _row(question, step)) for question in questions]
        for _question, row in self._rows:
            self._layout.addWidget(row)
            self._watch(row.field)
        self.setVisible(bool(self._rows))

    def step(self) -> Step | None:
        """Return the step with the answers on screen; None while one is missing."""
        step = self._step
        for question, row in self._rows:
            value = _value(question, row.field)
            if step is None or value == "":
                return None
            step = answered(step, question, value)
        return step

    def tell_missing(self) -> bool:
        """Say beside the first field without an answer that it needs one; return whether there is such a field."""
        for question, row in self._rows:
            if _value(question, row.field) == "":
                row.show_problem(tr(say("Choose one; the change depends on it.") if question.options
                                    else say("Type it here; the change needs it.")))
                row.field.setFocus()
                return True
        return False

    def _watch(self, field: QWidget) -> None:
        if isinstance(field, QComboBox):
            field.activated.connect(self._on_chosen)
        elif isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self._pause.start())
            field.returnPressed.connect(self.confirmed)

    def _on_chosen(self) -> None:
        for _question, row in self._rows:
            row.show_problem("")
        self.answered.emit()


def _row(question: Question, step: Step) -> FormRow:
    held = str(question.answer_in(step))
    if question.options:
        choices = tuple((str(option.value), tr(option.label)) for option in question.options)
        field: QWidget = choice_field(choices if question.first != "" else (("", tr(say("Choose…"))), *choices), held)
    else:
        field = line_edit(held)
    field.setMaximumWidth(420)
    return FormRow(tr(question.text), field, help_text=tr(question.explain))


def _value(question: Question, field: QWidget) -> str | int:
    if isinstance(field, QComboBox):
        return next((option.value for option in question.options if str(option.value) == field.currentData()), "")
    return field.text().strip() if isinstance(field, QLineEdit) else ""
