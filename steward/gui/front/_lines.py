"""The lines of the home page: one thing that waits, one draft, one published dataset."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from steward.gui.text import shown_date, tr
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.list_row import ListRow, fill_line
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import row
from steward.gui.widgets.tag import Tag
from steward.vocabulary.message import Message, say
from steward.workflow.needs import StepName, steps, title_of

if TYPE_CHECKING:
    from steward.tasks.home import Need
    from steward.tasks.publishing import PublishedDataset
    from steward.workflow.draft import Draft
    from steward.workflow.submission import SubmissionState

Follow = Callable[[], object]
ACTS = {"draft": say("Go on"), "update": say("Update"), "submission": say("Review")}


def need_line(need: "Need", follow: Follow) -> QWidget:
    """Return the line of one thing that waits; pressing it leads there."""
    what = tr(need.what)
    line = ListRow(what, (), Picture("forward", "primary"), f"{tr(ACTS[need.place])}: {what}")
    line.clicked.connect(follow)
    return line


def draft_line(draft: "Draft", state: "SubmissionState | None", resume: Follow, remove: Follow) -> QWidget:
    """Return the line of one draft: its step and when it was last changed; it can be gone on with, or thrown away."""
    title = draft.title or draft.source.name
    told = tr(_kind(draft))
    where = tr(_where(draft, state))
    spoken = tr(say("Go on with {title}. {where}", title=title, where=where))
    line = ListRow(title, (where, told), Picture("forward", "primary"), spoken)
    line.clicked.connect(resume)
    throw = link_button(tr(say("Remove")), "trash")
    throw.setAccessibleName(tr(say("Remove the draft {title}", title=title)))
    throw.clicked.connect(lambda: _ask_first(throw, title, remove))
    return _beside(line, throw)


def _kind(draft: "Draft") -> Message:
    """Return when a draft was changed, and what goes with its record."""
    day = shown_date(draft.changed)
    if draft.has_table:
        return say("Changed {day}. File {name}.", day=day, name=draft.source.name)
    if draft.keeps_tables:
        return say("Changed {day}. Only the description is new.", day=day)
    return say("Changed {day}. Cataloged without its data.", day=day)


def dataset_line(dataset: "PublishedDataset", update: Follow) -> QWidget:
    """Return the line of one published dataset: when it is due, and Update."""
    button = secondary_button(tr(say("Update")), "redo")
    button.setAccessibleName(tr(say("Update {title}", title=dataset.title)))
    button.clicked.connect(update)
    line = QWidget()
    tag = Tag(tr(say("Overdue")), "caution") if dataset.is_overdue else Tag(tr(say("Published")), "done")
    due = say("Next update due {day}", day=shown_date(dataset.due.isoformat())) if dataset.due else say("No date promised")
    told = say("Version {version}, {day}. {due}.", version=dataset.version, day=shown_date(dataset.published), due=due)
    fill_line(line, dataset.title, (tr(told),), tag)
    return _beside(line, button)


def _where(draft: "Draft", state: "SubmissionState | None") -> Message:
    if state is not None:
        return say("Sent as {number}: {state}.", number=draft.submission, state=state.state.label)
    order = tuple(status.step for status in steps(draft, None))
    step = next((step for step in order if step.value not in draft.seen), StepName.SEND)
    return say("Step {number} of {total}: {title}.", number=order.index(step) + 1, total=len(order), title=title_of(step))


def _beside(line: QWidget, button: QPushButton) -> QWidget:
    box = QWidget()
    box.setFocusProxy(line if isinstance(line, ListRow) else button)
    across = row(box)
    across.setContentsMargins(0, 0, 10, 0)
    across.addWidget(line, 1)
    across.addWidget(button)
    return box


def _ask_first(button: QPushButton, title: str, remove: Follow) -> None:
    from PySide6.QtWidgets import QMessageBox

    question = say("Remove the draft {title}? What you decided and typed goes away; your file stays.", title=title)
    box = QMessageBox(button.window())
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr(say("Remove the draft")))
    box.setText(tr(question))
    yes = box.addButton(tr(say("Remove the draft")), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(tr(say("Keep it")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    if box.clickedButton() is yes:
        remove()
