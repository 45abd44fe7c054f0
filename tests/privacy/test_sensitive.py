"""Incidents and places of the program's lists are named; what only looks like them is not."""

import pytest

from steward.privacy.examine import examine
from steward.privacy.policy import PolicyUnreadable
from steward.privacy.sensitive_lists import INCIDENT, PLACE, SensitiveList
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.privacy.tables import make_knowledge, make_profile

STREETS = [f"{number}00 block of SE Oak St" for number in range(1, 7)]


def look(**columns):
    named = {name.replace("_", " "): cells for name, cells in columns.items()}
    report = examine(make_profile(named), make_knowledge(), Silence())
    return {finding.kind: finding for finding in report.findings if finding.kind.startswith("sensitive")}, report


def cases(offenses, **more):
    cells = [offenses[place % len(offenses)] for place in range(6)]
    return look(Case_Number=[f"25-{place}" for place in range(6)], Offense_Type=cells, Address=more.get("address", STREETS))


@pytest.mark.parametrize("offense", ["Rape", "SEX ASSAULT - FORCED", "Domestic Violence/Assault", "child-abuse", "Stalking",
                                     "Runaway Juvenile", "Human Trafficking, Commercial Sex Acts", "Suicide Attempts"])
def test_offenses_of_the_list_ask_for_a_decision_where_a_place_is_told(offense):
    found, report = cases(["Burglary", offense])
    told = found[INCIDENT]
    assert (told.tier, told.column, list(told.rows)) == (Tier.DECIDE, "Offense Type", [3, 5, 7])
    assert report.sensitive[0].places == ("Address",)


@pytest.mark.parametrize("cell", ["1S2E{}BC 2908", "R2{}070", "6497{}3450R", "R6497{}345"])
def test_numbers_of_parcels_are_places_whatever_their_header_says(cell):
    _found, report = look(Case_Number=[f"25-{place}" for place in range(6)], Offense_Type=["Rape", "Theft"] * 3,
                          Key2=[cell.format(place + 10) for place in range(6)], Address=STREETS)
    assert report.sensitive[0].places == (("Address",) if cell.endswith("R") else ("Key2", "Address"))


@pytest.mark.parametrize("offense", ["Burglary", "Grape theft", "Runaway vehicle", "Child care permit", "Domestic water leak",
                                     "Domestic violence training", "Animal shelter noise", "Bus shelter graffiti", "Parapet"])
def test_look_alikes_stay_quiet(offense):
    assert cases(["Theft", offense])[0] == {}


def test_without_a_place_nothing_is_asked():
    assert look(Case_Number=["1", "2"], Offense_Type=["Rape", "Theft"], Month=["2025-01", "2025-02"])[0] == {}


def test_rows_whose_place_was_taken_out_are_quiet():
    found, _report = cases(["Burglary", "Rape"], address=[STREETS[0], "", STREETS[2], "", STREETS[4], " "])
    assert found == {}


@pytest.mark.parametrize("place", ["Women's Shelter", "confidential shelter, east side", "Methadone clinic", "DV SHELTER"])
def test_places_of_the_list_are_found_in_incidents(place):
    found, report = look(Incident_Number=["1", "2", "3"], Call_Type=["Noise", "Alarm", "Welfare check"],
                         Location=["12 SW Main St", place, "Bus shelter at Oak"], Address=STREETS[:3])
    assert list(found[PLACE].rows) == [3]
    assert "Location" in report.sensitive[0].places


@pytest.mark.parametrize("place", ["Picnic shelter A", "Animal Shelter", "Bus shelter 12", "Park Shelter", "Oak shelter"])
def test_other_shelters_are_no_refuge(place):
    found, _report = look(Incident_Number=["1", "2"], Call_Type=["Noise", "Alarm"], Location=["12 SW Main St", place],
                          Address=STREETS[:2])
    assert found == {}


def test_lists_of_facilities_and_counts_are_public():
    facilities, _ = look(Facility_Name=["Emergency shelter", "Library"], Facility_Type=["Shelter", "Library"],
                         Address=STREETS[:2], Capacity=["40", "12"])
    counts, _ = look(Neighborhood=["Lents", "Kenton"], Rape_count=["12", "40"], Total=["12", "40"])
    assert facilities == counts == {}


@pytest.mark.parametrize("text", ["", "{}", '{"groups": [{"name": "x"}]}',
                                  '{"groups": [{"name": "x", "words": "y", "source": "z"}]}'])
def test_a_list_that_is_not_of_the_form_is_told_with_its_name(text):
    with pytest.raises(PolicyUnreadable) as refused:
        SensitiveList.parse(PLACE, text, "sensitive_places.json")
    assert "sensitive_places.json" in str(refused.value.words.where)


@pytest.mark.parametrize("offense", ["DV - Assault IV", "DOMESTIC", "Disturbance - Domestic", "DOM VIOL", "dom. assault",
                                     "SXO REGISTRATION"])
def test_short_forms_are_told_in_columns_of_offenses_and_nowhere_else(offense):
    assert set(cases(["Theft", offense])[0]) == {INCIDENT}
    beside = {"Case_Number": [f"25-{place}" for place in range(6)], "Offense_Type": ["Theft"] * 6, "Address": STREETS}
    assert look(**beside, Robot_Model=[offense, "Arm of steel"] * 3)[0] == {}


def test_a_domestic_service_is_no_sensitive_incident():
    assert cases(["Theft", "Domestic service line leak"])[0] == {}
