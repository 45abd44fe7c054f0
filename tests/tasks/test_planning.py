"""The recommended plan: chosen for the table, tried, taken at one moment, undone at one press."""

import random
from dataclasses import replace

import pytest

from steward.tasks import deciding, opening, planning
from steward.tasks.plan_preview import alternatives
from steward.tasks.stable_form import stable_form
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from steward.workflow.needs import is_open

QUIET = Silence()
POLICE = "Case Number,Offense Type,Victim Name,Home Address,Latitude,Longitude,TAXLOT_ID,Victim Sex,Victim Race,SSN,Remarks"
FIRST, LAST = ("Maria", "Linda", "Robert", "James", "Susan"), ("Nguyen", "Smith", "Garcia", "Johnson", "Brown")
REMARKS = ("Report taken", "Follow-up needed", "Call 503-555-0188 after 5", "No witnesses")


def row(place, draw):
    street = draw.choice(("Main", "Oak", "Pine", "Salmon"))
    return (f"25-{10000 + place},Burglary,{draw.choice(FIRST)} {draw.choice(LAST)},{100 + place} SW {street} St,"
            f"45.5{place:05d},-122.6{place:05d},1N1E{place:05d},{draw.choice('FM')},{draw.choice(('White', 'Asian', 'Black'))},"
            f"{draw.choice((531, 541, 544))}-{draw.randint(10, 99)}-{draw.randint(1000, 9999)},"
            f"{REMARKS[2] if place == 7 else draw.choice((REMARKS[0], REMARKS[1], REMARKS[3]))}")


@pytest.fixture
def bench(house, tmp_path):
    draw = random.Random(3)
    path = tmp_path / "cases.csv"
    path.write_text("\n".join([POLICE, *(row(place, draw) for place in range(300))]) + "\n", encoding="utf-8")
    return opening.begin(house, path, QUIET)


@pytest.fixture
def plan(house, bench):
    return planning.whole_plan(house, bench)


def done(plan):
    return {part.column: [step.remedy for step in part.steps] for part in plan.parts}


def take(house, bench, plan, parts=None):
    return planning.take_plan(house, bench, plan.plan.name, plan.parts if parts is None else parts, QUIET)


def test_the_plan_of_police_cases_treats_every_column_that_tells(plan):
    assert plan.plan.name == "police_cases"
    assert done(plan) == {"Case Number": ["replace_by_random_id"], "Victim Name": ["leave_out_column"],
                          "Home Address": ["address_to_block"], "Latitude": ["round_coordinates"],
                          "Longitude": ["round_coordinates"], "TAXLOT_ID": ["leave_out_column"],
                          "Victim Sex": ["recode_rare"], "Victim Race": ["recode_rare"], "SSN": ["leave_out_column"],
                          "Remarks": done(plan)["Remarks"]}


def test_a_column_that_the_plan_would_empty_is_left_out(house, tmp_path):
    draw = random.Random(4)
    path = tmp_path / "visits.csv"
    rows = [f"{draw.choice(FIRST)} {draw.choice(LAST)},{100 + place} SE Oak St,{draw.randint(20, 60)}" for place in range(200)]
    path.write_text("\n".join(["Client Name,Home Address,Age", *rows]) + "\n", encoding="utf-8")
    found = planning.whole_plan(house, opening.begin(house, path, QUIET))
    assert found.plan.name == "people"
    address, = (part for part in found.parts if part.column == "Home Address")
    assert [step.remedy for step in address.steps] == ["leave_out_column"]


def test_what_work_is_worth_stays_and_numbers_under_no_name_go(house, tmp_path):
    draw = random.Random(4)
    path = tmp_path / "permits.csv"
    rows = [f"24-{10000 + place},{draw.choice(FIRST)} {draw.choice(LAST)},{100 + place} SE Oak St,"
            f"{draw.choice(('Deck', 'Reroof'))},{draw.randint(1000, 90_000)},{draw.randint(1000, 90_000)}"
            for place in range(200)]
    path.write_text("\n".join(["Permit Number,Applicant,Site Address,Work,Value,Value2", *rows]) + "\n", encoding="utf-8")
    found = done(planning.whole_plan(house, opening.begin(house, path, QUIET)))
    assert "Value" not in found
    assert found["Value2"] == ["leave_out_column"]


def test_columns_that_still_tell_the_place_are_covered_though_nothing_was_found_in_them(plan, bench):
    found = {finding.column for finding in bench.report.findings if finding.room == "privacy"}
    linked = {part.column for part in plan.parts if part.kinds == {"linked-column"}}
    assert linked
    assert linked.isdisjoint(found)


def test_taking_it_leaves_nothing_of_it_open_and_one_press_brings_everything_back(house, bench, plan):
    taken = take(house, bench, plan)
    assert [found.kind for found in taken.report.findings if found.room == "privacy" and is_open(taken.draft, found)] == []
    assert all(given.choice is Choice.REMEDY and given.step for given in taken.draft.decisions)
    undone = deciding.undo(house, taken, QUIET)
    assert (undone.draft.recipe.steps, undone.draft.decisions) == ((), ())
    assert undone.candidate.names == bench.candidate.names
    again = deciding.redo(house, undone, QUIET)
    assert again.candidate.names == taken.candidate.names
    assert set(again.draft.decisions) == set(taken.draft.decisions)


def test_a_part_that_is_left_out_stays_for_the_person_to_decide(house, bench, plan):
    parts = [part for part in plan.parts if part.column != "Victim Name"]
    taken = take(house, bench, plan, parts)
    assert "Victim Name" in taken.candidate.names
    assert any(found.column == "Victim Name" and is_open(taken.draft, found) for found in taken.report.findings)


def test_what_a_person_answered_before_is_not_touched(house, bench):
    finding = next(found for found in bench.report.findings if found.column == "Victim Sex")
    draft = deciding.decide(house, bench.draft, finding, Choice.KEEP, "wanted by the council")
    assert "Victim Sex" not in done(planning.first_plan(house, bench.report, draft))


def test_nobody_stands_nearly_alone_after_it(house, tmp_path):
    draw = random.Random(5)
    rows = [f"{draw.randint(18, 90)},{draw.choice('FM')},{draw.choice(('97201', '97202', '97203'))},{draw.choice('ABC')}"
            for _place in range(400)]
    path = tmp_path / "participants.csv"
    path.write_text("\n".join(["Participant Age,Gender,ZIP Code,Class", *rows]), encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    plan = planning.whole_plan(house, bench)
    effect = deciding.preview(bench, *plan.steps)
    assert effect.groups.small == 0
    assert effect.groups.k == 0 or effect.groups.k >= house.settings.small_group
    assert effect.rows_left_out <= 0.05 * 400


def test_a_step_that_does_not_fit_the_cells_becomes_leave_out(house, tmp_path):
    path = tmp_path / "tenants.csv"
    lines = [f"{FIRST[place % 5]} {LAST[place // 8]},{760000 + place}.5,{68000 + place}.25" for place in range(40)]
    path.write_text("\n".join(["Tenant Name,Home Longitude,Home Latitude", *lines]), encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    verdicts = tuple(replace(one, harmful=tuple(replace(harm, kind="precise_geo") for harm in verdict.harmful))
                     for one, verdict in zip(bench.report.privacy.columns, bench.report.privacy.columns[:1] * 3, strict=True))
    told = replace(bench, report=replace(bench.report, privacy=replace(bench.report.privacy, columns=verdicts)))
    assert done(planning.whole_plan(house, told))["Home Longitude"] == ["leave_out_column"]


def test_cells_tell_the_kind_of_table_where_headers_tell_nothing_and_doubt_is_said(house, tmp_path, bench, plan):
    lines = [",".join(cells) for cells in zip(*(column.values.to_pylist() for column in bench.original.columns), strict=True)]
    path = tmp_path / "coded.csv"
    path.write_text("\n".join([",".join(f"COL{n:02d}" for n in range(1, 12)), *lines]), encoding="utf-8")
    coded = planning.first_plan(house, opening.begin(house, path, QUIET).report)
    assert (coded.plan.name, coded.doubt, plan.doubt) == ("police_cases", None, None)
    path = tmp_path / "members.csv"
    path.write_text("\n".join(["Member Name,Birth Date", *(f"{one} Nguyen,1980-02-1{n}" for n, one in enumerate(FIRST))]),
                    encoding="utf-8")
    assert "not sure what kind" in str(planning.first_plan(house, opening.begin(house, path, QUIET).report).doubt)


def test_where_no_column_may_be_public_the_plan_leaves_the_last_one_to_the_person(house, tmp_path):
    path = tmp_path / "staff.csv"
    lines = [f"{FIRST[n % 5]} {LAST[n // 8]},531-{10 + n}-{1000 + 7 * n}" for n in range(40)]
    path.write_text("\n".join(["Name,SSN", *lines]), encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    taken = take(house, bench, planning.whole_plan(house, bench))
    assert taken.candidate.names == ("SSN",)
    assert [found.kind for found in taken.report.findings if found.tier is Tier.BLOCK and found.room == "privacy"] == ["ssn"]


def test_a_table_that_tells_of_nobody_needs_no_plan(house, tmp_path):
    path = tmp_path / "hydrants.csv"
    rows = [f"H{number},2001-01-0{number},6" for number in range(1, 9)]
    path.write_text("\n".join(["Hydrant ID,Install Date,Diameter", *rows]), encoding="utf-8")
    assert planning.whole_plan(house, opening.begin(house, path, QUIET)) is None


def test_a_plan_may_be_asked_for_by_name_and_an_unknown_one_is_refused(house, bench):
    assert planning.first_plan(house, bench.report, name="payroll").plan.name == "payroll"
    with pytest.raises(Refused) as refused:
        planning.first_plan(house, bench.report, name="nothing")
    assert "police_cases" in str(refused.value.words.next_step)


def test_the_stable_form_tells_the_plan_without_a_cell(house, bench):
    told = stable_form(bench.report, "1", {}, plan=planning.plan_of(house, bench.report))["plan"]
    assert (told["name"], told["is_whole"]) == ("police_cases", True)
    assert {part["column"] for part in told["parts"]} <= set(bench.candidate.names) | {None}
    cells = {cell for column in bench.candidate.columns for cell in column.values.to_pylist() if len(cell) > 5}
    assert not any(cell in str(told) for cell in cells)


def test_what_blocks_is_gone_after_the_plan(house, bench, plan):
    taken = take(house, bench, plan)
    assert "ssn" in {found.kind for found in bench.report.findings if found.tier is Tier.BLOCK}
    assert not [found.kind for found in taken.report.findings if found.tier is Tier.BLOCK and found.room == "privacy"]


def test_a_mailbox_of_nobody_said_beside_names_goes_with_them_unless_the_plan_keeps_it(house, tmp_path):
    names = [(FIRST[number % 5], LAST[number // 8], number) for number in range(40)]
    lines = [f"{one} {two},B-{number},{number} SW Oak St,{one.lower()}{number}@gmail.com,Roof" for one, two, number in names]
    path = tmp_path / "permits.csv"
    path.write_text("\n".join(["Homeowner,Permit Number,Site Address,Email,Work Class", *lines]), encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    plan = done(planning.whole_plan(house, bench))
    assert (plan["Homeowner"], plan["Email"]) == (["leave_out_column"], ["leave_out_column"])
    assert plan["Permit Number"] == []
    kept = next(part for part in planning.whole_plan(house, bench).parts if part.column == "Permit Number")
    assert [other.steps[0].remedy for other in alternatives(bench, kept)] == ["replace_by_random_id", "leave_out_column"]
    taken = take(house, bench, planning.whole_plan(house, bench))
    asked, = (found for found in taken.report.findings if (found.kind, found.column) == ("linked-column", "Permit Number"))
    answer, = (given for given in taken.draft.decisions if given.key == asked.key)
    assert (answer.choice, answer.reason) == (Choice.KEEP, kept.why)
    assert not is_open(taken.draft, asked)


def test_the_plan_takes_the_place_out_of_sensitive_incidents_and_keeps_the_incident(house, tmp_path):
    lines = [f"25-{1000 + n},{'Rape' if n % 10 == 0 else 'Theft'},{n}00 block of SE Oak St,45.5{n}123" for n in range(1, 60)]
    path = tmp_path / "cases.csv"
    path.write_text("\n".join(["Case Number,Offense Type,Address,Latitude", *lines]), encoding="utf-8")
    bench = opening.begin(house, path, QUIET)
    plan = planning.whole_plan(house, bench)
    assert done(plan)["Offense Type"] == ["hide_place_of_rows"]
    taken = take(house, bench, plan)
    addresses = taken.candidate.column("Address").values.to_pylist()
    offenses = taken.candidate.column("Offense Type").values.to_pylist()
    assert [offense for address, offense in zip(addresses, offenses, strict=True) if not address] == ["Rape"] * 5
    assert "sensitive-incident" not in {found.kind for found in taken.report.findings}


def test_houses_of_requests_beside_names_are_told_by_the_block_beside_license_plates_too(house, tmp_path):
    draw, path = random.Random(4), tmp_path / "requests.csv"
    lines = [f"{5000 + n},{draw.choice(FIRST)} {draw.choice(LAST)},{100 + n} SE Oak St,{draw.randint(100, 999)} KJT,Open"
             for n in range(80)]
    path.write_text("\n".join(["Ticket,Requester,Location,License Plate,Status", *lines]), encoding="utf-8")
    plan = planning.whole_plan(house, opening.begin(house, path, QUIET))
    assert done(plan)["Location"] == ["address_to_block"]


def test_houses_under_no_name_beside_names_of_people_are_left_out(house, tmp_path):
    lines = [f"{FIRST[n % 5]} {LAST[n // 8]},B-{n},{100 + n} SW Oak St,Roof,12.5" for n in range(40)]
    path = tmp_path / "permits.csv"
    path.write_text("\n".join(["Homeowner,Permit Number,Column4,Work Class,Valuation", *lines]), encoding="utf-8")
    plan = planning.whole_plan(house, opening.begin(house, path, QUIET))
    assert done(plan)["Column4"] in (["leave_out_column"], ["address_to_block"])


def test_beside_the_name_of_a_person_an_inspection_keeps_no_telephone_that_may_be_theirs(house, tmp_path):
    draw, path = random.Random(4), tmp_path / "inspections.csv"
    lines = [f"{7000 + place},{draw.choice(LAST)} Bakery LLC,{100 + place} SE Oak St,2026-01-{1 + place % 28:02d},"
             f"{draw.choice(('Pass', 'Fail'))},Handwashing,{draw.choice(FIRST)} {draw.choice(LAST)},"
             f"503-{draw.randint(222, 888)}-{draw.randint(1000, 9999)}" for place in range(200)]
    header = "Inspection ID,Facility,Facility Address,Inspection Date,Result,Deficiency,Person in Charge,Contact Phone"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    plan = planning.whole_plan(house, opening.begin(house, path, QUIET))
    assert plan.plan.name == "inspections"
    assert done(plan) == {"Person in Charge": ["leave_out_column"], "Contact Phone": ["leave_out_column"]}
