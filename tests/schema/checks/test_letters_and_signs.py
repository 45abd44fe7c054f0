"""Letters read in the wrong encoding, and signs that nobody sees: one finding for each, in cells and in names."""

import pytest

from steward.schema.checks.encoding_damage import CHECK as DAMAGE
from steward.schema.checks.inner_blanks import CHECK as SIGNS
from tests.builders import sheet_of
from tests.schema.checks.looking import found

NAMES = ["José", "Núñez", "Zoë", "Grüße", "Ærø", "Łódź", "Đà Nẵng", "Привет", "東京", "naïve", "SÃO PAULO", "ÂNGELA", "Ñandú"]


def told(cells, name="name"):
    return [(finding.kind, finding.column, list(finding.rows)) for finding in
            (*found(DAMAGE, sheet_of({name: cells})), *found(SIGNS, sheet_of({name: cells})))]


@pytest.mark.parametrize("name", ["José", "Núñez", "Zoë", "naïve", "Grüße", "“so”", "5 € – 6", "it’s", "45° N", "½"])
@pytest.mark.parametrize("read_as", ["cp1252", "latin-1"])
def test_utf_8_that_was_read_as_windows_1252_is_garbled(name, read_as):
    try:
        garbled = name.encode("utf-8").decode(read_as)
    except UnicodeDecodeError:
        return
    assert ("encoding-damage", "name", [3]) in told(["Elm", garbled, "Oak"])


def test_letters_that_were_replaced_are_garbled():
    assert told(["Jos\ufffd", "Elm"]) == [("lost-letter", "name", [2])]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_many_languages_are_not_garbled(name):
    assert told([name, name.upper(), f"{name} – {name}", f"“{name}”"], name) == []


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\x07", "\x1b", "\x7f", "\x85", "\xad", "\u2060"])
def test_signs_that_nobody_sees_are_named(sign):
    assert told(["Elm", f"O{sign}ak"]) == [("invisible-sign", "name", [3])]
    assert told(["Elm", "Oak"], f"na{sign}me") == [("invisible-label", f"na{sign}me", [])]


def test_line_breaks_tabs_and_signs_that_join_letters_are_no_trouble():
    assert told(["a\r\nb", "می\u200cخواهم", "👩\u200d🚒"]) == []
    assert told(["a\tb", "a\u00a0b"]) == [("odd-blank", "name", [2, 3])]


def test_a_name_that_was_garbled_is_named():
    assert told(["x"], "AÃ±o") == [("damaged-label", "AÃ±o", [])]
