"""How the file is read: sheet, letters, what ends a column, rows with the names, where the table lies, what is hidden."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from steward.gui.prepare._cuts import CUT, places_from, places_text
from steward.gui.prepare._reading_fields import LettersField, NumberField
from steward.gui.prepare._reading_words import (
    ENCODINGS,
    ENDINGS,
    LETTERS,
    NONE,
    ONE,
    QUOTINGS,
    SEVERAL,
    header_kind,
    hidden_choice,
    hidden_words,
    listing_words,
    region_name,
    region_of,
    region_words,
    why_words,
)
from steward.gui.text import tr
from steward.gui.widgets.abreast import Abreast
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit
from steward.gui.widgets.spacing import row
from steward.vocabulary.message import Message, say
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import HiddenRows, ImportStep

if TYPE_CHECKING:
    from steward.table.preview import Preview

LAST_ROW = 20_000_000
TYPING_MS = 350


class ReadingForm(Card):
    """The guesses as questions; an answer that differs is looked at anew at once."""

    step_chosen = Signal(object)     # ImportStep
    place_wished = Signal(int, int)  # a row and a column of the file; 0: where one is

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
        chosen = {"sheet": preview.sheet or "", "encoding": preview.encoding or "", "delimiter": self._sign(),
                  "quoting": preview.quoting or "", "header": header_kind(preview.header_rows),
                  "table": region_name(preview.region),
                  "touching": region_name(step.region) if step.region in preview.touching else "",
                  **{_hidden_name(kind): hidden_choice(step.includes(kind)) for kind in HiddenRows},
                  "hidden_columns": hidden_choice(step.include_hidden_columns)}
        for name, value in chosen.items():
            field = self._fields.get(name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
        if preview.is_grid:
            self._show_numbers(preview)
        places = self._fields.get("cuts")
        if isinstance(places, QLineEdit):
            places.setText(places_text(preview.cuts or ()))
        self._is_filling = False

    def _sign(self) -> str:
        return CUT if _is_cut(self._preview) else self._preview.delimiter or ""

    def ask_first_open(self) -> None:
        """Stand on the first question about something hidden that nobody has answered."""
        hidden = (self._fields.get(name) for name in (*map(_hidden_name, HiddenRows), "hidden_columns"))
        for field in hidden:
            if isinstance(field, QComboBox) and not field.currentData():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

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
            choices = tuple((one.name, listing_words(one)) for one in preview.listings)
            self._ask("sheet", tr(say("S&heet")), choices, help_text=why_words(preview))
        for part in preview.hidden:
            self._ask_hidden(_hidden_name(part.kind), hidden_words(part.kind, part.count), part.first, 0)
        if columns := preview.hidden_columns_inside:
            self._ask_hidden("hidden_columns", hidden_words(None, len(columns)), 0, columns[0])
        if preview.encoding is not None:
            encodings = tuple((name, tr(LETTERS[name])) for name in ENCODINGS)
            self._ask("encoding", tr(say("Lett&ers written as")), encodings,
                      help_text=tr(say("Try another one where accents and dashes look odd.")))
        if preview.delimiter is not None or _is_cut(preview):
            self._ask_delimiter(preview)
        if preview.quoting is not None:
            ways = tuple((way.value, tr(text)) for way, text in QUOTINGS.items())
            self._ask("quoting", tr(say("&Quotation marks")), ways,
                      help_text=tr(say("Try another one where cells are cut off at a quotation mark.")))
        if preview.is_grid:
            self._build_header()
        self._build_tables(preview)
        if preview.is_grid:
            self._build_region()

    def _ask_delimiter(self, preview: "Preview") -> None:
        sign = preview.delimiter
        known = ENDINGS if sign is None or sign in ENDINGS else {**ENDINGS, sign: say("Another sign")}
        endings = (*((sign, tr(text)) for sign, text in known.items()), (CUT, tr(say("No sign: lines are cut at places"))))
        self._ask("delimiter", tr(say("Columns are divided &by")), endings)
        if _is_cut(preview):
            field = line_edit()
            field.editingFinished.connect(self._on_places)
            self._fields["cuts"] = field
            self._place(FormRow(tr(say("Columns begin at c&haracters")), field, help_text=tr(say(
                "Numbers with commas between, as 11, 25. The first column begins at character 1."))), field)

    def _build_tables(self, preview: "Preview") -> None:
        if len(preview.regions) > 1:
            choices = tuple((region_name(one), tr(region_words(one))) for one in preview.regions)
            self._ask("table", tr(say("Tables &found on the sheet")), choices)
        if preview.touching:
            choices = tuple((region_name(one), tr(region_words(one))) for one in preview.touching)
            self._ask("touching", tr(say("Tables &found in it")), (("", tr(say("All of it as one table"))), *choices))

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

    def _ask_hidden(self, name: str, label: Message, row_number: int, column_number: int) -> None:
        """Ask whether what nobody sees belongs to the table, with a way to the first row or column of it."""
        choices = (("", tr(say("Not decided yet"))), ("in", tr(say("Publish them with the others"))),
                   ("out", tr(say("Leave them out"))))
        field = choice_field(choices)
        field.activated.connect(lambda _place: self._on_chosen(name))
        self._fields[name] = field
        jump = link_button(tr(say("Show them above")), "search")
        jump.setAccessibleDescription(tr(label))
        jump.clicked.connect(lambda: self.place_wished.emit(row_number, column_number))
        help_text = tr(say("Hidden cells are still in the file. Say whether they belong to the data."))
        self._place(FormRow(tr(label), _beside(field, jump), help_text=help_text), field)

    def _number(self, name: str, label: Message, before: Message, *, is_column: bool = False) -> QSpinBox:
        field = LettersField() if is_column else NumberField(LAST_ROW)
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
        if kind == header_kind(rows):
            return
        row = min(rows, default=self._preview.region[0])
        chosen = {NONE: (), ONE: (row,), SEVERAL: (row, row + 1)}[kind]
        self._choose(replace(self._step, header_rows=chosen))

    def _on_places(self) -> None:
        """Cut where the person typed; what is no row of places is put back as it was."""
        field = self._fields["cuts"]
        if self._is_filling or not isinstance(field, QLineEdit):
            return
        places = places_from(field.text())
        if places is None:
            field.setText(places_text(self._preview.cuts or ()))
        elif places != self._preview.cuts:
            self._choose(replace(self._step, cuts=places, header_rows=None, region=None))

    def _on_chosen(self, name: str) -> None:
        value = self._chosen(name)
        hidden = {"": None, "in": True, "out": False}
        kinds = {_hidden_name(kind): kind for kind in HiddenRows}
        if name == "sheet":
            self._choose(ImportStep(sheet=value))  # rows and columns of another sheet mean nothing on this one
        elif name == "encoding":
            self._choose(replace(self._step, encoding=value))
        elif name == "delimiter":
            cuts = (self._preview.cuts or ()) if value == CUT else None
            sign = None if value == CUT else value
            self._choose(replace(self._step, delimiter=sign, cuts=cuts, quoting=None, header_rows=None, region=None))
        elif name == "quoting":
            self._choose(replace(self._step, quoting=Quoting(value), header_rows=None, region=None))
        elif name in ("table", "touching"):
            self._choose(replace(self._step, region=region_of(value) if value else None, header_rows=None))
        elif name in kinds:
            self._choose(self._step.with_hidden(kinds[name], hidden[value]))
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


def kind_of(preview: "Preview") -> tuple[object, ...]:
    """Return what decides which questions are asked: a form for another kind of file or sheet is built anew."""
    return (preview.listings, preview.encoding is None, _is_cut(preview), preview.quoting is None,
            preview.hidden, preview.hidden_columns_inside, preview.regions, preview.touching)


def _is_cut(preview: "Preview") -> bool:
    return preview.cuts is not None and not preview.is_lined_up


def _hidden_name(kind: HiddenRows) -> str:
    return f"hidden_{kind}"


def _beside(*fields: QWidget) -> QWidget:
    box = QWidget()
    layout = row(box)
    for field in fields:
        layout.addWidget(field, 1)
    box.setFocusProxy(fields[0])
    return box
