"""Single signs that few use, notes above the table, the sign at the end of old files, and marks that begin a file twice."""

import pytest

from steward.readers.formats._dialect import find_delimiter
from tests.readers.opened import cells_of, read_text
from tests.readers.test_text_traps import noticed


@pytest.mark.parametrize("sign", ":^~!#@$%&+=\x1f")
@pytest.mark.parametrize("notes", [("old", "new", "sold"), ("old, dry", "new", "sold; cut"), ("some, more", "a, b", "c, d")])
def test_another_sign_is_proposed_where_it_divides_names_and_all_records(tmp_path, sign, notes):
    rows = [("id", "name", "note"), *((str(place), "Elm", note) for place, note in enumerate(notes))]
    reading = read_text(tmp_path, "".join(sign.join(row) + "\n" for row in rows))
    assert (reading.provenance.delimiter, cells_of(reading)) == (sign, rows[1:])


@pytest.mark.parametrize("text", [
    "Time\n12:30:15\n13:45:16\n14:50:17\n", "12:30:15\n13:45:16\n14:50:17\n", "Name: Bob\nAge: 3\nCity: X\n",
    "Note\nAs said: this: that\nmore: of: it\nno: thing: new\n", "http://a:80/x\nhttp://b:80/x\nhttp://c:80/y\n",
    "aa:bb:cc:dd\nab:bb:cc:dd\nac:bb:cd:dd\n", "Time: start: end\nx: 1: 2\ny: 3: 4\n", "Tags\n#a #b #c\n#d #e #f\n#g #h #i\n",
    "id,start,end\n1,12:30:15,13:40:15\n2,12:30:15,13:40:15\n", "lat:lon:alt,name\n1:2:3,Elm\n4:5:6,Oak\n"])
def test_signs_within_times_prose_and_cells_divide_nothing(text):
    assert find_delimiter(text, ".txt", is_whole=True) == ","


@pytest.mark.parametrize("sign", "\t;|")
def test_what_divides_a_table_below_many_lines_of_notes_is_found(tmp_path, sign):
    notes = "".join(f"Note {place}: it is, of a kind, counted\nMore of it\n" for place in range(30))
    rows = [("id", "name", "fee"), *((str(row), "Elm", "5") for row in range(20))]
    reading = read_text(tmp_path, notes + "".join(sign.join(row) + "\n" for row in rows))
    assert (reading.labels, cells_of(reading), reading.account.titles) == (rows[0], rows[1:], 60)


@pytest.mark.parametrize("text", ["id,name\r\n1,a\r\n2,b\r\n\x1a", "id,name\n1,a\n2,b\n\x1a\n", "id\n1\n2\n\x1a"])
def test_the_sign_with_which_dos_ended_a_file_is_called_that(tmp_path, text):
    assert noticed(read_text(tmp_path, text)) == {"end-sign": (1, [4], [4])}


@pytest.mark.parametrize("begin", [b"\xef\xbb\xbf" * 2, b"\xef\xbb\xbf" * 3, b"\xef\xbb\xbf\xc3\xaf\xc2\xbb\xc2\xbf",
                                   b"\xc3\xaf\xc2\xbb\xc2\xbf", b"\xff\xfe\xff\xfe"])
def test_a_mark_that_is_written_more_than_once_is_no_part_of_the_first_name(tmp_path, begin):
    reading = read_text(tmp_path, begin + "id,name\n1,a\n".encode("utf-16-le" if begin[0] == 0xff else "utf-8"))
    assert (reading.labels, noticed(reading)) == (("id", "name"), {"further-mark": (1, [], [])})
