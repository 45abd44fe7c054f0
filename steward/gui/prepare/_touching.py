"""What the preview says where tables seem to stand right below or beside each other, with a way to read one of them alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from steward.gui.prepare._reading_words import region_words
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.notice import Notice
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import ImportStep

if TYPE_CHECKING:
    from steward.table.preview import Preview, Region

MOST_BUTTONS = 4    # of more tables the others are chosen further down


def touching_box(preview: "Preview", step: ImportStep, choose: Callable[["Region | None"], object]) -> Notice:
    """Return the box; `choose` is told the region that the person wants, None for all of it as one table."""
    tables = preview.touching
    if step.region in tables:
        box = Notice(tr(say("One of {count} tables that seem to stand here is read.", count=len(tables))),
                     tr(say("What lies outside of it is counted as left out. Open the file once more for another table.")))
    else:
        box = Notice(tr(_told(tables)), tr(say("If that is so, read one table at a time: what lies outside of it is counted as "
                                               "left out. Open the file once more for the other one.")), tone="caution")
    for region in tables[:MOST_BUTTONS]:
        if region != step.region:
            button = secondary_button(tr(say("Read only this: {place}", place=region_words(region))), "check")
            button.clicked.connect(lambda _checked=False, region=region: choose(region))
            box.add_action(button)
    if step.region in tables:
        button = secondary_button(tr(say("Read all of it as one table")), "undo")
        button.clicked.connect(lambda: choose(None))
        box.add_action(button)
    return box


def _told(tables: "tuple[Region, ...]") -> Message:
    first, second, *_ = tables
    if second[0] > first[0]:
        return say("Another table seems to begin in row {row}, and is read as part of the first one.", row=second[0])
    return say("Another table seems to begin in column {column}, and is read as part of the first one.",
               column=letters_of(second[1]))
