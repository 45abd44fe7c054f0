"""Messages become sentences of the chosen language."""

from datetime import date

from steward.gui import text
from steward.vocabulary.message import English, say, say_count
from steward.vocabulary.words import Words


class Shouting(English):
    def gettext(self, message):
        return message.upper()


def test_a_message_is_shown_in_the_language_that_is_on():
    text.use(Shouting())
    assert text.tr(say("Nothing waits.")) == "NOTHING WAITS."
    text.use(English())
    assert text.tr(say("Nothing waits.")) == "Nothing waits."


def test_numbers_are_told_with_their_word():
    assert text.tr(say_count("{count} row", "{count} rows", 1)) == "1 row"
    assert text.tr(say_count("{count} row", "{count} rows", 1204)) == "1,204 rows"


def test_three_sentences_become_one_text_without_gaps():
    told = text.in_one_line(Words(what=say("It is gone."), next_step=say("Look for it.")))
    assert told == "It is gone. Look for it."


def test_a_date_is_shown_as_people_read_it_and_anything_else_as_it_is():
    assert str(date(2026, 11, 23).year) in text.shown_date("2026-11-23T10:00:00+00:00")
    assert text.shown_date("soon") == "soon"


def test_a_size_has_the_unit_people_expect():
    assert text.shown_size(300) == "1 KB"
    assert text.shown_size(2_500_000) == "2.5 MB"


def test_a_text_of_a_resource_with_braces_is_shown_as_it_stands():
    assert text.data_text("Use {curly} words") == "Use {curly} words"


def test_a_long_text_is_cut_at_a_word():
    assert text.shortened("Permits", 20) == "Permits"
    assert text.shortened("Building permits, all that were issued since 1999", 30) == "Building permits, all that…"
    assert len(text.shortened("x" * 90, 60)) == 60
