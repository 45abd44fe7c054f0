"""Letters, labels, lists and titles that went wrong, made up at random: each is found in its rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.schema.checks.cut_texts import CHECK as CUT
from steward.schema.checks.encoding_damage import CHECK as DAMAGE
from steward.schema.checks.filled_once import CHECK as ONCE
from steward.schema.checks.header_form import CHECK as HEADERS
from steward.schema.checks.inner_blanks import CHECK as BLANKS
from steward.schema.checks.look_alike_labels import CHECK as ALIKE
from steward.schema.checks.markup import CHECK as MARKUP
from steward.schema.checks.section_titles import CHECK as TITLES
from steward.schema.checks.several_values import CHECK as SEVERAL
from tests.builders import sheet_of, sheet_of_rows
from tests.schema.checks.looking import found, rows
from tests.schema.checks.test_dates import few, places, put
from tests.schema.spoiled import labels, long_texts, words
from tests.table.test_letters import damaged

SENTENCES = words(60)


def column(cells):
    return sheet_of({"c": list(cells)})


# Letters

@few
@given(where=places, letter=st.sampled_from("ñéüç’“–а漢"), times=st.integers(1, 2))
def test_damaged_letters_are_found_in_their_rows(where, letter, times):
    cells, wanted = put(SENTENCES, where, [f"tree {damaged(letter, times)} fell"])
    finding, = found(DAMAGE, column(cells))
    assert (finding.kind, list(finding.rows)) == ("encoding-damage", wanted)


@few
@given(where=places, letter=st.sampled_from("ñéüçÅß’“–а漢"))
def test_letters_that_are_meant_are_none(where, letter):
    assert found(DAMAGE, column(put(SENTENCES, where, [f"tree {letter} fell"])[0])) == []


@few
@given(where=places, sign=st.sampled_from(["\u00a0", "\t", "\u2003", "\u200b", "\u00ad", "\u202f"]))
def test_odd_blanks_are_found_in_their_rows(where, sign):
    assert rows(found(BLANKS, column(put(SENTENCES, where, [f"tree{sign}fell"])[0]))) == [place + 2 for place in sorted(where)]


@few
@given(where=places, sign=st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_lines_within_cells_are_found_in_their_rows(where, sign):
    assert rows(found(MARKUP, column(put(SENTENCES, where, [f"tree{sign}fell"])[0]))) == [place + 2 for place in sorted(where)]


@few
@given(where=places, tag=st.sampled_from(["<b>{}</b>", "{}<br>", "<a href='x'>{}</a>", "{} &amp; more", "{}&nbsp;"]))
def test_html_is_found_in_its_rows(where, tag):
    assert rows(found(MARKUP, column(put(SENTENCES, where, [tag.format("tree")])[0]))) == [place + 2 for place in sorted(where)]


# Texts that are cut

@few
@given(length=st.integers(35, 300), count=st.integers(4, 20))
def test_texts_that_pile_up_at_one_length_are_found(length, count):
    finding, = found(CUT, column(long_texts(length, count, 25)))
    assert (finding.count, list(finding.rows)) == (count, list(range(27, 27 + count)))
    assert str(length) in str(finding.words.what)


@few
@given(st.lists(st.integers(1, 25), min_size=20, max_size=60, unique=False))
def test_texts_of_any_lengths_are_not_cut(lengths):
    assert found(CUT, column("crew saw a tree " * length for length in sorted(lengths))) == []


@pytest.mark.parametrize(("length", "count", "is_found"), [(255, 1, True), (256, 1, False), (254, 2, True), (100, 3, False)])
def test_where_programs_cut_texts_fewer_are_enough(length, count, is_found):
    assert bool(found(CUT, column(long_texts(length, count, 25)))) is is_found


@pytest.mark.parametrize("cells", [
    [f"{place:064x}" for place in range(60)],
    [*(f"crew {'x' * place}" for place in range(30)), *(f"{place} {'a tree fell ' * 5}the end." for place in range(10, 16))],
    [f"row {place}" for place in range(60)],
    [""] * 9,
])
def test_codes_whole_sentences_and_short_texts_are_not_cut(cells):
    assert found(CUT, column(cells)) == []


# Labels

@few
@given(where=places, label=st.sampled_from(["north", "NORTH", "North.", "North!", "n.o.r.t.h"]))
def test_rarer_spellings_are_found_in_their_rows(where, label):
    cells, wanted = put(["North", "East"] * 30, where, [label])
    assert rows(found(ALIKE, column(cells))) == wanted


def test_how_many_labels_have_several_spellings_is_told():
    finding, = found(ALIKE, column([*labels(), "north", "EAST"]))
    assert str(finding.words.what).startswith("2 labels")


@pytest.mark.parametrize("cells", [
    labels(),
    [f"Name {place}" for place in range(60)],
    ["1", "1.0", "01"] * 9,
    ["a" * 500, "A" * 500] * 9,
    ["", " "] * 9,
    ["x"] * 30,
])
def test_labels_of_one_spelling_and_other_columns_are_quiet(cells):
    assert found(ALIKE, column(cells)) == []


# Lists

@few
@given(st.lists(st.lists(st.sampled_from(["bus", "rail", "bike", "foot"]), min_size=1, max_size=3, unique=True), min_size=40,
                max_size=60), st.sampled_from(["; ", "|", ";"]))
def test_lists_of_a_vocabulary_are_found_in_their_rows(records, sign):
    several = [place + 2 for place, record in enumerate(records) if len(record) > 1]
    if len({sign.join(record) for record in records if len(record) > 1}) > 2 and len(several) > 3:
        assert rows(found(SEVERAL, column(sign.join(record) for record in records))) == several


def test_a_comma_counts_where_the_parts_are_values_of_their_own():
    ways = ["bus", "rail", "bus, rail", "bike", "bike, bus", "rail, bike, bus"]
    assert rows(found(SEVERAL, column(ways * 5)))[:3] == [4, 6, 7]
    assert found(SEVERAL, column(["Portland, OR", "Salem, OR", "Vancouver, WA"] * 9)) == []


# Titles, names written once, headers

@few
@given(st.lists(st.integers(2, 6), min_size=2, max_size=5))
def test_titles_of_sections_are_found_in_their_rows(sizes):
    records, wanted = [], []
    for number, size in enumerate(sizes):
        wanted.append(len(records) + 2)
        records.append([f"Bureau of {'abcde'[number] * 3}", "", ""])
        records.extend([f"item {number}{place}", "yes", str(place)] for place in range(size))
    is_few = len(wanted) <= 0.34 * len(records)
    assert rows(found(TITLES, sheet_of_rows(["a", "b", "c"], records))) == (wanted if is_few else [])


@pytest.mark.parametrize("record", [["{}th street", "local", "city", "gravel"], ["{}", "local", "city", "4"]])
def test_one_title_among_many_rows_of_words_or_below_a_number_is_found(record):
    records = [[cell.format(number) for cell in record] for number in range(300)]
    sheet = sheet_of_rows(["a", "b", "c", "d"], [*records[:150], ["Section North", "", "", ""], *records[150:]])
    assert rows(found(TITLES, sheet)) == [152]


@few
@given(st.lists(st.integers(2, 4), min_size=2, max_size=8))
def test_names_written_once_are_found_where_they_are_missing(sizes):
    cells = [name for number, size in enumerate(sizes) for name in (f"Bureau {number}", *[""] * (size - 1))]
    sheet = sheet_of({"bureau": cells, "n": list(map(str, range(len(cells)))), "b": ["x"] * len(cells)})
    assert rows(found(ONCE, sheet)) == [place + 2 for place, cell in enumerate(cells) if not cell]


@pytest.mark.parametrize("cells", [
    ["a", "", "a", "", "a", ""],
    ["", "a", "", "b", ""],
    ["a", "b", "c", "", "", ""],
    ["a", "", "", "", "", "", "", "", "", "", "b", "c"],
    ["1", "", "", "2", "", ""],
])
def test_optional_cells_are_not_names_written_once(cells):
    assert found(ONCE, sheet_of({"c": cells, "n": list(map(str, range(len(cells))))})) == []


def test_all_names_that_break_the_rules_are_one_finding():
    finding, = found(HEADERS, sheet_of({"Opened At": ["1"], "status": ["2"], "a" * 40: ["3"]}))
    assert (finding.column, finding.count, finding.remedies) == (None, 2, ("rename_headers",))
    assert "Opened At" in str(finding.words.where)


def test_names_that_keep_the_rules_and_tables_without_a_header_are_quiet():
    assert found(HEADERS, sheet_of({"opened_at": ["1"], "case-id": ["2"], "v1.2": ["3"]})) == []
    assert found(HEADERS, sheet_of_rows([None, None], [["1", "2"]], first_row=1)) == []
