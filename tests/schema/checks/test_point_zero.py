import pytest

from steward.schema.checks.point_zero import CHECK
from tests.builders import sheet_of
from tests.schema.checks.looking import found


def told(name, cells):
    return [(finding.kind, finding.count, finding.remedies) for finding in found(CHECK, sheet_of({name: cells}))]


@pytest.mark.parametrize("name", ["fiscal year", "case_id", "ZIP", "Count"])
def test_what_is_never_a_fraction_is_told_with_few_values(name):
    assert told(name, ["2015.0", "2016", "2017.0", ""]) == [("point-zero", 2, ("whole_numbers",))]


def test_many_whole_numbers_are_told_under_any_name():
    assert told("length", [f"{number}.0" for number in range(10)]) == [("point-zero", 10, ("whole_numbers",))]


@pytest.mark.parametrize("cells", [["2.0", "3.0"], [f"{number}.0" for number in range(10)] + ["2.5"], ["2015", "2016"],
                                   [f"{number}.00" for number in range(10)], ["v1.0", "v2.0"]])
def test_measures_and_texts_are_left_alone(cells):
    assert told("length", cells) == []


def test_texts_that_end_so_among_words_are_left_alone():
    assert told("id", ["oak", "elm", "ash", "fir", "2.0"]) == []
