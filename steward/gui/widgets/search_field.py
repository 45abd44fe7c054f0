"""A field that finds one entry of a long list while one types; the list opens under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QToolButton

from steward.gui.icons import icon
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.vocabulary.message import say, say_count

IN_SIGHT, MARGIN = 7, 5  # entries; pixels around them
TARGET = 26              # pixels of the button: WCAG 2.5.8 asks for 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: what is stored, what is shown, and what helps to tell it from others."""

    id: str
    label: str
    detail: str = ""


class SearchField(QLineEdit):
    """Shows the chosen entry; what is typed finds others. Leaving it with words that name none shows the chosen one again."""

    picked = Signal()  # another entry was chosen by the person

    def __init__(self, find: Callable[[str], Sequence[Entry]], chosen: Entry | None, placeholder: str) -> None:
        """`find` returns the entries that fit what was typed, the likeliest first; all for a blank text."""
        super().__init__(chosen.label if chosen else "", placeholderText=placeholder)
        self._find, self._chosen = find, chosen
        self._entries: tuple[Entry, ...] = ()
        self.list = QListWidget()   # to be placed under the field
        self._build()
        self._connect()

    @property
    def chosen(self) -> str:
        """Return the id of the chosen entry; "" while there is none."""
        return self._chosen.id if self._chosen else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """Return the ids in the list that is open, from top to bottom."""
        return tuple(entry.id for entry in self._entries) if not self.list.isHidden() else ()

    def choose(self, entry: Entry | None) -> None:
        """Show another entry as the chosen one."""
        self._chosen = entry
        self.setText(entry.label if entry else "")
        self.list.hide()

    def show_list(self, text: str) -> None:
        """Open the list of what fits a text."""
        self._entries = tuple(self._find(text))
        self.list.clear()
        for entry in self._entries:
            self.list.addItem(QListWidgetItem("\n".join(part for part in (entry.label, entry.detail) if part)))
        self._fit_list()
        self.list.setVisible(bool(self._entries))
        self.list.setCurrentRow(0 if text.strip() and self._entries else -1)
        announce(self, tr(say_count("{count} entry fits.", "{count} entries fit.", len(self._entries))))
        QTimer.singleShot(0, self, self._come_into_sight)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Go through the list by the arrow keys, take an entry by Enter, turn back by Escape."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.isVisible():
            self._on_row(self.list.currentRow())
        elif event.key() == Qt.Key.Key_Escape and self.list.isVisible():
            self.choose(self._chosen)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Keep the button at the end of the field."""
        super().resizeEvent(event)
        self._open.move(self.width() - TARGET - MARGIN, (self.height() - TARGET) // 2)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """Take what was typed in full; show the chosen entry again where the words name none."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._settle()

    def _build(self) -> None:
        self.list.setObjectName("searchList")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr(say("Entries that fit")))
        self.list.hide()
        self._open = QToolButton(self)   # not an action of the field: the button that Qt makes of one is too small to be hit
        self._open.setIcon(icon("search", "muted"))
        self._open.setAutoRaise(True)
        self._open.setFixedSize(TARGET, TARGET)
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setToolTip(tr(say("Show the whole list")))
        self._open.setAccessibleName(self._open.toolTip())
        self.setTextMargins(0, 0, TARGET, 0)

    def _connect(self) -> None:
        self.textEdited.connect(self.show_list)
        self._open.clicked.connect(self._on_open)
        self.list.itemClicked.connect(lambda item: self._on_row(self.list.row(item)))

    def _fit_list(self) -> None:
        rows = range(min(self.list.count(), IN_SIGHT))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in rows) + 2 * MARGIN)

    def _come_into_sight(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            for widget in (self.list, self):   # the field stays in sight, even where not all of the list fits
                if widget.isVisible():
                    parent.ensureWidgetVisible(widget, 0, 12)

    def _step(self, by: int) -> None:
        if not self.list.isVisible():
            self.show_list("")
        count = self.list.count()
        if count:
            self.list.setCurrentRow(max(0, min(count - 1, self.list.currentRow() + by)))
            announce(self, self.list.currentItem().text())

    def _on_open(self) -> None:
        self.setFocus()
        self.show_list("") if self.list.isHidden() else self.list.hide()

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self._pick(self._entries[row])
            self.setFocus()

    def _settle(self) -> None:
        text = self.text().strip()
        self.list.hide()
        if self._chosen is not None and text == self._chosen.label:
            return
        first = next(iter(self._find(text)), None) if text else None
        if first is not None and text.casefold() == first.label.casefold():
            self._pick(first)
        elif not text and self._chosen is not None:
            self._pick(None)
        else:
            self.choose(self._chosen)

    def _pick(self, entry: Entry | None) -> None:
        is_other = (entry.id if entry else "") != self.chosen
        self.choose(entry)
        if is_other:
            self.picked.emit()
