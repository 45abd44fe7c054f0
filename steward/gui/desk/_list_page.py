"""What the Desk's two lists share: which part of the list, when it was looked at, look again, and why it is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from steward.gui.desk._loading import Listing
from steward.gui.desk._moments import shown_time
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import choice_field
from steward.gui.widgets.labels import Hint, in_one_row, strong
from steward.gui.widgets.list_row import RowList
from steward.gui.widgets.notice import notice_of
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.spacing import column, row
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.words import Words

AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One choice of what to show of a list."""

    name: str
    label: Message
    holds: Callable[[Any], bool]


class ListPage(PageView):
    """A list that is looked up beside the window at every visit and on request; the old one stays until then."""

    def work(self) -> Callable[..., Listing[Any]]:
        """Return what looks the list up: a function of the house."""
        raise NotImplementedError

    def parts(self) -> Sequence[Part]:
        """Return the parts to choose from, the first one shown first."""
        raise NotImplementedError

    def line(self, item: Any) -> QWidget:
        """Return one item as a line, named by what it shows so that the focus finds it again."""
        raise NotImplementedError

    def nothing(self, part: Part) -> EmptyState:
        """Return what is shown where a part holds nothing."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Look the list up."""
        house, work = self.session.house, self.work()
        self._say_checked(say("Looking…"))
        self.session.worker.run(lambda _progress: work(house), then=self._on_found, failed=self._on_trouble, owner=self)

    @property
    def listing(self) -> Listing[Any] | None:
        """Return the list as it was found last."""
        return self._listing

    def choose(self, part: str) -> None:
        """Show another part of the list."""
        self.filter.setCurrentIndex(max(0, self.filter.findData(part)))

    def _build(self) -> None:
        self._listing: Listing[Any] | None = None
        self._limit = AT_ONCE
        self._lines: list[QWidget] = []
        self.filter = choice_field(tuple((part.name, tr(part.label)) for part in self.parts()))
        self.filter.setAccessibleName(tr(say("Show")))
        self.filter.setMinimumWidth(180)
        self.filter.setMaximumWidth(320)
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)   # the counts come later
        self._checked = in_one_row(Hint(""))
        self._again = secondary_button(tr(say("Look &again")), "redo")
        label = in_one_row(strong(tr(say("&Show"))))
        label.setBuddy(self.filter)
        bar = FlowLayout()
        for parts in ((label, self.filter), (self._checked, self._again)):
            bar.addWidget(_together(*parts))
        self.content.addLayout(bar)
        self._told, self._body = column(), column()
        self.content.addLayout(self._told)
        self.content.addLayout(self._body)

    def _connect(self) -> None:
        self._again.clicked.connect(self.refresh)
        self.filter.activated.connect(self._on_part_chosen)
        self.filter.currentIndexChanged.connect(self._show)

    def _on_part_chosen(self) -> None:
        self._limit = AT_ONCE

    def _on_found(self, listing: Listing[Any]) -> None:
        self._listing = listing
        self._say_checked(say("Checked at {time}", time=shown_time(listing.at)))
        self.renew(self._told)
        self._count_parts(listing)
        self._show()

    def _on_trouble(self, words: Words) -> None:
        before = self._listing
        self._say_checked(say("Last checked at {time}", time=shown_time(before.at)) if before else say("Not checked yet"))
        self.renew(self._told, notice_of(words))
        announce(self, tr(words.what))

    def _say_checked(self, message: Message) -> None:
        self._checked.setText(tr(message))
        around = self._checked.parentWidget()
        if around is not None and (layout := around.layout()) is not None:
            layout.activate()  # a longer text has its room at once

    def _count_parts(self, listing: Listing[Any]) -> None:
        for place, part in enumerate(self.parts()):
            count = sum(1 for item in listing.items if part.holds(item))
            self.filter.setItemText(place, f"{tr(part.label)} ({count:,})")

    def _show(self) -> None:
        if self._listing is None:
            return
        part = self.parts()[max(0, self.filter.currentIndex())]
        items = [item for item in self._listing.items if part.holds(item)]
        if not items:
            self._lines = []
            self.renew(self._body, self.nothing(part))
            return
        before = next((line.objectName() for line in self._lines if line.hasFocus()), "")
        self._lines = [self.line(item) for item in items[:self._limit]]
        box = RowList()
        box.show_lines(self._lines)
        left = len(items) - self._limit
        self.renew(self._body, box, *((self._more(left),) if left > 0 else ()))
        for line in self._lines:
            if before and line.objectName() == before:
                line.setFocus()

    def _more(self, left: int) -> QPushButton:
        button = secondary_button(tr(say_count("Show {count} more", "Show {count} more", min(left, AT_ONCE))), "add")
        button.clicked.connect(partial(self._on_more, self._limit))
        return button

    def _on_more(self, shown: int) -> None:
        self._limit = shown + AT_ONCE
        self._show()


def _together(*parts: QWidget) -> QWidget:
    """Return parts that go on in the next line as one."""
    group = QWidget()
    line = row(group, gap="unit")
    for part in parts:
        line.addWidget(part)
    return group
