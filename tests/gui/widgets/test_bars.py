"""Small bars say the same to screen readers as they show, and are drawn whatever the counts are."""

import pytest
from PySide6.QtWidgets import QApplication

from steward.gui import theme
from steward.gui.widgets.bars import Bar, BarList, Histogram


@pytest.fixture
def stage(qapp, qtbot):
    theme.apply(qapp, "light")

    def show(widget):
        qtbot.addWidget(widget)
        widget.resize(300, max(widget.sizeHint().height(), 20))
        widget.show()
        QApplication.processEvents()
        return widget

    return show


def dark(picture, color):
    return sum(picture.pixelColor(x, y) == color for x in range(picture.width()) for y in range(0, picture.height(), 3))


def test_counts_are_spoken_with_their_values(stage):
    bars = stage(BarList("Most frequent values", (Bar("open", 1200), Bar("", 3))))
    assert (bars.accessibleName(), bars.accessibleDescription()) == ("Most frequent values", "open: 1,200; : 3")


def test_a_list_is_as_high_as_its_lines(stage):
    one, three = (stage(BarList("x", [Bar("a", 1)] * count)).sizeHint().height() for count in (1, 3))
    assert three == 3 * one


@pytest.mark.parametrize("counts", [(), (0,), (0, 0, 0), (1,), (10**12, 1)])
def test_any_counts_are_drawn(stage, counts):
    bars = [Bar(str(count), count) for count in counts]
    assert not stage(BarList("x", bars)).grab().isNull()
    assert not stage(Histogram("x", bars, "0", "9")).grab().isNull()


def test_more_rows_make_a_longer_bar(stage):
    color = theme.theme().color("note_surface")
    few, many = (dark(stage(BarList("x", [Bar("a", count), Bar("b", 100)])).grab().toImage(), color) for count in (10, 90))
    assert few < many


def test_a_bin_with_one_row_beside_a_million_is_still_seen(stage):
    color = theme.theme().color("note")
    seen = dark(stage(Histogram("x", [Bar("a", 0), Bar("b", 1_000_000), Bar("c", 1)], "0", "9")).grab().toImage()
                .copy(201, 0, 98, 200), color)
    assert seen
