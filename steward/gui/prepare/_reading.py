"""How the file is read: sheet, letters, what ends a column, rows with the names, where the table lies, what is hidden."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from steward.gui.prepare._grid import column_of, letters_of
from steward.gui.text import tr
from steward.gui.widgets.abreast import Abreast
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field
from steward.gui.widgets.spacing import row
from steward.table.sheet import SheetListing
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import ImportStep

if TYPE_CHECKING:
    from steward.table.preview import Preview

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252", "utf-8+cp1252")
LETTERS: dict[str, Message] = {
    "utf-8": say("UTF-8 (usual today)"), "utf-8-sig": say("UTF-8 with a mark at the beginning"),
    "utf-16-le": say("UTF-16 (Unicode text of Excel)"), "utf-16-be": say("UTF-16, high byte first"),
    "cp1252": say("Windows Western (cp1252, older Excel)"),
    "utf-8+cp1252": say("UTF-8 and Windows Western mixed")}
ENDINGS: dict[str, Message] = {
    ",": say("Comma"), ";": say("Semicolon"), "\t": say("Tab"), "|": say("Upright line")}
STATES = {"hidden": say("hidden"), "very_hidden": say("hidden by a program")}
CONTENTS = {"metadata": say("describes a dataset"), "empty": say("empty"), "cover": say("a cover page")}
NONE, ONE, SEVERAL = "none", "one", "several"
LAST_ROW, LAST_COLUMN = 20_000_000, 16_384
TYPING_MS = 350


class ReadingForm(Card):
    """The guesses as questions; an answer that differs is looked at anew at once."""

    step_chosen = Signal(object)  # ImportStep

    def __init__(self, preview: "Preview", step: ImportStep) -> None:
        """Ask only what there is to ask of this file."""
        hint = say("Steward's guess is chosen. Change it only where the rows above look wrong; they follow at once.")
        super().__init__(tr(say("How it is read")), tr(hint))
        self.kind = kind_of(preview)
        self._preview, self._step = preview, step
        self._fields: dict[str, QWidget] = {}
        self._is_filling = False
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._on_typed)
        self._lines = Abreast(2)
        self.body.addWidget(self._lines)
        self._build()
        self.show_preview(preview, step)

    def show_preview(self, preview: "Preview", step: ImportStep) -> None:
        """Show the answers that hold now; what the person stands on keeps the focus."""
        self._preview, self._step = preview, step
        self._is_filling = True
        chosen = {"sheet": preview.sheet or "", "encoding": preview.encoding or "", "delimiter": preview.delimiter or "",
                  "header": _header_kind(preview.header_rows), "table": _region_name(preview.region),
                  "hidden_rows": _decided(step.include_hidden_rows), "hidden_columns": _decided(step.include_hidden_columns)}
        for name, value in chosen.items():
            field = self._fields.get(name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
        if preview.is_grid:
            self._show_numbers(preview)
        self._is_filling = False

    def _show_numbers(self, preview: "Preview") -> None:
        rows = preview.header_rows
        numbers = (("header_first", min(rows, default=1)), ("header_last", max(rows, default=1)),
                   *zip(("top", "left", "bottom", "right"), preview.region, strict=True))
        for name, number in numbers:
            field = self._fields[name]
            if isinstance(field, QSpinBox) and not (field.hasFocus() and self._typing.isActive()):
                field.setValue(number)
        self._fields["header_first"].setEnabled(bool(rows))
        self._fields["header_last"].setVisible(len(rows) > 1)

    def _build(self) -> None:
        preview = self._preview
        if len(preview.listings) > 1:
            choices = tuple((one.name, _told(one)) for one in preview.listings)
            self._ask("sheet", tr(say("S&heet")), choices, help_text=_why(preview))
        if preview.encoding is not None:
            encodings = tuple((name, tr(LETTERS[name])) for name in ENCODINGS)
            self._ask("encoding", tr(say("Lett&ers written as")), encodings,
                      help_text=tr(say("Try another one where accents and dashes look odd.")))
        if preview.delimiter is not None:
            known = ENDINGS if preview.delimiter in ENDINGS else {**ENDINGS, preview.delimiter: say("Another sign")}
            endings = tuple((sign, tr(text)) for sign, text in known.items())
            self._ask("delimiter", tr(say("Columns are divided &by")), endings)
        if preview.is_grid:
            self._build_header()
        if len(preview.regions) > 1:
            choices = tuple((_region_name(one), tr(_region_words(one))) for one in preview.regions)
            self._ask("table", tr(say("Tables &found on the sheet")), choices)
        if preview.is_grid:
            self._build_region()
        for name, count in (("rows", preview.hidden_rows), ("columns", len(preview.hidden_columns))):
            if count:
                self._ask_hidden(name, count)

    def _build_header(self) -> None:
        choices = ((NONE, tr(say("No row: columns are numbered"))), (ONE, tr(say("One row"))),
                   (SEVERAL, tr(say("Several rows, joined"))))
        kind = choice_field(choices)
        kind.activated.connect(self._on_header_kind)
        self._fields["header"] = kind
        first = self._number("header_first", say("First row with column names"), say("row"))
        last = self._number("header_last", say("Last row with column names"), say("to"))
        self._place(FormRow(tr(say("Column n&ames")), _beside(kind, first, last),
                            help_text=tr(say("Or double-click the row above. Numbers are rows of the file."))), kind)

    def _build_region(self) -> None:
        rows = [self._number("top", say("First row of the table"), say("from")),
                self._number("bottom", say("Last row of the table"), say("to"))]
        columns = [self._number("left", say("First column of the table"), say("from"), is_column=True),
                   self._number("right", say("Last column of the table"), say("to"), is_column=True)]
        for field in (rows[1], columns[1]):
            field.setMinimum(0)
            field.setSpecialValueText(tr(say("to the end")))
        self._place(FormRow(tr(say("Ro&ws of the table")), _beside(*rows),
                            help_text=tr(say("With the column names. What lies outside is passed over."))), rows[0])
        self._place(FormRow(tr(say("Colum&ns of the table")), _beside(*columns),
                            help_text=tr(say("By their letters; what lies beside them is left out."))), columns[0])

    def _ask(self, name: str, label: str, choices: tuple[tuple[str, str], ...], *, help_text: str = "") -> None:
        field = choice_field(choices)
        field.activated.connect(lambda _place: self._on_chosen(name))
        self._fields[name] = field
        self._place(FormRow(label, field, help_text=help_text), field)

    def _ask_hidden(self, name: str, count: int) -> None:
        label = say("Hidden rows: {count}", count=count) if name == "rows" else say("Hidden columns: {count}", count=count)
        choices = (("", tr(say("Not decided yet"))), ("in", tr(say("Publish them with the others"))),
                   ("out", tr(say("Leave them out"))))
        self._ask(f"hidden_{name}", tr(label), choices,
                  help_text=tr(say("Hidden cells are still in the file. Say whether they belong to the data.")))

    def _number(self, name: str, label: Message, before: Message, *, is_column: bool = False) -> QSpinBox:
        field = _Letters() if is_column else _Number(LAST_ROW)
        field.setPrefix(f"{tr(before)} ")
        field.setAccessibleName(tr(label))
        field.valueChanged.connect(self._on_number)
        field.editingFinished.connect(self._on_typed)
        self._fields[name] = field
        return field

    def _place(self, line: FormRow, field: QWidget) -> None:
        field.setAccessibleName(field.accessibleName() or line.label_text.replace("&", ""))
        self._lines.add(line)

    # answers

    def _on_number(self) -> None:
        if not self._is_filling:
            self._typing.start()

    def _on_typed(self) -> None:
        if self._is_filling or not (self._typing.isActive() or self.sender() is self._typing):
            return
        self._typing.stop()
        self._choose(self._with_numbers())

    def _on_header_kind(self) -> None:
        kind, rows = self._chosen("header"), self._preview.header_rows
        if kind == _header_kind(rows):
            return
        row = min(rows, default=self._preview.region[0])
        chosen = {NONE: (), ONE: (row,), SEVERAL: (row, row + 1)}[kind]
        self._choose(replace(self._step, header_rows=chosen))

    def _on_chosen(self, name: str) -> None:
        value = self._chosen(name)
        hidden = {"": None, "in": True, "out": False}
        if name == "sheet":
            self._choose(ImportStep(sheet=value))  # rows and columns of another sheet mean nothing on this one
        elif name == "encoding":
            self._choose(replace(self._step, encoding=value))
        elif name == "delimiter":
            self._choose(replace(self._step, delimiter=value, header_rows=None, region=None))
        elif name == "table":
            self._choose(replace(self._step, region=_region_of(value), header_rows=None))
        elif name == "hidden_rows":
            self._choose(replace(self._step, include_hidden_rows=hidden[value]))
        else:
            self._choose(replace(self._step, include_hidden_columns=hidden[value]))

    def _with_numbers(self) -> ImportStep:
        """Return the step with the typed numbers, only those of which differ from what is shown."""
        preview, step = self._preview, self._step
        first, last = self._value("header_first"), self._value("header_last")
        if preview.header_rows and (first, last) != (min(preview.header_rows), max(preview.header_rows)):
            end = max(first, last) if len(preview.header_rows) > 1 else first
            step = replace(step, header_rows=tuple(range(first, end + 1)))
        top, left, bottom, right = (self._value(name) for name in ("top", "left", "bottom", "right"))
        if (top, left, bottom, right) != preview.region:
            step = replace(step, region=(top, left, max(top, bottom) if bottom else 0, max(left, right) if right else 0))
        return step

    def _choose(self, step: ImportStep) -> None:
        if step != self._step:
            self._step = step
            self.step_chosen.emit(step)

    def _chosen(self, name: str) -> str:
        field = self._fields[name]
        return str(field.currentData()) if isinstance(field, QComboBox) else ""

    def _value(self, name: str) -> int:
        field = self._fields[name]
        return field.value() if isinstance(field, QSpinBox) else 0


class _Number(QSpinBox):
    """A number that a page can be scrolled over; the arrow keys change it."""

    def __init__(self, most: int) -> None:
        super().__init__(minimum=1, maximum=most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(104)
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # as far in as the texts of the other fields

    def wheelEvent(self, event: object) -> None:  # noqa: N802  # Qt's name
        """Leave the wheel to the page."""
        event.ignore()  # type: ignore[attr-defined]  # a QWheelEvent


class _Letters(_Number):
    """A column, shown and typed by its letters; a number does as well."""

    def __init__(self) -> None:
        super().__init__(LAST_COLUMN)

    def textFromValue(self, value: int) -> str:  # noqa: N802  # Qt's name
        """Return the letters of a column."""
        return letters_of(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802  # Qt's name
        """Return the column that was typed."""
        return column_of(text.removeprefix(self.prefix()).strip()) or self.value()

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let letters and figures be typed, which name a column that there may be."""
        typed, column = text.removeprefix(self.prefix()).strip(), column_of(text.removeprefix(self.prefix()).strip())
        is_fit = text == self.specialValueText() or (column is not None and self.minimum() <= column <= self.maximum())
        states = QValidator.State
        return states.Acceptable if is_fit else states.Invalid if typed else states.Intermediate, text, place


def kind_of(preview: "Preview") -> tuple[object, ...]:
    """Return what decides which questions are asked: a form for another kind of file or sheet is built anew."""
    return (preview.listings, preview.encoding is None, preview.delimiter is None, preview.hidden_rows,
            preview.hidden_columns, preview.regions)


def _beside(*fields: QWidget) -> QWidget:
    box = QWidget()
    layout = row(box)
    for field in fields:
        layout.addWidget(field, 1)
    box.setFocusProxy(fields[0])
    return box


def _header_kind(rows: tuple[int, ...]) -> str:
    return NONE if not rows else ONE if len(rows) == 1 else SEVERAL


def _decided(chosen: bool | None) -> str:
    return {None: "", True: "in", False: "out"}[chosen]


def _region_name(region: tuple[int, ...]) -> str:
    return ",".join(map(str, region))


def _region_of(name: str) -> tuple[int, ...]:
    return tuple(int(number) for number in name.split(","))


def _region_words(region: tuple[int, ...]) -> Message:
    top, left, bottom, right = region
    return say("Rows {top} to {bottom}, columns {left} to {right}", top=top, bottom=bottom, left=letters_of(left),
               right=letters_of(right))


def _told(listing: SheetListing) -> str:
    size = say("{name} ({rows} rows, {columns} columns)", name=listing.name, rows=listing.rows, columns=listing.columns)
    more = [tr(words[key]) for words, key in ((STATES, listing.state), (CONTENTS, listing.content)) if key in words]
    return " – ".join((tr(size), *more))


def _why(preview: "Preview") -> str:
    from steward.tasks.previewing import why_sheet

    proposed = why_sheet(preview)
    return tr(say("Steward proposes {name}: {why}", name=proposed[0], why=proposed[1])) if proposed else ""
