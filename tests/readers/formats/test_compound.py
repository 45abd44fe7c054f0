import struct

import pytest

from steward.readers.errors import FileDamaged
from steward.readers.formats._compound import check_chains
from tests.readers.old_books import compound, xls
from tests.readers.opened import cells_of, read_here

TABLE = 512     # the sector of the table of sectors


def with_number(path, place, number):
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, place, number)
    path.write_bytes(content)
    return path


def test_a_whole_workbook_passes_and_is_read(tmp_path):
    path = xls(tmp_path / "a.xls", [["a", "b"], ["x", 1.5]])
    check_chains(path)
    assert cells_of(read_here(path)) == [("x", "1.5")]


@pytest.mark.parametrize(("place", "number"), [(TABLE + 4, 1), (TABLE + 4 * 5, 3), (TABLE + 4 * 5, 500), (48, 500), (30, 7)])
def test_a_chain_that_does_not_end_is_damage(tmp_path, place, number):
    path = with_number(xls(tmp_path / "a.xls", [["a"], [1]]), place, number)
    with pytest.raises(FileDamaged):
        check_chains(path)


def test_a_part_that_says_it_is_larger_than_the_file_is_damage(tmp_path):
    path = with_number(xls(tmp_path / "a.xls", [["a"], [1]]), 1024 + 128 + 124, 0x48A8)   # its size, upper half
    with pytest.raises(FileDamaged):
        check_chains(path)


def test_a_file_that_is_cut_in_its_header_is_damaged(tmp_path):
    (tmp_path / "a.xls").write_bytes(compound({"Workbook": b"x"})[:40])
    with pytest.raises(FileDamaged):
        check_chains(tmp_path / "a.xls")
