"""What each value of a small vocabulary means: one line per value, behind a press until it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.form_row import line_edit
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import say, say_count

Codes = tuple[tuple[str, str], ...]
WIDEST_VALUE = 180


class CodeMeanings(QWidget):
    """The values of one column with room for a meaning beside each; what stands in a value's line is kept as it is typed."""

    edited = Signal()
    finished = Signal()  # Enter in the last line

    def __init__(self, values: Sequence[str], codes: Codes, *, is_open: bool) -> None:
        """Show the values of the column; meanings of values that are no longer there are kept and not shown."""
        super().__init__()
        self._gone = tuple((value, meaning) for value, meaning in codes if value not in values)
        self._lines = {value: line_edit(dict(codes).get(value, "")) for value in values}
        layout = column(self, gap="unit")
        count = say_count("Say what its {count} value means", "Say what its {count} values mean", len(values))
        self._toggle = link_button(tr(count))
        self._grid = self._build()
        self._toggle.clicked.connect(lambda: self._show(is_open=not self._grid.isVisibleTo(self)))
        layout.addWidget(self._toggle)
        layout.addWidget(self._grid)
        self._show(is_open=is_open or any(line.text() for line in self._lines.values()))

    def codes(self) -> Codes:
        """Return each value that has a meaning, with it."""
        said = ((value, " ".join(line.text().split())) for value, line in self._lines.items())
        return (*((value, meaning) for value, meaning in said if meaning), *self._gone)

    def take(self, codes: Codes) -> None:
        """Fill in meanings where none was typed."""
        for value, meaning in codes:
            line = self._lines.get(value)
            if line is not None and not line.text():
                line.setText(meaning)
        self._show(is_open=True)
        self.edited.emit()

    def _show(self, *, is_open: bool) -> None:
        self._grid.setVisible(is_open)

    def _build(self) -> QWidget:
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme().size("unit"))
        grid.setColumnStretch(1, 1)
        hint = say("A stranger does not know what a code stands for. Leave out what explains itself.")
        grid.addWidget(Hint(tr(hint)), 0, 0, 1, 2)
        for place_in_grid, (value, line) in enumerate(self._lines.items(), start=1):
            label = Text(value)
            label.setMaximumWidth(WIDEST_VALUE)
            grid.addWidget(label, place_in_grid, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(line, place_in_grid, 1)
            line.setAccessibleName(tr(say("Meaning of {value}", value=value)))
            line.textEdited.connect(lambda _text: self.edited.emit())
            line.returnPressed.connect(lambda number=place_in_grid: self._go_on(number))
        return place

    def _go_on(self, number: int) -> None:
        lines: list[QLineEdit] = list(self._lines.values())
        if number < len(lines):
            lines[number].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finished.emit()
