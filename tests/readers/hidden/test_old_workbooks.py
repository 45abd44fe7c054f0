"""What an old Excel workbook hides, each found alone where it was written, and nothing in one that hides nothing."""

import random
import struct

import pytest

from steward.readers.hidden import look_into
from steward.readers.limits import DEFAULT
from tests.readers.hidden.old_plants import MARK, OLD_PLANTS, ON_WHITE, label, record, text, write
from tests.readers.hidden.test_look import KNOWLEDGE, each_of, hold_that_it_is_found_alone, kinds
from tests.readers.old_books import compound


@each_of(OLD_PLANTS)
def test_what_is_hidden_in_an_old_workbook_is_found_alone_and_its_text_stays_behind(tmp_path, kind, act):
    hold_that_it_is_found_alone(write(tmp_path / "a.xls", act), kind)


def test_what_is_hidden_together_is_found_together(tmp_path):
    apart = {"hidden_sheet", "hidden_column", "comment", "defined_name", "doc_properties", "header_footer", "vba_macro"}
    acts = {kind: act for kind, _, act in OLD_PLANTS if kind in apart}
    assert set(kinds(write(tmp_path / "a.xls", *acts.values()))) == apart


def _written_by(program):
    return lambda parts: parts.before.append(record(0x5C, program))


def _names_of_programs(parts):
    area = b"\x3b" + struct.pack("<5H", 0, 0, 39, 0, 3)
    for flags, name in ((0x21, b"\x06"), (0x01, b"_xlfn.IFERROR")):
        head = struct.pack("<HBBHHH", flags, 0, len(name), len(area), 0, 1)
        parts.before.append(record(0x18, head + bytes(4) + b"\0" + name + area))


def _page_footer(parts):
    parts.sheet.append(record(0x15, text("&CPage &P of &N")))


def _rule_about_zeros(parts):
    area, formula = struct.pack("<4H", 1, 39, 0, 0), b"\x1e\0\0"
    style = struct.pack("<IH", 1 << 26, 0) + bytes(80) + struct.pack("<I", 9) + bytes(34)
    parts.sheet += [record(0x1B0, struct.pack("<2H", 1, 0) + area + struct.pack("<H", 1) + area),
                    record(0x1B1, struct.pack("<BBHH", 1, 3, len(formula), 0) + style + formula)]


def _white_labels_of_a_filter(parts):
    area = b"\x3b" + struct.pack("<5H", 0, 50, 60, 0, 3)
    parts.before.append(record(0x18, struct.pack("<HBBHHH", 0x21, 0, 1, len(area), 0, 1) + bytes(4) + b"\0\x0d" + area))
    parts.sheet.append(label(50, 0, "Permit", ON_WHITE))


def _empty_hidden_column(parts):
    parts.sheet.append(record(0x7D, struct.pack("<5H", 9, 12, 2304, 0, 1)))


def _list_of_answers(parts):
    items = b"\x17" + text("Yes\0No", 1)
    parts.sheet.append(record(0x1BE, struct.pack("<I", 3) + text("\0") * 4 + struct.pack("<2H", len(items), 0) + items))


def _records_that_are_cut(parts):
    parts.sheet += [record(kind, b"\1") for kind in (0x1B8, 0x1BE, 0x1C, 0x5D, 0x1B6, 0x1B1, 0xAF, 0x7D, 0x06, 0x208)]


def _white_letters_on_a_scale_of_colors(parts):
    area, head = struct.pack("<4H", 1, 39, 0, 0), bytes(12)
    parts.sheet += [label(3, 0, "BP-0003", ON_WHITE),
                    record(0x879, head + struct.pack("<2H", 1, 0) + area + struct.pack("<H", 1) + area),
                    record(0x87A, head + struct.pack("<BBHHIHH", 3, 0, 0, 0, 0, 0, 0) + struct.pack("<BHH", 0, 1, 2))]


def _picture_that_a_mac_keeps(parts):
    head = b"\xfe\xff\0\0" + bytes(20) + struct.pack("<I", 1) + bytes(16) + struct.pack("<I", 48)
    picture = struct.pack("<IIiI", 0x47, 16, -2, 0x50494354) + bytes(8)
    parts.streams["\5SummaryInformation"] = head + struct.pack("<IIII", 16 + len(picture), 1, 17, 16) + picture


ORDINARY = [_written_by(b"None".ljust(112)), _written_by(text("Microsoft Office User").ljust(112)), _names_of_programs,
            _page_footer, _rule_about_zeros, _white_labels_of_a_filter, _empty_hidden_column, _list_of_answers,
            _records_that_are_cut, _white_letters_on_a_scale_of_colors, _picture_that_a_mac_keeps]


@pytest.mark.parametrize("act", ORDINARY)
def test_an_ordinary_old_workbook_stays_quiet(tmp_path, act):
    assert kinds(write(tmp_path / "a.xls", act)) == []


def test_a_rule_in_the_form_of_excel_2007_that_turns_letters_white_is_found(tmp_path):
    def rule(parts):
        area, head, formula = struct.pack("<4H", 1, 39, 0, 0), bytes(12), b"\x1d\1"
        font = bytearray(118)
        font[80:84] = struct.pack("<I", 9)
        style = struct.pack("<IH", 1 << 26, 0) + bytes(font)
        parts.sheet += [record(0x879, head + struct.pack("<2H", 1, 0) + area + struct.pack("<H", 1) + area),
                        record(0x87A, head + struct.pack("<BBHHI", 2, 0, len(formula), 0, len(style)) + style + formula
                               + struct.pack("<HBHH", 0, 0, 1, 1))]

    assert kinds(write(tmp_path / "a.xls", rule)) == ["conditional_hidden"]


def test_an_old_workbook_that_is_cut_in_its_directory_is_told_as_not_looked_through(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(compound({"Book": b"x" * 4096})[:1460])
    assert kinds(path) == ["not_looked_at"]


def test_a_place_that_many_sheets_lead_to_is_read_once(tmp_path):
    acts = {kind: act for kind, _, act in OLD_PLANTS}
    path = write(tmp_path / "a.xls", acts["comment"], lambda parts: setattr(parts, "again", 50))
    found = [thing for thing in look_into(path, KNOWLEDGE, DEFAULT) if thing.kind == "comment"]
    assert [thing.count for thing in found] == [1]


def test_a_text_that_is_cut_between_records_says_anew_how_wide_its_letters_are(tmp_path):
    def shared(parts):
        half = MARK[:8]
        parts.before += [record(0xFC, struct.pack("<2I", 1, 1) + struct.pack("<HB", len(MARK), 0) + half.encode()),
                         record(0x3C, b"\1" + MARK[8:].encode("utf-16-le"))]
        parts.sheet += [record(0xFD, struct.pack("<3HI", 1, 4, 0, 0)), record(0x7D, struct.pack("<5H", 4, 4, 2304, 0, 1))]

    (thing,) = look_into(write(tmp_path / "a.xls", shared), KNOWLEDGE, DEFAULT)
    assert (thing.kind, dict(thing.found)["phone"]) == ("hidden_column", 1)


def test_an_old_workbook_with_a_password_says_that_it_could_not_be_looked_at(tmp_path):
    path = write(tmp_path / "a.xls", lambda parts: parts.before.insert(0, record(0x2F, bytes(52))))
    assert kinds(path) == ["not_looked_at"]


def test_a_changed_old_workbook_never_raises_and_never_tells_its_text(tmp_path):
    draw = random.Random(7)
    for _ in range(80):
        path = write(tmp_path / "a.xls", draw.choice(OLD_PLANTS)[2])
        content = bytearray(path.read_bytes())
        for _ in range(draw.randrange(1, 30)):
            content[draw.choice((draw.randrange(1536), draw.randrange(len(content))))] = draw.randrange(256)
        path.write_bytes(content)
        assert "zqxv" not in repr(look_into(path, KNOWLEDGE, DEFAULT)).lower()
