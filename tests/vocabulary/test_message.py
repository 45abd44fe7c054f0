import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.vocabulary.message import English, Message, from_json, say, say_count, to_json, verbatim


class Shouting:
    """A catalog that translates by shouting, so that a test sees what went through it."""

    def gettext(self, message):
        return message.upper().replace("{COLUMN}", "{column}").replace("{ROWS}", "{rows}").replace("{TEXT}", "{text}")

    def ngettext(self, msgid1, msgid2, n):
        return (msgid1 if n == 1 else msgid2).upper().replace("{COUNT}", "{count}")


def test_a_message_fills_its_places():
    assert say("Column {column} is empty.", column="Fee").show() == "Column Fee is empty."


def test_a_translation_changes_the_pattern_and_leaves_names_alone():
    assert say("Column {column} is empty.", column="Fee").show(Shouting()) == "COLUMN Fee IS EMPTY."


@pytest.mark.parametrize(("count", "shown"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (12345, "12,345 rows")])
def test_the_wording_follows_the_count(count, shown):
    assert str(say_count("{count} row", "{count} rows", count)) == shown


def test_a_message_inside_a_message_is_translated_too():
    outer = say("Looked at {rows}.", rows=say_count("{count} row", "{count} rows", 2))
    assert outer.show(Shouting()) == "LOOKED AT 2 ROWS."


def test_a_verbatim_name_with_braces_is_shown_as_it_is():
    assert str(verbatim("Fee {USD}")) == "Fee {USD}"


def test_a_value_with_braces_is_not_read_as_a_place():
    assert str(say("Column {column}", column="{0}{secret}")) == "Column {0}{secret}"


@pytest.mark.parametrize("message", [say("Plain"), say("Column {column}", column="A"), say_count("{count} a", "{count} b", 3),
                                     say("Outer {inner}", inner=say("Inner {n}", n=4)), verbatim("x"), Message("")])
def test_a_message_comes_back_from_json_as_it_was(message):
    assert from_json(json.loads(json.dumps(to_json(message)))) == message


def test_plain_text_in_json_becomes_a_message():
    assert str(from_json("as somebody wrote it {by hand}")) == "as somebody wrote it {by hand}"


WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
INNER = st.recursive(st.one_of(WORDS, st.integers(), st.builds(verbatim, WORDS)),
                     lambda inner: st.builds(lambda one: say("in {one}", one=one), inner), max_leaves=4)


@settings(max_examples=40, deadline=None)
@given(value=INNER)
def test_whatever_is_put_into_a_message_comes_back_from_json_as_it_was(value):
    message = say("It holds {value}.", value=value)
    again = from_json(json.loads(json.dumps(to_json(message))))
    assert (again, str(again)) == (message, str(message))


@given(name=WORDS)
def test_a_name_is_shown_letter_by_letter(name):
    assert str(verbatim(name)) == name


@given(name=WORDS)
def test_a_translation_never_touches_a_name_inside_a_sentence(name):
    assert say("Column {column}", column=verbatim(name)).show(Shouting()) == f"COLUMN {name}"


class Empty(English):
    """A catalog whose header, the translation of nothing, is a text of its own, as in every compiled catalog."""

    def gettext(self, message):
        return message or "Project-Id-Version: steward"


def test_a_message_of_nothing_never_shows_the_header_of_a_catalog():
    assert Message("").show(Empty()) == ""
    assert verbatim("").show(Empty()) == ""


@pytest.mark.parametrize(("value", "shown"), [
    (999, "999"), (1000, "1,000"), (-12345, "-12,345"), ("2026", "2026"), (0.5, "0.5")])
def test_numbers_are_grouped_and_texts_that_look_like_numbers_are_not(value, shown):
    assert str(say("{value}", value=value)) == shown


@pytest.mark.parametrize("value", [None, 7, ["a"], {}])
def test_json_that_holds_no_message_gives_one_of_nothing(value):
    assert str(from_json(value)) == ""


def test_equal_messages_are_one_key():
    assert len({say("a {b}", b=1), say("a {b}", b=1), say("a {b}", b=2)}) == 2


@pytest.mark.parametrize(("text", "shown"), [
    ("The first are {names}.", "The first are Jan No., Feb No."),
    ("Column {names}. It is empty.", "Column Jan No., Feb No. It is empty."),
    ("See {names}, too.", "See Jan No., Feb No., too."), ("In {names}.csv", "In Jan No., Feb No..csv")])
def test_a_sentence_that_ends_with_a_name_with_a_full_stop_has_one(text, shown):
    assert say(text, names="Jan No., Feb No.").show() == shown
    assert say(text, names="Jan").show() == text.replace("{names}", "Jan")
