"""What a binary workbook hides, each found alone where it was written, and nothing in one that hides nothing."""

import struct

import pytest

from steward.readers.hidden import look_into
from steward.readers.hidden._rules import is_about_faults
from steward.readers.limits import DEFAULT
from tests.readers.hidden.binary_plants import (
    BINARY_PLANTS,
    MARK,
    NO_TEXT,
    ON_WHITE,
    area,
    formula,
    label,
    quoted,
    record,
    row,
    text,
    write,
)
from tests.readers.hidden.test_look import KNOWLEDGE, each_of, hold_that_it_is_found_alone, kinds


@each_of(BINARY_PLANTS)
def test_what_is_hidden_in_a_binary_workbook_is_found_alone_and_its_text_stays_behind(tmp_path, kind, act):
    hold_that_it_is_found_alone(write(tmp_path / "a.xlsb", act), kind)


def test_personal_data_in_a_hidden_place_of_a_binary_workbook_is_recognized(tmp_path):
    acts = {name: act for _, name, act in BINARY_PLANTS}
    wanted = ("a_note", "a_name_with_a_value", "a_text_of_a_deleted_cell", "the_table_behind_a_pivot_table",
              "cells_of_another_workbook", "a_footer")
    things = look_into(write(tmp_path / "a.xlsb", *(acts[name] for name in wanted)), KNOWLEDGE, DEFAULT)
    assert {thing.kind for thing in things if "phone" in dict(thing.found)} == {thing.kind for thing in things}
    assert len(things) == len(wanted)


def _name_of_a_filter(parts):
    place = formula(b"\x3b" + struct.pack("<HIIHH", 0, 0, 39, 0, 3))
    parts.book.append(record(39, struct.pack("<IBI", 0x21, 0, 0) + text("_xlnm._FilterDatabase") + place + NO_TEXT))


def _page_footer(parts):
    parts.behind.append(record(479, bytes(2) + NO_TEXT + text("&CPage &P of &N") + NO_TEXT * 4) + record(480))


def _white_labels_of_a_table(parts):
    parts.rows.append(row(42, label(0, "Permit", ON_WHITE), label(1, "Fee", ON_WHITE)))
    parts.ways.append(("rId9", "table", "../tables/table1.bin"))
    parts.others["xl/tables/table1.bin"] = record(343, area(42, 0, 50, 1) + bytes(48) + text("Fees") * 2) + record(344)


def _empty_hidden_column(parts):
    parts.columns.append(record(60, struct.pack("<4IH", 9, 12, 2304, 0, 1)))


def _list_of_answers(parts):
    where = struct.pack("<I", 1) + area(1, 3, 39, 3)
    parts.behind.append(record(64, struct.pack("<I", 3) + where + NO_TEXT * 4 + formula(quoted("Yes,No")) + formula(b"")))


def _filter_without_condition(parts):
    parts.behind += [record(161, area(0, 0, 39, 3)), record(162)]


def _short_cells(parts):
    parts.rows.append(row(40, label(0, "BP-0040"), record(17, struct.pack("<I", 0) + text("2024-01-04")),
                          record(13, struct.pack("<II", 0, 140 << 2 | 2)), record(18, struct.pack("<II", 0, 0))))


ORDINARY = [_name_of_a_filter, _page_footer, _white_labels_of_a_table, _empty_hidden_column, _list_of_answers,
            _filter_without_condition, _short_cells]


@pytest.mark.parametrize("act", ORDINARY)
def test_an_ordinary_binary_workbook_stays_quiet(tmp_path, act):
    assert kinds(write(tmp_path / "a.xlsb", act)) == []


def test_records_that_are_cut_or_claim_too_much_tell_nothing_and_stop_nothing(tmp_path):
    numbers = (0, 2, 5, 7, 8, 9, 60, 64, 161, 163, 176, 461, 463, 479, 494, 502, 504)
    cut = [record(number, body) for number in numbers for body in (b"", b"\1", NO_TEXT, NO_TEXT * 3)]

    def damage(parts):
        parts.behind += cut
        parts.rows.append(row(40, label(0, MARK), flags=0x10))

    assert "hidden_row" in kinds(write(tmp_path / "a.xlsb", damage))


def test_a_rule_about_cells_that_are_not_blank_is_not_taken_for_one_that_tidies_up():
    rules = ("ISBLANK(A2)", "ISERROR(A2)", 'NOT(ISERROR(SEARCH("BP",A2)))', "NOT( ISBLANK(A2))")
    assert [is_about_faults(rule) for rule in rules] == [True, True, False, False]
