"""The benchmark of published tables counts columns, names those that are flagged, and shows no cell."""

import pytest

from tests.benchmarks import published_share

PEOPLE = "Park;Visitor email\n" + "".join(f"Lents {place};zqxv{place}@gmail.com\n" for place in range(9))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "visits.csv").write_text(PEOPLE, "utf-8")
    (tmp_path / "trees.csv").write_text("Tree,Height\n" + "".join(f"T-{place},{place}\n" for place in range(9)), "utf-8")
    (tmp_path / "words.csv").write_text("alone\none\ntwo\nthree\n", "utf-8")
    (tmp_path / "short.csv").write_text("a,b\n1,2\n", "utf-8")
    return tmp_path


def test_columns_are_counted_and_the_flagged_ones_named_without_a_cell(folder, capsys):
    published_share.main([str(folder), "--columns"])
    told = capsys.readouterr().out
    assert "2 tables, 4 columns, 1 flagged: 25.00 %" in told
    assert "deep/visits.csv: Visitor email: email" in told
    assert "zqxv" not in told


def test_lines_that_do_not_fit_are_left_out_and_headers_that_repeat_told_apart(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Name,Name,\nx,y,z\nx,y\n1,2,3\n4,5,\xe9\n")
    assert published_share.read_table(path, 50) == {
        "Name 1": ["x", "1", "4"], "Name 2": ["y", "2", "5"], "column 3": ["z", "3", "\xe9"]}


def test_a_package_that_is_not_there_is_told(tmp_path):
    (tmp_path / "tables").mkdir()
    assert published_share.package_folder("tables", tmp_path) == tmp_path / "tables"
    with pytest.raises(FileNotFoundError):
        published_share.package_folder("none", tmp_path)
    with pytest.raises(FileNotFoundError):
        published_share.package_folder("no_such_package_at_all", None)
