"""Short answers become sentences that read well, and nothing is said that the person did not answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.metadata.guide import GUIDE_FILE, Guide
from steward.metadata.strict_json import DocumentBroken
from tests.metadata.samples import resource

GUIDE = Guide.parse(resource(GUIDE_FILE))
IDS = [question.id for question in GUIDE.questions]


@pytest.mark.parametrize(("question", "answer", "sentence"), [
    ("one_row", "permit", "Each row is one permit."),
    ("one_row", "a permit", "Each row is one permit."),
    ("one_row", "One row is one permit", "Each row is one permit."),
    ("who", "The inspectors of the city.", "It is collected by the inspectors of the city."),
    ("who", "by PBOT", "It is collected by PBOT."),
    ("who", "Staff of three bureaus collect it on paper.", "Staff of three bureaus collect it on paper."),
    ("why", "to plan repairs", "It is collected to plan repairs."),
    ("why", "in order to plan repairs", "It is collected to plan repairs."),
    ("how", "From sensors", "The facts come from sensors."),
    ("missing", "trees on private land", "It leaves out trees on private land."),
    ("missing", "It leaves out trees", "It leaves out trees."),
    ("shows", "trees of the city", "Trees of the city."),
    ("shows", "  trees\nof the city ", "Trees of the city.")])
def test_an_answer_becomes_one_sentence(question, answer, sentence):
    assert GUIDE.text({question: answer}) == sentence


def test_sentences_stand_in_the_order_of_the_questions():
    answers = dict.fromkeys(reversed(IDS), "x y")
    assert GUIDE.text(answers).count(".") == len(IDS)
    assert GUIDE.text(answers).startswith("X y.")


def test_what_is_not_answered_is_not_said():
    assert GUIDE.text({}) == GUIDE.text(dict.fromkeys(IDS, " .. ")) == ""
    assert GUIDE.element_answers({"one_row": " ", "why": "..."}) == ()


def test_one_answer_serves_the_other_questions_too():
    told = dict(GUIDE.element_answers({"one_row": "A permit.", "why": "plan repairs", "missing": "the year 2020"}))
    assert told == {"granularity": "permit", "purpose": "To plan repairs.",
                    "known_limits": "The data leaves out the year 2020."}


@given(st.dictionaries(st.sampled_from(IDS), st.text(max_size=40)))
@settings(max_examples=35)
def test_any_answer_gives_a_text_without_blank_edges_or_line_breaks(answers):
    text = GUIDE.text(answers)
    assert text == " ".join(text.split())


@pytest.mark.parametrize("text", ['{"format": 1, "questions": []}', '{"format": 1, "questions": [{"id": "a"}]}',
                                  '{"format": 1, "questions": [{"id": "a", "label": "A", "element": "nothing"}]}'])
def test_a_broken_guide_is_refused(text):
    with pytest.raises(DocumentBroken):
        Guide.parse(text)
