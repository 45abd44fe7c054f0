"""The frame of every page: title, sentence under it, a scrolling middle, and at the foot the one main act."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.turns import Step, Turns
from steward.gui.widgets.foot import Foot
from steward.gui.widgets.labels import Hint, Title
from steward.gui.widgets.spacing import clear, column, named, row
from steward.vocabulary.message import Message

Part = Callable[[], Iterable[QWidget] | None]   # makes widgets of a page, or fills those that are there
SETTLED_MS = 20     # after the first round: a text that wraps asks for its height once more
PRESSES = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin))


class PageView(QWidget):
    """One page. Subclasses fill `above`, `content` and `foot`, and bring themselves up to date in `refresh`."""

    def __init__(self, session: Session, *, title: Message, lead: Message | None = None, is_wide: bool = False) -> None:
        """Build the frame, then what the page itself adds in `_build` and `_connect`."""
        super().__init__()
        self.setObjectName("page")
        self.session = session
        self.subject = ""
        self._turns = Turns(self)
        self._heard: QWindow | None = None   # whose presses are waited for while the page is filled
        self._build_frame(title, lead, theme().size("wide_content_width" if is_wide else "content_width"))
        self._build()
        self._connect()

    def visit(self, subject: str = "") -> None:
        """Come up: take what the person wants to see of this page, and show what is now."""
        self.subject = subject
        self.area.verticalScrollBar().setValue(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()   # last: what is wanted of the page takes the focus and is scrolled to

    def leave(self) -> None:
        """Go out of sight; a page that collects typing hands it over here."""

    def refresh(self) -> None:
        """Show what the session holds now."""

    def add_head(self, button: QPushButton) -> None:
        """Put a button beside the title."""
        self._head_line.addWidget(button)

    def add_next(self, button: QPushButton) -> None:
        """Put the page's main act at the right of the foot."""
        self.foot.add_next(button)

    def add_back(self, button: QPushButton) -> None:
        """Put a quiet act at the left of the foot."""
        self.foot.add_back(button)

    def fold_foot(self) -> None:
        """Show the foot only while one of its buttons is there."""
        self.foot.fold()

    def renew(self, layout: QVBoxLayout, *widgets: QWidget) -> None:
        """Put these in the place of all that a layout held.

        The focus that was there stays on the page: Qt would give it to the first button of the window.
        """
        if layout is self.content:
            self._stop_filling()
        if _holds_focus(layout):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(layout)
        for widget in widgets:
            layout.addWidget(widget)

    def fill(self, *parts: Part, then: Step | None = None) -> None:
        """Put what the parts make in the place of all that `content` held, one after the other while the window stays awake.

        `then` is called once all are there. What is scrolled to stays in sight meanwhile. Who clicks or types does so on the
        whole page: the rest is then put there at once.
        """
        self.renew(self.content)
        self._middle.setMinimumHeight(self._middle.height())
        self._turns.begin((*(partial(self._add, part) for part in parts), self._end_filling, *((then,) if then else ())))
        if self._turns.is_under_way and (window := self.window().windowHandle()) is not None:
            self._heard = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Let a press find the whole page."""
        if watched is self._heard and event.type() in PRESSES:
            self._turns.finish()
        return super().eventFilter(watched, event)

    def _add(self, part: Part) -> None:
        for widget in part() or ():
            self.content.addWidget(widget)

    def _stop_filling(self) -> None:
        self._turns.stop()
        self._end_filling()

    def _end_filling(self) -> None:
        self._middle.setMinimumHeight(0)
        if self._heard is not None:
            self._heard.removeEventFilter(self)
            self._heard = None

    def hold_still(self) -> None:
        """Show what is there no more, and not yet what was put in its place, until that has found its size."""
        viewport = self.area.viewport()
        viewport.setUpdatesEnabled(False)
        settled = partial(viewport.setUpdatesEnabled, True)    # Qt's own switch
        QTimer.singleShot(0, viewport, lambda: QTimer.singleShot(SETTLED_MS, viewport, settled))

    def show_part(self, widget: QWidget) -> None:
        """Scroll a part of the page into sight and give it the focus."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _build(self) -> None:
        """Add what is the page's own; once."""

    def _connect(self) -> None:
        """Listen to the session and to the page's own controls; once."""

    def _build_frame(self, title: Message, lead: Message | None, width: int) -> None:
        outer = column(self)
        outer.setSpacing(0)
        self.area = _scroll_area()
        outer.addWidget(self.area, 1)
        self._middle = middle = named(QWidget(), "pageContent")
        self.area.setWidget(middle)
        margin = theme().size("page_margin")
        around = row(middle)
        around.setContentsMargins(margin, margin - 8, margin, margin)
        inner = named(QWidget(maximumWidth=width), "pageContent")
        around.addWidget(inner, 1)
        around.addStretch(0)
        self._build_head(inner, title, lead)
        self.foot = Foot()
        outer.addWidget(self.foot)
        for key, pages in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda way=pages: self._scroll_by(way))

    def _build_head(self, inner: QWidget, title: Message, lead: Message | None) -> None:
        layout = column(inner, gap="gap")
        head = column(gap="unit")
        self.title = Title(tr(title))
        self._head_line = row(gap="gap")
        self._head_line.addWidget(self.title, 1)
        head.addLayout(self._head_line)
        self.lead = Hint(tr(lead) if lead else "")
        head.addWidget(self.lead)
        if lead is None:
            self.lead.hide()
        layout.addLayout(head)
        self.above, self.content = column(gap="gap"), column(gap="gap")
        for part in (self.above, self.content):
            layout.addLayout(part)
        layout.addStretch(1)

    def _scroll_to(self, widget: QWidget) -> None:
        content = self.area.widget()
        if content is not None and content.isAncestorOf(widget):
            if (layout := content.layout()) is not None:
                layout.activate()  # what has just come up has its place only now
            QApplication.sendEvent(self.area, QEvent(QEvent.Type.LayoutRequest))   # and is as high as it wants to be
            top = widget.mapTo(content, QPoint(0, 0)).y()
            self.area.verticalScrollBar().setValue(max(0, top - theme().size("page_margin")))

    def _scroll_by(self, pages: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())


def _holds_focus(layout: QLayout) -> bool:
    focused = QApplication.focusWidget()
    parts = [layout.itemAt(place) for place in range(layout.count())]
    widgets = [widget for part in parts if part is not None and (widget := part.widget()) is not None]
    return focused is not None and any(widget is focused or widget.isAncestorOf(focused) for widget in widgets)


def _scroll_area() -> QScrollArea:
    area = named(QScrollArea(widgetResizable=True), "pageScroll")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return area
