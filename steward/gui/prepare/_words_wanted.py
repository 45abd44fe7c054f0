"""Which columns still want a description: how many, which, the way to the next one, and what is offered for them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from steward.gui.prepare._word_offers import WordOffers
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.notice import notice_of
from steward.gui.widgets.spacing import clear, column
from steward.schema.field import Field
from steward.vocabulary.message import say, say_count
from steward.workflow.needs import NOT_DESCRIBED, StepName

if TYPE_CHECKING:
    from steward.tasks.column_words import Known
    from steward.tasks.workbench import Workbench


class WordsWanted(QWidget):
    """Stands above the list of columns and follows what is typed below it."""

    next_wanted = Signal()        # the next column without words
    taken = Signal(object)        # offers that a person took
    all_told = Signal()           # the list of offers was closed, and no column is left without words
    passed_over = Signal(str)     # key of offered words that nobody wants

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._count = 0
        layout = column(self, gap="unit")
        self._counted, self._missing = Hint(""), Text("")
        self._next = secondary_button(tr(say("Go to the next one &without a description")), "forward")
        self._look = secondary_button("", "search")
        self.offers = WordOffers()
        self.offers.hide()
        buttons = FlowLayout()
        for button in (self._next, self._look):
            buttons.addWidget(button)
        for part in (self._counted, self._missing):
            layout.addWidget(part)
        layout.addLayout(buttons)
        layout.addWidget(self.offers)
        self._next.clicked.connect(self.next_wanted)
        self._look.clicked.connect(self._on_look)
        self.offers.taken.connect(self.taken)
        self.offers.passed_over.connect(self.passed_over)
        self.offers.closed.connect(self._on_closed)

    def renew(self, fields: Mapping[str, Field], known: "Known | None", passed_over: Sequence[str]) -> None:
        """Show how many columns are described, which are not, and how many of these have words on offer."""
        from steward.tasks import column_words

        missing = column_words.undescribed(fields.values())
        told = say("{done} of {total} described. The public reads these words beside the data.", total=len(fields),
                   done=len(fields) - len(missing))
        self._counted.setText(tr(told))
        self._missing.setText(tr(column_words.what_is_missing(missing)) if missing else "")
        self._missing.setVisible(bool(missing))
        self._next.setVisible(bool(missing))
        offered = () if known is None else column_words.offered(fields.values(), known, passed_over)
        self._count = len(offered)
        self._look.setText(tr(say_count("Look through the words &offered for {count} column…",
                                        "Look through the words &offered for {count} columns…", len(offered))))
        self._look.setVisible(bool(offered) and self.offers.isHidden())
        self.offers.renew(offered)

    def _on_look(self) -> None:
        self.offers.show()
        self._look.hide()
        self.offers.begin()

    def _on_closed(self) -> None:
        self.offers.hide()
        self._look.setVisible(bool(self._count))
        announce(self, self._counted.text())
        if self._next.isHidden():
            self.all_told.emit()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)


class MissingNote(QWidget):
    """Tells on the page of the dataset which columns have no words, with the way to the first of them."""

    def __init__(self, session: Session) -> None:
        """Show nothing yet."""
        super().__init__()
        self._session = session
        self._layout = column(self)

    def renew(self, bench: "Workbench") -> None:
        """Show what stands against the columns of the table as it was checked last; nothing where all are described."""
        clear(self._layout)
        found = next((one for one in bench.report.findings if one.kind == NOT_DESCRIBED), None)
        self.setVisible(found is not None)
        if found is not None:
            box = notice_of(found.words)
            go = secondary_button(tr(say("Go to the first of these columns")), "columns")
            go.clicked.connect(lambda: self._session.go(StepName.COLUMNS.value, f"{NOT_DESCRIBED}|"))
            box.add_action(go)
            self._layout.addWidget(box)
