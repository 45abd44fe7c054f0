"""The schema of a table on screen: offered, taken, let go, passed over, from a file."""

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from steward.gui.prepare._asked_schema import SchemaBox

PAY = "Bureau,Fiscal Year,Job Title,Regular Pay,Overtime,Other Pay,Total Pay\nWater,2024,Operator,100,5,1,106\n"


@pytest.fixture
def page(page_of):
    return page_of(PAY, "columns")


def box(page, settle):
    settle(page.session)
    return page.findChildren(SchemaBox)[-1]


def words_on(widget):
    QTest.qWait(1)  # what a layout has just taken in is shown a moment later
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(place, name):
    next(one for one in place.findChildren(QPushButton) if one.accessibleName().startswith(name)).click()


def kinds(page):
    return {found.kind for found in page.session.workbench.report.findings}


def test_a_schema_that_fits_is_offered_with_how_well_and_where_it_comes_from(page, settle):
    told = words_on(box(page, settle))
    for words in ("Pay of employees", "7 of its 9 columns", "Not in the table (2): employment_type, benefits.", "another order",
                  "Not confirmed by the program yet"):
        assert words in told
    assert page.session.draft.asked_columns == ()


def test_it_is_taken_at_one_press_and_let_go_at_another(page, settle):
    press(box(page, settle), "Use the rules")
    assert "held to the columns of" in words_on(box(page, settle))
    assert {"asked-column-missing", "column-order"} <= kinds(page)
    assert next(field for field in page.session.draft.fields if field.column == "Overtime").type == "number"
    press(box(page, settle), "Take back: Pay of employees")
    settle(page.session)
    assert page.session.draft.asked_columns == ()
    assert "asked-column-missing" not in kinds(page)


def test_one_that_is_passed_over_is_not_offered_again(page, settle):
    place = box(page, settle)
    press(place, "Not this one")
    assert "Pay of employees" not in words_on(place)
    page.session.rework(lambda bench, _progress: bench)
    assert "Pay of employees" not in words_on(box(page, settle))


def test_a_schema_file_is_offered_or_refused_in_plain_words(page, settle, tmp_path):
    place, path = box(page, settle), tmp_path / "own.schema.json"
    path.write_text(json.dumps({"title": "Our own", "fields": [{"name": "bureau"}]}), encoding="utf-8")
    place.take_from(path)
    settle(page.session)
    assert "Our own" in words_on(place)
    path.write_text("{", encoding="utf-8")
    place.take_from(path)
    settle(page.session)
    assert "own.schema.json cannot be read as it is." in words_on(place)
