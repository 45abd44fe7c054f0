"""Translations as gettext has them; without one, English."""

import pytest

from steward.store import resources
from steward.store.translations import PoCatalog, catalog, languages
from steward.vocabulary.message import English, say, say_count

PO = r"""
# Spanish
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: steward/x.py:3
msgid "Column {column} is empty."
msgstr ""
"La columna {column} "
"está vacía."

msgid "{count} row"
msgid_plural "{count} rows"
msgstr[0] "{count} fila"
msgstr[1] "{count} filas"

msgid "Say \"Send\"."
msgstr "Diga \"Enviar\".\n"

#, fuzzy
msgid "Guessed"
msgstr "Adivinado"

msgid "Not yet"
msgstr ""
"""


@pytest.fixture
def spanish(tmp_path, monkeypatch):
    folder = tmp_path / "_resources/translations"
    folder.mkdir(parents=True)
    (folder / "es.po").write_text(PO, encoding="utf-8")
    (folder / "steward.pot").write_text("", encoding="utf-8")
    monkeypatch.setattr(resources, "PACKAGE", tmp_path)
    return folder


def test_a_text_is_shown_in_the_language(spanish):
    assert say("Column {column} is empty.", column="Age").show(catalog("es")) == "La columna Age está vacía."


@pytest.mark.parametrize(("count", "shown"), [(0, "0 filas"), (1, "1 fila"), (1200, "1,200 filas")])
def test_a_count_chooses_its_form(spanish, count, shown):
    assert say_count("{count} row", "{count} rows", count).show(catalog("es")) == shown


def test_quotes_and_line_ends_are_read_as_written():
    assert PoCatalog(PO).gettext('Say "Send".') == 'Diga "Enviar".\n'


@pytest.mark.parametrize("text", ["Guessed", "Not yet", "Never seen"])
def test_what_is_not_translated_stays_english(text):
    assert PoCatalog(PO).gettext(text) == text
    assert PoCatalog(PO).ngettext("one", "many", 2) == "many"


def test_a_compiled_catalog_goes_before_the_text_one(spanish):
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    stream = BytesIO()
    write_mo(stream, read_po(BytesIO(PO.replace("fila", "hilera").encode())))
    (spanish / "es.mo").write_bytes(stream.getvalue())
    assert say_count("{count} row", "{count} rows", 1).show(catalog("es")) == "1 hilera"


@pytest.mark.parametrize("language", ["en", "xx", "", "../es", "es.po"])
def test_a_language_without_texts_is_english(spanish, language):
    assert isinstance(catalog(language), English)


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b'msgid ""\nmsgstr "plural=import os;"\n'])
def test_a_broken_catalog_is_english(spanish, content):
    (spanish / "es.po").write_bytes(content)
    assert isinstance(catalog("es"), English)


def test_the_languages_to_choose_from_are_those_that_are_there(spanish):
    assert languages() == ("en", "es")


def test_english_is_always_there(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "none/steward")
    assert languages() == ("en",)
