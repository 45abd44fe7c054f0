"""When a table says that people stand alone in it, and what it recommends."""

import pytest

from steward.privacy.examine import examine
from steward.privacy.singled_out import KIND
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.privacy.tables import make_profile


def finding_of(knowledge, genders, ages):
    columns = {"Gender": genders, "Age": ages, "First name": ["Ana"] * len(ages), "Last name": ["Silva"] * len(ages)}
    report = examine(make_profile(columns), knowledge, Silence())
    assert report.disclosure is not None
    return next((one for one in report.findings if one.kind == KIND), None)


def test_a_few_who_stand_alone_can_be_left_out_with_their_rows(knowledge):
    found = finding_of(knowledge, ["F"] * 60 + ["M"], ["34"] * 60 + ["71"])
    assert (found.tier, found.column, found.count, list(found.rows)) == (Tier.DECIDE, None, 1, [62])
    assert found.remedies == ("leave_out_small_groups", "leave_out_rows")
    assert "1 row is in a group of fewer than 11" in str(found.words.where)
    assert found.basis == "privacy-small-groups"


def test_where_many_stand_alone_columns_are_made_coarser(knowledge):
    found = finding_of(knowledge, ["F", "M"] * 30, [str(20 + place) for place in range(60)])
    assert (found.count, list(found.rows), found.remedies) == (60, [], ())
    assert "60 rows are in groups" in str(found.words.where)
    assert "coarser" in str(found.words.next_step)


def test_nothing_is_said_where_all_groups_are_large(knowledge):
    assert finding_of(knowledge, ["F"] * 40 + ["M"] * 40, ["34"] * 80) is None


def test_nothing_is_said_of_things(knowledge):
    report = examine(make_profile({"Hydrant ID": [f"H{place}" for place in range(50)], "Age": ["12"] * 49 + ["3"]}), knowledge,
                     Silence())
    assert KIND not in {one.kind for one in report.findings}


@pytest.mark.parametrize("age", ["34", "71"])
def test_no_cell_is_repeated(knowledge, age):
    found = finding_of(knowledge, ["F"] * 60 + ["M"], ["34"] * 60 + ["71"])
    assert age not in " ".join(map(str, (found.words.what, found.words.where, found.words.next_step)))
