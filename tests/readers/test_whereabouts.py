from types import SimpleNamespace

import pytest

from steward.readers.whereabouts import is_away, is_open_elsewhere, reachable


@pytest.mark.parametrize(("attributes", "away"), [(0, False), (0x20, False), (0x1000, True), (0x400020, True), (0x40000, True)])
def test_a_file_that_lies_in_the_cloud_is_known_by_its_attributes(attributes, away):
    assert is_away(SimpleNamespace(st_file_attributes=attributes)) is away


def test_a_system_without_such_attributes_has_every_file_at_hand():
    assert not is_away(SimpleNamespace(st_size=1))


@pytest.mark.parametrize("mark", ["~$Fees é.xlsx", ".~lock.Fees é.xlsx#"])
def test_a_workbook_with_a_lock_beside_it_is_open_elsewhere(tmp_path, mark):
    assert not is_open_elsewhere(tmp_path / "Fees é.xlsx")
    (tmp_path / mark).write_bytes(b"x")
    assert is_open_elsewhere(tmp_path / "Fees é.xlsx")


LONG = "a" * 250


@pytest.mark.parametrize(("path", "wanted"), [
    (rf"C:\{LONG}.csv", rf"\\?\C:\{LONG}.csv"), (rf"\\server\share\{LONG}.csv", rf"\\?\UNC\server\share\{LONG}.csv"),
    (f"C:/x/{LONG}.csv", rf"\\?\C:\x\{LONG}.csv"), (r"C:\short.csv", r"C:\short.csv"), (rf"\\?\C:\{LONG}", rf"\\?\C:\{LONG}")])
def test_a_long_path_has_the_beginning_that_windows_wants(path, wanted):
    assert reachable(path, is_windows=True) == wanted
    assert reachable(path, is_windows=False) == path
