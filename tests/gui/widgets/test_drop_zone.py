"""The place to drop a file on takes files of this computer, one at a time."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from steward.gui import theme
from steward.gui.widgets.drop_zone import DropZone
from steward.readers.opening import inputs

ANY = (Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def zone(qapp, qtbot):
    theme.apply(qapp, "light")
    made = DropZone("CSV or Excel")
    qtbot.addWidget(made)
    made.chosen = []
    made.file_chosen.connect(made.chosen.append)
    return made


def dragged(*addresses):
    load = QMimeData()
    load.setUrls([QUrl(address) for address in addresses])
    return load


def enter(zone, load):
    event = QDragEnterEvent(QPoint(5, 5), ANY[0], load, *ANY[1:])
    event.ignore()
    zone.dragEnterEvent(event)
    return event.isAccepted()


def drop(zone, load):
    zone.dropEvent(QDropEvent(QPointF(5, 5), ANY[0], load, *ANY[1:]))


def test_a_file_of_this_computer_is_taken(zone):
    load = dragged("file:///tmp/a%20b.csv")
    assert enter(zone, load)
    drop(zone, load)
    assert zone.chosen == [Path("/tmp/a b.csv")]


def test_an_address_of_the_web_is_not_taken(zone):
    load = dragged("https://example.org/a.csv")
    assert not enter(zone, load)
    drop(zone, load)
    assert zone.chosen == []


def test_of_several_files_the_first_is_taken(zone):
    drop(zone, dragged("https://example.org/x", "file:///tmp/one.csv", "file:///tmp/two.csv"))
    assert zone.chosen == [Path("/tmp/one.csv")]


def test_the_place_lights_up_only_while_a_file_is_over_it(zone):
    enter(zone, dragged("file:///tmp/one.csv"))
    assert zone.property("over") == "yes"
    zone.dragLeaveEvent(QDragLeaveEvent())
    assert zone.property("over") == "no"


def test_dragged_text_is_not_taken(zone):
    load = QMimeData()
    load.setText("a,b\n1,2\n")
    assert not enter(zone, load)


def test_the_dialog_offers_every_kind_that_can_be_opened(zone, monkeypatch):
    offered = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: (offered.append(given[3]), ("", ""))[1])
    zone.browse.click()
    assert zone.chosen == []
    assert {"*.csv", "*.xlsb", "*.ods", "*.geojson"} <= set(re.findall(r"\*\.\w+", offered[0]))
    assert set(re.findall(r"\*(\.\w+)", offered[0])) == set(inputs())
