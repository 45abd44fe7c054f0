"""What the card about people who stand alone shows, and what a change does to them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from steward.gui.prepare._disclosure import DisclosureCard
from steward.gui.prepare._preview import grouped
from steward.privacy.disclosure import Combination, disclosure
from steward.tasks import deciding
from steward.tasks.standing_alone import facts, headline, riskiest_pairs
from steward.workflow.effect import GroupsChanged
from tests.builders import step


@pytest.fixture
def bench(session, tmp_path):
    from steward.tasks import opening
    from steward.vocabulary.progress import Silence

    lines = ["First name,Last name,Gender,Age,Race", *["Ana,Silva,F,34,White"] * 30, *["Ana,Silva,M,35,Asian"] * 29,
             "Ana,Silva,M,71,Black"]
    path = tmp_path / "people.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return opening.begin(session.house, path, Silence())


def test_the_card_opens_with_figures_and_a_crosstab(qtbot, bench):
    card = DisclosureCard(bench)
    qtbot.addWidget(card)
    assert card.accessibleName() == "1 person can be told from all others by what neighbors may know."
    assert card._crosstab is None
    shown_before = picture_of(card._toggle)
    card._toggle.click()
    assert not card._list.isHidden()
    assert not card._crosstab.isHidden()
    assert picture_of(card._toggle) != shown_before    # no plus on what hides
    assert "*" in "".join(str(card._crosstab.model().index(row, column).data()) for row in range(2) for column in range(4))
    card._toggle.click()
    assert card._list.isHidden()
    assert card._crosstab.isHidden()


def test_another_pair_of_columns_can_be_counted_against_each_other(qtbot, bench):
    card = DisclosureCard(bench)
    qtbot.addWidget(card)
    assert card._asked.isHidden()
    card._toggle.click()
    pairs = [card._choice.itemText(place) for place in range(card._choice.count())]
    assert len(pairs) == len({frozenset(pair.split(" + ")) for pair in pairs}) > 1
    card._choice.setCurrentIndex(1)
    card._choice.activated.emit(1)
    down, across = pairs[1].split(" + ")
    assert card._crosstab.accessibleName() == f"Rows by {down} and {across}"
    assert card._crosstab.model().headerData(0, Qt.Orientation.Horizontal) == down


def test_of_three_columns_the_two_that_single_out_most_come_first(bench):
    risk = replace(bench.report.privacy.disclosure, combinations=(
        Combination(columns=("Age", "Gender", "Race"), unique_rows=9, rows_in_small_groups=9),
        Combination(columns=("Age", "Race"), unique_rows=5, rows_in_small_groups=9)))
    other = replace(bench, report=replace(bench.report, privacy=replace(bench.report.privacy, disclosure=risk)))
    assert riskiest_pairs(other) == (("Age", "Race"), ("Age", "Gender"))


@pytest.mark.parametrize(("known", "sensitive", "told"), [
    ("First name", "Gender", "Gender: at least 2 different values in each group of rows that are alike (l)."),
    ("Gender", "Race", ("Race: at least 1 value in each group of rows that are alike (l). "
                        "30 rows share theirs with all that are alike."))])
def test_how_many_values_each_group_has_is_told_of_every_sensitive_column(bench, known, sensitive, told):
    risk = disclosure([bench.report.profile.column(known)], 11, [bench.report.profile.column(sensitive)])
    other = replace(bench, report=replace(bench.report, privacy=replace(bench.report.privacy, disclosure=risk)))
    assert told in {str(value) for _label, value in facts(other)}


def test_figures_carry_their_names(bench):
    shown = {str(label): str(value) for label, value in facts(bench)}
    assert shown["Smallest group (k)"] == "1"
    assert shown["Rows that stand alone"] == "1 of 60"
    assert "Singles out most" in shown
    assert {"prosecutor", "journalist", "marketer"} <= set(" ".join(shown).replace("(", "").split())


def test_nobody_alone_is_said_without_promising_anything(bench):
    risk = disclosure([bench.report.profile.column("Last name")], 11)
    told = headline(replace(bench, report=replace(bench.report, privacy=replace(bench.report.privacy, disclosure=risk))))
    assert str(told) == (
        "Nobody can be told from all others by what neighbors may know: every row is like at least 59 others.")


def test_a_change_says_before_it_is_chosen_what_it_does_to_the_smallest_group(bench):
    groups = deciding.preview(bench, step("leave_out_rows", rows=(61,))).groups
    assert (groups.k_before, groups.k, groups.small_before, groups.small) == (1, 29, 1, 0)
    assert "has 29, before 1" in grouped(groups)


def test_the_first_look_at_a_small_table_says_it_too(bench):
    looked = deciding.first_look(bench, [step("leave_out_rows", rows=(61,))])
    assert (looked.is_whole, looked.effect.groups.k) == (True, 29)


def test_a_change_that_helps_nobody_says_so(bench):
    groups = deciding.preview(bench, step("leave_out_column", "First name")).groups
    assert "as much as before" in grouped(groups)


def test_columns_that_are_gone_single_nobody_out():
    assert "No column is left" in grouped(GroupsChanged(k_before=1, k=0, small_before=3, small=0, threshold=11))


def picture_of(button):
    return button.icon().pixmap(button.iconSize()).toImage()
