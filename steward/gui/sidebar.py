"""The left side: where one can go, and while a dataset is being prepared the steps with their state in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from steward.gui.page import Page, pages
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import nav_button
from steward.gui.widgets.labels import Text
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import column, named, row
from steward.gui.widgets.task_list import TaskList
from steward.vocabulary.message import say

COMPACT_WIDTH = 76


class Sidebar(QFrame):
    """Home, the steps of the draft, the Desk, settings. In a narrow window only the icons stay; their names are spoken."""

    page_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        """Show the program's name; the pages come with `show_pages`."""
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName(tr(say("Where to go")))
        self._session = session
        self._current = ""
        self._is_compact = False
        self._buttons: dict[str, QPushButton] = {}
        self._texts: dict[QPushButton, str] = {}
        self._build()
        self._connect()

    def show_pages(self) -> None:
        """List the pages of the program. Raises: NothingDiscovered."""
        front = pages("front")
        self._add(front[:1])
        self._nav.addWidget(self._preparing)
        self._nav.addWidget(self._desk_heading)
        self._add(pages("desk"))
        self._nav.addStretch(1)
        self._add(front[1:])
        self.show_steps()
        self.set_compact(is_compact=self._is_compact)

    def mark(self, page: str) -> None:
        """Show which page is open."""
        self._current = page
        for name, button in self._buttons.items():
            button.setChecked(name == page)
            button.setAccessibleDescription(tr(say("This page is open.")) if name == page else "")
        self.show_steps()

    def show_steps(self) -> None:
        """Show where the draft's steps stand; nothing while there is no draft and none is being begun."""
        draft = self._session.draft
        self._preparing.setVisible(draft is not None or self._current in ("start", "open"))
        self._dataset.setText((draft.title or draft.source.name) if draft is not None else tr(say("New dataset")))
        self._tasks.show_steps(self._session.steps(), self._current, is_compact=self._is_compact)

    def set_compact(self, *, is_compact: bool) -> None:
        """Show only icons, or icons with their names."""
        self._is_compact = is_compact
        self._nav.setContentsMargins(8 if is_compact else 12, 16, 8 if is_compact else 12, 12)
        self.setFixedWidth(COMPACT_WIDTH if is_compact else theme().size("sidebar_width"))
        for button, text in self._texts.items():
            button.setText("" if is_compact else text)
            button.setToolTip(text if is_compact else "")
        for label in (self._brand, self._dataset, self._steps_heading):
            label.setVisible(not is_compact)
        self._desk_heading.setVisible(not is_compact and bool(self._buttons))
        self.show_steps()

    def _build(self) -> None:
        inner = named(QWidget(), "sidebarContent")
        self._nav: QVBoxLayout = column(inner, gap="unit")
        self._nav.setContentsMargins(12, 16, 12, 12)
        self._nav.setSpacing(4)
        self._nav.addLayout(self._build_brand())
        self._steps_heading = _group_heading(tr(say("PREPARING")))
        self._desk_heading = _group_heading(tr(say("DESK")))
        self._desk_heading.hide()
        self._preparing = self._build_steps()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = column(self)
        outer.addWidget(area)
        self.setFixedWidth(theme().size("sidebar_width"))

    def _build_brand(self) -> QVBoxLayout:
        line = row(gap="unit")
        line.setContentsMargins(6, 0, 0, 12)
        line.addWidget(Picture("steward", "text", 32))
        self._brand = Text("Steward", role="section", weight=QFont.Weight.Bold)
        line.addWidget(self._brand, 1)
        around = column()
        around.addLayout(line)
        return around

    def _build_steps(self) -> QWidget:
        box = QWidget()
        layout = column(box, gap="unit")
        layout.setSpacing(2)
        self._dataset = Text("", weight=QFont.Weight.DemiBold)
        self._dataset.setContentsMargins(10, 0, 6, 6)
        self._tasks = TaskList()
        for widget in (self._steps_heading, self._dataset, self._tasks):
            layout.addWidget(widget)
        box.hide()
        return box

    def _connect(self) -> None:
        self._tasks.step_wanted.connect(self.page_wanted)
        self._session.draft_changed.connect(self.show_steps)
        self._session.workbench_changed.connect(self.show_steps)

    def _add(self, listed: tuple[Page, ...]) -> None:
        for page in listed:
            if not page.is_listed:
                continue
            button = nav_button(tr(page.title), page.icon)
            button.clicked.connect(lambda _checked=False, name=page.name: self.page_wanted.emit(name))
            self._buttons[page.name] = button
            self._texts[button] = tr(page.title)
            self._nav.addWidget(button)


def _group_heading(text: str) -> Text:
    label = Text(text, tone="muted", role="small", weight=QFont.Weight.DemiBold)
    label.setContentsMargins(10, 14, 0, 2)
    return label
