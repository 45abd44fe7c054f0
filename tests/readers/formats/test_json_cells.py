"""What the values of JSON files become, against Python's own json."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.readers.formats._features import MOST_COLUMNS
from steward.readers.formats._json_text import cell, compact, whole
from steward.vocabulary.errors import StewardError
from tests.readers.opened import cells_of, read_text

LETTERS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
NUMBERS = st.integers(-10**20, 10**20) | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = LETTERS | NUMBERS | st.booleans() | st.none()
NESTED = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
                      max_leaves=6)
NAMES = LETTERS.filter(lambda name: name.strip() and name not in ("type", "geometry", "properties", "attributes", "features",
                                                                  "crs", "spatialReference", "x", "y", "z"))
QUICK = settings(max_examples=25, deadline=None)


def shown(value):
    """Return what a cell should hold: text as it is, nothing for null, everything else as json writes it."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@QUICK
@given(st.lists(st.tuples(NESTED, PLAIN), min_size=1, max_size=6))
def test_every_value_of_every_record_is_in_its_cell(tmp_path_factory, records):
    text = json.dumps([{"first": first, "second": second} for first, second in records], ensure_ascii=False)
    reading = read_text(tmp_path_factory.mktemp("json"), text, "table.json")
    assert cells_of(reading) == [tuple(map(shown, record)) for record in records]


@QUICK
@given(st.lists(st.dictionaries(NAMES, PLAIN, min_size=1, max_size=4), min_size=1, max_size=6))
def test_names_stand_in_the_order_in_which_they_are_met(tmp_path_factory, records):
    reading = read_text(tmp_path_factory.mktemp("json"), json.dumps(records), "table.json")
    assert list(reading.labels) == list(dict.fromkeys(name for record in records for name in record))


@QUICK
@given(st.lists(st.dictionaries(NAMES, PLAIN, min_size=1, max_size=3), min_size=2, max_size=5))
def test_a_list_and_one_record_to_a_line_give_the_same_table(tmp_path_factory, records):
    folder = tmp_path_factory.mktemp("json")
    lines = "\n".join(json.dumps(record) for record in records)
    one, other = read_text(folder, json.dumps(records), "a.json"), read_text(folder, lines, "b.json")
    assert (one.labels, cells_of(one)) == (other.labels, cells_of(other))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_come_through_in_every_encoding_that_says_what_it_is(tmp_path, encoding):
    reading = read_text(tmp_path, '[{"name": "José Núñez €"}]'.encode(encoding), "table.json")
    assert cells_of(reading) == [("José Núñez €",)]


@pytest.mark.parametrize("number", ["1.0", "1.10", "1e5", "-0", "12345678901234567890", "0.1000", "1E-7"])
def test_a_number_stays_as_it_is_written(tmp_path, number):
    reading = read_text(tmp_path, f'[{{"n": {number}, "in": [{number}]}}]', "table.json")
    assert cells_of(reading) == [(number, f"[{number}]")]


@pytest.mark.parametrize("value", [3, "x", None, True, [1, 2]])
def test_what_is_no_record_is_set_apart_with_its_text(tmp_path, value):
    reading = read_text(tmp_path, json.dumps([{"a": 1}, value, {"a": 2}]), "table.json")
    apart, = reading.quarantine
    assert (apart.row, json.loads(apart.text), cells_of(reading)) == (2, value, [("1",), ("2",)])
    assert (reading.account.quarantined, reading.account.missing) == (1, 0)


@pytest.mark.parametrize("cut", range(1, 30, 4))
def test_a_file_that_ends_in_the_middle_is_no_table(tmp_path, cut):
    text = json.dumps([{"name": "Oak", "n": number} for number in range(20)])
    with pytest.raises(StewardError):
        read_text(tmp_path, text[:-cut], "table.json")


def test_more_names_than_a_spreadsheet_has_columns_are_too_many(tmp_path):
    with pytest.raises(StewardError):
        read_text(tmp_path, json.dumps([{f"c{number}": 1 for number in range(MOST_COLUMNS + 1)}]), "table.json")


def test_a_name_that_stands_twice_has_a_column_for_each(tmp_path):
    reading = read_text(tmp_path, '[{"a": 1, "a": 2}, {"a": 3}]', "table.json")
    assert cells_of(reading) == [("1", "2"), ("3", "")]
    assert [(one.kind, list(one.rows)) for one in reading.oddities] == [("repeated-name", [1])]


@given(st.text(max_size=20))
def test_only_halves_of_letters_are_rewritten(text):
    assert whole(text).encode().decode() == whole(text)
    assert whole(text) == "".join(f"\\u{ord(sign):04x}" if 0xD800 <= ord(sign) <= 0xDFFF else sign for sign in text)


@given(LETTERS)
def test_a_text_inside_a_list_can_be_read_back(text):
    assert json.loads(compact([text])) == [text]
    assert cell(text) == text
