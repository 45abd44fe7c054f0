"""What a cell holds is shown letter by letter wherever it comes up, and never read as markup or as a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from steward.gui.widgets.buttons import chip
from steward.gui.widgets.marked_table import LONGEST_TIP, MarkedModel
from steward.table.marks import marks_of
from steward.table.view import View
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from tests.builders import sheet_of

MARKUP = '<img src="file:///c:/a.png"><b>bold</b> &amp; so on '


def model_of(cell, *findings, name="a"):
    sheet = sheet_of({name: [cell]})
    return MarkedModel(View(sheet), marks_of(sheet, findings), lambda _finding: "e-mail addresses")


def read(tip):
    """Return what a person reads in a tip, as Qt lays it out."""
    page = QTextDocument()
    page.setHtml(tip)
    return page.toPlainText()


def tip_of(model):
    return model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)


def test_markup_in_a_long_cell_is_shown_as_it_is_written(qapp):
    cell = MARKUP * 10
    assert read(tip_of(model_of(cell))).strip() == cell.strip()


def test_the_tip_of_a_cell_of_megabytes_ends(qapp):
    assert read(tip_of(model_of("x" * 3_000_000))) == "x" * LONGEST_TIP


def test_a_short_cell_without_a_mark_has_no_tip(qapp):
    assert tip_of(model_of("short")) is None


def test_the_lines_of_a_long_cell_stay_lines(qapp):
    cell = "first line\n" + "second " * 40
    assert read(tip_of(model_of(cell))).splitlines()[0] == "first line"


def test_a_mark_is_named_in_the_tip(qapp):
    found = Finding(kind="email", tier=Tier.DECIDE, column="a", count=1, rows=Positions([2]), words=Words(what=say("Odd.")))
    assert read(tip_of(model_of("ann@example.org", found))) == "e-mail addresses"


def test_a_name_of_a_column_is_no_markup_in_the_tip_of_its_header(qapp):
    what = say("Column {column} holds e-mail addresses.", column="<b>To</b>")
    found = Finding(kind="email", tier=Tier.DECIDE, column="<b>To</b>", count=1, words=Words(what=what))
    tip = model_of("x", found, name="<b>To</b>").headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert read(tip) == "Column <b>To</b> holds e-mail addresses."


@pytest.mark.parametrize("text", ["R&D is “A&B”", "Fees", "&Title", "a && b"])
def test_a_chip_shows_every_letter_and_takes_no_key(qtbot, text):
    button = chip(text)
    qtbot.addWidget(button)
    assert button.text().replace("&&", "&") == text.replace("&&", "&&")
    assert button.accessibleName() == text
    assert button.shortcut().isEmpty()
