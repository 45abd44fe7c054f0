"""The tables of a dataset: which one is at hand, the way to the others, and the sheets that may become tables, too."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.check_line import CheckLine
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.spacing import column
from steward.gui.widgets.tab_row import TabRow
from steward.vocabulary.message import Message, say, verbatim

if TYPE_CHECKING:
    from steward.table.sheet import Sheet, SheetListing
    from steward.tasks.workbench import Workbench
    from steward.vocabulary.progress import Progress

SHEETS = say("Each becomes a table of its own under the same description. Go through it as through this one: every table is "
             "checked before the dataset is sent. A sheet that is taken out again stays on the home page as a draft, and comes "
             "back with your answers when you tick it again. To begin it anew, throw that draft away first.")


class TableBar(QWidget):
    """The tables of the dataset, the one at hand held down."""

    chosen = Signal(str)   # id of the draft of a table

    def __init__(self, session: Session) -> None:
        """Show the name of each table's sheet; nothing where the dataset has one table."""
        super().__init__()
        layout = column(self, gap="unit")
        first, draft = session.first_draft(), session.draft
        if first is None or draft is None or not first.further:
            return
        sheets = {first.id: first.recipe.import_step.sheet or first.source.name,
                  **{one.draft: one.sheet for one in first.further}}
        place = list(sheets).index(draft.id) + 1 if draft.id in sheets else 1
        layout.addWidget(Hint(tr(say("Table {number} of {count} of this dataset", number=place, count=len(sheets)))))
        tabs = TabRow({name: " ".join(sheet.split()) for name, sheet in sheets.items()}, draft.id)
        tabs.chosen.connect(self.chosen)
        layout.addWidget(tabs)


class SheetsCard(Card):
    """The other sheets of the workbook, each to be ticked where it belongs to the dataset."""

    ticked = Signal(str)   # name of a sheet

    def __init__(self, session: Session, bench: "Workbench") -> None:
        """Show the sheets that look like tables; those that are tables of the dataset are ticked."""
        super().__init__(tr(say("Other sheets that belong to this dataset")), tr(SHEETS), gap="unit")
        self._session = session
        chosen = {one.sheet for one in bench.draft.further}
        self.lines: dict[str, CheckLine] = {}
        told = {one.name: _sheet_words(one) for one in other_sheets(bench.original)}
        for sheet, text in {**{sheet: _not_there(sheet) for sheet in sorted(chosen - told.keys())}, **told}.items():
            line = self.lines[sheet] = CheckLine(tr(text))
            line.setChecked(sheet in chosen)
            line.toggled.connect(lambda is_on, sheet=sheet: self._on_toggled(sheet, is_on=is_on))
            self.body.addWidget(line)

    def _on_toggled(self, sheet: str, *, is_on: bool) -> None:
        """Begin or lay aside the table of a sheet, beside the window."""
        house = self._session.house
        self.ticked.emit(sheet)
        for line in self.lines.values():
            line.setEnabled(False)   # the page comes up anew once this is done

        def work(bench: "Workbench", progress: "Progress") -> "Workbench":
            from steward.tasks import further_tables

            change = further_tables.with_table if is_on else further_tables.without_table
            return change(house, bench, sheet, progress)

        self._session.rework(work, progress=say("Opening and checking the sheet") if is_on else None)


def other_sheets(sheet: "Sheet") -> Sequence["SheetListing"]:
    """Return the sheets in sight that look like tables, besides the one that is open."""
    if sheet.provenance.sheet is None:
        return ()
    return tuple(one for one in sheet.listings
                 if one.state == "visible" and one.content == "table" and one.name != sheet.provenance.sheet)


def only_at_first(session: Session) -> Notice:
    """Return what stands on a page about the whole dataset while a further table is at hand."""
    box = Notice(tr(say("This is done once for the whole dataset.")),
                 tr(say("You are at a further table. The dataset is described and sent from its first table, with all of its "
                        "tables together.")), tone="note")
    first = session.first_draft()
    button = secondary_button(tr(say("Go to the &first table")))
    button.clicked.connect(lambda: session.turn_to(first.id) if first is not None else session.go("home"))
    box.add_action(button)
    return box


def _not_there(sheet: str) -> Message:
    """Return the words of a table whose sheet was renamed, hidden or taken out of the file: it must be there to be unticked."""
    return say("{sheet}: the workbook shows no table of this name now", sheet=verbatim(" ".join(sheet.split())))


def _sheet_words(one: "SheetListing") -> Message:
    return say("{sheet}: {rows} rows, {columns} columns", sheet=verbatim(" ".join(one.name.split())), rows=one.rows,
               columns=one.columns)
