"""The foot of a page never cuts a button, however narrow the window."""

import pytest

from steward.gui.widgets.buttons import link_button, primary_button, secondary_button
from steward.gui.widgets.foot import Foot
from steward.gui.widgets.tab_row import TabRow


@pytest.fixture
def foot(qtbot):
    made = Foot()
    qtbot.addWidget(made)
    made.add_back(secondary_button("Back"))
    made.add_next(link_button("Save and come back later"))
    made.add_next(primary_button("Send for review"))
    return made


def buttons(foot):
    return sorted(foot._buttons(), key=lambda button: (button.y(), button.x()))


@pytest.mark.parametrize("width", [900, 560, 420, 300])
def test_no_button_is_narrower_than_its_text(foot, width):
    foot.resize(width, foot.sizeHint().height())
    foot.adjustSize()
    foot.resize(width, foot.sizeHint().height())
    assert [button.text() for button in buttons(foot) if button.width() < button.minimumSizeHint().width()] == []


def test_the_buttons_stand_in_one_line_where_there_is_room(foot):
    foot.resize(900, 60)
    assert len({button.y() + button.height() // 2 for button in buttons(foot)}) == 1


def test_the_main_act_stays_last_where_they_stand_one_above_the_other(foot):
    foot.resize(300, 200)
    assert buttons(foot)[-1].text() == "Send for review"


def test_a_foot_without_buttons_is_not_shown(qtbot):
    empty = Foot()
    qtbot.addWidget(empty)
    empty.fold()
    assert empty.isHidden()


@pytest.mark.parametrize("width", [1400, 700, 400, 260])
def test_no_tab_is_narrower_than_its_text(qtbot, width):
    tabs = TabRow({"a": "About the table", "b": "Who looks after it", "c": "When and where", "d": "Use"}, "a")
    qtbot.addWidget(tabs)
    tabs.resize(width, 300)
    tabs.show()
    assert [tab.text() for tab in tabs._buttons.values() if tab.width() < tab.minimumSizeHint().width()] == []
