"""A text whose columns are lined up is cut where all lines have blanks: nothing is lost, and what is cut in two is told."""

import pytest

from steward.readers.formats import _attempt
from steward.table.lined_up import cuts_of
from tests.readers.opened import cells_of, look_here, read_here

NAMES = f"{'PERMIT':<9}{'OWNER':<16}{'OPENED':<11}{'FEE':>8}  STATUS"
ROWS = [(str(2_400_000 + row), f"{('José Núñez', 'Ann', 'Bob')[row % 3]} {row % 7}", f"2024-0{row % 9 + 1}-12", f"{row}.50",
         ("open", "", "shut")[row % 3]) for row in range(300)]
LINES = [NAMES, *(f"{number:<9}{owner:<16}{day:<11}{fee:>8}  {status}".rstrip() for number, owner, day, fee, status in ROWS)]
CUTS = (10, 26, 39, 47)


def written(folder, lines, end="\n", encoding="utf-8"):
    path = folder / "permits.txt"
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path


@pytest.mark.parametrize(("end", "encoding"), [("\n", "utf-8-sig"), ("\r\n", "cp1252"), ("\r", "utf-16")])
def test_the_places_are_proposed_and_the_cells_are_those_between_them(tmp_path, end, encoding):
    path = written(tmp_path, ["CITY OF ELM     Permits", "", *LINES, "", "300 permits, printed 2024"], end, encoding)
    proposed = look_here(path)
    assert (proposed.is_lined_up, proposed.cuts) == (True, CUTS)
    shown, reading = look_here(path, cuts=CUTS), read_here(path, cuts=CUTS)
    assert (shown.labels, shown.header_rows, shown.is_lined_up) == (("PERMIT", "OWNER", "OPENED", "FEE", "STATUS"), (3,), False)
    assert cells_of(reading)[:-1] == ROWS
    assert cells_of(read_here(path, cuts=())) == cells_of(reading)
    assert "".join(cells_of(reading)[-1]).replace(" ", "") == "300permits,printed2024"
    assert (reading.account.missing, reading.account.blank, reading.account.titles) == (0, 2, 1)
    assert (reading.rows[0], reading.lines[-1], reading.provenance.delimiter) == (4, 305, None)
    assert [(one.count, list(one.rows)) for one in reading.oddities if one.kind == "cut-word"] == [(1, [305])]


def test_signs_of_other_files_mean_nothing_in_lines_that_are_cut(tmp_path):
    path = written(tmp_path, ["a    b", '"x   1,2', 'y"   ;;', "z\x00   |"])
    reading = read_here(path, cuts=(6,))
    assert cells_of(reading) == [('"x', "1,2"), ('y"', ";;"), ("z\x00", "|")]
    assert [one.kind for one in reading.oddities] == ["nul-byte"]


def test_a_part_far_down_is_cut_as_the_beginning_is(tmp_path, monkeypatch):
    for name, number in (("_SHORT_FILE", 0), ("_FAR_ROWS", 5), ("_HEAD_BYTES", 4_000)):
        monkeypatch.setattr(_attempt, name, number)
    reading = read_here(written(tmp_path, LINES), cuts=CUTS, region=(202, 1, 251, 0), header_rows=())
    assert cells_of(reading) == ROWS[200:250]
    assert (reading.account.missing, reading.account.left_out) == (0, 251)


@pytest.mark.parametrize(("lines", "cuts"), [
    (["name      fee", "---- --------", "a b c       1"], (6,)), (["one  text  is", "no table at", "all"], ()),
    (["a b", *["x y  z"] * 60], (3, 6)), (["NAME X", *[f"A{row % 7}   {row % 5}" for row in range(60)]], (6,)),
    (["Total of   all", *["Elm       2  x"] * 5, "sum of everything  9"], (11, 14))])
def test_columns_are_cut_where_lines_with_the_usual_gaps_have_blanks(lines, cuts):
    assert cuts_of(lines) == cuts
