"""The main window: places to go at the left, practice banner on top, the page, and what is being done at the foot."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from steward.gui.icons import icon
from steward.gui.page import FOLDERS, Page, Visit, pages
from steward.gui.reading_order import next_stop
from steward.gui.session import Session
from steward.gui.sidebar import Sidebar
from steward.gui.text import in_one_line, shortened, tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.labels import Text
from steward.gui.widgets.notice import notice_of
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.progress_panel import ProgressPanel
from steward.gui.widgets.spacing import clear, column, named, row
from steward.vocabulary.message import Message, say
from steward.vocabulary.words import Words

NARROW = 980   # below this width the side list shows icons only
FIRST = "home"
LONGEST_NAME = 60   # letters of a dataset's name in the title of the window


class Window(QMainWindow):
    """Shows one page at a time. Views are built when they are first wanted and kept."""

    def __init__(self, session: Session) -> None:
        """Build the frame; the pages come once the house is open."""
        super().__init__()
        self.session = session
        self._pages: dict[str, Page] = {}
        self._views: dict[str, PageView] = {}
        self._visit = Visit(page="")
        self.setWindowTitle("Steward")
        self.setWindowIcon(icon("steward"))
        self.setMinimumSize(560, 340)
        self._build()
        self._connect()

    def show_page(self, visit: Visit) -> None:
        """Bring up a page, with what is wanted of it."""
        if visit.page not in self._pages:
            return
        if (before := self._views.get(self._visit.page)) is not None:
            before.leave()
        self.session.check_again()
        if visit.page != self._visit.page:
            self.session.came_from = self._visit.page
        self._visit = visit
        self._clear_trouble()
        view = self._view(visit.page)
        self._stack.setCurrentWidget(view)
        self._sidebar.mark(self._pages[visit.page].under or visit.page)
        self._name_window(visit.page)
        view.visit(visit.subject)
        announce(self, tr(self._pages[visit.page].title))

    def view(self) -> PageView | None:
        """Return the page that is shown."""
        return self._views.get(self._visit.page)

    def page_names(self) -> tuple[str, ...]:
        """Return the names of all pages."""
        return tuple(self._pages)

    def rebuild(self) -> None:
        """Build everything anew, in another language or other colors, on the same page; pages come once the house is open."""
        visit = self._visit
        for view in self._views.values():
            view.leave()
        self._views.clear()
        self._build()
        self._sidebar.set_compact(is_compact=self.width() < NARROW)
        if self.session.has_house:
            self._open_pages()
            self.show_page(visit if visit.page else Visit(page=FIRST))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Hand over what is being typed, stop all work, take the tables of the moment away."""
        if (view := self.view()) is not None:
            view.leave()
        self.session.rest()
        self.session.worker.stop()
        if self.session.has_house:
            self.session.house.close()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Keep room for the page in a narrow window."""
        super().resizeEvent(event)
        self._sidebar.set_compact(is_compact=event.size().width() < NARROW)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002  # Qt's signature
        """Go on by Tab as one reads: pages are filled again and again, so Qt's own order is the order of building."""
        root = self.centralWidget()
        stop = next_stop(root, QApplication.focusWidget(), forward=next) if root is not None else None
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def _build(self) -> None:
        middle = named(QWidget(), "page")
        outer = column(middle)
        outer.setSpacing(0)
        self._banner = _practice_banner()
        outer.addWidget(self._banner)
        across = row()
        across.setSpacing(0)
        outer.addLayout(across, 1)
        self._sidebar = Sidebar(self.session)
        across.addWidget(self._sidebar)
        across.addLayout(self._build_right(), 1)
        self.setCentralWidget(middle)
        self._sidebar.page_wanted.connect(self.session.go)

    def _build_right(self) -> QVBoxLayout:
        right = column()
        right.setSpacing(0)
        self._trouble = column()
        self._stack = QStackedWidget()
        self._stack.addWidget(_waiting())
        right.addLayout(self._trouble)
        right.addWidget(self._stack, 1)
        right.addWidget(ProgressPanel(self.session.worker))
        return right

    def _connect(self) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self._clear_trouble)
        self.session.house_opened.connect(self._on_house_opened)
        self.session.settings_changed.connect(self._show_practice)
        self.session.page_wanted.connect(self.show_page)
        self.session.troubled.connect(self.show_trouble)
        self.session.worker.troubled.connect(self.show_trouble)
        self.session.noticed.connect(self._on_noticed)
        self.session.draft_changed.connect(self._on_draft_changed)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def show_trouble(self, words: Words) -> None:
        """Tell the three sentences above the page until the person goes on."""
        self._clear_trouble()
        box = notice_of(words)
        close = secondary_button(tr(say("Close this message")), "close")
        close.clicked.connect(self._clear_trouble)
        box.add_action(close)
        around = column(margin=16)
        around.addWidget(box)
        self._trouble.addLayout(around)
        announce(self, in_one_line(words))

    def _clear_trouble(self) -> None:
        clear(self._trouble)

    def _on_house_opened(self) -> None:
        self._open_pages()
        self.show_page(Visit(page=FIRST))

    def _open_pages(self) -> None:
        self._pages = {page.name: page for folder in FOLDERS for page in pages(folder)}
        self._sidebar.show_pages()
        self._show_practice()

    def _show_practice(self) -> None:
        self._banner.setVisible(self.session.is_practice)

    def _view(self, name: str) -> PageView:
        if name not in self._views:
            view = self._views[name] = self._pages[name].build(self.session)
            self._stack.addWidget(view)
        return self._views[name]

    def _name_window(self, page: str) -> None:
        if page not in self._pages:
            return
        draft = self.session.draft
        name = shortened(draft.title or draft.source.name, LONGEST_NAME) if draft is not None else ""
        parts = [tr(self._pages[page].title), name, "Steward"]
        practice = tr(say("(practice)")) if self.session.is_practice else ""
        self.setWindowTitle(" – ".join(part for part in parts if part) + (f" {practice}" if practice else ""))

    def _on_draft_changed(self) -> None:
        self._name_window(self._visit.page)

    def _on_noticed(self, message: Message) -> None:
        announce(self, tr(message))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        parent = new.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            QTimer.singleShot(0, parent, lambda: _bring_into_sight(parent))


def _bring_into_sight(area: QScrollArea) -> None:
    focused = QApplication.focusWidget()
    if focused is not None and area.isAncestorOf(focused) and focused.height() < area.viewport().height():
        area.ensureWidgetVisible(focused, 0, 24)


def _practice_banner() -> QFrame:
    banner = named(QFrame(), "practiceBanner")
    layout = row(banner)
    layout.setContentsMargins(20, 7, 20, 7)
    layout.addWidget(Picture("practice", "practice", 18))
    text = say("Practice: everything stays on this computer. Nothing reaches the program until its queue is set in Settings.")
    layout.addWidget(Text(tr(text)), 1)
    return banner


def _waiting() -> QWidget:
    waiting = named(QWidget(), "page")
    layout = column(waiting, margin=32)
    layout.addWidget(Text(tr(say("Opening Steward…")), tone="muted"))
    layout.addStretch(1)
    return waiting
