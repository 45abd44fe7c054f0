"""One question of a form: label above, help beside the field, and where something is missing the sentence that says so."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from steward.gui.widgets.error_summary import problem_text
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, Text, in_one_row, strong
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.tag import Tag

LONGEST_IN_LINE = 50   # characters of a label that stands in one line with its mark; a longer one wraps above it


class FormRow(QWidget):
    """A field with its label, its help text, what is wrong with the answer, and room for suggestions under it."""

    def __init__(self, label: str, field: QWidget, *, help_text: str = "", mark: str = "", mark_tone: str = "") -> None:
        """Name the field for screen readers by its label, and describe it by its help text; `mark` says "optional"."""
        super().__init__()
        self.field, self.label_text, self._help = field, label, help_text
        field.setAccessibleName(label.replace("&", ""))
        self.under = column(gap="unit")
        self.more = column(gap="unit")  # what opens only when it is asked for
        self._problem = problem_text("")
        self._problem.hide()
        self._build(mark, mark_tone)
        self.show_problem("")

    def show_problem(self, text: str, *, is_hint: bool = False) -> None:
        """Show a sentence beside the field, or take it away; a hint stands in nobody's way and does not mark the field."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._problem.setProperty("tone", "caution" if is_hint else "stop")
        self._problem.style().unpolish(self._problem)
        self._problem.style().polish(self._problem)
        self.field.setAccessibleDescription(" ".join(part for part in (text, self._help) if part))
        self.field.setProperty("problem", "yes" if text and not is_hint else "no")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def rename(self, label: str) -> None:
        """Ask the question in other words."""
        self.label_text = label
        self._label.setText(label)
        self.field.setAccessibleName(label.replace("&", ""))

    def _build(self, mark: str, mark_tone: str) -> None:
        layout = column(self, gap="unit")
        layout.setSpacing(6)
        top = column(gap="unit") if len(self.label_text) > LONGEST_IN_LINE else FlowLayout()
        self._label = label = strong(self.label_text)
        label.setTextFormat(Qt.TextFormat.AutoText)
        label.setBuddy(self.field)
        top.addWidget(label if len(self.label_text) > LONGEST_IN_LINE else in_one_row(label))
        if mark:
            tag = Tag(mark, mark_tone)
            label.setMinimumHeight(tag.sizeHint().height())   # so that both stand on one line
            top.addWidget(tag)
        for offer in self._beside_label():
            label.setMinimumHeight(max(label.minimumHeight(), offer.sizeHint().height()))
            top.addWidget(offer)
        layout.addLayout(top)
        if self._help:
            layout.addWidget(Hint(self._help))
        layout.addWidget(self._problem)
        layout.addWidget(self._place_of_field())
        layout.addLayout(self.under)
        layout.addLayout(self.more)

    def _beside_label(self) -> tuple[QWidget, ...]:
        """Return what stands behind the label and its mark."""
        return ()

    def _place_of_field(self) -> QWidget:
        """Return what stands in the field's place: the field, or a widget that holds it."""
        return self.field


def beside(label: str, field: QWidget) -> QWidget:
    """Return a field with its label at its left, for fields in a line; a field without a name of its own gets the label's."""
    place = QWidget()
    line = row(place)
    words = in_one_row(Text(label))
    words.setTextFormat(Qt.TextFormat.AutoText)
    words.setBuddy(field)
    line.addWidget(words)
    line.addWidget(field)
    if not field.accessibleName():
        field.setAccessibleName(label.replace("&", ""))
    return place


def line_edit(text: str = "", placeholder: str = "") -> QLineEdit:
    """Return a field for one line."""
    return QLineEdit(text, placeholderText=placeholder)


def text_edit(text: str = "", rows: int = 4) -> QPlainTextEdit:
    """Return a field for several lines; Tab leaves it."""
    field = QPlainTextEdit(text, tabChangesFocus=True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * rows + 24)
    return field


def choice_field(choices: tuple[tuple[str, str], ...], chosen: str = "") -> QComboBox:
    """Return a list to choose from: (id, label) pairs; the id is the item's data. Turning the wheel over it changes nothing."""
    field = _Choice()
    for name, label in choices:
        field.addItem(label, name)
    field.setCurrentIndex(max(0, field.findData(chosen)))
    return field


class _Choice(QComboBox):
    """A list that a page can be scrolled over."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: Any) -> None:  # noqa: N802  # Qt's name
        """Leave the wheel to the page."""
        event.ignore()
