"""Columns that are written into files while they are read are those that would have been kept in memory."""

import csv
import errno
import gc
import io
import random
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import pyarrow as pa
import pytest

from steward.disk.trouble import DiskFull
from steward.readers import handover
from steward.readers.formats import _column_files, _records
from steward.readers.formats._column_files import ColumnFiles
from steward.readers.pieces import Pieces
from tests.readers.dirty import PIECES
from tests.readers.formats.test_spill import BATCHES, TEXT
from tests.readers.opened import cells_of, read_text

CELLS = [[["1", "", "é"], ["4"], ["5", "6"]], [["x", "two\nlines", ""], ["y"], ["", "z"]]]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Let the files lie in a folder of the test's own, as they do in the folder of the table."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("steward.readers.formats._attempt.BLOCK_BYTES", 512)
    return tmp_path


def written(batches=BATCHES, **limits):
    files = ColumnFiles(**limits)
    for batch in batches:
        files.add(batch)
    return files.columns(batches[0].num_columns)


def flat(columns):
    return [[cell for piece in column for cell in piece.to_pylist()] for column in columns]


@pytest.mark.parametrize("most_bytes", [0, 1, 60, 1 << 20])
@pytest.mark.parametrize("most_text", [1, 3, 9, 2**31 - 1])
def test_what_comes_back_is_what_was_given(most_bytes, most_text):
    columns = written(most_bytes=most_bytes, most_text=most_text)
    assert flat(columns) == [[cell for piece in column for cell in piece] for column in CELLS]
    for piece in (piece for column in columns for piece in column):
        piece.validate(full=True)


def test_a_column_in_files_is_one_piece_unless_offsets_cannot_count_its_text():
    assert [len(column) for column in written(most_bytes=0)] == [1, 1]
    assert [column.lies is None for column in written(most_bytes=0)] == [False, False]
    assert [column.lies for column in written(most_bytes=0, most_text=9)] == [None, None] or (
        [len(column) for column in written(most_bytes=0, most_text=9)] != [1, 1])


def test_parts_of_batches_are_written_as_what_they_show():
    parts = [pa.record_batch({"a": ["x", "yy", "é", ""]}).slice(1, 2), pa.record_batch({"a": ["zz", "", "w"]}).slice(2)]
    assert flat(written(parts, most_bytes=0)) == [["yy", "é", "w"]]


def test_empty_cells_and_empty_batches_need_no_text():
    batches = [pa.record_batch({"a": pa.array([], pa.string())}), pa.record_batch({"a": ["", ""]})]
    assert flat(written(batches, most_bytes=0)) == [["", ""]]
    assert ColumnFiles().columns(3) == [[], [], []]


def test_the_files_go_when_nobody_needs_them_and_stay_when_they_are_kept(folder):
    columns = written(most_bytes=0)
    first, *_ = folder.glob("columns-*")
    second = written(most_bytes=0)[1]
    second.lies.keep()
    kept = second.lies.folder
    del columns, second
    gc.collect()
    assert (first.exists(), kept.exists()) == (False, True)


def test_a_piece_that_is_exchanged_lies_in_no_file():
    column = written(most_bytes=0)[0]
    column[0] = pa.array(["other"])
    assert column.lies is None
    assert Pieces([1]).lies is None


@pytest.mark.parametrize("step", [{}, {"region": (1, 2, 0, 3)}, {"region": (1, 1, 90, 0)}, {"header_rows": ()}],
                         ids=["all", "columns", "rows", "no names"])
def test_the_table_that_is_handed_over_is_the_same_however_it_was_kept(folder, monkeypatch, step):
    kept = read_text(folder, TEXT, **step)
    cells, rows, account = cells_of(kept), kept.rows.tolist(), kept.account
    monkeypatch.setattr(_records, "ColumnFiles", lambda: ColumnFiles(most_bytes=1))
    reading = read_text(folder, TEXT, **step)
    assert (cells_of(reading), reading.rows.tolist(), reading.account) == (cells, rows, account)
    handover.write(reading, folder)
    del reading
    gc.collect()
    sheet = handover.read(folder)
    assert list(zip(*(column.values.to_pylist() for column in sheet.columns), strict=True)) == cells
    assert (sheet.quarantine, sheet.account) == (kept.quarantine, account)


def test_columns_that_lie_in_the_folder_are_not_written_again(folder, monkeypatch):
    monkeypatch.setattr(_records, "ColumnFiles", lambda: ColumnFiles(most_bytes=1))
    handover.write(read_text(folder, TEXT), folder)
    assert len(list(folder.glob("columns-*/*.text"))) == 3
    assert (folder / handover.BUFFERS).stat().st_size < 12_000


def test_columns_that_lie_elsewhere_are_written_into_the_folder(folder, monkeypatch):
    monkeypatch.setattr(_records, "ColumnFiles", lambda: ColumnFiles(most_bytes=1))
    reading = read_text(folder, TEXT)
    cells = cells_of(reading)
    (folder / "other").mkdir()
    handover.write(reading, folder / "other")
    assert list(zip(*(column.values.to_pylist() for column in handover.read(folder / "other").columns), strict=True)) == cells


@pytest.mark.parametrize("seed", range(25))
def test_dirty_texts_are_the_same_in_files(folder, monkeypatch, seed):
    dice = random.Random(seed)
    pieces = [piece for piece in PIECES if "\0" not in piece]
    text = "a,b,c\n" + "".join(",".join(dice.choice(pieces) for _ in range(3)) + "\n" for _ in range(dice.randint(5, 60)))
    monkeypatch.setattr(_records, "ColumnFiles", lambda: ColumnFiles(most_bytes=1))
    reading = read_text(folder, text, header_rows=(1,), delimiter=",")
    expected = [tuple(cells) for cells in csv.reader(io.StringIO(text, newline="")) if len(cells) == 3 and any(cells)][1:]
    assert cells_of(reading) == expected


def test_a_full_disk_is_said_as_one(monkeypatch):
    def full(**_more):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(_column_files, "tempfile", SimpleNamespace(mkdtemp=full))
    with pytest.raises(DiskFull):
        written(most_bytes=0)


def test_only_a_name_is_taken_from_what_the_child_says(tmp_path):
    handover.write(read_text(tmp_path, TEXT), tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    entry = {"folder": f"../{Path(outside).name}", "number": 0}
    with pytest.raises(OSError, match=r"0\.offsets"):
        handover._text_in_files(outside, entry, 1)


def test_a_disk_that_fills_up_while_the_parser_goes_on_is_told_as_such(tmp_path, monkeypatch):
    def full(_self, _batch):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(_column_files._ColumnFile, "add", full)
    monkeypatch.setattr(_column_files.ColumnFiles.__init__, "__defaults__", (0, 2**31 - 1))
    with pytest.raises(DiskFull):
        read_text(tmp_path, "a,b\n" + "".join(f"{number},x\n" for number in range(2000)))


def test_batches_are_kept_in_their_order_whatever_each_takes(tmp_path, monkeypatch):
    add, taken = _records._Gathered.add, []

    def now_and_then_slow(self, batch):
        if not len(taken) % 5:
            time.sleep(0.001)
        taken.append(batch.num_rows)
        add(self, batch)

    monkeypatch.setattr(_records._Gathered, "add", now_and_then_slow)
    rows = [(str(number), "two\nlines" if number % 7 == 0 else "x") for number in range(500)]
    sheet = read_text(tmp_path, "a,b\n" + "".join(f'{first},"{second}"\n' for first, second in rows))
    assert len(taken) > _records._MOST_WAITING
    assert cells_of(sheet) == rows
