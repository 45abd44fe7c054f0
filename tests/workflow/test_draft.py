from dataclasses import replace

from steward.schema.field import Field
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.recipe import ImportStep, Step
from tests.workflow.test_needs import DRAFT

DROP, ROUND = Step(remedy="leave_out_column", column="Tel"), Step(remedy="round_coordinates", column="Lat")


def decision(kind="email", reason="public record", step=None):
    return Decision(kind=kind, column="Mail", choice=Choice.KEEP, reason=reason, by="p", at="now", step=step)


def test_a_second_answer_takes_the_place_of_the_first():
    draft = DRAFT.with_decision(decision(reason="first")).with_decision(decision(reason="second"))
    assert [given.reason for given in draft.decisions] == ["second"]


def test_undo_takes_back_the_last_remedy_and_redo_brings_it_again():
    draft = DRAFT.with_step(DROP).with_step(ROUND)
    assert draft.undo().recipe.steps == (DROP,)
    assert draft.undo().redo().recipe == draft.recipe


def test_undo_opens_the_question_that_the_remedy_answered():
    draft = DRAFT.with_step(DROP).with_decision(decision(step=1))
    assert draft.undo().decisions == ()


def test_redo_brings_back_the_answers_that_the_remedies_gave():
    draft = DRAFT.with_step(DROP).with_decision(decision(step=1))
    draft = draft.with_step(ROUND).with_decision(decision(kind="place", step=2))
    assert draft.undo().undo().redo().decisions == draft.decisions[:1]
    assert draft.undo().undo().redo().redo() == draft


def test_redo_leaves_an_answer_that_was_given_in_between():
    draft = DRAFT.with_step(DROP).with_decision(decision(step=1)).undo().with_decision(decision(reason="wanted"))
    assert [given.reason for given in draft.redo().decisions] == ["wanted"]


def test_a_step_in_the_middle_is_taken_out_with_its_answer_and_the_others_follow():
    mail, place = decision(step=1), decision(kind="place", step=2)
    draft = DRAFT.with_step(DROP).with_decision(mail).with_step(ROUND).with_decision(place).without_step(1)
    assert draft.recipe.steps == (ROUND,)
    assert draft.decisions == (replace(place, step=1),)


def test_a_step_that_was_taken_out_comes_back_at_the_end_with_its_answer():
    mail = decision(step=1)
    draft = DRAFT.with_step(DROP).with_decision(mail).with_step(ROUND).without_step(1).redo()
    assert draft.recipe.steps == (ROUND, DROP)
    assert draft.decisions == (replace(mail, step=2),)


def test_undo_and_redo_with_nothing_to_do_change_nothing():
    assert DRAFT.undo() == DRAFT
    assert DRAFT.redo() == DRAFT


def test_a_new_remedy_forgets_what_was_undone():
    draft = DRAFT.with_step(DROP).undo().with_step(ROUND)
    assert draft.undone == ()
    assert draft.recipe.steps == (ROUND,)


def test_reading_the_file_another_way_keeps_remedies_and_answers():
    draft = DRAFT.with_step(DROP).with_decision(decision()).with_import(ImportStep(sheet="Data"))
    assert (draft.recipe.steps, len(draft.decisions), draft.recipe.import_step.sheet) == ((DROP,), 1, "Data")


def test_a_column_is_described_once():
    draft = DRAFT
    for description in ("old", "new"):
        draft = draft.with_field(Field(column="A", name="A", description=description))
    assert [field.description for field in draft.fields] == ["new"]


def test_a_typed_title_names_the_draft():
    draft = DRAFT.with_answer("title", "Street trees")
    assert (draft.title, draft.record.title, draft.confirmed) == ("Street trees", "Street trees", ("title",))


SENT = replace(DRAFT, submission="PRA-1", revision=2)


def test_what_was_sent_for_practice_is_new_to_the_program():
    taken = replace(SENT, practice=True).in_mode(practice=False)
    assert (taken.practice, taken.submission, taken.revision) == (False, "", 0)


def test_what_the_program_holds_stays_the_programs_in_practice():
    mine = replace(SENT, practice=False)
    assert mine.in_mode(practice=True) is mine


def test_a_draft_that_was_never_sent_goes_either_way_and_keeps_all_else():
    begun = replace(DRAFT, practice=False)
    assert begun.in_mode(practice=True).in_mode(practice=False) == begun
