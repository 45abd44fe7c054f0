"""What names each row of the table: the key agreed to, or the candidates."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import chip, link_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.schema.proposal import KeyCandidate


class KeyBox(QWidget):
    """A line under the list of columns; it is not there while there is nothing to say."""

    chosen = Signal(object)      # tuple of columns; empty: the key is taken back
    passed_over = Signal(str)    # key of a candidate that nobody wants

    def __init__(self, key: Sequence[str]) -> None:
        """Show the key of the draft."""
        super().__init__()
        self._layout = column(self, gap="unit")
        self.renew(key, ())

    def renew(self, key: Sequence[str], candidates: "Sequence[KeyCandidate]") -> None:
        """Show the key, or else the candidates."""
        clear(self._layout)
        self.setVisible(bool(key or candidates))
        if key:
            self._layout.addWidget(strong(tr(say("Each row is named by"))))
            taken = chip(_named(key), "close")
            taken.setAccessibleName(tr(say("Take back: {rule}", rule=_named(key))))
            taken.clicked.connect(lambda: self.chosen.emit(()))
            line = FlowLayout()
            line.addWidget(taken)
            self._layout.addLayout(line)
        elif candidates:
            self._layout.addWidget(strong(tr(say("Does one of these name each row?"))))
            why = say("No two of {rows} rows are alike in it today. A key that is taken is checked in each file and published.",
                      rows=candidates[0].rows)
            self._layout.addWidget(Hint(tr(why)))
            for one in candidates:
                self._layout.addLayout(self._offered(one))

    def _offered(self, one: "KeyCandidate") -> FlowLayout:
        name = _named(one.columns)
        take, pass_over = chip(name), link_button(tr(say("No key")))
        take.setAccessibleName(tr(say("Take as the key: {columns}", columns=name)))
        pass_over.setAccessibleName(tr(say("No key: {columns}", columns=name)))
        take.clicked.connect(lambda: self.chosen.emit(one.columns))
        pass_over.clicked.connect(lambda: self.passed_over.emit(one.key))
        line = FlowLayout()
        line.addWidget(take)
        line.addWidget(pass_over)
        return line


def _named(columns: Sequence[str]) -> str:
    return " + ".join(" ".join(column.split()) for column in columns)
