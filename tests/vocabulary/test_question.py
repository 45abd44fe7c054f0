"""A question keeps its answer in a step, and takes it back."""

from steward.vocabulary.message import say
from steward.vocabulary.question import Option, Question, answered
from steward.vocabulary.recipe import Step

ORDER = Question(parameter="order", text=say("Order"), explain=say("Which stands first."),
                 options=(Option(value="mdy", label=say("Month")), Option(value="dmy", label=say("Day"))))


def test_an_answer_becomes_a_parameter_and_the_others_stay():
    step = answered(Step(remedy="iso_dates", column="c", parameters={"other": 1}), ORDER, "dmy")
    assert dict(step.parameters) == {"other": 1, "order": "dmy"}


def test_an_empty_answer_takes_the_parameter_away():
    step = Step(remedy="iso_dates", column="c", parameters={"order": "dmy"})
    assert dict(answered(step, ORDER, "").parameters) == {}


def test_a_step_that_holds_an_answer_gives_it_else_the_first_one():
    assert ORDER.answer_in(Step(remedy="iso_dates", parameters={"order": "dmy"})) == "dmy"
    assert ORDER.answer_in(Step(remedy="iso_dates")) == ""


def test_a_question_without_an_answer_begins_with_the_one_that_is_usual():
    usual = Question(parameter="keep", text=say("Keep"), explain=say("How many stay."), first=4)
    assert usual.answer_in(Step(remedy="mask")) == 4
    assert usual.answer_in(Step(remedy="mask", parameters={"keep": 2})) == 2


def test_an_answer_takes_the_place_of_the_one_before():
    step = answered(answered(Step(remedy="iso_dates"), ORDER, "dmy"), ORDER, "mdy")
    assert dict(step.parameters) == {"order": "mdy"}


def test_zero_is_an_answer():
    assert dict(answered(Step(remedy="mask"), Question(parameter="keep", text=say("Keep"), explain=say("How many.")),
                         0).parameters) == {"keep": 0}


def test_an_answer_leaves_the_step_it_was_given_alone():
    step = Step(remedy="iso_dates", column="c", reason="as the bureau writes them")
    assert answered(step, ORDER, "dmy").reason == "as the bureau writes them"
    assert dict(step.parameters) == {}
