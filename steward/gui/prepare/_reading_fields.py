"""Fields for rows and columns of a table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from steward.gui.prepare._grid import column_named
from steward.vocabulary.column_letters import letters_of

LAST_COLUMN = 100_000   # text files have more than the 16,384 of a spreadsheet


class NumberField(QSpinBox):
    """A number that a page can be scrolled over; the arrow keys change it."""

    def __init__(self, most: int) -> None:
        super().__init__(minimum=1, maximum=most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(104)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # as far in as the texts of the other fields

    def wheelEvent(self, event: object) -> None:  # noqa: N802  # Qt's name
        """Leave the wheel to the page."""
        event.ignore()  # type: ignore[attr-defined]  # a QWheelEvent


class LettersField(NumberField):
    """A column, shown and typed by its letters; a number does as well."""

    def __init__(self) -> None:
        super().__init__(LAST_COLUMN)

    def textFromValue(self, value: int) -> str:  # noqa: N802  # Qt's name
        """Return the letters of a column."""
        return letters_of(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802  # Qt's name
        """Return the column that was typed."""
        return column_named(text.removeprefix(self.prefix()).strip()) or self.value()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let letters and figures be typed, which name a column that there may be."""
        typed, column = text.removeprefix(self.prefix()).strip(), column_named(text.removeprefix(self.prefix()).strip())
        is_fit = text == self.specialValueText() or (column is not None and self.minimum() <= column <= self.maximum())
        states = QValidator.State
        return states.Acceptable if is_fit else states.Invalid if typed else states.Intermediate, text, place
