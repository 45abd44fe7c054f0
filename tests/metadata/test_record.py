import pytest

from steward.metadata.record import ELEMENT_IDS, Record
from tests.metadata.samples import complete_record


def test_a_new_record_answers_nothing():
    assert all(Record().value(element) in ("", ()) for element in ELEMENT_IDS)


def test_one_answer_changes_and_the_others_stay():
    before = complete_record()
    after = before.with_value("title", "Bridges")
    assert after.title == "Bridges"
    assert all(after.value(element) == before.value(element) for element in ELEMENT_IDS if element != "title")


@pytest.mark.parametrize("element", ["", "color", "__class__", "with_value"])
def test_an_unknown_element_is_refused(element):
    with pytest.raises(KeyError):
        Record().value(element)
    with pytest.raises(KeyError):
        Record().with_value(element, "x")
