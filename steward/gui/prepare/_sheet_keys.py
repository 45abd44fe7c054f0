"""Columns that name the rows of other sheets: each is taken as a key between the tables, or passed over, one by one."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.text import tr
from steward.gui.widgets.buttons import chip, link_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import Message, say, say_count, verbatim

if TYPE_CHECKING:
    from steward.schema.proposal import NamedRows


class SheetKeysBox(QWidget):
    """The keys to other sheets that were agreed to, and those that are offered; not there while there are none."""

    agreed = Signal(str, bool)   # name of a key, and whether it is wanted
    passed_over = Signal(str)    # name of a key that nobody wants

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._layout = column(self, gap="unit")
        self.setVisible(False)

    def renew(self, taken: Collection[str], unwanted: Collection[str], found: "Sequence[NamedRows]") -> None:
        """Show which of the keys found were agreed to, and offer the others but for those that nobody wants."""
        clear(self._layout)
        shown = [one for one in found if one.key in taken or one.key not in unwanted]
        self.setVisible(bool(shown))
        if not shown:
            return
        self._layout.addWidget(strong(tr(say("Do these columns name the rows of another sheet?"))))
        self._layout.addWidget(Hint(tr(say("Today each filled cell does. A key that is taken is published where both sheets "
                                           "are tables of the dataset."))))
        for one in shown:
            self._layout.addLayout(self._taken(one) if one.key in taken else self._offered(one))

    def _taken(self, one: "NamedRows") -> FlowLayout:
        return_it = chip(tr(_said(one)), "close")
        return_it.setAccessibleName(tr(say("Take back: {rule}", rule=tr(_said(one)))))
        return_it.clicked.connect(lambda: self.agreed.emit(one.key, False))
        line = FlowLayout()
        line.addWidget(return_it)
        return line

    def _offered(self, one: "NamedRows") -> FlowLayout:
        take, pass_over = chip(tr(_said(one))), link_button(tr(say("No key")))
        take.setAccessibleName(tr(say("Take as the key: {columns}", columns=tr(_said(one)))))
        pass_over.setAccessibleName(tr(say("No key: {columns}", columns=tr(_said(one)))))
        take.clicked.connect(lambda: self.agreed.emit(one.key, True))
        pass_over.clicked.connect(lambda: self.passed_over.emit(one.key))
        line = FlowLayout()
        line.addWidget(take)
        line.addWidget(pass_over)
        return line


def _said(one: "NamedRows") -> Message:
    return say_count("{column} names {named} of {sheet}", "{column} together name {named} of {sheet}", len(one.columns),
                     column=_named(one.columns), named=_named(one.named), sheet=verbatim(" ".join(one.sheet.split())))


def _named(columns: Sequence[str]) -> str:
    return " + ".join(" ".join(column.split()) for column in columns)
