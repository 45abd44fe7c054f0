"""How a table is laid out: a picture of the rows that a finding means, and the ways to the form that reshapes the table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.row_table import RowTable
from steward.gui.widgets.spacing import column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.workflow.needs import StepName

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

ROWS_IN_SIGHT = 8


def layout_evidence(session: Session, bench: "Workbench", finding: Finding) -> QWidget | None:
    """Return the picture of the rows, and for a report the way to the form; None for findings about something else."""
    from steward.tasks.row_kinds import PICTURED, RowPicture, picture_of

    if finding.kind not in PICTURED or not bench.candidate.height:
        return None
    place = QWidget()
    layout = column(place, gap="unit")
    layout.addWidget(Hint(tr(say("Some rows of the table, with what each is taken for:"))))
    table = RowTable(tr(say("Rows of the table with what each is taken for")))
    table.show_picture(RowPicture(columns=(), rows=()), ROWS_IN_SIGHT)
    layout.addWidget(table)
    session.worker.run(lambda _progress: picture_of(bench, finding), owner=table,
                       then=lambda picture: table.show_picture(picture, ROWS_IN_SIGHT))
    if finding.kind == "pivoted-report":
        layout.addWidget(_form_button(session), 0, Qt.AlignmentFlag.AlignLeft)
    if finding.kind == "not-data":
        layout.addWidget(_other_file_button(session), 0, Qt.AlignmentFlag.AlignLeft)
    return place


def reshape_card(session: Session) -> Card:
    """Return the card that leads from any table to the form."""
    card = Card(tr(say("Do names of columns say something themselves?")), gap="unit",
                hint=tr(say("Where months, years or places stand across the top, each of their cells can get a row of its "
                            "own.")))
    card.body.addWidget(_form_button(session, tr(say("Reshape the table by hand…"))), 0, Qt.AlignmentFlag.AlignLeft)
    return card


def _other_file_button(session: Session) -> QWidget:
    button = secondary_button(tr(say("Choose another file or sheet…")), "folder")
    button.clicked.connect(lambda: session.go(StepName.OPEN.value))
    return button


def _form_button(session: Session, text: str = "") -> QWidget:
    button = secondary_button(text or tr(say("Choose the columns, names and rows yourself…")), "columns")
    button.clicked.connect(lambda: session.go("reshape"))
    return button
