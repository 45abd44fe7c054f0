"""After a change: which other columns still tell what it hides."""

import pytest

from steward.tasks import deciding, opening, planning
from steward.tasks.house import House
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from steward.workflow.needs import is_open
from tests.builders import step

HEADER = "Name,Home Address,Latitude,Longitude,Case Number,TAXLOT_ID,Date of Birth,Age,Visits"
ROW = "Ana Silva {place},{place}12 SW Main St,45.52{place},-122.67{place},25-10{place},1N1E{place},19{place}-03-04,{place},3"


@pytest.fixture
def bench(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("\n".join([HEADER, *(ROW.format(place=place) for place in range(30, 80))]), encoding="utf-8")
    return opening.begin(House.open(), path, Silence())


def test_a_block_is_none_while_coordinates_parcel_and_case_number_stand_beside_it(bench):
    linked = deciding.preview(bench, step("address_to_block", "Home Address")).linked
    assert linked == ("Latitude", "Longitude", "Case Number", "TAXLOT_ID")


def test_columns_made_coarser_together_do_not_warn_of_each_other(bench):
    steps = (step("round_coordinates", "Latitude"), step("round_coordinates", "Longitude"))
    assert deciding.preview(bench, *steps).linked == ("Home Address", "Case Number", "TAXLOT_ID")


def test_an_age_still_tells_the_year_of_birth(bench):
    assert deciding.preview(bench, step("date_to_year", "Date of Birth")).linked == ("Age",)


@pytest.mark.parametrize("given", [step("leave_out_column", "Home Address"), step("replace_by_random_id", "Name")])
def test_other_changes_warn_of_nothing(bench, given):
    assert deciding.preview(bench, given).linked == ()


def test_the_first_look_warns_too(bench):
    assert "Latitude" in deciding.first_look(bench, [step("address_to_zip", "Home Address")]).effect.linked


@pytest.fixture
def blocked(bench):
    house = House.open()
    return deciding.apply_remedy(house, bench, None, step("address_to_block", "Home Address"), Silence())


def linked(bench):
    return {found.column: found for found in bench.report.findings if found.kind == "linked-column"}


def test_after_the_change_each_such_column_asks_for_a_decision(blocked, bench):
    assert linked(bench) == {}
    found = linked(blocked)
    asked = {harm for one in blocked.report.privacy.columns if one.column in ("Latitude", "Longitude") for harm in one.harmful}
    assert set(found) | ({"Latitude", "Longitude"} if asked else set()) == {"Latitude", "Longitude", "Case Number", "TAXLOT_ID"}
    assert found["Case Number"].remedies[0] == "replace_by_random_id"
    assert all(one.tier is Tier.DECIDE and is_open(blocked.draft, one) for one in found.values())


def test_a_column_that_is_changed_or_left_out_asks_no_more(blocked):
    house = House.open()
    done = deciding.apply_remedy(house, blocked, linked(blocked)["Case Number"], step("replace_by_random_id", "Case Number"),
                                 Silence())
    done = deciding.apply_remedy(house, done, None, step("leave_out_column", "TAXLOT_ID"), Silence())
    assert not {"Case Number", "TAXLOT_ID"} & set(linked(done))


def test_columns_that_tell_no_more_than_the_block_stay_quiet(tmp_path):
    path = tmp_path / "tenants.csv"
    lines = [f"Ana Silva,{place} SW Main St,Main St,{45.52 + place % 3},4{place % 2}" for place in range(130, 990, 10)]
    path.write_text("\n".join(["Tenant,Home Address,Street,Latitude,Parcel", *lines]), encoding="utf-8")
    house = House.open()
    bench = opening.begin(house, path, Silence())
    assert linked(deciding.apply_remedy(house, bench, None, step("address_to_block", "Home Address"), Silence())) == {}


NAMED = "Client,Notes,ZIP+4,Home Address"
SURNAMES = ("Okafor", "Zielinska", "Ng", "Silva", "Tran", "Smith", "Lopez", "Hassan", "Petrenko", "Chen", "Brown")


@pytest.fixture
def noted(tmp_path):
    """A table whose notes say the surname in some rows, where nothing else tells that it is one."""
    path = tmp_path / "clients.csv"
    lines = [f"Ana {SURNAMES[row % 11]},{SURNAMES[row % 11] if row % 10 == 2 else 'done'} {row % 4},97214-{1000 + row},"
             f"{row}12 SW Main St" for row in range(10, 130)]
    path.write_text("\n".join([NAMED, *lines]), encoding="utf-8")
    return opening.begin(House.open(), path, Silence())


@pytest.mark.parametrize("remedy", ["first_name_last_initial", "leave_out_column", "replace_by_random_id"])
def test_a_surname_in_the_notes_still_tells_the_name_that_is_hidden(noted, remedy):
    assert deciding.preview(noted, step(remedy, "Client")).linked == ("Notes",)
    assert deciding.preview(noted, step(remedy, "Client"), step("leave_out_column", "Notes")).linked == ()


def test_a_surname_left_in_the_notes_asks_for_a_decision_after_the_name_is_hidden(noted):
    house = House.open()
    name = next(found for found in noted.report.findings if found.kind == "person_name" and found.column == "Client")
    done = deciding.apply_remedy(house, noted, name, step("leave_out_column", "Client"), Silence())
    found = linked(done)["Notes"]
    assert (found.tier, found.count, len(found.rows)) == (Tier.DECIDE, 12, 12)
    assert not any(surname in repr(found) for surname in SURNAMES)
    assert "Notes" not in linked(deciding.apply_remedy(house, done, found, step("leave_out_column", "Notes"), Silence()))


def test_four_more_digits_of_a_zip_code_are_asked_about_until_they_go(noted):
    house = House.open()
    done = deciding.apply_remedy(house, noted, None, step("address_to_block", "Home Address"), Silence())
    assert linked(done)["ZIP+4"].remedies[0] == "address_to_zip"
    assert "ZIP+4" not in linked(deciding.apply_remedy(house, done, None, step("address_to_zip", "ZIP+4"), Silence()))


def test_a_plan_that_hides_places_takes_the_four_digits_too(tmp_path):
    path = tmp_path / "cases.csv"
    lines = [f"25-{row},Theft,{row}12 SW Main St,97214-{1000 + row}" for row in range(10, 130)]
    path.write_text("\n".join(["Case Number,Offense,Victim Address,ZIP", *lines]), encoding="utf-8")
    house = House.open()
    plan = planning.whole_plan(house, opening.begin(house, path, Silence()))
    assert {part.column: part.steps[0].remedy for part in plan.parts}["ZIP"] == "address_to_zip"


@pytest.fixture
def cases(tmp_path):
    """A table whose sentences say the house that another column tells, beside a plain ZIP code."""
    path = tmp_path / "cases.csv"
    lines = [f"25-{row},Theft,Ana {SURNAMES[row % 11]},{row}12 SW Main St,9721{row % 3},Ana lives at {row}12 SW Main St; "
             f"call 503-555-{1000 + row}" for row in range(10, 130)]
    path.write_text("\n".join(["Case Number,Offense,Victim,Victim Address,ZIP,Remarks", *lines]), encoding="utf-8")
    return opening.begin(House.open(), path, Silence())


def test_a_plan_warns_of_no_column_that_it_makes_coarser_itself_and_says_what_a_zip_code_adds(cases):
    plan = planning.whole_plan(House.open(), cases)
    effect = deciding.preview(cases, *plan.steps)
    assert {part.column: part.steps[0].remedy for part in plan.parts}["Victim Address"] == "address_to_block"
    assert (effect.linked, effect.narrowing) == ((), ("ZIP",))
    assert deciding.preview(cases, step("address_to_zip", "Victim Address")).narrowing == ()


def test_a_zip_code_under_a_coded_header_is_told_beside_blocks_too(tmp_path):
    path = tmp_path / "clients.csv"
    lines = [f"Ana {SURNAMES[row % 11]},{row}12 SW Main St,9721{row % 3},503-555-{1000 + row}" for row in range(10, 130)]
    path.write_text("\n".join(["Client Name,Home Address,K07,Phone", *lines]), encoding="utf-8")
    bench = opening.begin(House.open(), path, Silence())
    assert deciding.preview(bench, step("address_to_block", "Home Address")).narrowing == ("K07",)


def test_a_zip_code_beside_blocks_is_told_and_waits_for_nobody(cases):
    done = deciding.apply_remedy(House.open(), cases, None, step("address_to_block", "Victim Address"), Silence())
    told, = (found for found in done.report.findings if found.kind == "narrowing-column")
    assert (told.column, told.tier) == ("ZIP", Tier.WARN)
