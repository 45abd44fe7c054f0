import pytest

from steward.schema.checks.pivoted_report import CHECK, PERIOD
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of, sheet_of_rows
from tests.schema.checks.looking import found
from tests.schema.checks.pilot import pilot_csv, pilot_workbook
from tests.schema.faulty import report


def test_the_permit_report_of_the_pilot_is_named(shared):
    finding, = found(CHECK, pilot_csv(shared, "BDS - Permits issued Sample.csv"))
    assert (finding.kind, finding.tier) == ("pivoted-report", Tier.DECIDE)
    assert "months or years stand across the top" in str(finding.words.where)


def test_the_report_in_the_pilot_workbook_is_named(shared):
    assert found(CHECK, pilot_workbook(shared, "BDS - Apps received per month.xlsx", "BDS - Apps received per month"))


@pytest.mark.parametrize("name", ["BOEC-April2018-Filtered-In.csv", "Fire response time 2019.csv"])
def test_the_tables_of_the_pilot_are_no_reports(shared, name):
    assert found(CHECK, pilot_csv(shared, name)) == []


def test_a_report_of_our_own_is_named():
    assert found(CHECK, report())


def test_many_years_across_the_top_are_a_report():
    sheet = sheet_of({"district": ["a", "b"], **{str(year): ["1", "2"] for year in range(2010, 2020)}})
    assert "years" in str(found(CHECK, sheet)[0].words.where)


@pytest.mark.parametrize(("ids", "names", "is_report"), [
    (("bureau",), ("2022", "2023", "2024"), True),
    (("bureau", "fund"), ("Q1 2024 spent", "Q2 2024 spent", "Q3 2024 spent"), True),
    (("bureau",), ("2023", "2024"), False), (("bureau", "fund", "code"), ("2022", "2023", "2024"), False),
    (("person",), ("q1", "q2", "q3"), False), (("tract",), ("2020 homes", "2021 rent", "2022 fee"), False)])
def test_few_periods_are_a_report_where_nothing_else_is_told(ids, names, is_report):
    sheet = sheet_of({**{one: [f"{one} {row}" for row in "abcd"] for one in ids}, **{one: list("1375") for one in names}})
    assert bool(found(CHECK, sheet)) is is_report


@pytest.mark.parametrize("label", ["Jul-15", "July 2015", "2015-07", "Jan", "2015", "FY 2015-16", "Q1 2015", "2015 Q3",
                                   "Sept. 15 total"])
def test_periods_are_known_as_periods(label):
    assert PERIOD.match(label)


@pytest.mark.parametrize("label", ["May count of", "Marina", "District 2015", "1215", "Decision", "Quarter", "Augusta",
                                   "Month"])
def test_other_labels_are_not_taken_for_periods(label):
    assert not PERIOD.match(label)


@pytest.mark.parametrize("sheet", [
    sheet_of({"year": ["2019", "2020"] * 5, "month": ["Jan", "Feb"] * 5, "count": list("0123456789"),
              "total": list("0123456789")}),
    sheet_of({"when": ["2020-01-01", "2020-01-02"], "measure": ["rain", "rain"], "value": ["1", "2"]}),
    sheet_of_rows(["name", "", "born"], [["a", "x", "1"], ["b", "", "2"]]),
    sheet_of({"q1": ["1", "2"], "q2": ["3", "4"], "answer": ["a", "b"], "person": ["c", "d"], "note": ["e", "f"]}),
    sheet_of({"a": ["1"]}),
], ids=["tidy", "long", "one blank label", "questions", "one cell"])
def test_tables_of_records_are_no_reports(sheet):
    assert found(CHECK, sheet) == []
