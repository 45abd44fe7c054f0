"""One line of a list that opens something: title, what else there is to know, and a state at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from steward.gui.widgets.buttons import FilledButton
from steward.gui.widgets.card import divider
from steward.gui.widgets.labels import Text
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import clear, column, named, row

STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class ListRow(FilledButton):
    """A line to press. `spoken` is all of it in one sentence; arrow keys go to the lines above and below."""

    def __init__(self, title: str, lines: Sequence[str], state: QWidget, spoken: str, *, side: str = "") -> None:
        """Show the title in bold with its lines under it; `state` and `side` stand at the right."""
        super().__init__()
        self.setProperty("kind", "step")
        self.setAutoDefault(True)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        fill_line(self, title, lines, state, side=side)
        self.seal_face()


class RowList(QFrame):
    """Lines in one box, a thin rule between them."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        named(self, "card")
        self._layout: QVBoxLayout = column(self, gap="unit", margin=6)
        self._layout.setSpacing(2)
        self._lines: list[QWidget] = []

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Put these lines in the place of those before."""
        clear(self._layout)
        self._lines = list(lines)
        for place, line in enumerate(self._lines):
            if place:
                self._layout.addWidget(divider())
            _to_press(line).installEventFilter(self)
            self._layout.addWidget(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Let the arrow keys go from line to line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in STEPS:
            return False
        place = next((place for place, line in enumerate(self._lines) if _to_press(line) is watched), None)
        if place is None:
            return False
        beside = min(max(place + STEPS[event.key()], 0), len(self._lines) - 1)
        _to_press(self._lines[beside]).setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _to_press(line: QWidget) -> QWidget:
    """Return what of a line takes the keyboard: itself, or the part that is pressed where a button stands beside it."""
    return line.focusProxy() or line


def fill_line(line: QWidget, title: str, lines: Sequence[str], state: QWidget, *, side: str = "") -> None:
    """Lay out one line of a list."""
    layout = row(line, gap="gap")
    layout.setContentsMargins(12, 10, 12, 10)
    words = column(gap="unit")
    words.setSpacing(3)
    words.addWidget(Text(title, weight=QFont.Weight.DemiBold))
    for told in lines:
        words.addWidget(Text(told, tone="muted"))
    layout.addLayout(words, 1)
    right = column(gap="unit")
    right.setSpacing(4)
    if isinstance(state, Picture):     # an arrow stands in the middle of its line, a word beside the title
        right.addStretch(1)
    right.addWidget(state, 0, Qt.AlignmentFlag.AlignRight)
    if side:
        told_side = Text(side, tone="muted", role="small")
        told_side.setAlignment(Qt.AlignmentFlag.AlignRight)
        told_side.setWordWrap(False)
        right.addWidget(told_side)
    right.addStretch(1)
    layout.addLayout(right)
