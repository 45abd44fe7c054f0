"""Columns that are lined up without a sign between them: the places that are proposed to cut at, as shown and as typed."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.notice import Notice
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.table.preview import Preview

CUT = "cut"                 # in the list of what divides columns
MOST_CHARACTERS = 1_000_000


def lined_up_box(preview: "Preview", choose: Callable[[tuple[int, ...]], object]) -> Notice:
    """Return the box; `choose` is told where to cut. Where no places were found it says what else can be done."""
    what = tr(say("The columns of this file seem to be lined up with blanks: no sign stands between them."))
    if not preview.cuts:
        return Notice(what, tr(say("Export the table as CSV from the program it comes from. If one blank alone divides the "
                                   "columns, choose One blank under Columns are divided by.")), tone="caution")
    there = say("All lines have blanks before characters {places}. Steward can cut them there, and you can change each place. "
                "Or choose what divides the columns below.", places=places_text(preview.cuts))
    box = Notice(what, tr(there), tone="caution")
    button = secondary_button(tr(say("C&ut the lines there")), "columns")
    button.clicked.connect(lambda: choose(preview.cuts or ()))
    box.add_action(button)
    return box


def places_text(cuts: tuple[int, ...]) -> str:
    """Return the places as a person types them: "11, 25"."""
    return ", ".join(map(str, cuts))


def places_from(text: str) -> tuple[int, ...] | None:
    """Return the places that a person typed, None where they are not numbers that grow."""
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        return None
    places = tuple(int(part) for part in parts if part != "1")
    is_growing = all(one < then for one, then in pairwise((1, *places)))
    return places if places and is_growing and places[-1] <= MOST_CHARACTERS else None
