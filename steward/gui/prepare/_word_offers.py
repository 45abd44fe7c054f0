"""Words on offer for columns, to be looked through together: each is read, then taken or passed over by a person."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import say, say_count

if TYPE_CHECKING:
    from steward.tasks.column_words import Offered

SHOWN = 20   # at once: what is taken together must have been in sight


class WordOffers(QFrame):
    """One line for each column, with both answers; all that are shown can be taken at once."""

    taken = Signal(object)      # those that a person took
    passed_over = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("notice")
        self._offers: tuple[Offered, ...] = ()
        self._place = 0      # of the line that was answered last, where the keyboard goes on
        layout = column(self, gap="gap", margin=theme().size("card_padding"))
        self._lines = column(gap="gap")
        layout.addLayout(self._lines)
        buttons = FlowLayout()
        self._all = secondary_button("", "check")
        self._close = link_button(tr(say("Close this list")), "close")
        for button in (self._all, self._close):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self._all.clicked.connect(self._on_all)
        self._close.clicked.connect(self.closed)

    def renew(self, offers: "Sequence[Offered]") -> None:
        """Show what is still on offer; with nothing left the list closes."""
        had_focus = self.isVisible() and self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._offers = tuple(offers)
        if self.isHidden():
            return
        if not offers:
            self.closed.emit()
            return
        self._show()
        if had_focus:
            self._focus(self._place)

    def begin(self) -> None:
        """Show the first lines and give the focus to the first answer."""
        self._show()
        self._focus(0)

    def _show(self) -> None:
        clear(self._lines)
        self._answers: list[QPushButton] = []
        for place, offered in enumerate(self._offers[:SHOWN]):
            self._lines.addWidget(line := self._line(place, offered))
            line.show()   # at once, so that the keyboard can go on in it
        count = len(self._answers)
        self._all.setText(tr(say_count("Use these words", "&Use the words of these {count} columns", count)))
        self._all.setVisible(count > 1)

    def _line(self, place: int, offered: "Offered") -> QWidget:
        line = QWidget()
        layout = column(line, gap="unit")
        layout.addWidget(strong(" ".join(offered.field.name.split())))
        layout.addWidget(Text(offered.offer.description))
        layout.addWidget(Hint(tr(offered.offer.why)))
        use, leave = secondary_button(tr(say("Use")), "check"), link_button(tr(say("Not these words")))
        use.setAccessibleName(tr(say("Use for {column}: {value}", column=offered.field.name, value=offered.offer.description)))
        leave.setAccessibleName(tr(say("Not these words for {column}", column=offered.field.name)))
        use.clicked.connect(lambda: self._take(place, (offered,)))
        leave.clicked.connect(lambda: self._leave(place, offered))
        buttons = FlowLayout()
        buttons.addWidget(use)
        buttons.addWidget(leave)
        layout.addLayout(buttons)
        self._answers.append(use)
        return line

    def _take(self, place: int, offers: "Sequence[Offered]") -> None:
        self._place = place
        self.taken.emit(tuple(offers))

    def _leave(self, place: int, offered: "Offered") -> None:
        self._place = place
        self.passed_over.emit(offered.key)

    def _on_all(self) -> None:
        self._take(0, self._offers[:SHOWN])

    def _focus(self, place: int) -> None:
        self._answers[min(place, len(self._answers) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
