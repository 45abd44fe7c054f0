"""Before a dataset is cataloged without its data: why it is not there, in one of three words."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import data_text, tr
from steward.gui.widgets.buttons import link_button, primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Text, strong
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say

STATUSES = "data_statuses"   # the vocabulary
HAS_DATA = "has-data"        # the subject of the page where the dataset is published with its data


class WithoutData(PageView):
    """The page before the description."""

    def _build(self) -> None:
        from steward.tasks import describing

        self._group, self._names = QButtonGroup(self), list[str]()
        card = Card(tr(say("What is decided?")),
                    tr(say("No file is opened, and nothing of one is kept. You can change this later.")))
        self._which = strong("")
        card.body.addWidget(self._which)
        card.body.addWidget(Text(self._meanings()))
        for name, label in describing.choices(self.session.house, STATUSES):
            button = QRadioButton(data_text(label))
            self._group.addButton(button, len(self._names))
            self._names.append(name)
            card.body.addWidget(button)
        self._comes = secondary_button(tr(say("The data can be published now: choose a &file…")), "folder")
        self.content.addWidget(card)
        self.content.addWidget(self._comes)
        self._on = primary_button(tr(say("Save and &continue")))
        self._on.setEnabled(False)
        self._home = link_button(tr(say("Back to &home")), "back")
        self.add_next(self._on)
        self.add_back(self._home)

    def _connect(self) -> None:
        self._group.idClicked.connect(lambda _place: self._on.setEnabled(True))
        self._on.clicked.connect(self._on_go_on)
        self._home.clicked.connect(lambda: self.session.go("home"))
        self._comes.clicked.connect(lambda: self.session.go("start"))

    def refresh(self) -> None:
        """Offer to bring the data to a dataset that is cataloged without it."""
        self._comes.setVisible(bool(self.session.updates) and self.subject != HAS_DATA)
        self._which.setText(tr(say("Dataset {identifier}.", identifier=self.session.updates)) if self.session.updates else "")
        self._which.setVisible(bool(self.session.updates))

    def _meanings(self) -> str:
        """Return what the words mean, as the question of the record explains them."""
        from steward.tasks import describing

        asked = (element for element in describing.elements(self.session.house) if element.vocabulary == STATUSES)
        return " ".join(data_text(element.help) for element in asked)

    def _on_go_on(self) -> None:
        if (place := self._group.checkedId()) >= 0:
            self.session.begin_without_data(self._names[place])


def build(session: Session) -> PageView:
    """Return the page."""
    return WithoutData(session, title=say("Catalog a dataset without its data"),
                       lead=say("The city's data is open by default, so the catalog shows also what is not published, why, and "
                                "how to ask for it."))


PAGE = Page(order=6, name="without-data", title=say("Catalog a dataset without its data"), icon="describe", build=build)
