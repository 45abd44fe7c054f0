"""The tasks one after the other, as the window calls them."""

import json
from dataclasses import replace

import pytest

from steward.tasks import deciding, describing, drafting, opening, publishing, reviewing, sealing, sending
from steward.tasks.home import home
from steward.vocabulary.decision import Choice
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier
from steward.workflow.submission import EventType, State
from tests.tasks.whole_way import decided, described

QUIET = Silence()


def begun(house, table):
    return opening.begin(house, table, QUIET)


def finding(bench, kind):
    return next(found for found in bench.report.findings if found.kind == kind)


def ready(house, table):
    """Return a workbench on which nothing stands open."""
    bench = begun(house, table)
    for kind, column in (("person_name", "Requester Name"), ("phone", "Home Phone")):
        step = Step(remedy="leave_out_column", column=column, reason="not needed")
        bench = deciding.apply_remedy(house, bench, finding(bench, kind), step, QUIET)
    return decided(house, described(house, bench))


def test_a_new_draft_is_saved_at_once_with_its_file_and_sheet(house, table):
    bench = begun(house, table)
    assert drafting.load(house, bench.draft.id).source.sha256 == bench.original.provenance.sha256


def test_a_draft_resumes_with_every_decision_after_the_program_ended(house, table):
    bench = begun(house, table)
    name = finding(bench, "person_name")
    drafting.save(house, deciding.decide(house, bench.draft, name, Choice.KEEP, "names of council members"))
    again = opening.reopen(house, drafting.load(house, bench.draft.id), QUIET)
    assert [given.reason for given in again.draft.decisions] == ["names of council members"]
    assert name.key not in {found.key for found in sealing.outstanding(again)}


def test_a_resumed_draft_replays_its_remedies(house, table):
    bench = begun(house, table)
    step = Step(remedy="leave_out_column", column="Home Phone", reason="private")
    drafting.save(house, deciding.apply_remedy(house, bench, finding(bench, "phone"), step, QUIET).draft)
    again = opening.reopen(house, drafting.load(house, bench.draft.id), QUIET)
    assert "Home Phone" not in again.candidate.names
    assert "Home Phone" in again.original.names


def test_a_file_that_changed_is_named_and_can_be_gone_on_with(house, table):
    draft = begun(house, table).draft
    table.write_text(table.read_text().replace("Pruning", "Removal"), encoding="utf-8")
    with pytest.raises(opening.SourceChanged):
        opening.reopen(house, draft, QUIET)
    assert opening.adopt_changed_file(house, draft, table, QUIET).draft.id == draft.id


def test_a_file_that_is_gone_leaves_the_draft(house, table):
    draft = begun(house, table).draft
    table.unlink()
    with pytest.raises(opening.SourceGone):
        opening.reopen(house, draft, QUIET)
    assert drafting.load(house, draft.id) == draft


def test_a_file_that_may_not_be_looked_for_is_left_to_the_reader(house, table, monkeypatch):
    draft = begun(house, table).draft

    def refuse(_path, **_more):
        raise PermissionError(13, "no")
    monkeypatch.setattr("pathlib.Path.exists", refuse)
    assert opening.reopen(house, draft, QUIET).draft == draft


def test_undo_opens_the_finding_again_and_redo_takes_it_away(house, table):
    bench = begun(house, table)
    step = Step(remedy="leave_out_column", column="Home Phone", reason="private")
    done = deciding.apply_remedy(house, bench, finding(bench, "phone"), step, QUIET)
    undone = deciding.undo(house, done, QUIET)
    assert finding(undone, "phone").key in {found.key for found in sealing.outstanding(undone)}
    assert deciding.redo(house, undone, QUIET).candidate.names == done.candidate.names


def test_a_preview_changes_nothing(house, table):
    bench = begun(house, table)
    shown = deciding.preview(bench, Step(remedy="leave_out_column", column="Home Phone"))
    assert shown
    assert "Home Phone" in bench.candidate.names


def test_an_answer_without_a_reason_is_refused(house, table):
    bench = begun(house, table)
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, finding(bench, "phone"), Choice.KEEP, "  ")


def test_changes_of_one_moment_are_undone_and_redone_together(house, tmp_path):
    path = tmp_path / "padded.csv"
    path.write_text("a,b,c\n x ,y , z\n1, 2,3 \n", encoding="utf-8")
    bench = begun(house, path)
    padded = [found for found in bench.report.findings if found.kind == "padded-cell"]
    steps = tuple((found, Step(remedy="trim_blanks", column=found.column)) for found in padded)
    changed = deciding.apply_remedies(house, bench, steps, QUIET)
    assert [step.column for step in changed.draft.recipe.steps] == ["a", "b", "c"]
    undone = deciding.undo(house, changed, QUIET)
    assert (undone.draft.recipe.steps, undone.draft.decisions) == ((), ())
    assert len(deciding.redo(house, undone, QUIET).draft.recipe.steps) == 3


def test_the_preview_of_several_changes_counts_them_all_and_changes_nothing(house, tmp_path):
    path = tmp_path / "padded.csv"
    path.write_text("a,b\n x ,y \n1,2\n", encoding="utf-8")
    bench = begun(house, path)
    steps = [Step(remedy="trim_blanks", column=name) for name in ("a", "b")]
    assert deciding.preview(bench, *steps).cells == 2
    assert deciding.preview(bench, steps[0]).cells == 1


def test_a_reason_that_holds_a_private_number_is_refused(house, table):
    bench = begun(house, table)
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, finding(bench, "phone"), Choice.KEEP, "her SSN is 123-45-6789")


def test_nothing_is_sent_while_something_stands_open(house, table):
    with pytest.raises(sealing.StandsOpen):
        sending.send(house, begun(house, table), QUIET)
    assert reviewing.submissions(house) == ()


def test_a_block_cannot_be_answered_only_taken_out(house, tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text("Case,Notes\n1,SSN 123-45-6789\n2,none\n", encoding="utf-8")
    bench = begun(house, path)
    with pytest.raises(Refused):
        deciding.decide(house, bench.draft, finding(bench, "ssn"), Choice.KEEP, "it is fine")


def test_a_sent_draft_is_reviewed_and_published(house, table):
    receipt = sending.send(house, ready(house, table), QUIET)
    coordinator = house.acted_by("coordinator", "A Coordinator")
    reviewing.claim(coordinator, receipt.submission)
    reviewing.approve(coordinator, receipt.submission, "good data")
    done = publishing.publish(coordinator, receipt.submission, QUIET)
    header = done.candidate.read_text(encoding="utf-8").splitlines()[0]
    assert header == "Request,Received,Kind"
    assert [one.identifier for one in publishing.published(house)] == [done.identifier]


def test_sending_twice_gives_one_submission_with_one_revision(house, table):
    bench = ready(house, table)
    first = sending.send(house, bench, QUIET)
    again = sending.send(house, replace(bench, draft=first.draft), QUIET)
    assert (again.submission, again.revision) == (first.submission, 1)
    assert len(reviewing.submissions(house)) == 1


def test_a_file_that_changed_after_the_check_is_not_sealed(house, table):
    bench = ready(house, table)
    table.write_text("Request\n1\n", encoding="utf-8")
    with pytest.raises(opening.SourceChanged):
        sending.send(house, bench, QUIET)


def test_the_coordinator_sees_findings_decisions_and_what_was_taken_out(house, table):
    receipt = sending.send(house, ready(house, table), QUIET)
    seen = reviewing.evidence(house, receipt.submission)
    assert {found.kind for found in seen.manifest.resolved} >= {"person_name", "phone"}
    assert {given.choice for given in seen.manifest.decisions} >= {Choice.REMEDY}
    assert seen.tables[0].header == ("Request", "Received", "Kind")
    assert seen.tables[0].first_rows[0] == ("1", "2026-01-05", "Pruning")


def test_a_newer_revision_is_not_approved_by_mistake(house, table):
    bench = ready(house, table)
    receipt = sending.send(house, bench, QUIET)
    coordinator = house.acted_by("coordinator", "A Coordinator")
    looked_at = reviewing.claim(coordinator, receipt.submission)
    changed = replace(bench, draft=receipt.draft.with_answer("description", "Another description of these practice requests."))
    sending.send(house, changed, QUIET)
    with pytest.raises(Refused):
        reviewing.approve(coordinator, looked_at, "as I saw it")


def test_changes_requested_come_back_to_the_clerk_with_the_reason(house, table):
    receipt = sending.send(house, ready(house, table), QUIET)
    coordinator = house.acted_by("coordinator", "A Coordinator")
    reviewing.claim(coordinator, receipt.submission)
    state = reviewing.request_changes(coordinator, receipt.submission, "say what Kind means")
    assert (state.state, state.reason) == (State.CHANGES_REQUESTED, "say what Kind means")
    assert next(need.subject for need in home(house).needs) == receipt.draft.id


def test_publishing_again_after_a_lost_answer_changes_nothing(house, table):
    receipt = sending.send(house, ready(house, table), QUIET)
    reviewing.claim(house, receipt.submission)
    reviewing.approve(house, receipt.submission, "good")
    assert publishing.publish(house, receipt.submission, QUIET).version == 1
    assert publishing.publish(house, receipt.submission, QUIET).version == 1


def test_only_an_approved_submission_is_published(house, table):
    receipt = sending.send(house, ready(house, table), QUIET)
    assert reviewing.why_not(house, reviewing.submissions(house)[0], EventType.PUBLISHING) is not None
    with pytest.raises(Refused):
        publishing.publish(house, receipt.submission, QUIET)


def test_an_update_begins_with_what_was_said_last_time(house, table):
    receipt = sending.send(house, ready(house, table), QUIET)
    reviewing.claim(house, receipt.submission)
    reviewing.approve(house, receipt.submission, "good")
    done = publishing.publish(house, receipt.submission, QUIET)
    update = opening.begin(house, table, QUIET, updates=done.identifier)
    assert update.draft.record.identifier == done.identifier
    assert update.draft.record.description == receipt.draft.record.description
    assert update.draft.updates == done.identifier
    open_ones = {element.id for element in describing.unconfirmed(house, update.draft)}
    assert not open_ones & {"title", "description", "publisher", "license"}   # whoever sent them has confirmed them
    assert {"temporal_start", "temporal_end"} <= open_ones                      # read off the new data
    assert "changed-column" not in [found.kind for found in update.report.findings]
    table.write_text(table.read_text().replace("Pruning", "1").replace("Planting", "2"), encoding="utf-8")
    other = opening.begin(house, table, QUIET, updates=done.identifier)
    assert [found.column for found in other.report.findings if found.kind == "changed-column"] == ["Kind"]


def test_an_update_is_published_as_the_next_version(house, table):
    for version in (1, 2):
        known = publishing.published(house)
        bench = ready(house, table)
        if known:
            draft = replace(bench.draft, record=replace(bench.draft.record, identifier=known[0].identifier))
            bench = opening.recheck(house, bench, draft, QUIET)
        receipt = sending.send(house, bench, QUIET)
        reviewing.claim(house, receipt.submission)
        reviewing.approve(house, receipt.submission, "good")
        assert publishing.publish(house, receipt.submission, QUIET).version == version
    assert sorted(state.state for state in reviewing.submissions(house)) == [State.PUBLISHED, State.UPDATED]


def test_an_update_that_was_broken_off_at_the_end_replaces_the_earlier_one_when_asked_again(house, table, monkeypatch):
    first = approved(house, table)
    identifier = publishing.publish(house, first.submission, QUIET).identifier
    second = approved(house, table, identifier=identifier)
    with monkeypatch.context() as cut:
        cut.setattr(publishing, "_amend_earlier", broken_off)
        with pytest.raises(KeyboardInterrupt):
            publishing.publish(house, second.submission, QUIET)
    publishing.publish(house, second.submission, QUIET)
    states = {state.id: state.state for state in reviewing.submissions(house)}
    assert states == {first.submission: State.UPDATED, second.submission: State.PUBLISHED}


def broken_off(*_given):
    raise KeyboardInterrupt


def approved(house, table, **record):
    """Return the receipt of a submission that was sent and approved."""
    bench = ready(house, table)
    if record:
        bench = opening.recheck(house, bench, replace(bench.draft, record=replace(bench.draft.record, **record)), QUIET)
    receipt = sending.send(house, bench, QUIET)
    reviewing.claim(house, receipt.submission)
    reviewing.approve(house, receipt.submission, "good")
    return receipt


def test_a_dataset_that_is_due_is_named_first(house, table, clock):
    bench = ready(house, table)
    bench = opening.recheck(house, bench, bench.draft.with_answer("frequency", "monthly"), QUIET)
    receipt = sending.send(house, bench, QUIET)
    reviewing.claim(house, receipt.submission)
    reviewing.approve(house, receipt.submission, "good")
    publishing.publish(house, receipt.submission, QUIET)
    clock.moment = "2027-02-01T09:00:00+00:00"
    shown = home(house)
    assert shown.published[0].is_overdue
    assert next(need.place for need in shown.needs) == "update"


def test_no_file_of_the_queue_or_portal_names_a_local_path(house, table, tmp_path):
    receipt = sending.send(house, ready(house, table), QUIET)
    reviewing.claim(house, receipt.submission)
    reviewing.approve(house, receipt.submission, "good")
    publishing.publish(house, receipt.submission, QUIET)
    written = [path for folder in ("queue", "portal") for path in (tmp_path / "home" / folder).rglob("*") if path.is_file()]
    assert written
    assert not [path.name for path in written if str(tmp_path).encode() in path.read_bytes()]


def test_a_value_that_was_left_out_stands_in_no_file_but_the_original(house, table, tmp_path):
    sending.send(house, ready(house, table), QUIET)
    house.close()
    written = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert not [path.name for path in written if b"Linda Brown" in path.read_bytes()]


def test_every_tier_keeps_its_rank_in_the_list(house, table):
    ranks = [found.tier.rank for found in begun(house, table).report.findings]
    assert ranks == sorted(ranks)
    assert Tier.DECIDE.rank in ranks


def test_the_worked_drafts_are_plain_json(house, table, tmp_path):
    begun(house, table)
    saved = next((tmp_path / "home/drafts").rglob("draft.json"))
    assert json.loads(saved.read_text(encoding="utf-8"))["format"] == 1
