"""Open the table: choose a file, see how it was read, and read it another way where that is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steward.gui.page import Page
from steward.gui.prepare._importing import ImportPart
from steward.gui.prepare._reading_words import LETTERS
from steward.gui.prepare._step_page import StepPage
from steward.gui.prepare._tables import SheetsCard, other_sheets
from steward.gui.session import Session
from steward.gui.text import shown_size, tr
from steward.gui.widgets.buttons import link_button, primary_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.drop_zone import DropZone, choose_file
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.table_view import PagedModel, TableView
from steward.table.view import View
from steward.vocabulary.message import say, say_count, verbatim
from steward.workflow.needs import StepName

if TYPE_CHECKING:
    from steward.table.sheet import Sheet
    from steward.tasks.changed_file import FileChange
    from steward.tasks.workbench import Workbench

ROWS_SHOWN = 8
COLUMNS_SHOWN = 100
ENDINGS = {"\t": say("tab"), ",": say("comma"), ";": say("semicolon"), "|": say("upright line"), ":": say("colon"),
           "^": say("caret"), "~": say("tilde"), " ": say("one blank")}
NEW = "new"


class OpenStep(StepPage):
    """The first step."""

    step = StepName.OPEN
    is_of_one_table = True
    _import: ImportPart | None = None
    _ticked = ""       # the sheet that was ticked or unticked just now
    _is_taken = False  # whether the person just had the table opened as it was shown

    def visit(self, subject: str = "") -> None:
        """Come up; with the subject "new" the draft at hand is laid aside first."""
        if subject == NEW and self.session.draft is not None:
            self.session.leave()
        super().visit(subject)
        if self.session.draft is None and self.session.has_house:
            self.session.importing.prepare()

    def refresh(self) -> None:
        """Show the file that is looked at, else the table of the draft, else the place to drop a file."""
        is_on = self.session.importing.is_on
        if is_on:
            self._show_import()
        else:
            self._import = None
            super().refresh()
        for button in (self._open, self._back_out):
            button.setVisible(is_on)
        self._open.setEnabled(self.session.importing.preview is not None)
        self.fold_foot()

    def without_bench(self) -> Sequence[QWidget]:
        """Return the place to drop a file, or what keeps the draft's file from being opened."""
        if self.session.is_checking:
            return super().without_bench()
        trouble = self.session.trouble
        if self.session.draft is not None:
            return (self._build_mending(),)
        zone = DropZone(tr(say("Spreadsheets (xlsx, xlsm, xls, ods), text tables (csv, tsv, txt) and map layers (geojson). "
                              "The file is only read.")))
        zone.file_chosen.connect(self.session.importing.start)
        return (notice_of(trouble), zone) if trouble is not None else (zone,)

    def show_bench(self, bench: "Workbench") -> None:
        """Show how the file was read, its first rows, and the ways to read it otherwise."""
        changed = (_changed_notice(bench.change),) if bench.change is not None else ()
        self.fill(lambda: changed, lambda: (self._build_file(bench),), lambda: (self._build_rows(bench.original),),
                  lambda: (*self._build_sheets(bench), self._build_other()), then=self._take_focus)

    def _take_focus(self) -> None:
        if self._is_taken:
            self._is_taken = False
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed is gone; the way on is next
        sheets = self.findChild(SheetsCard)
        if sheets is not None and (line := sheets.lines.get(self._ticked)) is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ticked = ""

    def _build(self) -> None:
        super()._build()
        self._open = primary_button(tr(say("&Open the table")), "check")
        self._back_out = secondary_button(tr(say("&Choose another file")), "back")
        self.add_back(self._back_out)
        self.add_next(self._open)

    def _connect(self) -> None:
        super()._connect()
        self._open.clicked.connect(self._on_take)
        self._back_out.clicked.connect(self.session.importing.end)
        self.session.importing.changed.connect(self._on_importing_changed)

    def _on_take(self) -> None:
        self._is_taken = True
        self.session.importing.open()

    def _show_import(self) -> None:
        for button in (self.on, self._later):
            button.hide()
        is_again = self.session.importing.is_again
        for button, text in ((self._open, say("&Read it this way") if is_again else say("&Open the table")),
                             (self._back_out, say("Leave it as it &is") if is_again else say("&Choose another file"))):
            button.setText(tr(text))
            button.setAccessibleName(tr(text).replace("&", ""))
        if self._import is None:
            self._import = part = ImportPart(self.session)
            self.renew(self.content, part)

    def _on_importing_changed(self) -> None:
        if not self.isVisible():
            return
        was_on, was_ready = self._import is not None, self._open.isEnabled()
        self.refresh()
        if self.session.importing.preview is not None and not (was_on and was_ready):
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)  # where all is as it should be, Enter opens it

    def _build_file(self, bench: "Workbench") -> Card:
        card = Card(bench.original.provenance.file_name)
        card.body.addWidget(FactList(_facts(bench.original), abreast=2))
        if bench.original.account is not None:
            card.body.addWidget(Hint(tr(bench.original.account.sentence())))
        again = secondary_button(tr(say("&Read it another way…")), "redo")
        again.clicked.connect(lambda: self.session.importing.start_again(bench))
        card.body.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _build_rows(self, sheet: "Sheet") -> Card:
        hint = say("As they stand in the file. The numbers at the left are those your spreadsheet shows.")
        card = Card(tr(say("First rows")), tr(hint))
        table = TableView(tr(say("First rows of the table")))
        shown = replace(sheet, columns=sheet.columns[:COLUMNS_SHOWN])
        view, count = View(sheet=shown), min(ROWS_SHOWN, sheet.height)
        table.show_pages(PagedModel(shown.names, count, view.page, lambda place: str(int(sheet.rows[place]))))
        table.horizontalHeader().setStretchLastSection(True)  # few columns fill the card
        table.show_height(max(count, 1))
        card.body.addWidget(table)
        if sheet.height > count:
            card.body.addWidget(Hint(tr(say("{shown} of {count} rows.", shown=count, count=sheet.height))))
        if len(sheet.columns) > COLUMNS_SHOWN:
            card.body.addWidget(Hint(tr(say("The first {shown} of {count} columns.", shown=COLUMNS_SHOWN,
                                            count=len(sheet.columns)))))
        whole = secondary_button(tr(say("See the &whole table")), "search")
        whole.clicked.connect(lambda: self.session.go("table"))
        card.body.addWidget(whole)
        return card

    def _build_sheets(self, bench: "Workbench") -> tuple[QWidget, ...]:
        """Return the other sheets to be ticked; a further table has none."""
        has_others = bench.draft.further or other_sheets(bench.original)
        if not has_others or bench.draft.part_of:
            return ()
        card = SheetsCard(self.session, bench)
        card.ticked.connect(self._on_ticked)
        return (card,)

    def _on_ticked(self, sheet: str) -> None:
        """Keep the focus on the page while the sheet is read; then it stands on the same line again."""
        self._ticked = sheet
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_other(self) -> QWidget:
        other = link_button(tr(say("Choose another &file; this draft stays on the home page")), "file")
        other.clicked.connect(lambda: self.session.go(StepName.OPEN.value, NEW))
        return other

    def _build_mending(self) -> Notice:
        from steward.tasks import opening

        trouble, draft = self.session.trouble, self.session.draft
        box = notice_of(trouble) if trouble is not None else Notice(tr(say("The table of this draft is not open.")))
        if draft is not None and opening.is_there(Path(draft.source.path)):
            again = secondary_button(tr(say("Check the changed &file")), "redo")
            again.clicked.connect(partial(self.session.adopt, Path(draft.source.path)))
            box.add_action(again)
        elsewhere = secondary_button(tr(say("&Open it from another place…")), "folder")
        elsewhere.clicked.connect(self._on_elsewhere)
        box.add_action(elsewhere)
        return box

    def _on_elsewhere(self) -> None:
        if (path := choose_file(self)) is not None:
            self.session.adopt(path)


def _changed_notice(change: "FileChange") -> Notice:
    what = (say("This file brings a dataset up to date. This is what is different from last time.") if change.is_update
            else say("The file changed since you began. This is what is different."))
    box = Notice(tr(what), tone="caution")
    for sentence in change.sentences():
        box.body.addWidget(Text(tr(sentence)))
    return box


def _facts(sheet: "Sheet") -> list[Fact]:
    told = sheet.provenance
    facts = [Fact(label=tr(say("Rows")), value=f"{sheet.height:,}"),
             Fact(label=tr(say("Columns")), value=f"{len(sheet.columns):,}"),
             Fact(label=tr(say("Size")), value=shown_size(told.size_bytes))]
    if told.sheet:
        facts.append(Fact(label=tr(say("Sheet")), value=told.sheet))
    if told.encoding:
        facts.append(Fact(label=tr(say("Written as")), value=tr(LETTERS.get(told.encoding, verbatim(told.encoding)))))
    if told.delimiter:
        facts.append(Fact(label=tr(say("Columns end with")), value=tr(ENDINGS.get(told.delimiter, say("another sign")))))
    facts.append(Fact(label=tr(say("Column names")), value=_header(sheet)))
    for label, count in ((say("Title rows passed over"), len(told.title_rows)),
                         (say("Blank rows passed over"), len(told.blank_rows)),
                         (say("Rows that do not fit"), len(sheet.quarantine))):
        if count:
            facts.append(Fact(label=tr(label), value=f"{count:,}"))
    return facts


def _header(sheet: "Sheet") -> str:
    rows = sheet.provenance.header_rows
    if not rows and all(column.label is not None for column in sheet.columns):
        return tr(say("With each record"))
    if not rows:
        return tr(say("The table has none; columns are numbered"))
    return tr(say_count("From row {rows}", "From rows {rows}", len(rows), rows=", ".join(map(str, rows))))


def build(session: Session) -> PageView:
    """Return the page."""
    return OpenStep(session, title=say("Open the table"), is_wide=True,
                    lead=say("Steward reads the file where it lies and never changes it."))


PAGE = Page(order=10, name=StepName.OPEN.value, title=say("Open the table"), icon="upload", build=build)
