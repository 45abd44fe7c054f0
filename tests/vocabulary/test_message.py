import json

import pytest

from steward.vocabulary.message import Message, from_json, say, say_count, to_json, verbatim


class Shouting:
    """A catalog that translates by shouting, so that a test sees what went through it."""

    def gettext(self, message):
        return message.upper().replace("{COLUMN}", "{column}").replace("{ROWS}", "{rows}")

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
