"""The way from what was found about a file to where it is read another way."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.vocabulary.message import say
from steward.workflow.needs import StepName

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

OF_READING = frozenset(("hidden-row", "filtered-row", "grouped-row", "low-row", "hidden-column", "outside-region", "no-header",
                        "title-row", "long-header", "short-header", "header-like-record", "assumed-encoding", "second-encoding",
                        "undefined-byte", "half-character"))     # mended by reading the file another way


def read_again_button(session: Session, bench: "Workbench") -> QPushButton:
    """Return the way to where hidden rows, columns and cells beside the table are left out or taken in."""
    def read_again() -> None:
        session.importing.start_again(bench)
        session.go(StepName.OPEN.value)

    button = secondary_button(tr(say("Read it another way…")), "redo")
    button.clicked.connect(read_again)
    return button
