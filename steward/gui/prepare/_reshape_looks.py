"""The table before and after a reshape beside each other, with how many rows there are and where every filled cell is then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.prepare._reshape_words import account_words, lost_words, shape_words
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import beside, choice_field
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.row_table import LOOKS, RowTable
from steward.gui.widgets.side_by_side import SideBySide
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import say
from steward.vocabulary.row_kind import RowKind
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.reshape_preview import ReshapePreview
    from steward.tasks.row_kinds import RowPicture

WIDEST = 132   # pixels of a column, so that those that matter are in sight
OFFERED = (RowKind.RECORD, RowKind.SECTION, RowKind.TOTAL, RowKind.SUBHEADER, RowKind.HEADER, RowKind.NOTE,
           RowKind.PAGE)


class LooksCard(Card):
    """Rows before, painted with what they are taken for, and rows after."""

    kinds_wanted = Signal(object)    # tuple of rows and RowKind

    def __init__(self) -> None:
        """Begin with nothing to show."""
        super().__init__(tr(say("Before and after")), gap="unit")
        self.before = RowTable(tr(say("Some rows of the table as it is, with what they are taken for")), is_chosen_from=True,
                               widest=WIDEST)
        self.after = RowTable(tr(say("The first rows of the reshaped table")), tells_kinds=False, widest=WIDEST)
        self._before_shape, self._after_shape = strong(""), strong("")
        self.account, self.lost = Text(""), Text("", tone="caution")
        self.kind = choice_field(tuple((kind.value, tr(LOOKS[kind].word)) for kind in OFFERED))
        self.take = secondary_button(tr(say("Change these rows")))
        self._build()
        self.take.clicked.connect(self._on_take)

    def show_before(self, picture: "RowPicture", rows: int, columns: int) -> None:
        """Show rows of the table as it is."""
        self._before_shape.setText(tr(say("Before: {shape}", shape=shape_words(rows, columns))))
        self.before.show_picture(picture)

    def wait(self) -> None:
        """Say that what comes after is being worked out."""
        self.account.setText(tr(say("Looking at what would change…")))
        self.lost.hide()

    def show_after(self, seen: "ReshapePreview") -> None:
        """Show rows of the reshaped table, and the account."""
        self._after_shape.setText(tr(say("After: {shape}", shape=shape_words(seen.rows, seen.columns))))
        self.after.show_picture(seen.after)
        self.after.show()
        self.account.setText(tr(account_words(seen.account)))
        lost = tr(lost_words(seen.account)) if seen.account.is_proven else tr(say(
            "Not every cell was found again in the reshaped table, so it is not offered. Choose other columns."))
        self.lost.setText(lost)
        self.lost.setVisible(bool(lost))

    def show_refusal(self, words: Words) -> None:
        """Show why there is nothing after."""
        self._after_shape.setText(tr(say("After: nothing yet")))
        self.after.hide()
        self.account.setText("")
        self.lost.setText(" ".join(part for part in (tr(words.what), tr(words.where)) if part))
        self.lost.show()

    def _build(self) -> None:
        parts = []
        for shape, table in ((self._before_shape, self.before), (self._after_shape, self.after)):
            part = QWidget()
            layout = column(part, gap="unit")
            layout.addWidget(shape)
            layout.addWidget(table)
            parts.append(part)
        self.body.addWidget(SideBySide(*parts))
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(beside(tr(say("The rows chosen on the left are")), self.kind))
        flow.addWidget(self.take)
        hint = Hint(tr(say("Is a row taken for something else than it is? Choose it on the left, several with Shift and the "
                           "arrow keys.")))
        for widget in (self.account, self.lost, hint, line):
            self.body.addWidget(widget)
        self.lost.hide()

    def _on_take(self) -> None:
        if rows := tuple(self.before.chosen_rows()):
            self.kinds_wanted.emit((rows, RowKind(str(self.kind.currentData()))))
        else:
            self.before.setFocus()
