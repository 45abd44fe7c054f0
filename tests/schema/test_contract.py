"""What every check keeps to, asked of each one that is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.remedies import all_remedies
from steward.schema.context import Context
from steward.schema.examine import all_checks, examine
from steward.schema.inference import infer_fields
from steward.table.inference import profile_table
from steward.table.sheet import Quarantined
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of, sheet_of_rows
from tests.schema.faulty import FAULTY, MARKER, faulty_sheets
from tests.schema.spoiled import AROUND, spoiled

AVOIDED = ("safe", "invalid", "error", "failed", "please", "!")


def findings_of(sheet):
    profile = profile_table(sheet, Silence(), 1)
    return examine(profile, infer_fields(profile), Silence(), AROUND)


def all_findings():
    return [finding for sheet in (*faulty_sheets(), *spoiled().values()) for finding in findings_of(sheet)]


def texts_of(finding):
    return [str(finding.words.what), str(finding.words.where), str(finding.words.next_step)]


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: type(check).__name__)
def test_a_check_finds_nothing_in_a_plain_table(check):
    sheet = sheet_of({"name": ["Oak", "Elm"], "planted": ["2020-01-31", "2021-02-28"], "height": ["3.5", "4"]})
    profile = profile_table(sheet, Silence(), 1)
    fields = {field.column: field for field in infer_fields(profile)}
    assert list(check.examine(Context(profile=profile, fields=fields))) == []


def test_each_check_finds_what_it_is_for():
    found = {finding.kind for finding in all_findings()}
    assert {kind for check in all_checks() for kind in check.kinds} - found <= {
        "constraint-error", "schema-error", "missing-label", "unique-error",   # they need rules: test_declared_rules.py
        "primary-key",   # a key: test_proposing.py
        "column-order"}   # or a schema: test_asked.py


def test_no_kind_is_given_by_two_checks_but_for_types():
    kinds = [kind for check in all_checks() for kind in check.kinds if kind != "type-error"]
    assert len(kinds) == len(set(kinds))


def test_a_finding_says_three_plain_sentences():
    for finding in all_findings():
        for text in texts_of(finding):
            assert text.endswith("."), (finding.kind, text)
            assert not [word for word in AVOIDED if word in text.lower()], text


def test_no_two_findings_of_a_table_are_about_the_same():
    for sheet in faulty_sheets():
        keys = [finding.key for finding in findings_of(sheet)]
        assert len(keys) == len(set(keys))


def test_each_remedy_that_is_named_exists():
    known = {remedy.name for remedy in all_remedies()}
    assert {name for finding in all_findings() for name in finding.remedies} <= known


def test_rows_lie_in_the_file_and_lines_keep_them_company():
    for sheet in faulty_sheets():
        in_file = {*sheet.rows.tolist(), *(one.row for one in sheet.quarantine), *sheet.provenance.blank_rows,
                   *sheet.provenance.title_rows}
        for finding in findings_of(sheet):
            assert set(finding.rows) <= in_file
            assert not finding.rows or len(finding.lines) in (0, len(finding.rows))
            assert finding.count >= len(finding.rows)


@pytest.mark.parametrize("sheet", faulty_sheets(), ids=FAULTY)
def test_no_finding_repeats_a_cell(sheet):
    for finding in findings_of(sheet):
        assert MARKER not in repr(finding.words).lower()
        assert MARKER not in "".join(texts_of(finding)).lower()


@given(st.lists(st.lists(st.sampled_from(["", " ", "1", "x", "$1,204", "=1", "NULL", "Total", " padded", "2020-01-05",
                                          "1/5/2020"])
                         .map(lambda cell: cell if len(cell) < 2 else cell + MARKER), min_size=3, max_size=3), max_size=15))
def test_no_finding_of_any_table_repeats_a_cell(records):
    sheet = sheet_of_rows(["a", "", "a"], records, quarantine=[Quarantined(row=99, line=99, cells=9, text=MARKER)])
    assert not [finding for finding in findings_of(sheet) if MARKER in repr(finding.words)]


def test_the_strictest_findings_come_first():
    for sheet in faulty_sheets():
        ranks = [finding.tier.rank for finding in findings_of(sheet)]
        assert ranks == sorted(ranks)
