"""The place of the explorer on a page: made ready beside the window, and as high as the page has room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from steward.gui.explorer.explorer import Explorer
from steward.gui.explorer.findings import Key
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.turns import Step, Turns
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import Message, say
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.exploring import Explored
    from steward.vocabulary.progress import Progress

WITHOUT_LIMIT = 16_777_215
LEAST_HEIGHT = 260
LEAST_SHOWN = 96     # pixels: the names of the columns and two rows
STOPPED = Words(what=say("You stopped it, so there is no table here."), next_step=say("Come to this page again to see it."))


class ExplorerPlace(QWidget):
    """Stands in the middle of a page. Of several tables asked for only the last one comes up."""

    def __init__(self, page: PageView) -> None:
        """Begin with no table; the explorer is built once there is one, not while the page comes up."""
        super().__init__()
        self.explorer: Explorer | None = None
        self._page = page
        self._turn = 0
        self._turns = Turns(self)
        self._wish: Key | None = None       # a finding to come to
        self._layout = column(self)
        self._wait = Notice(tr(say("Steward is making the table ready.")))
        self._told = column()
        self._layout.addWidget(self._wait)
        self._layout.addLayout(self._told)
        self._wait.hide()
        middle = page.lead.parentWidget()
        if middle is not None and (layout := middle.layout()) is not None:
            middle.setMaximumWidth(WITHOUT_LIMIT)
            layout.addWidget(self)

    def show_table(self, work: "Callable[[Progress], Explored]", progress: Message | None = None) -> None:
        """Work a table out beside the window and show it."""
        self._turn += 1
        turn = self._turn
        self._page.renew(self._told)
        self._wait.show()
        self._page.session.worker.run(work, then=lambda table: self._on_explored(turn, table),
                                      failed=lambda words: self._on_refused(turn, words),
                                      cancelled=lambda: self._on_refused(turn, STOPPED), owner=self, progress=progress)

    def come_to(self, key: Key) -> None:
        """Come to a finding, at once or when the table is there."""
        self._wish = key

    def bring_up(self) -> None:
        """Show the table as it is, if there is one."""
        if self.explorer is None or self.explorer.table is None:
            return
        self.explorer.show()
        if self._wish is not None:
            wish, self._wish = self._wish, None
            self.explorer.come_to(wish)
        QTimer.singleShot(0, self, self._settle_in)   # once the parts above it have their places

    def put_away(self) -> None:
        """Show no table, and none that is still on its way."""
        self._turn += 1
        self._wait.hide()
        self._page.renew(self._told)
        if self._turns.is_under_way:
            self._turns.stop()
            self._drop()
        elif self.explorer is not None:
            self.explorer.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Give the table another height when what stands above it takes more or less."""
        if event.type() == QEvent.Type.Move:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def let_go(self) -> None:
        """Show no table and hold none, as large as it may be."""
        self.put_away()
        self._wish = None
        self._drop()

    def fit(self) -> None:
        """Take all the height there is; what stands under the table is scrolled to."""
        if self.explorer is None or self.explorer.table is None:
            return
        above = self.explorer.stack.mapTo(self, QPoint(0, 0)).y() + self.y()
        room = self._page.area.viewport().height() - above - theme().size("page_margin")
        self.explorer.stack.setMinimumHeight(max(LEAST_HEIGHT, room))

    def _settle_in(self) -> None:
        """Take the height there is; where the search leaves no room for rows, come down to them, with the findings above."""
        self.fit()
        inner, bar = self._page.area.widget(), self._page.area.verticalScrollBar()
        if self.explorer is None or inner is None:
            return
        top = self.explorer.stack.mapTo(inner, QPoint(0, 0)).y()
        if top + LEAST_SHOWN > self._page.area.viewport().height() and not bar.value():
            bar.setMaximum(max(bar.maximum(), inner.height() - self._page.area.viewport().height()))
            bar.setValue(self.explorer.findings.mapTo(inner, QPoint(0, 0)).y())

    def _drop(self) -> None:
        if self.explorer is not None:
            self.explorer.hide()
            self.explorer.deleteLater()
            self.explorer = None

    def _on_explored(self, turn: int, table: "Explored") -> None:
        if turn == self._turn:
            self._turns.begin((*self._building(), self._wait.hide, lambda: self._shown().show_table(table), self.bring_up))

    def _building(self) -> tuple[Step, ...]:
        """Return the steps that build the explorer, which is seen to grow: shown all at once, it would take too long."""
        if self.explorer is not None:
            return ()
        self.explorer = made = Explorer(self._page.session)
        self._layout.addWidget(made)
        return (*made.building(), lambda: made.connect_keys(self._page), lambda: made.stack.installEventFilter(self))

    def _shown(self) -> Explorer:
        """Return the explorer. Raises: RuntimeError where there is none."""
        if self.explorer is None:
            raise RuntimeError("no explorer yet")
        return self.explorer

    def _on_refused(self, turn: int, words: Words) -> None:
        if turn == self._turn:
            self.put_away()
            self._page.renew(self._told, notice_of(words))
