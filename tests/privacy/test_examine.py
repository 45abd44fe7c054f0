"""Whole tables: what is found, what stays quiet, and what is said about it."""

import csv
import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steward.privacy.examine import examine
from steward.table.inference import profile_table
from steward.table.sheet import Quarantined
from steward.vocabulary.message import to_json
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of
from tests.privacy import makers as m
from tests.privacy.tables import make_profile


def look(columns, knowledge, **more):
    return examine(make_profile(columns, **more), knowledge, Silence())


def kinds(report, column):
    return {harm.kind for verdict in report.columns if verdict.column == column for harm in verdict.harmful}


def drawn(maker, count=120, seed=3):
    draw = random.Random(seed)
    return [maker(draw) for _ in range(count)]


def test_there_is_one_verdict_for_each_column_in_order(knowledge):
    report = look({"b": ["1"], "a": ["x"], "c": [""]}, knowledge)
    assert [verdict.column for verdict in report.columns] == ["b", "a", "c"]


def test_a_table_without_rows_is_quiet(knowledge):
    report = look({"SSN": [], "Email": []}, knowledge)
    assert report.findings == ()
    assert report.disclosure is None


@pytest.mark.parametrize("header", ["Reference", "field_7", "", "Comments", "Group", "Type", "Status"])
@pytest.mark.parametrize(("kind", "maker"), [
    ("ssn", m.ssn), ("email", m.email), ("phone", m.phone), ("credit_card", m.card), ("credit_card", m.bare_card)])
def test_a_header_without_meaning_or_a_wrong_one_does_not_hide_what_proves_itself(knowledge, header, kind, maker):
    assert kinds(look({header or "Column 1": drawn(maker), "n": ["1"] * 120}, knowledge), header or "Column 1") == {kind}


@pytest.mark.parametrize(("header", "maker"), [
    ("Parcel No", m.parcel), ("TAXLOT", m.dashed(3, 2, 4)), ("PermitNum", m.phone_like), ("Account", m.nine_digits),
    ("Serial", m.sixteen_digits), ("SSN", m.one_of("on file", "missing")), ("Phone", m.one_of("yes", "no")),
    ("Inspector", m.full_name), ("Contractor", m.trade), ("Restaurant", m.shop), ("Dog Name", m.first_name)])
def test_what_only_looks_alike_stays_quiet(knowledge, header, maker):
    assert kinds(look({header: drawn(maker), "Permit Type": drawn(m.one_of("Sign", "Demolition"))}, knowledge), header) == set()


@pytest.mark.parametrize(("kind", "cell"), [
    ("ssn", "left her card 517-44-8362 at the desk"), ("email", "write to maria.q@example.org"),
    ("phone", "call 503-555-0123 again"),
    ("credit_card", "paid with 4111 1111 1111 1111"), ("credential", "lockbox code: 4471#"), ("ssn", "ssn 517448362")])
@pytest.mark.parametrize("place", [0, 4_321, 4_999])
def test_one_cell_among_thousands_is_found_in_its_row(knowledge, kind, cell, place):
    notes = ["no access to the gate"] * 5_000
    notes[place] = cell
    report = look({"notes": notes, "n": ["1"] * 5_000}, knowledge)
    found = next(finding for finding in report.findings if finding.kind == kind)
    assert list(found.rows) == [place + 2]
    assert found.remedies[0] == "leave_out_rows"


@pytest.mark.parametrize("cell", ["517448362", "97201-1234", "2019-10-12", "call 4111 1111 1111 1112",
                                  "the password was changed", "5 @ 3.50"])
def test_one_cell_without_its_signs_is_not_enough(knowledge, cell):
    notes = ["no access to the gate"] * 500
    notes[77] = cell
    assert look({"notes": notes}, knowledge).findings == ()


@pytest.mark.parametrize("change", [
    lambda text: "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in text),
    "\u200b".join, lambda text: text.replace("-", "\u2013"), lambda text: f"\u202e{text}\u202c"])
def test_odd_digits_and_invisible_signs_hide_nothing(knowledge, change):
    report = look({"x": [change(cell) for cell in drawn(m.ssn)], "y": ["a"] * 119 + [change("517-44-8362")]}, knowledge)
    assert kinds(report, "x") == {"ssn"}
    assert kinds(report, "y") == {"ssn"}


def test_a_telephone_number_inside_sentences_is_answered_by_taking_it_out_of_them(knowledge):
    notes = ["Please call me back at 503-555-0142 after five", "The lamp at the corner is out again", "Nobody was there today"]
    report = look({"Notes": notes * 40}, knowledge)
    found = [one for one in report.findings if one.kind == "phone"]
    assert [one.remedies[0] for one in found] == ["scrub_text"]
    assert "last four" not in str(found[0].words.next_step)


def test_a_cell_of_a_megabyte_hides_nothing_that_stands_in_it(knowledge):
    cell = "((( " * 100_000 + "517-44-8362 " + "1 2 3 " * 100_000
    assert "ssn" in kinds(look({"notes": ["ok"] * 50 + [cell]}, knowledge), "notes")


def test_demographics_of_counts_and_of_animals_are_not_about_people(knowledge):
    counts = {"Race": drawn(m.one_of("White", "Asian")), "Total arrests": drawn(m.number(1, 90)),
              "Percent": drawn(m.amount(0, 99))}
    animals = {"Animal Name": drawn(m.first_name), "Breed": drawn(m.one_of("Husky", "Poodle")),
               "Sex": drawn(m.one_of("M", "F"))}
    assert look(counts, knowledge).about == "count"
    assert look(animals, knowledge).about == "animal"
    assert look(counts, knowledge).findings == look(animals, knowledge).findings == ()


def test_coordinates_count_where_rows_are_incidents_and_not_where_they_are_hydrants(knowledge):
    places = {"Latitude": drawn(m.latitude), "Longitude": drawn(m.longitude)}
    hydrants = look({"HydrantID": drawn(m.code("H")), "Manufacturer": drawn(m.one_of("Clow")), **places}, knowledge)
    calls = look({"Patient": drawn(m.full_name), "Offense": drawn(m.one_of("Assault")), **places}, knowledge)
    assert kinds(hydrants, "Latitude") == set()
    assert hydrants.columns[2].benign == ("facility_geo",)
    assert kinds(calls, "Latitude") == {"precise_geo"}


def test_places_given_as_blocks_are_generalized_already(knowledge):
    report = look({"Offense": drawn(m.one_of("Theft")), "Address": drawn(m.block), "Latitude": drawn(m.latitude)}, knowledge)
    assert report.findings == ()


def test_the_phone_of_a_business_is_public_and_its_owner_s_at_home_is_not(knowledge):
    report = look({"Business Name": drawn(m.shop), "Phone": drawn(m.phone), "Owner Home Phone": drawn(m.phone, seed=4)},
                  knowledge)
    assert kinds(report, "Phone") == set()
    assert report.columns[1].benign == ("business_contact",)
    assert kinds(report, "Owner Home Phone") == {"phone"}


def test_dates_under_no_header_are_birth_dates_where_they_spread_over_a_life(knowledge):
    report = look({"name": drawn(m.full_name), "d1": drawn(m.birth_date), "d2": drawn(m.recent_date)}, knowledge)
    assert kinds(report, "d1") == {"date_of_birth"}
    assert kinds(report, "d2") == set()


def test_records_that_fit_no_table_are_examined_too(knowledge):
    sheet = sheet_of({"a": ["1"], "b": ["2"]}, quarantine=[Quarantined(row=9, line=9, cells=3, text="x,517-44-8362,y")])
    report = examine(profile_table(sheet, Silence()), knowledge, Silence())
    assert [(finding.kind, finding.tier, list(finding.rows)) for finding in report.findings] == [("ssn", Tier.BLOCK, [9])]


def test_a_finding_tells_why_where_and_what_to_do(knowledge):
    finding = look({"Contact Phone": drawn(m.phone), "Client": drawn(m.full_name)}, knowledge).findings[0]
    assert str(finding.words.what) == "Column Contact Phone seems to hold telephone numbers."
    assert str(finding.words.where) == (
        "Column Contact Phone, 120 rows, first in row 2. We think so because the header says so and 100% of the filled cells "
        "look like telephone numbers. We are 99% sure. We would think otherwise if the header named an office, a business or a "
        "thing.")
    assert str(finding.words.next_step).endswith("If it is not what it looks like, or must be public, say why.")
    assert finding.basis == "privacy-phone"
    assert finding.remedies[:2] == ("leave_out_column", "mask_all_but_last_four")


def test_a_block_does_not_invite_an_answer_that_the_rules_refuse(knowledge):
    finding = look({"Notes": ["none"] * 30 + ["SSN 517-44-8362"]}, knowledge).findings[0]
    assert finding.tier is Tier.BLOCK
    assert str(finding.words.next_step).endswith("ask the open data program to let it pass.")


def test_disclosure_counts_groups_of_people_only(knowledge):
    people = {"Name": drawn(m.full_name), "Gender": ["Female"] * 119 + ["Male"], "Age": ["34"] * 120}
    report = look(people, knowledge)
    assert report.disclosure.quasi_identifiers == ("Gender", "Age")
    assert (report.disclosure.smallest_group, report.disclosure.unique_rows, report.disclosure.rows_in_small_groups) == (1, 1,
                                                                      1)
    assert look({"HydrantID": drawn(m.code("H")), "Age": drawn(m.number(1, 90))}, knowledge).disclosure is None


def test_progress_is_told_and_a_stop_is_obeyed(knowledge):
    class Stop(Exception):
        pass

    class Stopping:
        def report(self, fraction, message):
            raise Stop

    with pytest.raises(Stop):
        examine(make_profile({"a": ["1"], "b": ["2"]}), knowledge, Stopping())


def everything_said(report):
    for finding in report.findings:
        yield from (repr(finding), str(finding.words.what), str(finding.words.where), str(finding.words.next_step))
        yield from (str(to_json(finding.words.what)), str(finding.key), finding.basis)
    for verdict in report.columns:
        yield from (repr(verdict), *(str(harm.reason) for harm in verdict.harmful))
    yield repr(report.disclosure)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), min_size=1, max_size=12), st.sampled_from([
    "SSN", "notes", "Name", "Email", "x", "Home Address", "Password", "DOB"]))
def test_nothing_that_is_said_holds_a_cell(knowledge, texts, header):
    marked = [f"{text} zqmark{place}@example.org 517-44-8362 zqmark{place}" for place, text in enumerate(texts)]
    report = look({header: marked, "plain": [f"zqmark{place}" for place in range(len(marked))]}, knowledge)
    assert report.findings
    assert not [said for said in everything_said(report) if "zqmark" in said or "517-44" in said]


@pytest.mark.parametrize("name", ["BOEC-April2018-Filtered-In.csv", "Fire response time 2019.csv",
                                  "BDS - Permits issued Sample.csv"])
def test_what_the_city_published_stays_quiet(knowledge, shared, name):
    with (shared / "data" / "portland-pilot" / name).open(encoding="utf-8-sig", newline="") as stream:
        header, *records = csv.reader(stream)
    columns = {f"{label} {place}": [record[place] for record in records] for place, label in enumerate(header)}
    report = look(columns, knowledge)
    assert [finding.kind for finding in report.findings] == []
    assert np.all([not verdict.harmful for verdict in report.columns])


@pytest.mark.parametrize(("columns", "said"), [
    ({"F1": (m.ssn, 120)}, "if a header named what these are"),
    ({"Applicant Phone": (m.phone, 120)}, "if the header named an office")])
def test_a_finding_tells_how_sure_we_are_and_what_would_change_our_mind(knowledge, columns, said):
    report = look({header: drawn(maker, count) for header, (maker, count) in columns.items()}, knowledge)
    reason = str(report.columns[0].harmful[0].reason)
    assert "% sure." in reason
    assert said in reason


def test_sentences_come_with_the_word_that_a_bare_name_may_be_missed(knowledge):
    report = look({"notes": ["spoke with Maria Garcia about the fence"] * 40}, knowledge)
    assert "may be missed" in str(report.columns[0].harmful[0].reason)


@pytest.mark.parametrize(("header", "maker"), [
    ("Payer", m.one_of("OHP", "Kaiser", "Self")), ("owner_department", m.one_of("Parks", "Water", "Transportation")),
    ("Outreach worker", m.few(m.full_name, 9)),
    ("gateway_mac", lambda draw: ":".join(f"{draw.randint(0, 255):02x}" for _ in range(6))),
    ("Technician cell", m.few(m.phone, 8))])
def test_staff_choices_and_machines_in_a_table_about_people_stay_quiet(knowledge, header, maker):
    columns = {"Client": drawn(m.full_name), "Date of birth": drawn(m.birth_date), header: drawn(maker)}
    assert kinds(look(columns, knowledge), header) == set()


def test_a_header_that_names_what_no_cell_holds_hides_nothing_else(knowledge):
    report = look({"Email": drawn(m.full_name), "Date of birth": drawn(m.birth_date)}, knowledge)
    assert kinds(report, "Email") == {"person_name"}


def test_counts_under_plural_headers_make_a_table_of_counts(knowledge):
    report = look({"Race": drawn(m.one_of("White", "Asian")), "Sex": drawn(m.one_of("M", "F")),
                   "Arrests": drawn(m.number(0, 90)), "Citations": drawn(m.number(0, 90))}, knowledge)
    assert report.about == "count"
    assert report.findings == ()
