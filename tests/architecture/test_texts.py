"""Every text for people can be translated, finds its values, and keeps to the words we use."""

import re

import pytest

from steward.vocabulary.message import say, say_count, verbatim
from tests.architecture.collect_texts import TEMPLATE, all_texts, placeholders, template, texts_of_code, texts_of_json
from tests.architecture.pseudo_language import PseudoLanguage

NEVER = re.compile(r"\b(please|invalid|errors?|failed|failure|illegal|fatal|abort(ed)?|oops|sorry|safe|clean|execute)\b"
                   r"|!|\bno personal information", re.IGNORECASE)


@pytest.fixture(scope="module")
def texts():
    return list(all_texts())


def test_every_text_is_a_literal(texts):
    assert [text.where for text in texts if None in text.patterns] == []


def test_every_text_gets_exactly_the_values_it_has_places_for(texts):
    assert [(text.where, text.patterns[0]) for text in texts if text.names is not None and None not in text.patterns
            and text.names - {"count"} != frozenset().union(*map(placeholders, text.patterns)) - {"count"}] == []


def test_no_text_uses_a_word_we_do_not_use(texts):
    found = {(text.where, NEVER.search(pattern).group()) for text in texts for pattern in text.patterns
             if pattern and NEVER.search(pattern)}
    assert found == set()


def test_the_template_for_translators_is_up_to_date():
    written, wanted = TEMPLATE.read_bytes().split(b"\n\n"), template().split(b"\n\n")
    assert [entry for entry in wanted if entry not in written] == [], "run: python tests/architecture/collect_texts.py"
    assert written == wanted, "a text is gone; run: python tests/architecture/collect_texts.py"


def test_texts_are_found_within_text_and_over_two_lines():
    code = ("f'<b>{say(\"One {name}\", name=1)}</b>'\n"
            'say_count("{count} row",\n    "{count} "\n    "rows", 2)\nsay(text)\nself.say("not this one")')
    found = list(texts_of_code(code, "a.py"))
    assert [text.patterns for text in found] == [("One {name}",), ("{count} row", "{count} rows"), (None,)]
    assert found[0].names == {"name"}


def test_labels_and_helps_are_found_at_any_depth():
    found = texts_of_json({"groups": [{"id": "x", "label": "Who", "help": ""}]}, "a.json")
    assert [text.patterns for text in found] == [("Who",)]


@pytest.mark.parametrize("message", [
    say("Column {column} is empty.", column="Fee"), say_count("{count} row", "{count} rows", 3)])
def test_the_pseudo_language_is_longer_and_keeps_the_values(message):
    plain, pseudo = message.show(), message.show(PseudoLanguage())
    assert len(pseudo) >= 1.4 * len(plain)
    assert pseudo.startswith(f"[{plain}")
    assert pseudo.endswith("]")


def test_the_pseudo_language_leaves_names_as_they_are():
    assert verbatim("Fee").show(PseudoLanguage()) == "Fee"
