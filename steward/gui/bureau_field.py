"""The bureau: found by its name, its letters or a former name, with a warning where it is easily taken for another one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.flow import FlowLayout
from steward.gui.widgets.form_row import FormRow
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.search_field import Entry, SearchField
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.message import Message, say, verbatim

if TYPE_CHECKING:
    from steward.tasks.bureaus import Bureau, Match


class LookAlikeWarning(QWidget):
    """Says under the field that the chosen bureau is easily taken for another, until the person says that it is right."""

    other_chosen = Signal(object)  # Entry

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._layout = column(self)
        self._sure: set[str] = set()
        self.hide()

    def show_for(self, chosen: str) -> None:
        """Warn of the one that `chosen` is taken for, if any; an answer for good is kept while the page is open."""
        from steward.tasks import bureaus

        clear(self._layout)
        mine, other = bureaus.bureau(chosen), bureaus.taken_for(chosen)
        self.setVisible(mine is not None and other is not None and chosen not in self._sure)
        if mine is not None and other is not None and chosen not in self._sure:
            self._layout.addWidget(self._notice(mine, other))

    def _notice(self, mine: "Bureau", other: "Bureau") -> Notice:
        what = tr(say("{chosen} is easily taken for {other}.", chosen=verbatim(_named(mine)), other=verbatim(_named(other))))
        box = Notice(what, tr(_apart(mine, other)), tone="caution")
        change = secondary_button(tr(say("Choose {other}", other=verbatim(_named(other)))).replace("&", "&&"))
        keep = link_button(tr(say("No, {chosen} is right", chosen=verbatim(_named(mine)))).replace("&", "&&"))
        for button in (change, keep):
            button.setAccessibleName(button.text().replace("&&", "&"))
        change.clicked.connect(lambda: self.other_chosen.emit(entry_of(other)))
        keep.clicked.connect(lambda: self._on_sure(mine))
        acts = FlowLayout()
        acts.addWidget(change)
        acts.addWidget(keep)
        box.body.addLayout(acts)
        announce(self, what)
        return box

    def _on_sure(self, mine: "Bureau") -> None:
        self._sure.add(mine.id)
        self.hide()


def bureau_field(chosen: str) -> SearchField:
    """Return the field with the chosen bureau in it."""
    from steward.tasks import bureaus

    mine = bureaus.bureau(chosen)
    return SearchField(_entries, entry_of(mine) if mine is not None else Entry(id=chosen, label=chosen) if chosen else None,
                       tr(say("Type letters, a name or a former name")))


def warned(row: FormRow, field: SearchField) -> LookAlikeWarning:
    """Return the warning of a row's bureau, which stands with the list under the field: not where suggestions come and go."""
    warning = LookAlikeWarning()
    row.more.insertWidget(0, field.list)
    row.more.insertWidget(1, warning)
    warning.show_for(field.chosen)
    field.picked.connect(lambda: warning.show_for(field.chosen))
    return warning


def bureau_row(label: str, field: SearchField) -> FormRow:
    """Return a row that asks for a bureau and warns of the one that it is taken for."""
    row = FormRow(label, field)
    warning = warned(row, field)

    def take(entry: Entry) -> None:
        field.choose(entry)
        warning.show_for(field.chosen)
        field.setFocus()

    warning.other_chosen.connect(take)
    return row


def entry_of(bureau: "Bureau") -> Entry:
    """Return a bureau as it is shown once it is chosen."""
    return Entry(id=bureau.id, label=_named(bureau))


def _entries(text: str) -> Sequence[Entry]:
    from steward.tasks import bureaus

    found = bureaus.found(text)
    return [Entry(id=match.bureau.id, label=_named(match.bureau), detail=tr(_detail(match))) for match in found]


def _detail(match: "Match") -> Message:
    from steward.tasks import bureaus

    other = bureaus.taken_for(match.bureau.id)
    if match.through in match.bureau.formerly:
        return say("Formerly {name}", name=verbatim(match.through))
    if match.through:
        return say("With {name}", name=verbatim(match.through))
    return say("Not {other}", other=verbatim(_named(other))) if other is not None else Message("")


def _named(bureau: "Bureau") -> str:
    """Return a bureau's name with its letters, by which most people know it."""
    letters = bureau.abbreviation
    return f"{bureau.label} ({letters})" if letters and letters not in bureau.label else bureau.label


def _apart(mine: "Bureau", other: "Bureau") -> Message:
    if mine.service_area and other.service_area and mine.service_area != other.service_area:
        return say("The first belongs to {area}, the second to {other_area}. Check that the right one answers for the data.",
                   area=verbatim(mine.service_area), other_area=verbatim(other.service_area))
    return say("Check that the right one of the two answers for the data.")
