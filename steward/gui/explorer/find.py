"""The line above the table: find a text, go to a row, go to a column."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import beside, choice_field
from steward.gui.widgets.labels import Text, in_one_row
from steward.gui.widgets.shown_text import in_one_line
from steward.vocabulary.message import Message, say

FIELD_WIDTH, ROW_WIDTH, COLUMN_WIDTH = 140, 78, 140
LONGEST_NAME = 60


class FindBar(QWidget):
    """What a person wants to come to. It looks for nothing itself."""

    text_changed = Signal()
    next_wanted = Signal(bool)      # backward
    row_wanted = Signal(int)        # as the spreadsheet numbers rows
    column_wanted = Signal(int)     # place
    words_wanted = Signal(object)   # Message, where what was typed is no row number

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.text = _field(tr(say("Find in the table")), tr(say("Text")), FIELD_WIDTH)
        self.row = _field(tr(say("Go to row, as the spreadsheet numbers it")), "", ROW_WIDTH)
        self.column = choice_field(())
        self.column.setAccessibleName(tr(say("Column")))
        self.column.setFixedWidth(COLUMN_WIDTH)
        self.whole_cell, self.one_column = QCheckBox(tr(say("Whole cell"))), QCheckBox(tr(say("This column only")))
        self.before = _button("‹", tr(say("Find the one before (Shift+F3)")))
        self.after = _button("›", tr(say("Find the next one (F3)")))
        self.count = in_one_row(Text("", tone="muted"))
        self._build()
        self._connect()

    @property
    def wanted(self) -> tuple[str, bool, bool]:
        """Return the text, whether it is a whole cell, and whether only one column is looked in."""
        return self.text.text(), self.whole_cell.isChecked(), self.one_column.isChecked()

    def show_columns(self, names: Sequence[str]) -> None:
        """Offer the columns."""
        self.column.blockSignals(True)  # Qt's signature
        self.column.clear()
        self.column.addItems([in_one_line(name)[:LONGEST_NAME] for name in names])
        self.column.setCurrentIndex(-1)   # none is named before a cell of the new table is chosen
        self.column.blockSignals(False)  # Qt's signature

    def show_column(self, place: int) -> None:
        """Name the column that the chosen cell is in."""
        self.column.blockSignals(True)  # Qt's signature
        self.column.setCurrentIndex(place)
        self.column.blockSignals(False)  # Qt's signature

    def show_count(self, words: Message) -> None:
        """Say how many there are."""
        self.count.setText(tr(words))
        self.count.setVisible(bool(words.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Look for the one before with Shift and Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text.hasFocus():
            self.next_wanted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        layout = FlowLayout(self)
        text, column = beside(tr(say("Find")), self.text), beside(tr(say("Column")), self.column)
        row = beside(tr(say("Go to row")), self.row)
        for part in (text, self.before, self.after, self.count, column, self.one_column, self.whole_cell, row):
            layout.addWidget(part)
        self.count.setMinimumHeight(theme().size("control_height"))
        self.count.hide()

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self.text_changed.emit())
        self.whole_cell.toggled.connect(lambda _on: self.text_changed.emit())
        self.one_column.toggled.connect(lambda _on: self.text_changed.emit())
        self.before.clicked.connect(lambda: self.next_wanted.emit(True))  # backward
        self.after.clicked.connect(lambda: self.next_wanted.emit(False))  # forward
        self.row.returnPressed.connect(self._on_row)
        self.column.activated.connect(self.column_wanted)

    def _on_row(self) -> None:
        typed = "".join(sign for sign in self.row.text() if sign not in ", .\u00a0")
        if typed.isdecimal() and len(typed) < 12:  # noqa: PLR2004  # no file has more rows
            self.row_wanted.emit(int(typed))
        else:
            self.words_wanted.emit(say("Type the number of a row, as your spreadsheet shows it."))


def _field(name: str, placeholder: str, width: int) -> QLineEdit:
    field = QLineEdit(placeholderText=placeholder, clearButtonEnabled=False)
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setFixedWidth(width)
    return field


def _button(sign: str, name: str) -> QPushButton:
    button = secondary_button(sign)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
