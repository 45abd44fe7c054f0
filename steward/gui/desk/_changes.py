"""How the candidate came from the bureau's file: the recipe in plain words, each step with its reason."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from steward.gui.text import tr
from steward.gui.widgets.card import Card
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.spacing import column, row
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

if TYPE_CHECKING:
    from steward.tasks.reviewing import TableEvidence


def changes_card(seen: "TableEvidence") -> Card:
    """Return the section with each step of the recipe of one table."""
    from steward.tasks.recipe_in_words import recipe_in_words

    table, recipe = seen.table, seen.table.recipe
    card = Card(tr(say("What the bureau changed")), tr(_origin(table.source.file_name, table.source.sheet)))
    for number, (step, told) in enumerate(zip(recipe.steps, recipe_in_words(recipe), strict=True), start=1):
        card.body.addLayout(_step_line(number, step, told))
    if not recipe.steps:
        card.body.addWidget(Text(tr(say("Nothing: the rows and columns are as they stand in the file."))))
    return card


def _origin(file_name: str, sheet: str | None) -> Message:
    if sheet:
        return say("Made from the file {file_name}, sheet {sheet}. The file itself was not changed.", file_name=file_name,
                   sheet=sheet)
    return say("Made from the file {file_name}. The file itself was not changed.", file_name=file_name)


def _step_line(number: int, step: Step, told: Message) -> QHBoxLayout:
    line = row(gap="unit")
    mark = strong(f"{number}.")
    mark.setFixedWidth(28)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = column(gap="unit")
    words.setSpacing(2)
    words.addWidget(Text(tr(told)))
    if step.reason:
        words.addWidget(Hint(tr(say("Reason: {reason}", reason=step.reason))))
    line.addLayout(words, 1)
    return line
