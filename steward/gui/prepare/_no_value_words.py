"""The words of one column that mean no value: typed one in a line, or taken as the answer to what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steward.gui.prepare._column_rules import told
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.form_row import FormRow, text_edit
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.spacing import clear, column
from steward.schema.field import Field
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.schema.proposal import Proposal


class NoValueWords(QWidget):
    """Behind a press until it is wanted. Nothing is kept before the button is pressed: the table is then checked again."""

    taken = Signal(tuple)   # of texts

    def __init__(self, field: Field) -> None:
        """Show the words that were said so far."""
        super().__init__()
        layout = column(self, gap="unit")
        toggle = link_button(tr(say("Say which words mean that there is no value")))
        self.words = text_edit("", rows=3)
        self._place = QWidget()
        inner = column(self._place, gap="unit")
        inner.addWidget(FormRow(tr(say("&Words that mean no value, one in a line")), self.words, help_text=tr(say(
            "Exactly as the cells have them. The cells stay as they are, and readers of the file are told."))))
        take = secondary_button(tr(say("Take these wor&ds")))
        take.clicked.connect(lambda: self.taken.emit(self._typed()))
        inner.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        toggle.clicked.connect(lambda: self._place.setVisible(not self._place.isVisibleTo(self)))
        layout.addWidget(toggle)
        layout.addWidget(self._place)
        self.renew(field)

    def renew(self, field: Field) -> None:
        """Show the words of the field; open where there are any."""
        self.words.setPlainText("\n".join(field.nothing_words))
        self._place.setVisible(bool(field.nothing_words))

    def _typed(self) -> tuple[str, ...]:
        lines = self.words.toPlainText().splitlines()
        return tuple(dict.fromkeys(line for line in lines if line.strip()))


class NoValueAnswer(QWidget):
    """The answer to cells that do not fit: the words among them mean no value, and the column gets its type."""

    taken = Signal(object)   # Proposal

    def __init__(self, of_column: str) -> None:
        """Offer nothing yet for the column."""
        super().__init__()
        self.of_column = of_column
        self._layout = column(self, gap="unit")
        self.setVisible(False)

    def offer(self, proposal: "Proposal | None") -> None:
        """Show what can be taken; nothing where there are no such words."""
        clear(self._layout)
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        button = secondary_button(tr(proposal.what))
        button.setAccessibleName(tr(say("Take for {column}: {rule}", column=proposal.column, rule=proposal.what)))
        button.clicked.connect(lambda: self.taken.emit(proposal))
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(Hint(told(proposal)))
