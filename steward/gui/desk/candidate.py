"""The whole candidate of a submission, to look through with what is found in it; nothing can be changed here."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent

from steward.gui.desk._subject import parts_of
from steward.gui.explorer.place import ExplorerPlace
from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.exploring import Explored
    from steward.tasks.house import House
    from steward.vocabulary.progress import Progress

NAME = "candidate"


class CandidatePage(PageView):
    """The page with the explorer. The subject of a visit is what `subject_of` gives."""

    def refresh(self) -> None:
        """Read the candidate from its bag and check it, beside the window."""
        house = self.session.house
        submission, table, key = parts_of(self.subject)
        self.place.let_go()
        if key is not None:
            self.place.come_to(key)
        if submission:
            self.place.show_table(lambda progress: _candidate(house, submission, progress, table),
                                  say("Reading and checking the table of the submission"))

    def leave(self) -> None:
        """Let the table go; it is as large as the file."""
        self.place.let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Give the explorer all the height there is."""
        super().resizeEvent(event)
        self.place.fit()

    def _build(self) -> None:
        self._back = secondary_button(tr(say("&Back to the submission")), "back")
        self.add_back(self._back)
        self.place = ExplorerPlace(self)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.session.go("submission", parts_of(self.subject)[0]))


def _candidate(house: "House", submission: str, progress: "Progress", table: str) -> "Explored":
    from steward.tasks.looking_through import candidate

    return candidate(house, submission, progress, table)


def build(session: Session) -> PageView:
    """Return the page."""
    return CandidatePage(session, title=say("The whole table of the submission"), lead=say(
        "As it would be published, checked again on this computer. Rows are numbered as in that file: row 1 holds the names "
        "of the columns. Nothing can be changed here."))


PAGE = Page(order=25, name=NAME, title=say("The whole table of the submission"), icon="search", build=build, is_listed=False,
            under="queue")
