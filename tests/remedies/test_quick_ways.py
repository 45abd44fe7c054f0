"""What Arrow does for most values at once is what is done to each value by itself."""

import base64
import hashlib
import hmac
import re
from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steward.remedies import remedy
from steward.remedies.address_to_block import _blocks, block_of
from steward.remedies.address_to_zip import _zips, zip_of
from steward.remedies.first_name_last_initial import _shortened_ones, shortened
from steward.remedies.keep_domain import _domains, _single_domains
from steward.remedies.plain_numbers import plain
from steward.remedies.replace_by_random_id import HASHES, _identifiers
from steward.remedies.scrub_text import SIEVE, scrubbed
from steward.remedies.top_and_bottom_code import _all_bounded, _bounded
from steward.table.numerals import DIGITS, PLAIN, is_dressed
from steward.table.text import matching
from steward.vocabulary.recipe import Step
from tests.builders import sheet_of
from tests.table.test_marks import finding

KEY = b"0123456789abcdef" * 2
ADDRESS = ["12", "1200", "0007", "SE", "N", "E", "R", "Division", "St", "Ave", "12th", "122nd", "Apt", "No", "Box", "PO", "&",
           "and", "97202", "97202-1234", "1/2", "1210-1220", "1200A", "USA", "Portland,", "OR", "Broadway", "-", "é", "５"]
NAMES = ["Ana", "Maria", "Silva", "Silva,", "Mr", "Dr.", "and", "O'Neil", "Jr", "Van", "der", "de", "Ii", "III", "J.", "7", "&",
         "José"]
MAILS = ["ann@", "example.org", "@", "mail.", "Example", ".ORG", "-x.org", "a-", "; ", "bob@city.gov", "é", "."]
SAID = ["caller", "Ann Brown", "spoke with ", "John", "pin is ", "1234", "pass code ", "dob ", "5/6/1980", "born on May 5 1980",
        "12 SE Oak St", "aa:bb:cc:dd:ee:ff", "10.0.0.1", "1HGCM82633A004352", "503-555-0142", "Mr. Brown",
        "ann at example dot org",
        "ann [at] x.org", "ann@x.org", "tree fell", "é", "５０３５５５０１４２", "code: ", "a1!", "2024-01-05", "named "]


def texts(pieces, joined=" "):
    one = st.lists(st.sampled_from(pieces) | st.text("aZ 1,.-@", max_size=2), max_size=6).map(joined.join)
    return st.lists(one, max_size=20)


@pytest.mark.parametrize(("quick", "change", "some"), [
    (_blocks, block_of, texts(ADDRESS)), (_zips, zip_of, texts(ADDRESS)), (_shortened_ones, shortened, texts(NAMES)),
    (_single_domains, _domains, texts(MAILS, ""))])
@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()])
@settings(max_examples=25)
@given(data=st.data())
def test_a_value_that_is_done_at_once_is_what_it_would_be_by_itself(quick, change, some, kind, data):
    values = data.draw(some)
    done = quick(pa.array(values, kind)).to_pylist()
    assert [(value, one) for value, one in zip(values, done, strict=True) if one is not None and one != change(value)] == []


@pytest.mark.parametrize(("quick", "usual"), [
    (_blocks, ["1200 SE Division St", "7 N Lombard St", "312 NW 12th Ave", "4 Broadway"]),
    (_zips, ["1 Main St, 97202", "none"]),
    (_shortened_ones, ["Ana Silva", "Ana Maria Silva", "Silva, Ana"]),
    (_single_domains, ["ann@mail.example.org", "none"])])
def test_usual_values_are_done_at_once(quick, usual):
    assert quick(pa.array(usual)).null_count == 0


@settings(max_examples=50)
@given(texts(SAID, " ") | texts(SAID, ""))
@example(SAID)
def test_a_text_that_the_sieve_lets_pass_holds_nothing_to_take_out(values):
    caught = matching(pa.array(values, pa.string()), SIEVE)
    assert [value for value, is_caught in zip(values, caught, strict=True) if not is_caught and scrubbed(value) != value] == []


DRESSED = ["$", "€", "us", "USD", "(", ")", "+", "-", " ", "\t", "\u00a0", "1", "0", "12", "007", "1,204", "0,123", ".", "5.",
           ".5", "12.50", "1,204,000.75", ",", "%", "mi", "ft.", "sq. ft", "mile\u017f", "\u212ag", "°F", "″", "m", "M", "é"]


def in_digits(text):
    """Return a number that is dressed up in digits alone, found with a pattern."""
    digits = re.sub("^0+(?=[0-9])", "", re.search(DIGITS, text)[0].replace(",", ""))
    is_negative = re.search(r"^\s*[$€£]?\s*\(.*\)|^[^0-9.]*-|[0-9.]\s?-\s*[)]?\s*$", text, re.ASCII)
    return f"-{digits}" if is_negative else digits


@settings(max_examples=50)
@given(texts(DRESSED, ""), st.sampled_from([pa.string(), pa.large_string()]))
@example(["5 mile\u017f", "3 \u212ag", "(007) mi", "$1,204.50", ".5-"], pa.string())
def test_a_number_that_is_undressed_is_what_a_pattern_finds_in_it(values, kind):
    given_values = pa.array(values, kind)
    wanted = [in_digits(value) if dressed else value for value, dressed in zip(values, is_dressed(given_values), strict=True)]
    assert plain(given_values).to_pylist() == wanted


NUMBERS = st.sampled_from(["+5", "-0", "0", "1.0", ".5", "+.5", "9" * 400, "1,204", "$5", "1e3", " 7", "5-10", "x", "",
                           "0.30000000000000004", "00012"]) | st.integers(-50, 50).map(str)


@settings(max_examples=50)
@given(st.lists(NUMBERS, max_size=40), st.sampled_from(["-7", "+5", ".5", "1.0"]), st.sampled_from(["7", "40", "9" * 400]))
def test_numbers_are_bounded_together_as_each_is_by_itself(values, low, high):
    given_values = pa.array(values, pa.string())
    bounded = _all_bounded(given_values, matching(given_values, PLAIN), low, high)
    assert bounded.to_pylist() == [_bounded(value, low, high) for value in values]


def test_the_sieve_lets_plain_sentences_pass():
    assert not matching(pa.array(["Tree fell on the road", "3 cars parked", "no action"]), SIEVE).any()


@given(st.lists(st.text(max_size=4), max_size=30), st.sampled_from([KEY, KEY * 3]))
def test_identifiers_are_the_first_letters_of_keyed_hashes_in_base_32(values, key):
    short = key if len(key) <= 32 else hashlib.blake2s(key).digest()
    ways = {"sha256": lambda text: hmac.digest(key, text, "sha256"),
            "blake2s": lambda text: hashlib.blake2s(text, key=short).digest()}
    for name, way in ways.items():
        written = [base64.b32encode(way(value.encode())).decode()[:10] if value else "" for value in map(str.strip, values)]
        assert _identifiers(pa.array(values, pa.string()), key, HASHES[name]).to_pylist() == written


def test_steps_of_earlier_versions_replay_by_the_hash_they_were_made_with():
    sheet = sheet_of({"id": ["A-1"]})
    step = Step(remedy="replace_by_random_id", column="id", parameters={"private_key": KEY.decode()})
    old = base64.b32encode(hmac.digest(KEY, b"A-1", "sha256")).decode()[:10]
    asked = remedy(step.remedy).step_for(finding("linked-column", "id"))
    made = replace(step, parameters={**step.parameters, **asked.parameters})
    assert remedy(step.remedy).apply(sheet, step).columns[0].values.to_pylist() == [old]
    assert remedy(step.remedy).apply(sheet, made).columns[0].values.to_pylist() != [old]


def test_identifiers_that_meet_by_chance_get_more_letters(monkeypatch):
    from steward.remedies import replace_by_random_id

    monkeypatch.setattr(replace_by_random_id, "LETTERS", 2)
    found = _identifiers(pa.array([str(number) for number in range(200)]), KEY, HASHES["blake2s"]).to_pylist()
    assert len(set(found)) == 200
    assert {len(one) for one in found} < {4, 6}
    assert all(re.fullmatch("[A-Z2-7]+", one) for one in found)
