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

    def __init__(self, status: StepStatus) -> None:
        """Be the step of this name; `show_status` says where it stands."""
        super().__init__()
        self.step = status.step.value
        self.setProperty("kind", "step")
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()

    def show_status(self, status: StepStatus, number: int, total: int, *, is_current: bool, is_compact: bool) -> None:
        """Show where the step stands; `is_current` marks the page that is open."""
        self.setChecked(is_current)
        spoken = say("Step {number} of {total}: {title}. {state}.", number=number, total=total, title=status.title,
                     state=status.state)
        self.setAccessibleName(tr(spoken) + (" " + tr(say("This page is open.")) if is_current else ""))
        self.setToolTip(tr(spoken) if is_compact else "")
        self._picture.draw(*_drawing(status, is_current=is_current))
        self._title.setText(tr(status.title))
        self._title.weigh(QFont.Weight.DemiBold if is_current else QFont.Weight.Medium)
        self._state.setText(tr(status.state))
        self._state.tint("caution" if status.open_count else "muted")
        for text in (self._title, self._state):
            text.setVisible(not is_compact)

    def _build(self) -> None:
        layout = row(self)
        layout.setContentsMargins(10, 7, 8, 7)
        layout.setSpacing(10)
        self._picture = Picture("todo", "muted")
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap="unit")
        words.setSpacing(1)
        self._title, self._state = Text("", weight=QFont.Weight.Medium), Text("", tone="muted", role="small")
        words.addWidget(self._title)
        words.addWidget(self._state)
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
        self._steps: list[TaskStep] = []

    def show_steps(self, statuses: Sequence[StepStatus], current: str, *, is_compact: bool = False) -> None:
        """Show the steps as they stand; the one named `current` is open."""
        wanted = (tuple(statuses), current, is_compact)
        if wanted == self._shown:
            for step in self._steps:    # a press turned it over
                step.setChecked(step.step == current)
            return
        self._shown = wanted
        if [step.step for step in self._steps] != [status.step.value for status in statuses]:
            self._build(statuses)
        for number, (step, status) in enumerate(zip(self._steps, statuses, strict=True), start=1):
            step.show_status(status, number, len(statuses), is_current=step.step == current, is_compact=is_compact)

    def _build(self, statuses: Sequence[StepStatus]) -> None:
        """Make the steps of another kind of draft; the one that had the focus keeps it."""
        focused = next((step.step for step in self._steps if step.hasFocus()), "")
        clear(self._layout)
        self._steps = [TaskStep(status) for status in statuses]
        for step in self._steps:
            step.clicked.connect(lambda _checked=False, name=step.step: self.step_wanted.emit(name))
            self._layout.addWidget(step)
            if step.step == focused:
                step.setFocus()


def _drawing(status: StepStatus, *, is_current: bool) -> tuple[str, str]:
    if status.is_done:
        return "check", "primary"
    if status.open_count:
        return "question", "caution"
    return ("current", "primary") if is_current else ("todo", "muted")
