"""Before you start: what is needed, how long it takes, and that one can stop at any time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from steward.gui.page import Page
from steward.gui.prepare.without_data import HAS_DATA
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import link_button, primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.drop_zone import choose_file
from steward.gui.widgets.labels import Text, strong
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import column, row
from steward.vocabulary.message import Message, say

NEEDED = (
    ("file", say("The file with the data"),
     say("A spreadsheet (xlsx, xls, ods) or a text table (csv). It is only read, never changed.")),
    ("person", say("Someone who knows the data"),
     say("What the columns mean, where the numbers come from, what they leave out.")),
    ("describe", say("A title and a description"),
     say("In words a neighbor understands. Steward suggests the rest where it can.")),
)
LENGTH = say("About 20 minutes for a table you know. You can stop at any time: every decision is saved at once, and the draft "
             "waits for you on the home page.")
COURSE = (
    (say("Open the table"), say("Steward reads it and shows how.")),
    (say("Check for private information"), say("You decide on each thing that may tell of a person.")),
    (say("Check the columns"), say("You see what does not fit, and say what each column means.")),
    (say("Describe the data"), say("Who made it, for when and where, and what to know before using it.")),
    (say("Check and send"), say("You look it all over. Nothing leaves this computer before you choose Send.")),
)


class Start(PageView):
    """The page before the first step."""

    def _build(self) -> None:
        needed = Card(tr(say("What you need")), gap="unit")
        for picture, what, why in NEEDED:
            needed.body.addLayout(_line(picture, what, why))
        course = Card(tr(say("What happens")), tr(LENGTH), gap="unit")
        for number, (what, why) in enumerate(COURSE, start=1):
            course.body.addLayout(_line(str(number), what, why))
        self.content.addWidget(self._build_other_ways())
        self.content.addWidget(needed)
        self.content.addWidget(course)
        self._on = primary_button(tr(say("&Choose a file…")), "folder")
        self._home = link_button(tr(say("Back to &home")), "back")
        self.add_next(self._on)
        self.add_back(self._home)

    def _connect(self) -> None:
        self._on.clicked.connect(self._on_choose)
        self._home.clicked.connect(lambda: self.session.go("home"))
        self._alone.clicked.connect(self.session.begin_record_alone)
        self._ends.clicked.connect(lambda: self.session.go("without-data", HAS_DATA))

    def refresh(self) -> None:
        """Offer the ways without a file where a published dataset is brought up to date."""
        self._other_ways.setVisible(bool(self.session.updates))

    def _build_other_ways(self) -> Card:
        self._other_ways = Card(tr(say("Is there no new file?")),
                                tr(say("Then the published tables stay as they are, or the catalog says why they are gone.")))
        self._alone = secondary_button(tr(say("Change only the &description")), "describe")
        self._ends = secondary_button(tr(say("The data is no longer &published…")), "note")
        self._other_ways.body.addWidget(self._alone)
        self._other_ways.body.addWidget(self._ends)
        return self._other_ways

    def _on_choose(self) -> None:
        if (path := choose_file(self)) is not None:
            self.session.go("open", "new")
            self.session.importing.start(path)


def _line(mark: str, what: Message, why: Message) -> QHBoxLayout:
    line = row(gap="gap")
    drawing = strong(mark) if mark.isdigit() else Picture(mark, "primary")
    drawing.setFixedWidth(theme().size("icon"))
    line.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
    words = column(gap="unit")
    words.setSpacing(1)
    words.addWidget(strong(tr(what)))
    words.addWidget(Text(tr(why), tone="muted"))
    line.addLayout(words, 1)
    return line


def build(session: Session) -> PageView:
    """Return the page."""
    return Start(session, title=say("Before you start"), lead=say("From a spreadsheet to the city's open data, in five steps."))


PAGE = Page(order=5, name="start", title=say("Before you start"), icon="note", build=build)
