"""The list of steps at the side: each says in words where it stands, and all can be gone to at any time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import FilledButton
from steward.gui.widgets.labels import Text
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import clear, column, row
from steward.vocabulary.message import say
from steward.workflow.needs import StepStatus


class TaskStep(FilledButton):
    """One step: icon, name, and its state in words."""

    def __init__(self, status: StepStatus, number: int, total: int, *, is_current: bool, is_compact: bool) -> None:
        """Show where the step stands; `is_current` marks the page that is open."""
        super().__init__()
        self.step = status.step.value
        self.setProperty("kind", "step")
        self.setCheckable(True)
        self.setChecked(is_current)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        spoken = say("Step {number} of {total}: {title}. {state}.", number=number, total=total, title=status.title,
                     state=status.state)
        self.setAccessibleName(tr(spoken) + (" " + tr(say("This page is open.")) if is_current else ""))
        self.setToolTip(tr(spoken) if is_compact else "")
        self._build(status, is_compact=is_compact)

    def _build(self, status: StepStatus, *, is_compact: bool) -> None:
        layout = row(self)
        layout.setContentsMargins(10, 7, 8, 7)
        layout.setSpacing(10)
        layout.addWidget(Picture(*_drawing(status, is_current=self.isChecked())), 0, Qt.AlignmentFlag.AlignTop)
        if not is_compact:
            words = column(gap="unit")
            words.setSpacing(1)
            words.addWidget(Text(tr(status.title), weight=QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium))
            words.addWidget(Text(tr(status.state), tone="caution" if status.open_count else "muted", role="small"))
            layout.addLayout(words, 1)
        self.seal_face()


class TaskList(QWidget):
    """All steps in order."""

    step_wanted = Signal(str)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName(tr(say("Steps")))
        self._layout = column(self, gap="unit")
        self._layout.setSpacing(2)
        self._shown: tuple[object, ...] = ()

    def show_steps(self, statuses: Sequence[StepStatus], current: str, *, is_compact: bool = False) -> None:
        """Show the steps as they stand; the one named `current` is open."""
        wanted = (tuple(statuses), current, is_compact)
        if wanted == self._shown:
            return
        focused = next((step.step for step in self.findChildren(TaskStep) if step.hasFocus()), "")
        self._shown = wanted
        clear(self._layout)
        for number, status in enumerate(statuses, start=1):
            step = TaskStep(status, number, len(statuses), is_current=status.step.value == current, is_compact=is_compact)
            step.clicked.connect(lambda _checked=False, name=status.step.value: self.step_wanted.emit(name))
            self._layout.addWidget(step)
            if status.step.value == focused:
                step.setFocus()


def _drawing(status: StepStatus, *, is_current: bool) -> tuple[str, str]:
    if status.is_done:
        return "check", "primary"
    if status.open_count:
        return "question", "caution"
    return ("current", "primary") if is_current else ("todo", "muted")
