"""Whether what is shown is what was sent: a quiet line where it is, a red box where it is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steward.gui.desk._loading import Case
from steward.gui.desk._moments import shown_time
from steward.gui.text import tr
from steward.gui.widgets.labels import Text
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import row
from steward.vocabulary.message import say


def trust_part(case: Case) -> QWidget:
    """Return the line, or the box that says why this submission cannot be decided."""
    if case.state.problem is not None:
        detail = say("{problem} Nobody can decide about this submission. Tell the person who looks after the queue; the files "
                     "are kept as they are.", problem=case.state.problem)
        return Notice(tr(say("The history of this submission cannot be trusted.")), tr(detail), tone="stop")
    if case.trouble is not None:
        return notice_of(case.trouble, tone="stop")
    line = QWidget()
    layout = row(line, gap="unit")
    layout.addWidget(Picture("check", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
    told = say("This is what was sent: every file was read again at {time}, and its checksum matches (seal {seal}).",
               time=shown_time(case.at), seal=case.state.tagmanifest[:12])
    layout.addWidget(Text(tr(told), tone="muted", role="small"), 1)
    return line
