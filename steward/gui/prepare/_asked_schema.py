"""The schema that the table is held to: offered from the program's catalog, or taken from a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import chip, link_button, secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.notice import notice_of
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import Message, say, verbatim
from steward.vocabulary.progress import Progress
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.tasks.asked_schemas import Offer
    from steward.tasks.workbench import Workbench


class SchemaBox(QWidget):
    """What is offered, or what is held, and the way to a file. Nothing is taken before the person says so."""

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Show the schema of the draft, or look for one that fits, beside the window."""
        super().__init__()
        self._session, self._bench = session, bench
        layout = column(self, gap="gap")
        self._choose = link_button(tr(say("Use rules from a file…")), "file")
        buttons = FlowLayout()
        buttons.addWidget(self._choose)
        layout.addLayout(buttons)
        self._told = column(gap="gap")
        layout.addLayout(self._told)
        self._choose.clicked.connect(self._on_choose)
        if bench.draft.asked_columns:
            self._show_held(bench.draft.asked_schema)
        else:
            self._look()

    def take_from(self, path: Path) -> None:
        """Read a schema beside the window and show how well it fits."""
        from steward.tasks import asked_schemas

        bench = self._session.workbench or self._bench
        self._session.worker.run(lambda _progress: asked_schemas.offer_of_file(bench, path),
                                 then=lambda offer: self._show((offer,)), failed=self._refuse, owner=self)

    def _look(self) -> None:
        from steward.tasks import asked_schemas

        bench = self._bench
        self._session.worker.run(lambda _progress: asked_schemas.offers(bench), then=self._show, failed=self._refuse,
                                 owner=self)

    def _show(self, offers: "Sequence[Offer]") -> None:
        clear(self._told)
        for offer in offers:
            self._told.addWidget(self._offered(offer))

    def _refuse(self, words: Words) -> None:
        clear(self._told)
        self._told.addWidget(notice_of(words))
        announce(self, tr(words.what))

    def _offered(self, offer: "Offer") -> QWidget:
        from steward.tasks.asked_schemas import fit_in_words

        place, schema = QWidget(), offer.fit.schema
        layout = column(place, gap="unit")
        layout.addWidget(strong(tr(say("These columns look like: {title}", title=verbatim(schema.title)))))
        layout.addWidget(Text(" ".join(map(tr, (fit_in_words(offer.fit), *offer.notes)))))
        if schema.source:
            layout.addWidget(Hint(tr(_basis(schema.source, schema.confirmed_by))))
        take = secondary_button(tr(say("Use its rules and descriptions")), "check")
        take.setAccessibleName(tr(say("Use the rules and descriptions of {title}", title=verbatim(schema.title))))
        leave = link_button(tr(say("Not this one")))
        leave.setAccessibleName(tr(say("Not this one: {title}", title=verbatim(schema.title))))
        take.clicked.connect(lambda: self._take(offer))
        leave.clicked.connect(lambda: self._pass_over(offer.key, place))
        buttons = FlowLayout()
        buttons.addWidget(take)
        buttons.addWidget(leave)
        layout.addLayout(buttons)
        return place

    def _show_held(self, title: str) -> None:
        self._told.addWidget(strong(tr(say("The table is held to the columns of"))))
        held = chip(" ".join(title.split()), "close")
        held.setAccessibleName(tr(say("Take back: {rule}", rule=verbatim(title))))
        held.clicked.connect(self._let_go)
        line = FlowLayout()
        line.addWidget(held)
        self._told.addLayout(line)
        self._told.addWidget(Hint(tr(say("Rules that its columns have got are taken back one by one, at each column."))))

    def _take(self, offer: "Offer") -> None:
        from steward.tasks import asked_schemas

        self._session.rework(lambda bench, progress: _held(self._session, bench, offer, progress),
                             progress=say("Checking the table against the schema"))
        announce(self, tr(asked_schemas.fit_in_words(offer.fit)))

    def _let_go(self) -> None:
        from steward.tasks import asked_schemas

        self._session.edit(asked_schemas.let_go)
        self._session.check_again()

    def _pass_over(self, key: str, place: QWidget) -> None:
        self._session.edit(lambda draft: draft.without_proposal(key))
        place.hide()
        self._choose.setFocus()

    def _on_choose(self) -> None:
        kinds = tr(say("Table Schema or Data Package (*.json)"))
        name, _kind = QFileDialog.getOpenFileName(self, tr(say("Choose a schema")), "", kinds)
        if name:
            self.take_from(Path(name))


def _held(session: Session, bench: "Workbench", offer: "Offer", progress: Progress) -> "Workbench":
    from steward.tasks import asked_schemas, opening

    return opening.recheck(session.house, bench, asked_schemas.held_to(bench, offer.fit), progress)


def _basis(source: str, confirmed_by: str) -> Message:
    if confirmed_by:
        return say("{source}. Confirmed by {who}.", source=source, who=confirmed_by)
    return say("{source}. Not confirmed by the program yet.", source=source)
