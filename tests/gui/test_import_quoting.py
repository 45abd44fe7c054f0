"""How quotation marks are written is asked where a file has any, and the rows follow the answer."""

import pytest

from tests.gui.test_importing import choose
from tests.gui.test_prepare import go, texts


@pytest.fixture
def shown(window, tmp_path, qtbot):
    """Return a function that shows a file, or waits where none is named, and returns what is shown."""
    def show(content=None):
        if content is not None:
            (tmp_path / "trees.csv").write_text(content)
            go(window, "open")
            window.session.importing.start(tmp_path / "trees.csv")
        qtbot.waitUntil(lambda: not window.session.importing.is_looking, timeout=30_000)
        return window.session.importing

    return show


def test_another_way_of_writing_quotation_marks_is_chosen_where_there_are_any(window, shown):
    assert shown('id,name\n1, "Elm, Ash"\n2,"Oak"\n3,"Fir"\n').preview.quoting == "doubled"
    choose(window, "Quotation marks", "blank")
    assert shown().preview.rows[1].cells == ("1", "Elm, Ash")
    assert shown().step.quoting == "blank"


def test_no_question_about_quotation_marks_is_asked_where_there_are_none(window, shown):
    shown("id,name\n1,Elm\n")
    assert "Quotation marks" not in texts(window.view())
