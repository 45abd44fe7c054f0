"""A row of controls goes on in the next line, and leaves no hole for what is hidden."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from steward.gui import theme
from steward.gui.widgets.flow import FlowLayout


@pytest.fixture
def flow(qapp, qtbot):
    """Return a shown widget with four boxes of 100 by 30 pixels."""
    theme.apply(qapp, "light")
    place = QWidget()
    qtbot.addWidget(place)
    layout = FlowLayout(place)
    for _box in range(4):
        box = QWidget()
        box.setFixedSize(100, 30)
        layout.addWidget(box)
    place.resize(1000, 300)
    place.show()
    QApplication.processEvents()
    yield layout
    place.close()


def boxes(flow, width):
    flow.setGeometry(QRect(0, 0, width, 300))
    return [flow.itemAt(place).widget().geometry() for place in range(flow.count())]


@pytest.mark.parametrize(("width", "lines"), [(1000, 1), (330, 2), (220, 2), (150, 4), (40, 4)])
def test_boxes_go_on_in_the_next_line_where_there_is_no_room(flow, width, lines):
    assert len({box.y() for box in boxes(flow, width)}) == lines


@pytest.mark.parametrize("width", [1000, 330, 220, 150])
def test_no_two_boxes_lie_on_each_other_and_none_is_past_the_edge(flow, width):
    placed = boxes(flow, width)
    assert not [1 for one in placed for other in placed if one is not other and one.intersects(other)]
    assert max(box.right() for box in placed) < width


@pytest.mark.parametrize("width", [1000, 330, 150])
def test_it_is_as_high_as_its_last_line(flow, width):
    assert flow.heightForWidth(width) == max(box.bottom() for box in boxes(flow, width)) + 1


def test_what_is_hidden_leaves_no_hole(flow):
    before = boxes(flow, 1000)
    flow.itemAt(0).widget().hide()
    assert boxes(flow, 1000)[1:] == before[:-1]


def test_a_box_can_be_taken_away_and_past_the_end_there_is_none(flow):
    assert flow.takeAt(0).widget() is not None
    assert (flow.count(), flow.itemAt(3), flow.takeAt(9), flow.itemAt(-1)) == (3, None, None, None)


def test_the_row_can_be_made_as_narrow_as_its_widest_box(flow):
    assert flow.minimumSize().width() == 100


def test_what_is_lower_than_its_line_stands_in_the_middle_of_it(flow):
    flow.itemAt(1).widget().setFixedSize(100, 20)
    flow.itemAt(2).widget().setFixedSize(100, 50)
    assert {box.center().y() for box in boxes(flow, 1000)} == {24}
