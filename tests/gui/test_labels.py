"""Look-alike labels are decided spelling by spelling on the card of their finding."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from steward.gui.prepare._labels import AT_ONCE, LabelForm
from tests.gui.audit import audit

AREAS = ["Sellwood"] * 9 + ["sellwood"] * 4 + ["St. Johns"] * 6 + ["St Johns"] * 3
MISTYPED = ["Milwaukie"] * 30 + ["Milwakie"]


@pytest.fixture
def form_of(page_of):
    """Return a function that opens a column of labels and gives the form on the columns page."""
    def come(areas, kind="look-alike-label"):
        lines = "".join(f"{number},{area}\n" for number, area in enumerate(areas, start=1))
        view = page_of("Number,Area\n" + lines, "columns")
        view.findings.unfold((kind, "Area"), view.show_part)
        return view.findChild(LabelForm)
    return come


def press(form, text):
    next(one for one in form.findChildren(QPushButton) if one.text() == text).click()


def cells(window):
    return window.session.workbench.candidate.column("Area").values.to_pylist()


def test_labels_that_mean_the_same_are_merged_with_one_press(window, form_of, settle):
    press(form_of(AREAS), "Write the labels so")
    settle(window.session)
    assert {label: cells(window).count(label) for label in set(cells(window))} == {"Sellwood": 13, "St. Johns": 9}


def test_what_would_change_is_shown_before(window, form_of, settle):
    form = form_of(AREAS)
    QTest.qWait(500)
    settle(window.session)
    assert "7 cells change." in [one.text() for one in form._preview.findChildren(type(form._forms[0]._told))]


def test_a_label_is_typed_and_a_cluster_kept_apart_for_a_reason(window, form_of, settle):
    form = form_of(AREAS)
    first, second = form._forms
    first.field().setText("Sellwood-Moreland")
    press(second, "Keep all apart")
    assert not form._reason_row.isHidden()
    press(form, "Write the labels so")         # without a reason nothing is done
    settle(window.session)
    assert window.session.draft.recipe.steps == ()
    form._reason.setText("Two parishes")
    press(form, "Write the labels so")
    settle(window.session)
    assert {label: cells(window).count(label) for label in set(cells(window))} == {
        "Sellwood-Moreland": 13, "St. Johns": 6, "St Johns": 3}
    assert "look-alike-label" not in [found.kind for found in window.session.workbench.report.findings]


def test_an_empty_label_is_said_beside_the_fields(window, form_of, settle):
    form = form_of(AREAS)
    form._forms[0].field().setText("")
    press(form, "Write the labels so")
    settle(window.session)
    assert window.session.draft.recipe.steps == ()
    assert form._reason_row.field.property("problem") == "yes"


def test_labels_that_only_may_mean_the_same_stay_unless_they_are_ticked(window, form_of, settle):
    form = form_of(MISTYPED, "similar-label")
    assert form.choices()[0].merged == frozenset()
    press(form, "Merge all")
    press(form, "Write the labels so")
    settle(window.session)
    assert set(cells(window)) == {"Milwaukie"}


def test_many_clusters_are_shown_a_few_at_a_time_and_the_others_wait(window, form_of, settle):
    trees = ("Alder", "Birch", "Cedar", "Elmwood", "Fir tree", "Hazel", "Larch")
    form = form_of([f"{word}{end}" for word in trees for end in ("", ".")] * 3)
    assert len(form.choices()) == AT_ONCE
    press(form, "Show 2 more")
    assert len(form.choices()) == AT_ONCE + 2


def test_the_form_can_be_used_without_seeing_it_and_fits_a_narrow_window(window, form_of, settle):
    form_of(AREAS)
    QTest.qWait(500)     # until the preview was asked for
    settle(window.session)
    QTest.qWait(50)
    assert audit(window, window.view()) == []
    window.resize(640, 560)
    QTest.qWait(200)     # until the parts have turned
    assert window.view().area.horizontalScrollBar().maximum() == 0
