import codecs

import pytest

from steward.readers.formats._samples import LONGEST_LINE, doubtful_lines


def lines_of(folder, content, encoding, **more):
    path = folder / "table.csv"
    path.write_bytes(content)
    return doubtful_lines(path, encoding, **more)


def test_only_lines_beyond_ascii_are_shown_with_their_numbers(tmp_path):
    assert lines_of(tmp_path, "a,b\nJosé,1\nx,2\r\nNúñez,3".encode("cp1252"), "cp1252") == ((2, "José,1"), (4, "Núñez,3"))


def test_the_same_bytes_show_what_another_encoding_makes_of_them(tmp_path):
    assert lines_of(tmp_path, "a\né\n".encode(), "cp1252") == ((2, "Ã©"),)


def test_at_most_so_many_lines_are_shown(tmp_path):
    assert [number for number, _ in lines_of(tmp_path, "é\n".encode() * 20, "utf-8", most=3)] == [1, 2, 3]


def test_of_a_long_line_the_part_with_the_letter_is_shown(tmp_path):
    (number, text), = lines_of(tmp_path, f"{'x' * 5000}é{'y' * 5000}\n".encode(), "utf-8")
    assert number == 1
    assert len(text) == LONGEST_LINE
    assert "é" in text


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8-sig", b""), ("utf-16-le", codecs.BOM_UTF16_LE),
                                                ("utf-16-be", codecs.BOM_UTF16_BE)])
def test_the_byte_order_mark_is_no_letter(tmp_path, encoding, mark):
    assert lines_of(tmp_path, mark + "a\né\n".encode(encoding), encoding) == ((2, "é"),)


def test_a_file_of_plain_letters_has_no_doubtful_lines(tmp_path):
    assert lines_of(tmp_path, b"a,b\n1,2\n", "cp1252") == ()
