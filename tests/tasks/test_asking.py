"""The questions about people: asked before anything is sent, answered with who confirmed it, and told to the coordinator."""

import pytest

from steward.tasks import deciding, opening, reviewing, sealing, sending
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.tasks.test_contesting import contested
from tests.tasks.test_way import finding

QUIET = Silence()
WHO = "The registrar looked through the list of requests."


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Requester Name,Home Address,Home Phone\n" + "".join(
        f"{name},{place} SE Oak St,503-281-01{place}\n" for place, name in enumerate(
            ("Linda Brown", "Mary Smith", "John Jones", "Paul Miller"), start=11)))
    return path


def answered(house, bench, **answers):
    draft = bench.draft
    for kind, choice in answers.items():
        draft = deciding.decide(house, draft, finding(bench, kind), choice, WHO)
    return opening.recheck(house, bench, draft, QUIET)


def open_kinds(bench):
    return {found.kind for found in sealing.outstanding(bench) if found.room != "metadata"}


def test_a_table_about_people_waits_for_both_answers(house, people):
    assert {"safety_requests", "restricted_source"} <= open_kinds(opening.begin(house, people, QUIET))


@pytest.mark.parametrize("choice", [Choice.KEEP, Choice.NOT_PRIVATE, Choice.REMEDY, Choice.CONTEST])
def test_a_question_takes_no_other_answer_than_yes_or_no(house, people, choice):
    bench = opening.begin(house, people, QUIET)
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, finding(bench, "safety_requests"), choice, WHO)


def test_an_answer_needs_who_confirmed_it(house, people):
    bench = opening.begin(house, people, QUIET)
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, finding(bench, "safety_requests"), Choice.NO, " ")


def test_two_times_no_leaves_nothing_open(house, people):
    bench = answered(house, opening.begin(house, people, QUIET), safety_requests=Choice.NO, restricted_source=Choice.NO)
    assert not open_kinds(bench) & {"safety_requests", "restricted_source"}


def test_a_yes_opens_what_is_to_be_decided_and_a_no_takes_it_away_again(house, people):
    bench = answered(house, opening.begin(house, people, QUIET), safety_requests=Choice.YES, restricted_source=Choice.YES)
    assert {"safety_requests_on_file", "restricted_source_data"} <= open_kinds(bench)
    assert finding(bench, "restricted_source_data").tier is Tier.BLOCK
    bench = answered(house, bench, safety_requests=Choice.NO, restricted_source=Choice.NO)
    assert not {"safety_requests_on_file", "restricted_source_data"} & {found.kind for found in bench.report.findings}


def test_restricted_data_can_only_be_contested_and_what_was_done_about_requests_is_told(house, people):
    bench = answered(house, opening.begin(house, people, QUIET), safety_requests=Choice.YES, restricted_source=Choice.YES)
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, finding(bench, "restricted_source_data"), Choice.KEEP, "It is fine.")
    bench = answered(house, bench, restricted_source_data=Choice.CONTEST, safety_requests_on_file=Choice.KEEP)
    assert not open_kinds(bench) & {"restricted_source_data", "safety_requests_on_file"}


def test_the_answers_outlive_a_remedy_elsewhere_and_coming_back(house, people):
    bench = answered(house, opening.begin(house, people, QUIET), safety_requests=Choice.NO, restricted_source=Choice.YES)
    again = opening.reopen(house, bench.draft, QUIET)
    assert "restricted_source_data" in open_kinds(again)
    assert "safety_requests" not in open_kinds(again)


def test_a_changed_file_is_asked_about_anew(house, people):
    bench = answered(house, opening.begin(house, people, QUIET), safety_requests=Choice.NO, restricted_source=Choice.NO)
    people.write_text(people.read_text() + "Ann Lee,44 SE Ash St,503-281-0144\n")
    again = opening.adopt_changed_file(house, bench.draft, people, QUIET)
    assert {"safety_requests", "restricted_source"} <= open_kinds(again)


def test_the_coordinator_reads_the_answers_and_who_confirmed_them(house, people, monkeypatch):
    monkeypatch.setattr("tests.tasks.test_contesting.block_of", lambda bench: finding(bench, "restricted_source_data"))
    begin = opening.begin
    monkeypatch.setattr(opening, "begin", lambda *given: answered(house, begin(*given), safety_requests=Choice.NO,
                                                                   restricted_source=Choice.YES))
    receipt = sending.send(house, contested(house, people), QUIET)
    sealed = reviewing.evidence(house, receipt.submission).manifest
    told = {given.kind: given for given in sealed.decisions}
    assert (told["safety_requests"].choice, told["safety_requests"].reason) == (Choice.NO, WHO)
    assert (told["restricted_source"].choice, told["restricted_source"].by) == (Choice.YES, "clerk")
    assert [contest.kind for contest in sealed.tables[0].contests] == ["restricted_source_data"]
