"""How the file is read: which sheet, which row names the columns, hidden rows and columns, letters of the file."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.theme import theme
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field
from steward.table.sheet import Sheet, SheetListing
from steward.vocabulary.message import say
from steward.vocabulary.recipe import ImportStep

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252", "utf-8+cp1252")
STATES = {"hidden": say("hidden"), "very_hidden": say("hidden by a program")}
HEADER_CHOICES = 12
NO_HEADER = "0"


class ReadingForm(Card):
    """The questions that this file raises; choosing other answers and pressing the button reads it again."""

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Ask only what there is to ask."""
        hint = say("Steward's proposal is chosen. Change it only where the rows above look wrong.")
        super().__init__(tr(say("How it is read")), tr(hint))
        self._session, self._bench = session, bench
        self._fields: dict[str, QComboBox] = {}
        self._lines = QGridLayout()
        self._lines.setSpacing(theme().size("gap"))
        self.body.addLayout(self._lines)
        self._build()

    def _build(self) -> None:
        sheet, step = self._bench.original, self._bench.draft.recipe.import_step
        told = sheet.provenance
        if len(sheet.listings) > 1:
            self._ask("sheet", tr(say("S&heet")), _sheet_choices(sheet), told.sheet or "", help_text=_why(sheet))
        self._ask("header", tr(say("&Row with the column names")), _header_choices(sheet), _header_now(sheet))
        if told.encoding is not None:
            encodings = tuple((name, name.upper()) for name in dict.fromkeys((told.encoding, *ENCODINGS)))
            self._ask("encoding", tr(say("Letters written as")), encodings, told.encoding,
                      help_text=tr(say("Try another one where accents and dashes look odd.")))
        for name, count, chosen in (("rows", told.hidden_rows, step.include_hidden_rows),
                                    ("columns", told.hidden_columns, step.include_hidden_columns)):
            if count:
                self._ask_hidden(name, count, chosen)
        again = secondary_button(tr(say("Read it a&gain this way")), "redo")
        again.clicked.connect(self._on_again)
        self.body.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _ask(self, name: str, label: str, choices: tuple[tuple[str, str], ...], chosen: str, *, help_text: str = "") -> None:
        field = choice_field(choices, chosen)
        place = len(self._fields)
        self._fields[name] = field
        self._lines.addWidget(FormRow(label, field, help_text=help_text), place // 2, place % 2, Qt.AlignmentFlag.AlignTop)

    def _ask_hidden(self, name: str, count: int, chosen: bool | None) -> None:
        label = say("Hidden rows: {count}", count=count) if name == "rows" else say("Hidden columns: {count}", count=count)
        choices = (("", tr(say("Not decided yet"))), ("in", tr(say("Publish them with the others"))),
                   ("out", tr(say("Leave them out"))))
        self._ask(f"hidden_{name}", tr(label), choices, {None: "", True: "in", False: "out"}[chosen],
                  help_text=tr(say("Hidden cells are still in the file. Say whether they belong to the data.")))

    def _on_again(self) -> None:
        from steward.tasks import opening

        house, step = self._session.house, self._chosen_step()
        self._session.rework(lambda bench, progress: opening.read_again(house, bench, step, progress),
                             progress=say("Reading the table again"))

    def _chosen_step(self) -> ImportStep:
        step = self._bench.draft.recipe.import_step
        answers = {name: str(field.currentData()) for name, field in self._fields.items()}
        told = self._bench.original.provenance
        if answers.get("sheet", told.sheet) != told.sheet:
            return ImportStep(sheet=answers["sheet"])
        if (header := answers.get("header")) is not None and header != _header_now(self._bench.original):
            step = replace(step, header_rows=() if header == NO_HEADER else (int(header),))
        if answers.get("encoding", told.encoding) != told.encoding:
            step = replace(step, encoding=answers["encoding"])
        hidden = {"": None, "in": True, "out": False}
        return replace(step, include_hidden_rows=hidden[answers.get("hidden_rows", "")],
                       include_hidden_columns=hidden[answers.get("hidden_columns", "")])


def _sheet_choices(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, _told(one)) for one in sheet.listings)


def _told(listing: SheetListing) -> str:
    size = say("{name} ({rows} rows, {columns} columns)", name=listing.name, rows=listing.rows, columns=listing.columns)
    return tr(size) + (f" – {tr(STATES[listing.state])}" if listing.state in STATES else "")


def _why(sheet: Sheet) -> str:
    from steward.tasks.opening import proposed_sheet

    name, why = proposed_sheet(sheet.listings)
    return tr(say("Steward proposes {name}: {why}", name=name, why=why))


def _header_now(sheet: Sheet) -> str:
    rows = sheet.provenance.header_rows
    return str(rows[-1]) if rows else NO_HEADER


def _header_choices(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    now = int(_header_now(sheet))
    rows = sorted({*range(1, HEADER_CHOICES + 1), *((now,) if now else ())})
    return ((NO_HEADER, tr(say("No row: the table has no column names"))),
            *((str(row), tr(say("Row {row}", row=row))) for row in rows))
