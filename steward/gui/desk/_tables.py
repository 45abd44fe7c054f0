"""Every table of a submission, one after the other: what was found in it, what was changed, its rows and its columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from steward.gui.desk._changes import changes_card
from steward.gui.desk._found import found_in_table
from steward.gui.desk._loading import column_lines
from steward.gui.desk._subject import subject_of
from steward.gui.desk._table import ColumnsCard, rows_card
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.labels import SectionHeading
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim

if TYPE_CHECKING:
    from steward.tasks.reviewing import TableEvidence


def table_parts(submission: str, tables: "Sequence[TableEvidence]", session: Session) -> Sequence[QWidget]:
    """Return the sections of all tables; where there are several, each begins with its name."""
    parts: list[QWidget] = []
    for number, seen in enumerate(tables, start=1):
        if len(tables) > 1:
            told = say("Table {number} of {count}: {title}", number=number, count=len(tables), title=verbatim(seen.table.title))
            parts.append(SectionHeading(tr(told)))
        parts += _sections(submission, seen, session)
    return parts


def _sections(submission: str, seen: "TableEvidence", session: Session) -> Sequence[QWidget]:
    def show(finding: Finding) -> None:
        session.go("candidate", subject_of(submission, seen.table.name, finding))

    return (found_in_table(seen, show), changes_card(seen), rows_card(submission, seen, session),
            ColumnsCard(column_lines(seen.table.table_schema)))
