"""What an earlier description of the data says: each answer beside the one that stands, and everything wrong with the file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from steward.gui.prepare._earlier_row import EarlierRow
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button, primary_button, secondary_button
from steward.gui.widgets.card import Card, divider
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.spacing import column
from steward.vocabulary.message import say, say_count, verbatim

if TYPE_CHECKING:
    from steward.tasks.importing import Imported

IMPORT_FAULTS = "import-"   # how the kinds of what is wrong with the file itself begin
LONGEST_KEPT = 400          # characters of what no question asks for


class EarlierView(QWidget):
    """Takes the place of the questions until the person goes back to them."""

    closed = Signal()

    def __init__(self, session: Session, name: str, found: "Imported") -> None:
        """Show what the file `name` says; whatever is taken stands in the draft at once, and none of it counts as confirmed."""
        super().__init__()
        self._session, self._name, self._found, self._before = session, name, found, session.draft
        self._rows: list[EarlierRow] = []
        layout = column(self)
        for card in (self._build_head(), *self._build_faults(), self._build_answers(), *self._build_kept()):
            layout.addWidget(card)
        self._count()

    @property
    def first(self) -> QWidget:
        """Return what the focus goes to."""
        return self._all if self._all.isEnabled() else self._close

    def _build_head(self) -> Card:
        card = Card(tr(say("What {file} says", file=verbatim(self._name))))
        self._told = Text("")
        card.body.addWidget(self._told)
        card.body.addWidget(Hint(tr(say("Nothing is taken over before you choose it. What you take is marked on its page until "
                                        "you confirm it."))))
        self._all, self._blank = primary_button(""), secondary_button("")
        self._close = link_button(tr(say("Back to the &questions")), "back")
        buttons = FlowLayout()
        for button in (self._all, self._blank, self._close):
            buttons.addWidget(button)
        self._all.clicked.connect(lambda: self._take([row for row in self._rows if not row.is_taken]))
        self._blank.clicked.connect(lambda: self._take([row for row in self._rows if row.is_new and not row.is_taken]))
        self._close.clicked.connect(self.closed)
        card.body.addLayout(buttons)
        return card

    def _build_faults(self) -> list[Card]:
        faults = [fault for fault in self._found.faults if fault.kind.startswith(IMPORT_FAULTS)]
        if not faults:
            return []
        heading = say_count("{count} thing is wrong with the file", "{count} things are wrong with the file", len(faults))
        card = Card(tr(heading))
        for fault in faults:
            words = fault.words
            box = column(gap="unit")
            box.setSpacing(2)
            box.addWidget(Text(tr(words.what), tone="caution"))
            box.addWidget(Hint(" ".join(tr(part) for part in (words.where, words.next_step))))
            card.body.addLayout(box)
        return [card]

    def _build_answers(self) -> Card:
        card = Card(tr(say("Its answers, one by one")))
        draft = self._session.draft
        for told in self._found.told if draft is not None else ():
            faults = [fault.words for fault in self._found.faults if fault.column == told.element]
            made = EarlierRow(told, draft.record.value(told.element) if draft is not None else "", faults)
            made.take_wanted.connect(lambda row=made: self._take([row]))
            made.put_back_wanted.connect(lambda row=made: self._put_back(row))
            self._rows.append(made)
            if len(self._rows) > 1:
                card.body.addWidget(divider())
            card.body.addWidget(made)
        return card

    def _build_kept(self) -> list[Card]:
        if not self._found.kept:
            return []
        card = Card(tr(say("What no question asks for")),
                    tr(say("It is shown so that nothing is lost. Copy by hand what still holds.")))
        card.body.addWidget(FactList([Fact(label=kept.origin, value=kept.text[:LONGEST_KEPT]) for kept in self._found.kept]))
        return [card]

    def _take(self, rows: "list[EarlierRow]") -> None:
        from steward.tasks import importing

        names = tuple(row.element for row in rows)
        if names and self._session.edit(lambda draft: importing.taken(draft, self._found, names)):
            for row in rows:
                row.show_taken(is_taken=True)
            self._count()
            announce(self, tr(say_count("{count} answer was taken over.", "{count} answers were taken over.", len(names))))

    def _put_back(self, row: EarlierRow) -> None:
        from steward.tasks import importing

        before = self._before
        if before is not None and self._session.edit(lambda draft: importing.put_back(draft, before, row.element)):
            row.show_taken(is_taken=False)
            self._count()

    def _count(self) -> None:
        open_ = [row for row in self._rows if not row.is_taken]
        new = [row for row in open_ if row.is_new]
        same = sum(1 for row in self._rows if row.is_same)
        self._told.setText(" ".join(tr(part) for part in (
            say_count("It has {count} answer.", "It has {count} answers.", len(self._rows)),
            say_count("{count} is the same as yours.", "{count} are the same as yours.", same),
            say_count("{count} would fill a question that is still empty.",
                      "{count} would fill questions that are still empty.", len(new)))))
        _name(self._all, tr(say_count("Take {count} answer", "Take all {count} answers", len(open_))), is_on=bool(open_))
        _name(self._blank, tr(say_count("Take {count} where nothing is answered yet",
                                        "Take {count} where nothing is answered yet", len(new))),
              is_on=0 < len(new) < len(open_))


class EarlierFile:
    """Asks for the file and reads it beside the window."""

    def __init__(self, page: QWidget, session: Session, then: "Callable[[str, Imported], object]") -> None:
        """Hand over the name of the file and what it says to `then`."""
        self._page, self._session, self._then = page, session, then

    def choose(self) -> None:
        """Let the person choose a file."""
        known = say("Earlier metadata ({endings})", endings="*.json *.txt *.xlsx *.xlsm *.xls *.ods *.csv")
        kinds = ";;".join((tr(known), tr(say("All files (*)"))))
        name, _kind = QFileDialog.getOpenFileName(self._page, tr(say("Choose a file that describes the data")), "", kinds)
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Read a file; its period is held against the dates of the open table."""
        from steward.tasks import describing, importing

        house, bench = self._session.house, self._session.workbench
        dates = describing.dates(bench.report.profile) if bench is not None else None
        self._session.worker.run(lambda progress: importing.earlier_metadata(house, path, progress, dates=dates),
                                 then=lambda found: self._then(path.name, found), owner=self._page,
                                 progress=say("Reading the earlier metadata"))


def nothing_taken() -> Notice:
    """Return what is said where a file answers no question."""
    return Notice(tr(say("The file answers none of the questions.")), tr(say("Choose another one, or answer them yourself.")))


def _name(button: QWidget, text: str, *, is_on: bool) -> None:
    button.setText(text)  # type: ignore[attr-defined]  # a button
    button.setAccessibleName(text)
    button.setEnabled(is_on)
    button.setVisible(is_on)
