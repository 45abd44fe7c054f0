"""Home: what needs me first, my drafts, what my bureau has published, and the way to start."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from steward.gui.front._lines import dataset_line, draft_line, need_line
from steward.gui.page import Page, pages
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import LongLink, primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.labels import Hint, SectionHeading
from steward.gui.widgets.list_row import RowList
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say, say_count
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.home import Home as Whole
    from steward.tasks.home import Need
    from steward.workflow.draft import Draft


class Home(PageView):
    """The page the window opens with."""

    def refresh(self) -> None:
        """Ask beside the window what there is: drafts, queue and portal are files."""
        from steward.tasks import home

        house = self.session.house
        self._turn += 1  # a look that was begun earlier may end later
        self.session.worker.run(lambda _progress: home.home(house), then=partial(self._on_looked, self._turn, self._show),
                                failed=partial(self._on_looked, self._turn, self._show_trouble), owner=self)

    def _build(self) -> None:
        self._turn = 0
        self._start = primary_button(tr(say("&Start a new dataset")), "add")
        self.add_head(self._start)
        self.content.addWidget(Hint(tr(say("Looking at your drafts…"))))

    def _connect(self) -> None:
        self._start.clicked.connect(self._on_start)
        self.session.settings_changed.connect(self._on_settings_changed)

    def _on_looked(self, turn: int, show: Callable[[Any], None], found: object) -> None:
        if turn == self._turn:
            show(found)

    def _show(self, whole: "Whole") -> None:
        drafts = {draft.id: draft for draft in whole.drafts}
        self.renew(self.content, *(Notice(tr(note), tone="caution") for note in whole.notes),
                   *_listed(tr(say("What needs you first")), [need_line(need, partial(self._on_need, need, drafts))
                                                              for need in whole.needs]),
                   *self._drafts(whole), self._without_data(), *self._published(whole), self._desk(whole))

    def _show_trouble(self, words: Words) -> None:
        again = secondary_button(tr(say("Look a&gain")), "redo")
        again.clicked.connect(self.refresh)
        box = notice_of(words)
        box.add_action(again)
        self.renew(self.content, box)

    def _drafts(self, whole: "Whole") -> Sequence[QWidget]:
        if not whole.drafts:
            return (SectionHeading(tr(say("My drafts"))),
                    EmptyState(tr(say("You have no drafts.")), tr(say("Start a new dataset: all you need is the file."))))
        lines = [draft_line(draft, whole.state_of(draft), partial(self.session.resume, draft), partial(self._on_remove, draft))
                 for draft in whole.drafts]
        return _listed(tr(say("My drafts")), lines)

    def _without_data(self) -> QWidget:
        link = LongLink(tr(say("Catalog a dataset without its data: planned, restricted or declined")))
        link.clicked.connect(self._on_without)
        return link

    def _published(self, whole: "Whole") -> Sequence[QWidget]:
        mine = self._bureau_name()
        shown = [one for one in whole.published if not mine or one.bureau == mine]
        heading = tr(say("Published by {bureau}", bureau=mine)) if mine else tr(say("Published"))
        if not shown:
            return (SectionHeading(heading), Hint(tr(say("Nothing is published yet."))))
        return _listed(heading, [dataset_line(one, partial(self._on_update, one.identifier)) for one in shown])

    def _desk(self, whole: "Whole") -> Card:
        card = Card(tr(say("The coordinator's Desk")), gap="unit")
        waiting = say_count("{count} submission waits.", "{count} submissions wait.", whole.waiting)
        card.body.addWidget(Hint(tr(waiting if whole.waiting else say("Nothing waits there."))))
        desk = secondary_button(tr(say("Open the &Desk")), "desk")
        desk.clicked.connect(lambda: self.session.go(pages("desk")[0].name))
        card.body.addWidget(desk)
        return card

    def _bureau_name(self) -> str:
        from steward.tasks import describing

        house = self.session.house
        return dict(describing.choices(house, "bureaus")).get(house.settings.bureau, "")

    def _on_start(self) -> None:
        self.session.updates = ""
        self.session.leave()
        self.session.go("start")

    def _on_without(self) -> None:
        self.session.updates = ""
        self.session.leave()
        self.session.go("without-data")

    def _on_update(self, identifier: str) -> None:
        """Ask for the file; where the dataset has none, first for what is decided now."""
        from steward.tasks import without_data

        self.session.leave()
        self.session.updates = identifier
        house = self.session.house
        self.session.worker.run(lambda _progress: without_data.is_without_data(house, identifier),
                                then=lambda is_without: self.session.go("without-data" if is_without else "start"), owner=self)

    def _on_need(self, need: "Need", drafts: "dict[str, Draft]") -> None:
        ways: dict[str, Callable[[], object]] = {
            "draft": lambda: self.session.resume(drafts[need.subject]), "update": lambda: self._on_update(need.subject),
            "submission": lambda: self.session.go("submission", need.subject)}
        ways[need.place]()

    def _on_remove(self, draft: "Draft") -> None:
        from steward.tasks import drafting

        house = self.session.house
        if self.session.draft is not None and self.session.draft.id == draft.id:
            self.session.leave()
        self.session.worker.run(lambda _progress: drafting.remove(house, draft.id), then=lambda _done: self.refresh(),
                                owner=self)

    def _on_settings_changed(self) -> None:
        if self.isVisible():
            self.refresh()


def _listed(heading: str, lines: Sequence[QWidget]) -> Sequence[QWidget]:
    if not lines:
        return ()
    box = RowList()
    box.setAccessibleName(heading)
    box.show_lines(lines)
    return (SectionHeading(heading), box)


def build(session: Session) -> PageView:
    """Return the page."""
    return Home(session, title=say("Home"))


PAGE = Page(order=10, name="home", title=say("Home"), icon="home", build=build)
