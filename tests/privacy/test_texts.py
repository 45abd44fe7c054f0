"""Loose texts: reasons, metadata, hidden parts."""

import pytest

from steward.privacy.texts import spot_texts


@pytest.mark.parametrize(("text", "kind"), [
    ("Maria's number is 517-44-8362", "ssn"), ("ask maria.q@example.org", "email"), ("call (503) 555-0123", "phone"),
    ("4111-1111-1111-1111", "credit_card"), ("password: Rose!2024", "credential"),
    ("Patient DOB 3/4/1981, taken to the hospital", "free_text_pii")])
def test_a_text_that_holds_something_is_named_by_its_place(knowledge, text, kind):
    assert (1, kind) in spot_texts(["all rows are public record", text], knowledge)


def test_plain_reasons_stay_quiet(knowledge):
    texts = ["Business phones are public", "Agreed with the City Attorney on 2026-03-04", "ORS 192.345(3) applies", "",
             "97201-1234"]
    assert spot_texts(texts, knowledge) == ()


def test_no_texts_give_no_answer(knowledge):
    assert spot_texts([], knowledge) == ()
