"""One question of the record: the field its control asks for, its suggestion, and what was found about the answer."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from steward.gui.bureau_field import bureau_field, entry_of, warned
from steward.gui.text import data_text, tr
from steward.gui.widgets.abreast import Abreast
from steward.gui.widgets.buttons import chip, link_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import FormRow, choice_field, line_edit, text_edit
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.rule_beside import RuleBeside
from steward.gui.widgets.search_field import Entry, SearchField
from steward.gui.widgets.spacing import clear, column, row
from steward.metadata.profile import Element
from steward.metadata.record import Value
from steward.vocabulary.message import Message, say, say_count, verbatim

Choices = tuple[tuple[str, str], ...]
SHORT_LIST = 24
FEW_BOXES = 6   # stand one below the other
LONGEST_CHIP, LONGEST_SHOWN = 32, 400   # characters: longer answers stand below their chip, and wrap
BOX = re.compile(r"-?[0-9.]+(,-?[0-9.]+){3}")   # west, south, east and north in degrees
BUREAUS = "bureaus"   # the vocabulary whose terms go by many names


class ElementRow(FormRow):
    """A form row that knows how to read and show the value of its element."""

    typed = Signal()         # the answer on screen differs; the page saves it soon
    dismissed = Signal(object)  # the answers that the person does not want to be offered again
    confirmed = Signal(str)  # the id of an element whose suggested answer was kept as it is

    def __init__(self, element: Element, value: Value, choices: Choices, *, is_required: bool) -> None:
        """Build the field for the element's control."""
        self.element = element
        self._choices = choices
        super().__init__(data_text(element.label), self._field_for(value), help_text=data_text(element.help),
                         mark=_mark(element, is_required=is_required))
        self._further = column(gap="unit")
        self.more.insertLayout(0, self._further)
        self._offered: Value | None = None   # the answer that was suggested last
        self._watch()

    def value(self) -> Value:
        """Return the answer on screen."""
        field = self.field
        if isinstance(field, SearchField):
            return field.chosen
        if isinstance(field, QComboBox):
            return str(field.currentData() or "")
        if isinstance(field, _Boxes):
            return field.chosen()
        text = field.toPlainText() if isinstance(field, QPlainTextEdit) else ""
        text = field.text() if isinstance(field, QLineEdit) else text
        return _listed(text) if self.element.control == "list" else text.strip()

    def take(self, value: Value) -> None:
        """Show another answer, as if it had been typed."""
        field = self.field
        if isinstance(field, SearchField):
            self._take_bureau(str(value))
        elif isinstance(field, QComboBox):
            for name, label in self._gone((str(value),)) if field.findData(value) < 0 else ():
                field.addItem(label, name)
            field.setCurrentIndex(max(0, field.findData(value)))
        elif isinstance(field, _Boxes):
            field.choose(value if isinstance(value, tuple) else (value,))
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(_as_text(value))
        elif isinstance(field, QLineEdit):
            field.setText(_as_text(value))
        self.typed.emit()

    def suggest(self, value: Value, why: Message) -> None:
        """Offer an answer that can be taken or dismissed; what is offered already stays as it is."""
        if value == self._offered:
            return
        self._offered = value
        clear(self.under)
        line = row()
        shown = self._shown(value)
        is_short = len(shown) <= LONGEST_CHIP
        take = chip(tr(say("Use: {value}", value=shown) if is_short else say("Use this answer")))
        take.setAccessibleName(tr(say("{label}: use {value}", label=self.label_text, value=shown)))
        dismiss = link_button(tr(say("Dismiss")))
        dismiss.setAccessibleName(tr(say("Dismiss the suggestion for {label}", label=self.label_text)))
        take.clicked.connect(lambda: self._on_taken(value))
        dismiss.clicked.connect(lambda: self._on_dismissed(value))
        line.addWidget(take)
        line.addWidget(dismiss)
        line.addStretch(1)
        self.under.addLayout(line)
        if not is_short:
            self.under.addWidget(Text(shown))
        self.under.addWidget(Hint(tr(say("Suggested. {why}", why=why))))

    def offer_keeping(self, why: Message) -> None:
        """Say why the answer shown was filled in, and let the person keep it by one press."""
        clear(self.under)
        line = row()
        keep = chip(tr(say("Keep this answer")), "check")
        keep.setAccessibleName(tr(say("Keep this answer: {label}", label=self.label_text)))
        dismiss = link_button(tr(say("Dismiss")))
        dismiss.setAccessibleName(tr(say("Dismiss the answer: {label}", label=self.label_text)))
        filled_in = self.value()
        keep.clicked.connect(self._on_kept)
        dismiss.clicked.connect(lambda: self._on_emptied(filled_in))
        line.addWidget(keep)
        line.addWidget(dismiss)
        line.addWidget(Hint(tr(why)), 1)
        self.under.addLayout(line)

    def offer_further(self, offers: Sequence[tuple[Value, Message]]) -> None:
        """Offer other answers, or words to add to a list, each by a press; what was not taken is dismissed together."""
        clear(self._further)
        if not offers:
            return
        flow, told = FlowLayout(), list(dict.fromkeys(tr(why) for _value, why in offers))
        for value, why in offers:
            shown = self._shown(value)
            button = chip(tr(self._further_words(value, shown)))
            button.setAccessibleName(f"{self.label_text}: {button.text().replace('&&', '&')}")
            button.setAccessibleDescription(f"{shown}. {tr(why)}")
            button.clicked.connect(lambda _checked=False, wanted=value, pressed=button: self._on_further(wanted, pressed))
            flow.addWidget(button)
            if len(shown) > LONGEST_CHIP:
                told.append(shown)
        dismiss = link_button(tr(say("Dismiss these")))
        dismiss.setAccessibleName(tr(say("Dismiss the further suggestions for {label}", label=self.label_text)))
        dismiss.clicked.connect(lambda: self._on_further_dismissed([value for value, _why in offers]))
        flow.addWidget(dismiss)
        self._further.addLayout(flow)
        for line in told:
            self._further.addWidget(Hint(line))

    def _further_words(self, value: Value, shown: str) -> Message:
        if len(shown) <= LONGEST_CHIP:
            return say("Add: {value}", value=shown) if self._is_list else say("Or: {value}", value=shown)
        if isinstance(value, tuple):
            return say_count("Add {count} word", "Add {count} words", len(value))
        return say("Or the answer below")

    @property
    def _is_list(self) -> bool:
        return self.element.control == "list"

    def _on_emptied(self, value: Value) -> None:
        """Take an answer out that was filled in, and do not offer it again; what was changed since then stays."""
        if self.value() == value:
            self.take(() if self._is_list else "")
        self._on_dismissed(value)

    def _on_further(self, value: Value, pressed: QWidget) -> None:
        now = self.value()
        self.take((*now, *(text for text in value if text not in now)) if isinstance(now, tuple) and isinstance(value, tuple)
                  else value)
        pressed.hide()
        self.field.setFocus()

    def _on_further_dismissed(self, values: Sequence[Value]) -> None:
        clear(self._further)
        self.field.setFocus()
        self.dismissed.emit(tuple(values))

    def _on_dismissed(self, value: Value) -> None:
        clear(self.under)
        self.field.setFocus()
        self.dismissed.emit((value,))

    def _beside_label(self) -> tuple[QWidget, ...]:
        """Offer to show beside the field on which rule the question rests."""
        if not self.element.source:
            return ()
        why = link_button(tr(say("Why is this asked?")))
        why.setAccessibleName(tr(say("Why is this asked? {label}", label=self.label_text)))
        why.setAccessibleDescription(_rule(self.element))
        why.clicked.connect(self._on_why)
        return (why,)

    def _on_why(self) -> None:
        self._rule.turn()

    def _place_of_field(self) -> QWidget:
        self._rule = RuleBeside(self.field, _rule(self.element))
        return self._rule

    def _on_taken(self, value: Value) -> None:
        clear(self.under)
        self.take(value)
        self.field.setFocus()

    def _on_kept(self) -> None:
        clear(self.under)
        self.confirmed.emit(self.element.id)
        self.field.setFocus()

    def _field_for(self, value: Value) -> QWidget:
        control = self.element.control
        if control == "list" and self._choices and len(self._choices) <= SHORT_LIST:
            chosen = value if isinstance(value, tuple) else ()
            return _Boxes((*self._choices, *self._gone(chosen)), chosen)
        return self._choice(str(value)) if control in ("choice", "yes_no") else self._line(value)

    def _choice(self, value: str) -> QWidget:
        """Return a list to choose from."""
        if self.element.vocabulary == BUREAUS:
            return bureau_field(value)
        return choice_field((("", tr(say("Choose…"))), *self._choices, *self._gone((value,))), value)

    def _gone(self, chosen: Sequence[str]) -> Choices:
        """Return the words of an answer that the vocabulary does not have: they stay in sight until others are chosen."""
        known = dict(self._choices)
        return tuple((word, _outside(word)) for word in chosen if word and word not in known)

    def _line(self, value: Value) -> QWidget:
        control = self.element.control
        if control == "long_text":
            return text_edit(_as_text(value), rows=4)
        if control == "date":
            field = line_edit(_as_text(value), tr(say("year-month-day, such as 2026-03-31")))
            field.setMaximumWidth(320)
            return field
        if control == "list":
            return line_edit(_as_text(value), tr(say("separated by commas")))
        return line_edit(_as_text(value))

    def _watch(self) -> None:
        field = self.field
        if isinstance(field, SearchField):
            self._watch_bureau(field)
        elif isinstance(field, QComboBox):
            field.activated.connect(self.typed)
        elif isinstance(field, _Boxes):
            field.changed.connect(self.typed)
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(self.typed)
        elif isinstance(field, QLineEdit):
            field.textEdited.connect(self.typed)

    def _watch_bureau(self, field: SearchField) -> None:
        self._warning = warned(self, field)
        self._warning.other_chosen.connect(self._on_other_bureau)
        field.picked.connect(self.typed)

    def _on_other_bureau(self, entry: Entry) -> None:
        self.take(entry.id)
        self.field.setFocus()

    def _take_bureau(self, identifier: str) -> None:
        from steward.tasks import bureaus

        bureau = bureaus.bureau(identifier)
        if isinstance(self.field, SearchField):
            self.field.choose(entry_of(bureau) if bureau is not None else None)
            self._warning.show_for(self.field.chosen)

    def _shown(self, value: Value) -> str:
        texts = value if isinstance(value, tuple) else (value,)
        labels = dict((*self._choices, *self._gone(texts))) if self._choices else {}
        shown = ", ".join(labels.get(text, text) for text in texts)
        return shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"


class _Boxes(QWidget):
    """Check boxes for a short list of terms."""

    changed = Signal()

    def __init__(self, choices: Choices, chosen: Sequence[str]) -> None:
        super().__init__()
        layout = column(self, gap="unit")
        lines = Abreast(2 if len(choices) > FEW_BOXES else 1, gap="unit")
        layout.addWidget(lines)
        self._boxes: dict[str, QCheckBox] = {}
        for name, label in choices:
            box = self._boxes[name] = QCheckBox(label)
            box.setChecked(name in chosen)
            box.clicked.connect(self.changed)
            lines.add(box)
        self.setFocusProxy(next(iter(self._boxes.values()), None))  # type: ignore[arg-type]  # None is allowed by Qt

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the boxes that are ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def choose(self, names: Sequence[str]) -> None:
        """Tick these boxes and no other."""
        for name, box in self._boxes.items():
            box.setChecked(name in names)


def _rule(element: Element) -> str:
    """Return where the question comes from, with the city's own words on it, or that there are none."""
    rule = tr(say("The rule: {source}.", source=element.source))
    if element.quote:
        quoted = say('The city writes: "{words}" ({source}).', words=verbatim(element.quote), source=element.quote_source)
        return f"{rule}\n{tr(quoted)}"
    none = tr(say("The city has no rule on this question that Steward knows of."))
    return f"{rule}\n{data_text(element.unquoted) or none}"


def _outside(word: str) -> str:
    """Return how a word is shown that the vocabulary does not have: a box of degrees, or a word of earlier days."""
    if BOX.fullmatch(word):
        west, south, east, north = word.split(",")
        return tr(say("Between {west} and {east} degrees east, {south} and {north} degrees north", west=verbatim(west),
                      east=verbatim(east), south=verbatim(south), north=verbatim(north)))
    return tr(say("{word} (no longer offered)", word=verbatim(word)))


def _mark(element: Element, *, is_required: bool) -> str:
    if element.need == "internal" or not element.is_published:
        return tr(say("Stays internal")) if is_required else tr(say("Optional, stays internal"))
    return "" if is_required else tr(say("Optional"))


def _as_text(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else value


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()))
