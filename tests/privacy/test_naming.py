"""Names of people of all communities, and phrases that only look like them."""

import pytest

from steward.privacy.naming import name_someone
from steward.privacy.recognizers.person_name import NOT_A_PERSON, RECOGNIZER, plain_words


def names(text, knowledge):
    words = [part for word in plain_words(text) for part in word.split("-")]
    return name_someone(words, is_listed_last_first="," in text, knowledge=knowledge)


@pytest.mark.parametrize("text", [
    "Nguyễn Thị Hương", "Tran Van Minh", "Bich Phuong Le", "Zhang Xiaoyu", "Guo-Liang Chen", "Ka Fai Cheung", "王小明",
    "Abdirahman Warsame Jama", "Hodan Cali", "Oleksandr Hnatiuk", "Shevchenko, Oksana", "Олена Ковальчук", "Zoriana Verbytska",
    "Guadalupe Peñaloza Ruiz", "Jennifer Nguyen", "Mohamed Brown", "Selamawit Tesfaye", "Priya Raghunathan Nair",
    "O'Connor, Sean"])
def test_a_given_with_a_family_name_is_a_person(text, knowledge):
    assert names(text, knowledge)


@pytest.mark.parametrize("text", [
    "Stop Sign", "Open Space", "Tu", "Water Main", "Cold Mix", "Sidewalk Repair", "Chain Link",
    "Van Accessible", "Main Line", "Cast Iron"])
def test_a_phrase_is_not(text, knowledge):
    assert not names(text, knowledge)


def test_what_is_no_person_by_one_of_its_words_is_not_seen(knowledge):
    import pyarrow as pa

    spans = RECOGNIZER.spot(pa.array([f"Maria Garcia {word.title()}" for word in sorted(NOT_A_PERSON)[:40]]), knowledge)
    assert len(spans.places) == 0
