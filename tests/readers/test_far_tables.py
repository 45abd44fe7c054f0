"""A table far down a long text file is found, shown and read as exactly as one at its beginning."""

import pytest

from steward.readers.formats import _attempt, _further_tables
from tests.readers.opened import cells_of, look_here, read_here

FIRST = [["Permit", "Street", "Fee"], *([str(row), f"Núñez {row % 9}", f"{row % 7}.5"] for row in range(400))]
SECOND = [["Street", "Visits", "Chief"], *([f"Elm {row % 9}", str(row % 5), f"Lee {row % 3}"] for row in range(300))]
GAPS = {"blank": "{end}{end}", "separators": ",,{end}", "title": "{end}Visits,,{end}"}


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch):
    """Take a file of some kilobytes for a long one."""
    for name, number in (("_SHORT_FILE", 0), ("_FAR_ROWS", 5), ("_HEAD_BYTES", 6_000)):
        monkeypatch.setattr(_attempt, name, number)
    monkeypatch.setattr(_further_tables, "_BLOCK_BYTES", 100)
    monkeypatch.setattr(_further_tables, "_NEAR_BYTES", 2_000)


def text_of(rows, end):
    return "".join(",".join(row) + end for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", sorted(GAPS))
def test_each_table_of_a_long_file_is_offered_shown_and_read_alone(tmp_path, gap, end, encoding):
    broken = [*FIRST[:9], ["9", f'"Two{end}lines, ""so"""', "1.5"], *FIRST[9:]]
    between, path = GAPS[gap].format(end=end), tmp_path / "table.csv"
    path.write_bytes((text_of(broken, end) + between + text_of(SECOND, end)).encode(encoding))
    upper, lower = look_here(path).touching
    top = 403 + between.count(end) - (gap == "title")
    assert (upper[:3], lower[:3]) == ((1, 1, top - 1), (top, 1, 0))
    shown = look_here(path, region=lower)
    assert shown.touching == (upper, lower)
    assert (shown.rows[0].row, list(shown.rows[-1].cells)) == (1, SECOND[200 - 1 - (gap == "title")])
    assert list(shown.labels) == SECOND[0]
    reading = read_here(path, region=lower)
    assert (list(reading.labels), [list(cells) for cells in cells_of(reading)]) == (SECOND[0], SECOND[1:])
    header = top + (gap == "title")
    assert (reading.rows[0], reading.lines[0], reading.provenance.header_rows) == (header + 1, header + 2, (header,))
    assert (reading.account.missing, reading.account.left_out) == (0, top)
    assert reading.provenance.line_ending == ("lf" if end == "\n" else "crlf")
    assert [cells[0] for cells in cells_of(read_here(path, region=upper))][-1] == "399"


def test_groups_parted_by_blank_lines_are_one_table(tmp_path):
    rows = [line for row in FIRST for line in ([[], row] if row[0].endswith("50") else [row])]
    path = tmp_path / "table.csv"
    path.write_text(text_of(rows, "\n"), encoding="utf-8")
    assert look_here(path).touching == ()


def test_a_region_that_begins_behind_the_last_row_says_so(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(text_of(FIRST, "\n"), encoding="utf-8")
    with pytest.raises(Exception, match="has no rows"):
        read_here(path, region=(4_000, 1, 0, 0))
