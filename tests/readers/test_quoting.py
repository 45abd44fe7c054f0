"""Quotation marks may be written twice, behind a backslash or behind a blank: the way is found and told, and can be chosen."""

import pytest

from steward.readers.errors import QuoteUnclosed
from steward.remedies.mend_row import cells_of as cells_of_record
from steward.vocabulary.quoting import Quoting
from tests.readers.opened import cells_of, read_text
from tests.readers.test_text_traps import noticed


@pytest.mark.parametrize(("content", "quoting", "cells"), [
    (r'1,"2\" pipe","laid, north"|2,"C:\temp","say \"hi, you\""', "backslash",
     [("1", '2" pipe', "laid, north"), ("2", r"C:\temp", 'say "hi, you"')]),
    ('1, "Elm, Ash", x|2, "Oak", "a ""b"" c"', "blank", [("1", "Elm, Ash", "x"), ("2", "Oak", 'a "b" c')]),
    (r'1, "Elm \"Ash\", x", a|2, "Oak", b', "blank-backslash", [("1", 'Elm "Ash", x', "a"), ("2", "Oak", "b")])])
def test_the_way_in_which_quotation_marks_are_written_is_found_and_told(tmp_path, content, quoting, cells):
    lines = f"id,name,note|{content}|".replace("|", "\r\n")
    reading = read_text(tmp_path, lines)
    assert (reading.provenance.quoting, reading.labels, cells_of(reading)) == (quoting, ("id", "name", "note"), cells)
    assert noticed(reading) == {f"{sign}-quoting": (1, [], []) for sign in quoting.split("-")}
    assert noticed(read_text(tmp_path, lines, quoting=Quoting(quoting))) == {}


@pytest.mark.parametrize("content", [
    '1,"C:\\dir\\"|2,"D:\\"', '1, 5" pipe|2, 6" pipe', '1,"a ""b"" c"|2,"x, ""y"""', '1, "Elm"|2,"Oak"|3,"x"',
    '1,"a "b" c"|2,a\\"b', '1,  indented|2, "a"|3,  b'])
def test_quotation_marks_written_as_usual_are_taken_so_whatever_stands_beside_them(tmp_path, content):
    assert read_text(tmp_path, f"id,name|{content}|".replace("|", "\n")).provenance.quoting is Quoting.DOUBLED


def test_a_person_may_say_how_quotation_marks_are_written(tmp_path):
    lines = 'id,name\n1, "Elm, Ash"\n2,"a"\n3,"b"\n'
    assert [one.cells for one in read_text(tmp_path, lines).quarantine] == [3]
    told = read_text(tmp_path, lines, quoting=Quoting.BLANK)
    assert (cells_of(told)[0], told.quarantine) == (("1", "Elm, Ash"), ())


def test_a_record_with_backslashes_that_is_set_apart_is_taken_apart_as_it_was_read(tmp_path):
    reading = read_text(tmp_path, 'id,name\n1,"a \\"b, c\\""\n2,"x, \\"y\\"",z\n', quoting=Quoting.BACKSLASH)
    assert cells_of_record(reading.quarantine[0], ",", reading.provenance.quoting) == ("2", 'x, "y"', "z")


def test_an_open_quotation_mark_is_told_with_its_line_behind_backslashes_too(tmp_path):
    with pytest.raises(QuoteUnclosed) as trouble:
        read_text(tmp_path, 'id,name\n1,"a\\"b"\n2,"x\\"\n3,y\n', quoting=Quoting.BACKSLASH)
    assert "line 3" in str(trouble.value.words.where)
