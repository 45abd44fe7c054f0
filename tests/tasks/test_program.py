"""Practice and a program's queue, kept apart."""

from dataclasses import replace
from pathlib import Path

import pytest

from steward.tasks import program, reviewing
from steward.tasks.house import House, RoleMissing
from steward.tasks.sending import send
from steward.vocabulary.errors import StewardError
from steward.vocabulary.people import Role
from steward.vocabulary.progress import Silence
from steward.workflow.submission import EventType, SubmissionState
from tests.tasks.test_way import ready


def test_a_fresh_workstation_is_in_practice(house, tmp_path):
    found = program.program(house)
    assert (found.is_practice, found.queue.is_practice) == (True, True)
    assert (tmp_path / "home/queue/queue.json").is_file()


def test_a_new_program_is_founded_in_an_empty_folder_and_joined(house, tmp_path):
    joined = program.found_program(house, tmp_path / "share", "Open Data Program", tmp_path / "portal")
    assert not joined.is_practice
    assert program.program(joined).name == "Open Data Program"
    assert not program.program(joined).queue.is_practice


def test_a_second_workstation_joins_the_queue_that_is_there(house, tmp_path, clock):
    program.found_program(house, tmp_path / "share", "Open Data Program")
    with House.open(tmp_path / "other home", clock) as other:
        assert program.join_program(other, tmp_path / "share").settings.program == "Open Data Program"


def test_a_folder_that_is_no_queue_is_not_joined_and_settings_stay(house, tmp_path):
    (tmp_path / "anything").mkdir()
    with pytest.raises(StewardError):
        program.join_program(house, tmp_path / "anything")
    assert House.open(house.places.data).is_practice


def test_another_programs_queue_is_not_written_over(house, tmp_path):
    program.found_program(house, tmp_path / "share", "Open Data Program")
    with pytest.raises(StewardError):
        program.found_program(house, tmp_path / "share", "Another Program")


def test_the_practice_queue_of_this_computer_is_no_program(house):
    program.program(house)
    with pytest.raises(StewardError):
        program.program(replace_settings(house, queue_folder=str(house.places.practice_queue)))


def test_a_practice_queue_is_not_joined_as_a_program(house, tmp_path):
    program.program(house)
    with pytest.raises(StewardError, match="practice queue"):
        program.join_program(house, house.places.practice_queue)
    assert House.open(house.places.data).is_practice


def test_leaving_a_program_goes_back_to_practice(house, tmp_path):
    joined = program.found_program(house, tmp_path / "share", "Open Data Program")
    assert program.leave_program(joined).is_practice


def test_settings_survive_the_end_of_the_program(house, tmp_path):
    program.found_program(house, tmp_path / "share", "Open Data Program", tmp_path / "portal")
    again = House.open(house.places.data)
    assert program.portal_folder(again) == tmp_path / "portal"


def test_each_says_in_words_where_things_go(house, tmp_path):
    assert "Practice" in str(program.program_note(house))
    joined = program.found_program(house, tmp_path / "share", "Open Data Program")
    assert str(program.program_note(joined)) == "You work with the queue of Open Data Program."


def test_one_queue_serves_the_whole_run(house):
    assert program.program(house) is program.program(house.acted_by("another", "Another Person"))


def replace_settings(house: House, **changes: object) -> House:
    return House(places=house.places, settings=replace(house.settings, **changes), clock=house.clock)


def test_the_folder_of_tables_goes_when_the_house_is_closed(tmp_path, clock):
    with House.open(tmp_path / "home", clock) as opened:
        folder: Path = opened.workspace
        assert folder.is_dir()
    assert not folder.exists()


def test_a_draft_that_the_program_holds_is_not_sent_for_practice(house, table):
    bench = ready(house, table)
    joined = program.found_program(house, table.parent / "share", "Open Data Program")
    sent = send(joined, bench, Silence())
    again = program.leave_program(joined)
    with pytest.raises(StewardError, match="practice stays apart"):
        send(again, replace(bench, draft=sent.draft), Silence())
    assert send(joined, replace(bench, draft=sent.draft), Silence()).submission == sent.submission


def test_a_draft_that_was_sent_for_practice_goes_to_the_program_under_a_new_number(house, table):
    bench = ready(house, table)
    practiced = send(house, bench, Silence())
    joined = program.found_program(house, table.parent / "share", "Open Data Program")
    sent = send(joined, replace(bench, draft=practiced.draft), Silence())
    assert sent.submission != practiced.submission
    assert not sent.draft.practice


def test_in_a_program_only_a_named_coordinator_decides(house, tmp_path):
    joined = program.found_program(house, tmp_path / "share", "Open Data Program")
    assert reviewing.why_not(joined, SubmissionState(id="PBOT-7F3K2Q"), EventType.CLAIMED) is not None
    with pytest.raises(RoleMissing):
        joined.acting_as(Role.COORDINATOR)
    named = replace_settings(joined, roles=(Role.STEWARD, Role.COORDINATOR))
    assert named.acting_as(Role.COORDINATOR).role is Role.COORDINATOR


def test_in_practice_one_person_plays_every_part(house):
    assert house.acting_as(Role.COORDINATOR).role is Role.COORDINATOR
