"""Which plan fits a table, and what it does to one column."""

import pytest

from steward.privacy.linked import class_of, is_unnamed
from steward.privacy.plan import LEAVE_OUT, Plan, Treatment, filled_in, treat
from steward.privacy.plan_choice import Signs, choose
from steward.privacy.verdict import ColumnVerdict, Verdict
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier


def plan(name="one", **more):
    return Plan(name=name, title=name, explain="", source="", **{"order": 1, **more})


def verdict(kind, share=1.0, tier=Tier.DECIDE):
    return Verdict(kind=kind, tier=tier, rows=Positions((2,)), share=share, reason=say("Because."), sure=0.9)


def column(*verdicts):
    return ColumnVerdict(column="c", harmful=verdicts)


def treatment(remedy, *kinds, **more):
    return Treatment(kinds=frozenset(kinds), steps=(Step(remedy=remedy),) if remedy else (), **more)


def chosen(plans, about, *headers, **more):
    return choose(plans, about, [Signs(words=header, **more) for header in headers])


def test_the_plan_with_most_phrases_in_the_headers_is_chosen():
    police = plan("police", words=(("case", "number"), ("offense",)), least=1)
    permits = plan("permits", words=(("permit",),), least=1)
    found = chosen([police, permits], "incident", ("case", "number"), ("permit",), ("offense", "type"))
    assert (found.plan, found.is_sure) == (police, True)


def test_a_plan_needs_its_least_phrases_and_the_right_rows():
    strict = plan(words=(("offense",), ("beat",)), least=2, about=frozenset(("incident",)))
    assert chosen([strict], "incident", ("offense",)) is None
    assert chosen([strict], "animal", ("offense",), ("beat",)) is None
    assert chosen([strict], "incident", ("offense",), ("beat",)).plan is strict


def test_a_header_speaks_once_however_many_phrases_it_holds():
    police = plan(words=(("case",), ("case", "number"), ("offense",)), least=2)
    assert chosen([police], "person", ("case", "number"), ("complainant",)) is None
    assert chosen([police], "person", ("case", "number"), ("offense",)).plan is police


def test_cells_speak_where_a_header_says_nothing_and_never_against_one_that_does():
    police = plan("police", words=(("offense",),), least=2)
    permits = plan("permits", words=(("permit",), ("applicant",)), least=2)
    assert chosen([police, permits], "person", ("col", "2"), told={"police": 0.9}).plan is police
    assert chosen([police, permits], "person", ("col", "2"), told={"police": 0.3}) is None
    assert chosen([police, permits], "person", ("permit",), ("applicant",), told={"police": 0.9}).plan is permits


def test_verdicts_speak_where_headers_say_nothing():
    payroll = plan("payroll", words=(("salary",),), verdicts=frozenset(("income",)), least=1)
    assert chosen([payroll], "person", ("col", "2"), kinds=frozenset(("income",))).plan is payroll


def test_of_plans_that_fit_alike_the_first_in_order_is_chosen_and_nobody_is_sure():
    late, early = plan("late", order=2, words=(("case",),)), plan("early", order=1, words=(("case",),))
    found = chosen([late, early], "person", ("case",))
    assert (found.plan, found.is_sure, found.others) == (early, False, (late,))
    assert not chosen([plan()], "person").is_sure


def test_the_first_treatment_that_answers_is_taken():
    one = plan(treatments=(treatment("scrub_text", "email", scope="cells"), treatment(LEAVE_OUT, "email")))
    assert [step.remedy for step in treat(one, column(verdict("email", 0.01)), "string")] == ["scrub_text"]
    assert [step.remedy for step in treat(one, column(verdict("email", 0.8)), "string")] == [LEAVE_OUT]


def test_where_one_kind_leaves_the_column_out_nothing_else_is_done_to_it():
    one = plan(treatments=(treatment("scrub_text", "phone"), treatment(LEAVE_OUT, "ssn")))
    steps = treat(one, column(verdict("phone"), verdict("ssn")), "string")
    assert steps == (Step(remedy=LEAVE_OUT, column="c"),)


def test_types_are_held_against_the_column():
    one = plan(treatments=(treatment("age_bands", "age", types=frozenset(("integer",))),))
    assert treat(one, column(verdict("age")), "string") == ()
    assert treat(one, column(verdict("age")), "integer") == (Step(remedy="age_bands", column="c"),)


def test_what_blocks_is_left_out_even_where_the_plan_says_nothing_of_it():
    assert treat(plan(), column(verdict("ssn", tier=Tier.BLOCK)), "string") == (Step(remedy=LEAVE_OUT, column="c"),)
    assert treat(plan(), column(verdict("gender")), "string") == ()


def test_an_empty_list_leaves_it_to_the_person():
    one = plan(treatments=(treatment("", "income"), treatment(LEAVE_OUT, "income")))
    assert treat(one, column(verdict("income")), "number") == ()


def test_what_the_plan_could_not_know_is_filled_in():
    step = Step(remedy="recode_rare", column="c", parameters={"fewest": "@threshold", "other": 3})
    assert filled_in(step, {"@threshold": 11}).parameters == {"fewest": 11, "other": 3}


@pytest.mark.parametrize(("name", "kind"), [
    ("Latitude", "coordinates"), ("X_LON", "coordinates"), ("TAXLOT_ID", "parcel"), ("Site Address", "address"),
    ("Case Number", "case"), ("permit_no", "case"), ("Latitude of opinion", "coordinates"), ("Platform", ""), ("Amount", ""),
    ("R Number", "parcel"), ("PROPERTY_ID", "parcel"), ("Tax Lot", "parcel"), ("State ID", "parcel"),
    ("Map & Tax Lot", "parcel"), ("PropertyID", "parcel"), ("Error Number", ""), ("Tax", ""), ("Lot size", ""),
    ("Tax rate", ""), ("State", ""), ("TLID", "parcel"), ("StateIdKey", "parcel"), ("Y_COORD_WGS", "coordinates")])
def test_a_header_tells_in_which_way_it_may_lead_to_a_place(name, kind):
    assert class_of(name) == kind


@pytest.mark.parametrize("label", [None, "", "Column7", "F12", "Field_3", "unnamed: 4", "x", "VAR2a", "12"])
def test_a_header_that_tells_nothing_is_no_name(label):
    assert is_unnamed(label)


@pytest.mark.parametrize("label", ["Fee", "Values paid", "X coordinate", "Text of the law", "Q3 total", "Age"])
def test_a_header_that_tells_something_is_one(label):
    assert not is_unnamed(label)
