import errno
from types import SimpleNamespace

import pyarrow as pa
import pytest

from steward.disk.trouble import DiskFull
from steward.readers import handover
from steward.readers.formats import _records, _spill
from steward.readers.formats._spill import Batches
from tests.readers.opened import cells_of, read_text

BATCHES = [pa.record_batch({"a": ["1", "", "é"], "b": ["x", "two\nlines", ""]}), pa.record_batch({"a": ["4"], "b": ["y"]}),
           pa.record_batch({"a": ["5", "6"], "b": ["", "z"]})]
TEXT = "a,b,c\n" + "".join(f'{number},"x\n{number}",é\n' + ",,\n" * (number % 7 == 0) + "short\n" * (number % 11 == 0)
                          for number in range(400))


@pytest.mark.parametrize("most_bytes", [0, 1, 1 << 20])
def test_what_comes_back_is_what_was_given_wherever_it_lay(most_bytes):
    batches = Batches(most_bytes)
    for batch in BATCHES:
        batches.add(batch)
    columns = batches.columns(2)
    batches.close()
    assert [[piece.to_pylist() for piece in column] for column in columns] == [
        [["1", "", "é"], ["4"], ["5", "6"]], [["x", "two\nlines", ""], ["y"], ["", "z"]]]


def test_no_batches_give_empty_columns():
    assert Batches().columns(3) == [[], [], []]


def test_a_table_kept_in_a_file_is_the_same_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr("steward.readers.formats._attempt.BLOCK_BYTES", 512)
    kept = read_text(tmp_path, TEXT)
    monkeypatch.setattr(_records, "MOST_COLUMNS", 2)
    monkeypatch.setattr(_records, "Batches", lambda: Batches(most_bytes=1))
    spilled = read_text(tmp_path, TEXT)
    assert len(spilled.columns[0]) > 1
    assert cells_of(spilled) == cells_of(kept)
    assert spilled.rows.tolist() == kept.rows.tolist()
    assert spilled.lines.tolist() == kept.lines.tolist()
    assert (spilled.quarantine, spilled.account, spilled.provenance, spilled.oddities) == (
        kept.quarantine, kept.account, kept.provenance, kept.oddities)


def test_a_table_kept_in_a_file_is_handed_over_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("steward.readers.formats._attempt.BLOCK_BYTES", 512)
    monkeypatch.setattr(_records, "MOST_COLUMNS", 2)
    monkeypatch.setattr(_records, "Batches", lambda: Batches(most_bytes=1))
    reading = read_text(tmp_path, TEXT)
    cells = cells_of(reading)
    handover.write(reading, tmp_path)
    sheet = handover.read(tmp_path)
    assert list(zip(*(column.values.to_pylist() for column in sheet.columns), strict=True)) == cells


def test_a_full_disk_is_said_as_one(monkeypatch):
    def full():
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(_spill, "tempfile", SimpleNamespace(TemporaryFile=full))
    with pytest.raises(DiskFull):
        Batches(0).add(BATCHES[0])
