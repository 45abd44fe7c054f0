"""Cells, rows and lines equal csv.reader's on hundreds of dirty texts; `benchmarks/fuzz_exact_ingest.py` reads thousands."""

import random

import pytest

from steward.readers.errors import FileEmpty, QuoteUnclosed
from steward.readers.formats import _attempt
from steward.readers.formats.delimited import FORMAT
from steward.readers.limits import DEFAULT
from steward.readers.recognition import peek
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.readers.dirty import dirty_text, expected
from tests.readers.opened import cells_of


def is_blank(cells):
    return not any(cell.strip(" \t\r\n\f\v\u00a0") for cell in cells)


def read_exactly(folder, text, encoding="utf-8"):
    path = folder / "dirty.csv"
    path.write_bytes(text.encode(encoding))
    step = ImportStep(delimiter=",", header_rows=(), encoding=encoding)
    return FORMAT.read(peek(path), step, DEFAULT, Silence())


def assert_equals_csv_reader(folder, text, encoding="utf-8"):
    truth = expected(text)
    numbered = [(row, line, tuple(cells)) for row, (line, cells) in enumerate(truth.records, start=1)]
    try:
        reading = read_exactly(folder, text, encoding)
    except QuoteUnclosed:
        assert truth.is_open
        return
    except FileEmpty:
        assert all(is_blank(cells) for _, _, cells in numbered)
        return
    width, quarantine = len(reading.labels), {one.row: (one.row, one.line, one.cells) for one in reading.quarantine}
    fitting = [record for record in numbered if len(record[2]) == width and any(record[2])]
    ragged = [(row, line, len(cells)) for row, line, cells in numbered if len(cells) != width and not is_blank(cells)]
    assert not truth.is_open
    assert list(zip(reading.rows.tolist(), reading.lines.tolist(), cells_of(reading), strict=True)) == fitting
    assert list(quarantine.values()) == ragged
    assert sorted([*reading.rows.tolist(), *quarantine, *reading.provenance.blank_rows]) == [row for row, _, _ in numbered]
    assert reading.provenance.physical_lines == truth.lines


@pytest.mark.parametrize("seed", range(2))
def test_dirty_texts_are_read_as_csv_reader_reads_them(tmp_path, seed):
    dice = random.Random(seed)
    for _ in range(200):
        assert_equals_csv_reader(tmp_path, dirty_text(dice) or "x")


@pytest.mark.parametrize("block_bytes", [24, 60])
def test_nothing_is_lost_where_a_block_is_cut(tmp_path, monkeypatch, block_bytes):
    monkeypatch.setattr(_attempt, "BLOCK_BYTES", block_bytes)
    dice = random.Random(block_bytes)
    for _ in range(120):
        assert_equals_csv_reader(tmp_path, dirty_text(dice) or "x")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_other_encodings_are_read_as_exactly(tmp_path, monkeypatch, encoding):
    monkeypatch.setattr(_attempt, "BLOCK_BYTES", 90)
    dice = random.Random(encoding)
    for _ in range(60):
        assert_equals_csv_reader(tmp_path, dirty_text(dice) or "x", encoding)


def test_a_line_feed_after_a_block_that_ends_in_a_carriage_return_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(_attempt, "BLOCK_BYTES", 12)
    reading = read_exactly(tmp_path, 'aaaa,bbbb\n1,"12345\r\n6"\n')
    assert cells_of(reading) == [("aaaa", "bbbb"), ("1", "12345\r\n6")]


def test_a_second_byte_order_mark_is_told_and_no_part_of_the_first_cell(tmp_path):
    reading = read_exactly(tmp_path, "\ufeff\ufeffa,b\n")
    assert (cells_of(reading), [one.kind for one in reading.oddities]) == ([("a", "b")], ["further-mark"])


def test_no_text_gives_a_wrong_table_when_everything_is_guessed(tmp_path):
    dice = random.Random(7)
    path = tmp_path / "guess.csv"
    for _ in range(120):
        text = dirty_text(dice).replace("\0", "") or "x"
        path.write_bytes(text.encode())
        try:
            reading = FORMAT.read(peek(path), ImportStep(), DEFAULT, Silence())
        except (QuoteUnclosed, FileEmpty):
            continue
        found = reading.provenance
        places = [*reading.rows.tolist(), *(one.row for one in reading.quarantine), *found.blank_rows, *found.title_rows,
                  *found.header_rows]
        assert sorted(places) == list(range(1, len(expected(text, found.delimiter).records) + 1))
