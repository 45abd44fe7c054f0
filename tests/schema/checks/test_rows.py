"""Checks about whole records: blank, ragged, repeated and total rows."""

import pytest

from steward.schema.checks.blank_rows import CHECK as BLANK
from steward.schema.checks.duplicate_rows import CHECK as DUPLICATE
from steward.schema.checks.ragged_rows import CHECK as RAGGED
from steward.schema.checks.total_rows import CHECK as TOTAL
from steward.table.sheet import Quarantined
from steward.vocabulary.tier import Tier
from tests.builders import sheet_of
from tests.schema.checks.looking import found, rows
from tests.schema.checks.pilot import pilot_csv


def test_an_empty_record_blocks_since_the_standard_refuses_it():
    finding, = found(BLANK, sheet_of({"a": ["1", "", "2"], "b": ["x", "", ""]}, first_row=5))
    assert (list(finding.rows), finding.tier, finding.remedies) == ([6], Tier.BLOCK, ("leave_out_blank_rows",))


def test_blanks_count_as_empty_where_the_field_says_so():
    assert rows(found(BLANK, sheet_of({"a": ["1", " "], "b": ["2", ""]}))) == [3]
    assert rows(found(BLANK, sheet_of({"a": ["x", " "], "b": ["2", ""]}))) == []


def test_empty_rows_that_were_left_out_are_worth_a_note():
    finding, = found(BLANK, sheet_of({"a": ["1"]}, blank_rows=(3, 4)))
    assert (list(finding.rows), finding.tier) == ([3, 4], Tier.NOTE)


def test_ragged_records_are_told_apart_by_their_cells():
    apart = [Quarantined(row=row, line=row + 10, cells=cells, text="x") for row, cells in ((4, 3), (5, 1), (6, 3), (7, 2))]
    findings = {finding.kind: finding for finding in found(RAGGED, sheet_of({"a": ["1"], "b": ["2"]}, quarantine=apart))}
    assert {kind: list(finding.rows) for kind, finding in findings.items()} == {
        "extra-cell": [4, 6], "missing-cell": [5], "unreadable-row": [7]}
    assert list(findings["extra-cell"].lines) == [14, 16]


def test_each_later_one_of_equal_records_is_named():
    assert rows(found(DUPLICATE, sheet_of({"a": list("abab"), "b": list("xyxz")}))) == [4]


def test_the_911_pilot_file_has_1053_repeated_records(shared):
    assert found(DUPLICATE, pilot_csv(shared, "BOEC-April2018-Filtered-In.csv"))[0].count == 1053


@pytest.mark.parametrize("label", ["Total", "TOTAL:", "Grand Total", "Subtotal", "  RS subtotal", "Total Permits", "Totals",
                                   "Sub-total",
                                   "Total for all", "Homes total"])
def test_a_total_row_is_named(label):
    cells = [f"kind {number}" for number in range(9)]
    assert rows(found(TOTAL, sheet_of({"kind": [*cells, label], "count": list("1234567890")}))) == [11]


@pytest.mark.parametrize("label", ["Total loss of a vehicle in a fire downtown", "Totally", "Teetotal Society Hall",
                                   "subtotaled by hand by x"])
def test_words_that_only_begin_alike_are_no_totals(label):
    cells = [f"kind {number}" for number in range(9)]
    assert rows(found(TOTAL, sheet_of({"kind": [*cells, label], "count": list("1234567890")}))) == []


def test_a_kind_of_record_that_comes_often_is_no_total():
    kinds = ["Total loss", "Partial loss"] * 10
    assert rows(found(TOTAL, sheet_of({"kind": kinds, "count": list("12345678901234567890")}))) == []


def test_a_shop_with_such_a_name_and_an_address_is_no_total():
    columns = {"shop": ["Oak Books", "Elm Tea", "Total Wine"], "street": ["Oak St", "Elm St", "Ash St"], "visits": ["1", "2",
                                                                                                                    "3"]}
    assert found(TOTAL, sheet_of(columns)) == []
    columns["street"][2] = ""
    assert rows(found(TOTAL, sheet_of(columns))) == [4]


def blocks(label, sums=sum, count=4, height=5, **more):
    """Return blocks of records of one kind each, each closed by a row with this label."""
    lines = []
    for block in range(count):
        kind = ("Homes", "Shops", "Mills", "Docks")[block]
        cells = [(block * 31 + place * 17) % 23 + 2 for place in range(height)]
        lines += [[kind, f"office {place}", str(cell)] for place, cell in enumerate(cells)]
        lines.append([label.format(kind), "", str(sums(cells))])
    kind, office, count = (list(cells) for cells in zip(*lines, strict=True))
    return sheet_of({"kind": kind, "office": office, "count": count, **more})


@pytest.mark.parametrize("label", ["Subtotal {}", "Subtotal for {}", "Sub-total: {}", "Sum of {}", "TOTAL {} PERMITS ISSUED",
                                   "{} - all offices", "{} of every office", "{} total for the whole year"])
def test_a_row_that_adds_up_the_block_above_it_is_named_whatever_it_calls_itself(label):
    assert rows(found(TOTAL, blocks(label))) == [7, 13, 19, 25]


@pytest.mark.parametrize("label", ["Sum of {}", "{} - all offices", "TOTAL {} PERMITS ISSUED"])
def test_a_row_whose_numbers_are_no_sums_is_not_named(label):
    assert found(TOTAL, blocks(label, sums=lambda cells: sum(cells) + 1)) == []


def test_sums_of_short_blocks_and_the_sum_of_all_are_named():
    sheet = sheet_of({"kind": ["Homes", "Homes", "Sum of Homes", "Shops", "Shops", "Sum of Shops", "Sum of it all"],
                      "low": [*list("2468"), "1", "9", "15"], "high": ["3", "9", "12", "7", "1", "8", "20"]})
    assert rows(found(TOTAL, sheet)) == [4, 7, 8]


def test_shops_with_words_of_sums_are_no_sums():
    sheet = sheet_of({"name": ["Oak Books", "Elm Tea", "Sum of Us", "All Saints", "Total Wine", "Overall Shop"],
                      "street": ["Oak St", "Elm St", "Ash St", "Fir St", "Ivy St", "Yew St"],
                      "visits": ["1", "2", "3", "9", "4", "8"]})
    assert found(TOTAL, sheet) == []


def test_lines_of_a_budget_are_no_sums_where_only_one_adds_up_by_chance():
    sheet = sheet_of({"program": ["Parks", "Parks", "Parks", "Parks", "Fire", "Fire", "Fire", "Fire"],
                      "line": ["pay", "rent", "fuel", "", "pay", "rent", "fuel", ""],
                      "amount": ["100", "20", "30", "150", "200", "50", "60", "75"]})
    assert found(TOTAL, sheet) == []


def test_records_alike_in_two_groups_are_no_duplicates_where_the_group_is_named_once_above_them():
    bureaus, kinds = ["Fire", "", "", "", "Parks", "", "", "", "Water", "", "", ""], ["a", "b", "c", "d"] * 3
    assert found(DUPLICATE, sheet_of({"bureau": bureaus, "kind": kinds})) == []
    filled = [name for name in ("Fire", "Parks", "Water") for _ in range(4)]
    assert found(DUPLICATE, sheet_of({"bureau": filled, "kind": kinds})) == []
    assert rows(found(DUPLICATE, sheet_of({"bureau": filled, "kind": [*kinds[:-1], "c"]}))) == [13]
    assert rows(found(DUPLICATE, sheet_of({"bureau": ["Fire", "", "Water", "x"], "kind": ["a", "b", "b", "b"]}))) == []
