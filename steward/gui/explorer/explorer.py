"""The whole table to look through: find, filter, sort, jump to a row or a finding, a column told in figures, copy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from steward.gui.explorer.column_panel import LONGEST_CELL
from steward.gui.explorer.findings import Key
from steward.gui.explorer.frame import ExplorerFrame
from steward.gui.explorer.words import copied_words, counted, fate_words, order_words
from steward.gui.newest import Newest
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.turns import Step
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.marked_table import MarkedModel
from steward.gui.widgets.shown_text import in_one_line
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.tasks.exploring import Arranged, Copied, Explored, Filter, Hit, Hits, Order, Portrait, Wanted, Whereabouts

COUNT_MS = 250                        # after the last letter, before hits are counted
LONGEST_RECORD = 2_000                # characters of a record that does not fit
NUMERIC = ("integer", "number")


class Explorer(ExplorerFrame):
    """Shows one table; everything slow is done beside the window, and only the newest wish counts."""

    def __init__(self, session: Session) -> None:
        """Begin with no table; it can show one once the steps of `building` are done."""
        super().__init__()
        self._jobs = Newest(session.worker, self)
        self.table: Explored | None = None
        self._arranged: Arranged | None = None
        self._hits: Hits | None = None
        self._count_soon = QTimer(self, singleShot=True, interval=COUNT_MS)

    @property
    def arranged(self) -> "Arranged":
        """Return the rows as they are shown. Raises: RuntimeError before there is a table."""
        if self._arranged is None:
            raise RuntimeError("no table yet")
        return self._arranged

    def show_table(self, table: "Explored") -> None:
        """Show a table from its first row on, or the same one after a change with the filters that still mean something."""
        from steward.tasks.exploring import Arranged, View, last_row, renewed

        filters = renewed(self.filters.filters, table)
        self._jobs.drop()
        self.table, self._hits = table, None
        self._arranged = Arranged(view=View(table.sheet))
        numeric = frozenset(one.name for one in table.profile.columns if one.type in NUMERIC)
        model = MarkedModel(self._arranged.view, table.marks, _name_of, numeric)
        self.rows.show_model(model, last_row(table.original))
        self.search.show_columns(table.sheet.names)
        self.findings.show_findings(table.findings)
        self._show_aside()
        self._show_order()
        self.filters.show_filters(filters)
        self._arrange(self._arranged.order, filters)
        if table.sheet.height and table.sheet.columns:
            self.rows.go_to(0, 0)
        self._count_soon.start()

    def building(self) -> tuple[Step, ...]:
        """Return the steps that make it ready for a table."""
        return (*super().building(), self._connect)

    def come_to(self, key: Key) -> None:
        """Come to a finding."""
        self.findings.go_to(key)

    def _connect(self) -> None:
        self.search.text_changed.connect(self._on_text_changed)
        self.search.next_wanted.connect(self._on_find)
        self.search.row_wanted.connect(self._on_row_wanted)
        self.search.words_wanted.connect(self.tell)
        self.search.column_wanted.connect(lambda place: self.rows.go_to(max(self._row(), 0), place))
        self.filters.changed.connect(lambda filters: self._arrange(self.arranged.order, filters))
        self.findings.finding_wanted.connect(self._on_finding)
        self.findings.row_wanted.connect(self._on_row_of)
        self.findings.rows_wanted.connect(self._on_rows_alone)
        self.rows.cell_entered.connect(self._on_cell)
        self.rows.order_wanted.connect(self._on_header)
        self.rows.copy_wanted.connect(self._on_copy)
        self.panel.order_wanted.connect(self._on_order)
        self.panel.alike_wanted.connect(self._on_alike)
        self.reveal.toggled.connect(lambda on: self._model().show_blanks(reveal=on) if self.table is not None else None)
        self.only_aside.toggled.connect(lambda on: self.stack.setCurrentWidget(self.aside if on else self.rows))
        self._count_soon.timeout.connect(self._count)

    def connect_keys(self, page: QWidget) -> None:
        """Listen to the keys that find and jump, wherever on the page the focus is."""
        keys = (("Ctrl+F", lambda: _begin(self.search.text)), ("Ctrl+G", lambda: _begin(self.search.row)),
                ("F3", lambda: self._on_find(backward=False)), ("Shift+F3", lambda: self._on_find(backward=True)),
                ("F8", self.findings.step), ("Shift+F8", lambda: self.findings.step(backward=True)))
        for name, act in keys:
            shortcut = QShortcut(QKeySequence(name), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # order and filters

    def _arrange(self, order: "Order", filters: "tuple[Filter, ...]") -> None:
        from steward.tasks.exploring import arrange

        table, before = self.table, self._arranged
        if table is None:
            return
        if filters or order.column is not None:
            self.tell(say("Sorting and filtering…"))
        self._jobs.run("arrange", lambda progress: arrange(table, order, filters, before, progress), self._on_arranged)

    def _on_arranged(self, arranged: "Arranged") -> None:
        column, number = max(self.rows.currentIndex().column(), 0), self._number()
        self._arranged, self._hits = arranged, None
        self._jobs.drop("count", "find")
        self._show_rows()
        self._model().show_view(arranged.view)
        self.filters.show_filters(arranged.filters)
        self._show_order()
        self.counted.setText(tr(counted(len(arranged.view), self.table.sheet.height if self.table is not None else 0)))
        self.tell(order_words(arranged.order.column, descending=arranged.order.descending))
        if len(arranged.view):
            self.rows.go_to(0, column)
        else:
            self.panel.show_nothing()
        self._count_soon.start()
        if number is not None and not arranged.filters:
            self._show_again(number, column)

    def _show_again(self, number: int, column: int) -> None:
        """Keep the row that was chosen in sight after another order, where its number is of one row alone."""
        if self.arranged.order.column is None:
            self._on_row_wanted(number, column, quiet=True)

    def _on_header(self, place: int) -> None:
        """Sort by a column: upward, then downward, then as in the file."""
        order = self.arranged.order
        name = self.arranged.view.sheet.names[place]
        way = False if order.column != name else (None if order.descending else True)
        self._sort(name, way)

    def _on_order(self, way: bool | None) -> None:
        if self.table is not None and self.table.sheet.columns:
            self._sort(self.table.sheet.names[self._column()], way)

    def _sort(self, name: str, way: bool | None) -> None:
        from steward.tasks.exploring import Order

        self._arrange(Order() if way is None else Order(column=name, descending=way), self.arranged.filters)

    def _on_alike(self) -> None:
        from steward.tasks.exploring import Filter

        if self.table is None or self._row() < 0:
            return
        name, value = self.table.sheet.names[self._column()], self.arranged.view.cell(self._row(), self._column())
        wish = Filter(kind="is", column=name, values=(value,)) if value.strip() else Filter(kind="blank", column=name)
        if wish not in self.arranged.filters:
            self._arrange(self.arranged.order, (*self.arranged.filters, wish))

    def _show_order(self) -> None:
        order, header = self.arranged.order, self.rows.horizontalHeader()
        header.setSortIndicatorShown(order.column is not None)
        if order.column is not None:
            way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.arranged.view.sheet.names.index(order.column), way)

    # finding a text

    def _on_text_changed(self) -> None:
        self._hits = None
        self._jobs.drop("count", "find")
        self.search.show_count(Message(""))
        self._count_soon.start()

    def _count(self) -> None:
        from steward.tasks.exploring import count_hits

        table, wanted = self.table, self._wanted()
        if table is None or wanted is None:
            return
        view = self.arranged.view
        self.search.show_count(say("counting…"))
        self._jobs.run("count", lambda progress: count_hits(table, view, wanted, progress), self._on_counted)

    def _on_counted(self, hits: "Hits") -> None:
        self._hits = hits
        found = hits.number_at(self._row(), self._column())
        self.search.show_count(say("{number} of {total}", number=found, total=hits.total) if found else
                             say_count("{count} found", "{count} found", hits.total))

    def _on_find(self, backward: bool) -> None:  # as the signal carries it
        from steward.tasks.exploring import find_next

        wanted = self._wanted()
        if wanted is None or not len(self.arranged.view):
            return
        row, place = max(self._row(), 0), self._column()
        if self._hits is not None:
            self._on_hit(self._hits.after(row, place, backward=backward))
            return
        view = self.arranged.view
        self._jobs.run("find", lambda progress: find_next(view, wanted, row, place, progress, backward=backward), self._on_hit)

    def _on_hit(self, hit: "Hit | None") -> None:
        if hit is None:
            self.tell(say("The text is nowhere in the rows that are shown."))
            return
        self._show_rows()
        self.rows.go_to(hit.row, hit.column)
        if hit.number and self._hits is not None:
            self.search.show_count(say("{number} of {total}", number=hit.number, total=self._hits.total))
            announce(self, self.search.count.text())

    def _wanted(self) -> "Wanted | None":
        from steward.tasks.exploring import Wanted

        text, whole_cell, is_one = self.search.wanted
        if not text or self.table is None or not self.table.sheet.columns:
            return None
        return Wanted(text=text, whole_cell=whole_cell, column=self.table.sheet.names[self._column()] if is_one else None)

    # rows and findings

    def _on_row_wanted(self, number: int, place: int | None = None, *, quiet: bool = False) -> None:
        from steward.tasks.exploring import where_is

        table = self.table
        if table is None:
            return
        at = self._column() if place is None else place
        self._jobs.run("row", lambda _progress: where_is(number, table.sheet, table.original),
                       lambda found: self._on_row_found(number, at, found, quiet=quiet))

    def _on_row_found(self, number: int, place: int, found: "Whereabouts", *, quiet: bool) -> None:
        if found.fate == "table":
            row = self.arranged.view.position_of(found.place)
            if row is not None:
                self._show_rows()
                self.rows.go_to(row, place)
            elif not quiet:
                self.tell(say("Row {row} is there, but the filters hide it.", row=str(number)))
        elif not quiet:
            self.tell(fate_words(found.fate, number))
            if found.fate == "quarantined":
                self.only_aside.setChecked(True)  # Qt's signature
                self.aside.selectRow(found.place)

    def _on_finding(self, finding: Finding) -> None:
        from steward.tasks.exploring import first_of

        view = self.arranged.view
        announce(self, f"{tr(finding.words.what)} {tr(finding.words.where)}")
        if not len(finding.rows):
            self._show_rows()
            self.rows.go_to(max(self._row(), 0), self._place_of(finding))
            return
        self._jobs.run("finding", lambda _progress: first_of(view, finding), lambda row: self._on_finding_row(finding, row))

    def _on_finding_row(self, finding: Finding, row: int | None) -> None:
        if row is not None:
            self._show_rows()
            self.rows.go_to(row, self._place_of(finding))
        elif self.arranged.filters:
            self.tell(say("The filters hide the rows of this finding."))
        else:
            self._on_row_wanted(finding.rows[0])

    def _on_row_of(self, finding: Finding, backward: bool) -> None:  # as the signal carries it
        from steward.tasks.exploring import next_of

        view, row = self.arranged.view, max(self._row(), 0)
        def come(found: int | None) -> None:
            self._on_finding_row(finding, found)
            self._tell_turn(row, found, backward=backward)

        self._jobs.run("finding", lambda _progress: next_of(view, finding, row, backward=backward), come)

    def _tell_turn(self, before: int, found: int | None, *, backward: bool) -> None:
        """Say where a search went on round the end, and where it came back to the row that was there before."""
        if found == before:
            self.tell(say("This is the only row of it that is shown."))
        elif found is not None and (found > before if backward else found < before):
            self.tell(say("There is none before this in the rows that are shown; this is the last one.") if backward else
                      say("There is none after this in the rows that are shown; this is the first one again."))

    def _on_rows_alone(self, finding: Finding) -> None:
        from steward.tasks.exploring import finding_filter

        wish = finding_filter(finding)
        if wish not in self.arranged.filters:
            self._arrange(self.arranged.order, (*self.arranged.filters, wish))

    def _place_of(self, finding: Finding) -> int:
        names = self.arranged.view.sheet.names
        return names.index(finding.column) if finding.column in names else self._column()

    def _show_rows(self) -> None:
        self.only_aside.setChecked(False)  # Qt's signature

    def _show_aside(self) -> None:
        records = self.table.sheet.quarantine if self.table is not None else ()
        self.only_aside.setText(tr(say_count("Show the {count} row that does not fit", "Show the {count} rows that do not fit",
                                             len(records))))
        self.only_aside.setVisible(bool(records))
        self._show_rows()
        header = tuple(tr(words) for words in (say("Cells"), say("As it stands in the file")))
        self.aside.show_rows(header, [(str(one.cells), in_one_line(one.text[:LONGEST_RECORD])) for one in records],
                             lambda place: str(records[place].row))
        self.aside.horizontalHeader().setStretchLastSection(True)  # Qt's signature

    # the chosen cell

    def _on_cell(self, row: int, place: int) -> None:
        if self.table is None or row < 0 or place < 0:
            return
        name, text = self.table.sheet.names[place], self.arranged.view.cell(row, place, longest=LONGEST_CELL + 1)
        marks = "; ".join(_name_of(found).rstrip(".") for found in self._model().findings_on(row, place))
        self.panel.show_cell(self._model().row_number(row), name, text[:LONGEST_CELL], is_cut=len(text) > LONGEST_CELL,
                             marks=marks)
        if self.search.column.currentIndex() != place or not self.panel.heading.text():
            self.search.show_column(place)
            self.filters.show_column(name)
            self._tell_column(name)

    def _tell_column(self, name: str) -> None:
        """Show what is quick to tell of a column, and count its different values after it."""
        from steward.tasks.exploring import glimpse

        table = self.table
        if table is not None:
            self.panel.wait_for(name)
            self._jobs.run("portrait", lambda _progress: glimpse(table, name), lambda told: self._on_portrait(table, told))

    def _on_portrait(self, table: "Explored", told: "Portrait") -> None:
        from steward.tasks.exploring import portrait

        self.panel.show_portrait(told)
        if told.distinct is None:
            self._jobs.run("portrait", lambda progress: portrait(table, told, progress), self.panel.show_portrait)

    def _on_copy(self) -> None:
        from steward.tasks.exploring import copied

        view, (rows, columns) = self.arranged.view, self.rows.chosen()
        self._jobs.run("copy", lambda progress: copied(view, rows, columns, progress), self._on_copied)

    def _on_copied(self, copied: "Copied | None") -> None:
        from steward.tasks.exploring import MOST_CELLS

        if copied is None:
            self.tell(say("That is too much to copy at once. Choose fewer cells, at most {most}.", most=MOST_CELLS))
            return
        QGuiApplication.clipboard().setText(copied.text)
        self.tell(copied_words(copied.rows, copied.columns, copied.defused))

    def _row(self) -> int:
        return self.rows.currentIndex().row()

    def _column(self) -> int:
        return max(self.rows.currentIndex().column(), 0)

    def _number(self) -> int | None:
        return self._model().row_number(self._row()) if self._row() >= 0 else None

    def _model(self) -> MarkedModel:
        model = self.rows.model()
        assert isinstance(model, MarkedModel)  # noqa: S101  # show_table gives it one
        return model


def _begin(field: QWidget) -> None:
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if hasattr(field, "selectAll"):
        field.selectAll()


def _name_of(finding: Finding) -> str:
    from steward.tasks.exploring import short_name

    return tr(short_name(finding))
