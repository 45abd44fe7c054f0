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
