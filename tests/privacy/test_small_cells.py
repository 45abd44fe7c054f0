"""Small counts of people are named; counts of trees, permits and money are not."""

import pytest

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.privacy.tables import make_knowledge, make_profile

AREAS = ["Lents", "Kenton", "Foster", "Sellwood"]
QUIET = Silence()


def found(columns):
    report = examine(make_profile(columns), make_knowledge(), QUIET)
    return [finding for finding in report.findings if finding.kind == "small-cells"], report


@pytest.mark.parametrize("columns", [
    {"Neighborhood": AREAS, "Female": ["12", "4", "40", "51"], "Male": ["20", "30", "41", "60"]},
    {"Race": ["White", "Black", "Asian", "Total"], "Count": ["40", "3", "22", "65"]},
    {"Age group": ["0-17", "18-64", "65+"], "Overdoses": ["2", "40", "12"]},
    {"Area": AREAS, "Number of patients": ["12", "14", "9", "33"]},
    {"Area": AREAS, "Sex": ["F", "M", "F", "M"], "Cases": ["12", "14", "9", "33"]},
    {"Area": AREAS, "Women": ["12", "4", "40", "51"], "Men": ["20", "30", "41", "60"]},
    {"Tract": AREAS, "White": ["40", "41", "40", "51"], "Asian": ["20", "30", "41", "60"], "Native": ["0", "14", "4", "11"]},
    {"Program": AREAS, "Under 18": ["40", "41", "40", "51"], "18-24": ["20", "3", "41", "60"], "65+": ["0", "14", "24", "11"]},
    {"School": AREAS, "Children": ["12", "4", "40", "51"]}])
def test_small_counts_of_people_ask_for_a_decision(columns):
    (finding,), report = found(columns)
    assert (finding.tier, finding.column, finding.count, finding.remedies) == (Tier.DECIDE, None, 1, ("suppress_small_cells",))
    assert len(finding.rows) == 1
    assert report.counted


@pytest.mark.parametrize("columns", [
    {"Species": ["Oak", "Maple", "Elm"], "Count": ["4", "30", "12"]},
    {"Month": ["2024-01", "2024-02", "2024-03"], "Permits issued": ["4", "30", "12"]},
    {"Neighborhood": AREAS, "Hydrants": ["1", "2", "3", "4"], "Total": ["1", "2", "3", "4"]},
    {"Bureau": ["Parks", "Water", "Fire"], "Budget Total": ["4", "30", "12"]},
    {"Race": ["White", "Black", "Asian"], "Percent": ["4", "30", "12"]},
    {"Neighborhood": AREAS, "Female": ["120", "44", "0", "51"], "Male": ["20", "30", "41", "60"]},
    {"Participant": ["Ana Silva", "Bo Chen", "Ana Silva", "Di Tran"], "Visits": ["1", "2", "1", "4"]}])
def test_other_counts_and_large_ones_stay_quiet(columns):
    assert found(columns)[0] == []
