"""A file before it becomes a table: its rows as they will be read, and every guess with the ways to change it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QWidget

from steward.gui.prepare._cuts import lined_up_box
from steward.gui.prepare._grid import GridView
from steward.gui.prepare._reading import ReadingForm, kind_of
from steward.gui.prepare._reading_words import LETTERS, hidden_words
from steward.gui.prepare._touching import touching_box
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.abreast import Abreast
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.spacing import clear, column
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.recipe import ImportStep

if TYPE_CHECKING:
    from steward.table.preview import Preview, Region

ROWS_SHOWN = 9
MOST_HEADER_ROWS = 6


class ImportPart(QWidget):
    """Follows the file that is looked at; what a person stands on stays while the rows change."""

    def __init__(self, session: Session) -> None:
        """Begin with what is known so far."""
        super().__init__()
        self._importing = session.importing
        self._form: ReadingForm | None = None
        self._kind: tuple[object, ...] = ()
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the file as it was last seen."""
        self._show_told()
        preview = self._importing.preview
        self._rows.setVisible(preview is not None)
        if preview is None:
            return
        self._summary.setText(" ".join(tr(part) for part in summary(preview)))
        self.grid.show_preview(preview)
        self.grid.show_height(min(self.grid.model().rowCount(), ROWS_SHOWN))
        self._acts.setVisible(preview.is_grid)
        self._show_acts()
        self._show_doubtful(preview)
        if preview.is_grid or len(preview.listings) > 1:
            self._show_form(preview)

    def _build(self) -> None:
        layout = column(self)
        self._told = column(gap="unit")
        layout.addLayout(self._told)
        path = self._importing.path
        self._rows = Card(path.name if path is not None else "", gap="unit")
        self._summary = Text("")
        self.grid = GridView()
        self._rows.body.addWidget(self._summary)
        self._rows.body.addWidget(self.grid)
        self._build_acts()
        layout.addWidget(self._rows)
        self._letters = column(gap="unit")
        layout.addLayout(self._letters)
        self._form_place = column()
        layout.addLayout(self._form_place)

    def _build_acts(self) -> None:
        self._take_header = secondary_button("", "columns")
        self._take_table = secondary_button(tr(say("Only the chosen cells are the &table")), "check")
        self._take_all = link_button(tr(say("&Undo what was changed here")), "undo")
        line = Abreast(3, is_even=False)
        for button in (self._take_header, self._take_table, self._take_all):
            line.add(button)
        self._acts = QWidget()
        acts = column(self._acts, gap="unit")
        self._rows.body.addWidget(self._acts)
        acts.addWidget(line)
        acts.addWidget(Hint(tr(say("Go to a row and press Enter to take it for the column names. Drag over cells, "
                                              "or hold Shift with the arrow keys, to say where the table lies."))))

    def _connect(self) -> None:
        self._importing.changed.connect(self._on_changed)
        self.grid.row_activated.connect(self._on_row)
        self.grid.cells_chosen.connect(self._show_acts)
        self.grid.cell_entered.connect(self._show_acts)
        self._take_header.clicked.connect(self._on_take_header)
        self._take_table.clicked.connect(self._on_take_table)
        self._take_all.clicked.connect(self._importing.propose_anew)

    # what is told

    def _show_told(self) -> None:
        clear(self._told)
        importing = self._importing
        if importing.trouble is not None:
            self._told.addWidget(notice_of(importing.trouble))
        elif importing.preview is None:
            self._told.addWidget(Notice(tr(say("Steward is looking at the file."))))
        elif (proposal := importing.proposal) is not None and importing.step == proposal.step:
            if proposal.is_recalled:
                self._told.addWidget(self._recalled(importing.step, importing.preview))
            elif proposal.is_other_shape:
                self._told.addWidget(_other_shape())

        if importing.preview is not None and (hidden := open_questions(importing.preview, importing.step)):
            self._told.addWidget(self._asked(hidden))
        if importing.preview is not None and importing.preview.is_lined_up:
            self._told.addWidget(lined_up_box(importing.preview, self._on_cut))
        if importing.preview is not None and importing.preview.touching:
            self._told.addWidget(touching_box(importing.preview, importing.step, self._on_table))

    def _asked(self, hidden: "list[Message]") -> Notice:
        """Return what is hidden in the spreadsheet and nobody has decided about, with the way to the questions."""
        box = Notice(". ".join(map(tr, hidden)) + ".", tr(say("They are still in the file, and part of the table as long as "
                                                              "you do not leave them out.")), tone="caution")
        decide = secondary_button(tr(say("&Decide about them")), "question")
        decide.clicked.connect(lambda: self._form.ask_first_open() if self._form is not None else None)
        box.add_action(decide)
        return box

    def _recalled(self, step: ImportStep, preview: "Preview") -> Notice:
        what = tr(say("Read as the last file of this kind: {ways}.", ways=", ".join(map(tr, _ways(step, preview)))))
        box = Notice(what, tr(say("You chose this before on this computer. Change it below, or go back to Steward's guess.")))
        anew = secondary_button(tr(say("Use Steward's &guess")), "undo")
        anew.clicked.connect(self._importing.propose_anew)
        box.add_action(anew)
        return box

    def _show_acts(self) -> None:
        cells, current = self.grid.chosen(), self.grid.current_row()
        rows = tuple(range(cells[0], cells[2] + 1)) if cells is not None else (current,) if current is not None else ()
        few = rows[:1] if len(rows) > MOST_HEADER_ROWS else rows
        text = say("The chosen row holds the column na&mes")
        if few:
            text = say_count("Row {rows} holds the column na&mes", "Rows {rows} hold the column na&mes", len(few),
                             rows=", ".join(map(str, few)))
        self._take_header.setText(tr(text))
        self._take_header.setAccessibleName(tr(text).replace("&", ""))
        self._take_header.setEnabled(bool(rows) and len(rows) <= MOST_HEADER_ROWS)
        self._take_table.setEnabled(cells is not None and cells[2] > cells[0])
        self._take_all.setVisible(self._importing.step != ImportStep() and not self._importing.is_again)

    def _show_doubtful(self, preview: "Preview") -> None:
        clear(self._letters)
        if preview.doubtful and preview.encoding is not None:
            self._letters.addWidget(_letters_card(preview, self._on_letters))

    def _show_form(self, preview: "Preview") -> None:
        if self._form is not None and self._kind == kind_of(preview):
            self._form.show_preview(preview, self._importing.step)
            return
        clear(self._form_place)
        self._kind, self._form = kind_of(preview), ReadingForm(preview, self._importing.step)
        self._form.step_chosen.connect(self._importing.change)
        self._form.place_wished.connect(self.grid.go_to)
        self._form_place.addWidget(self._form)

    # what is chosen

    def _on_changed(self) -> None:
        if self._importing.is_on and not self._importing.is_looking:
            self.refresh()

    def _on_row(self, number: int) -> None:
        if self._importing.preview is not None and self._importing.preview.is_grid:
            self._importing.change(_with_header(self._importing.step, (number,)))

    def _on_take_header(self) -> None:
        cells, current = self.grid.chosen(), self.grid.current_row()
        if cells is not None:
            self._importing.change(_with_header(self._importing.step, tuple(range(cells[0], cells[2] + 1))))
        elif current is not None:
            self._on_row(current)

    def _on_take_table(self) -> None:
        cells, preview = self.grid.chosen(), self._importing.preview
        if cells is None or preview is None:
            return
        top, left, bottom, right = cells
        is_last = preview.height is None and bottom == preview.rows[-1].row
        region = (top, left, 0 if is_last or bottom == preview.height else bottom, right)
        self._importing.change(replace(self._importing.step, region=region, header_rows=None))

    def _on_table(self, region: "Region | None") -> None:
        self._importing.change(replace(self._importing.step, region=region, header_rows=None))

    def _on_cut(self, cuts: tuple[int, ...]) -> None:
        self._importing.change(replace(self._importing.step, cuts=cuts, delimiter=None, quoting=None, header_rows=None,
                                       region=None))

    def _on_letters(self, encoding: str) -> None:
        self._importing.change(replace(self._importing.step, encoding=encoding))


def _other_shape() -> Notice:
    what = say("Files of this kind were read another way before, which does not fit this one.")
    return Notice(tr(what), tr(say("Steward's own guess is shown. Look at the column names and the rows below them.")))


def open_questions(preview: "Preview", step: ImportStep) -> list[Message]:
    """Return what nobody sees in the spreadsheet and nobody has decided about, each in words."""
    told = [hidden_words(part.kind, part.count) for part in preview.hidden if step.includes(part.kind) is None]
    if (columns := preview.hidden_columns_inside) and step.include_hidden_columns is None:
        told.append(hidden_words(None, len(columns)))
    return told


def summary(preview: "Preview") -> list[Message]:
    """Return in words how the file will be read."""
    columns = sum(1 for place in preview.columns if preview.is_published(place))
    told = [say("Sheet {name}.", name=preview.sheet)] if preview.sheet is not None and len(preview.listings) > 1 else []
    told.append(_names_in(preview.header_rows) if preview.is_grid else say("Each record of the file is a row."))
    told.append(say_count("{count} column.", "{count} columns.", columns))
    if preview.cuts and not preview.is_lined_up:
        told.append(say("Each line is cut at the same characters."))
    if preview.title_rows:
        told.append(say_count("{count} row above them is passed over as a title.",
                              "{count} rows above them are passed over as titles.", len(preview.title_rows)))
    if preview.rows_above:
        above = len(preview.rows_above) if preview.height is not None else preview.region[0] - 1    # not all of them are shown
        told.append(say_count("{count} row above the table is passed over.", "{count} rows above the table are passed over.",
                              above))
    if preview.rows_below:
        told.append(say_count("{count} row below the table is passed over.", "{count} rows below the table are passed over.",
                              len(preview.rows_below)))
    if preview.rows_apart:
        told.append(say_count("{count} of these rows has more or fewer cells and will be set apart; you decide what becomes "
                              "of it.", "{count} of these rows have more or fewer cells and will be set apart; you decide "
                              "what becomes of them.", len(preview.rows_apart)))
        return told
    outside = preview.width - len(preview.columns)
    if outside > 0:
        told.append(say_count("{count} column beside it is left out.", "{count} columns beside it are left out.", outside))
    return told


def _names_in(rows: tuple[int, ...]) -> Message:
    if not rows:
        return say("No row holds column names; columns are numbered.")
    return say_count("Column names in row {rows}.", "Column names in rows {rows}.", len(rows), rows=", ".join(map(str, rows)))


def _ways(step: ImportStep, preview: "Preview") -> list[Message]:
    ways: list[Message] = []
    if step.header_rows is not None:
        ways.append(say_count("column names in row {rows}", "column names in rows {rows}", len(step.header_rows),
                              rows=", ".join(map(str, step.header_rows))))
    if step.region is not None:
        ways.append(say("table from row {row}, columns {left} to {right}", row=preview.region[0],
                        left=letters_of(preview.region[1]), right=letters_of(preview.region[3] or preview.width)))
        if step.region[2]:
            ways.append(say("up to row {row}", row=step.region[2]))
    if step.sheet is not None:
        ways.append(say("sheet {name}", name=step.sheet))
    if step.encoding is not None:
        ways.append(say("letters as {encoding}", encoding=step.encoding.upper()))
    if step.delimiter is not None:
        ways.append(say("another character between columns"))
    if step.cuts is not None:
        ways.append(say("each line cut at the same characters"))
    if step.quoting is not None:
        ways.append(say("quotation marks written in another way"))
    return ways


def _with_header(step: ImportStep, rows: tuple[int, ...]) -> ImportStep:
    """Return the step with other rows of names; a region that does not hold them is let go."""
    region = step.region
    if region is not None and not all(region[0] <= number and (not region[2] or number <= region[2]) for number in rows):
        region = None
    elif region is not None:
        region = (min(rows), *region[1:])
    return replace(step, header_rows=rows, region=region)


def _letters_card(preview: "Preview", choose: Callable[[str], object]) -> Card:
    card = Card(tr(say("Which letters are right?")),
                tr(say("Nothing in the file says how its letters are written. Compare these lines and choose the ones that "
                       "read as they should.")), gap="unit")
    names = [name for name, _ in preview.doubtful[0].readings]
    table = TableView(tr(say("Lines that decide it, written each way")))
    table.show_rows([tr(LETTERS[name]) + (f" – {tr(say('chosen'))}" if _is_same(name, preview.encoding) else "")
                     for name in names],
                    [[text.strip() for _, text in line.readings] for line in preview.doubtful],
                    lambda place: str(preview.doubtful[place].line))
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)   # side by side in a narrow window, too
    table.show_height(len(preview.doubtful))
    card.body.addWidget(table)
    line = Abreast(2, is_even=False)
    for name in names:
        if not _is_same(name, preview.encoding):
            button = secondary_button(tr(say("Read it as {encoding}", encoding=tr(LETTERS[name]))), "redo")
            button.clicked.connect(lambda _checked=False, chosen=name: choose(chosen))
            line.add(button)
    card.body.addWidget(line)
    return card


def _is_same(name: str, chosen: str | None) -> bool:
    return chosen is not None and (name == chosen or (name == "utf-8" and chosen == "utf-8-sig"))
