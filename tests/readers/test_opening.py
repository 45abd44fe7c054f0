import hashlib
import io
import os
import subprocess
import sys
from dataclasses import asdict

import numpy as np
import pyarrow as pa
import pytest

from steward.disk.trouble import DiskFull
from steward.readers import child, process
from steward.readers.errors import (
    FileEmpty,
    FileIsFolder,
    FileLocked,
    FileMissing,
    FileTooLarge,
    NotATable,
    QuoteUnclosed,
    ReaderNotStarted,
    ReaderStopped,
)
from steward.readers.opening import Limits, fingerprint, inputs, list_sheets, propose, read
from steward.readers.recognition import peek
from steward.vocabulary.errors import Cancelled, Trouble
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.readers.books import book

pytestmark = pytest.mark.new_process

DIRTY = b'\xef\xbb\xbfTitle\r\n"id","Status","Status",""\r\n1,"a\r\nb",c,d\r\n\r\n2,x\r\n3,e,f,g\r\n'


class Watcher:
    """Progress that remembers what it is told, and stops at a wish."""

    def __init__(self, stop_at=2.0):
        self.told, self.stop_at = [], stop_at

    def report(self, fraction, message):
        self.told.append((fraction, str(message)))
        if fraction >= self.stop_at:
            raise Cancelled


def opened(tmp_path, content, name="table.csv", progress=None, **limits):
    path = tmp_path / name
    path.write_bytes(content)
    return read(path, ImportStep(), tmp_path / "work", progress or Silence(), Limits(**limits))


def left_in(folder):
    return list(folder.iterdir()) if folder.exists() else []


def test_a_table_comes_back_from_the_child_whole(tmp_path):
    sheet = opened(tmp_path, DIRTY)
    assert sheet.names == ("id", "Status", "Status (2)", "Column 4")
    assert [column.label for column in sheet.columns] == ["id", "Status", "Status", None]
    assert [column.values.to_pylist() for column in sheet.columns] == [["1", "3"], ["a\r\nb", "e"], ["c", "f"], ["d", "g"]]
    assert sheet.rows.tolist() == [3, 6]
    assert sheet.lines.tolist() == [3, 7]
    assert [(one.row, one.line, one.cells, one.text) for one in sheet.quarantine] == [(5, 6, 2, "2,x")]


def test_provenance_tells_how_the_file_was_read(tmp_path):
    found = opened(tmp_path, DIRTY).provenance
    assert found.sha256 == hashlib.sha256(DIRTY).hexdigest()
    assert (found.file_name, found.size_bytes, found.encoding, found.delimiter) == ("table.csv", len(DIRTY), "utf-8-sig", ",")
    assert (found.line_ending, found.physical_lines) == ("crlf", 7)
    assert (found.title_rows, found.header_rows, found.blank_rows) == ((1,), (2,), (4,))


def test_each_column_is_one_piece_and_its_rows_are_numbers(tmp_path):
    sheet = opened(tmp_path, b"a,b\n" + b"1,2\n" * 300_000)
    assert {column.values.num_chunks for column in sheet.columns} == {1}
    assert sheet.rows.dtype == np.int64
    assert sheet.height == 300_000
    assert sheet.column("b").values[299_999].as_py() == "2"


def test_a_table_without_records_has_columns_of_one_empty_piece(tmp_path):
    sheet = opened(tmp_path, b"a,b\n")
    assert (sheet.height, sheet.names, sheet.column("a").values.num_chunks) == (0, ("a", "b"), 1)


def test_the_cells_lie_in_a_mapped_file_and_not_in_memory(tmp_path):
    before = pa.total_allocated_bytes()
    sheet = opened(tmp_path, b"a,b\n" + b"some text,more text\n" * 200_000)
    assert pa.total_allocated_bytes() == before
    assert sheet.column("a").values.nbytes > 1_800_000


def test_a_workbook_comes_back_too(tmp_path):
    book(tmp_path / "a.xlsx", [["Report"], ["id", "zip"], [1, "007"]])
    sheet = read(tmp_path / "a.xlsx", ImportStep(), tmp_path / "work", Silence())
    assert [column.values.to_pylist() for column in sheet.columns] == [["1"], ["007"]]
    assert (sheet.lines, sheet.rows.tolist(), sheet.provenance.sheet) == (None, [3], "Data")
    assert [listing.name for listing in sheet.listings] == ["Data"]


def test_the_step_travels_to_the_child(tmp_path):
    (tmp_path / "a.csv").write_text("x;y\n1;2\n", encoding="utf-8")
    sheet = read(tmp_path / "a.csv", ImportStep(delimiter=",", header_rows=(), encoding="cp1252"), tmp_path / "work", Silence())
    assert sheet.names == ("Column 1",)
    assert sheet.provenance.encoding == "cp1252"


def test_sheets_are_listed_without_reading_a_table(tmp_path):
    path = book(tmp_path / "a.xlsx", [["a", "b"], [1, 2]], lambda workbook: workbook.create_sheet("Notes"))
    listings = list_sheets(path, Silence())
    assert [(one.name, one.rows, one.content) for one in listings] == [("Data", 2, "table"), ("Notes", 0, "empty")]
    assert propose(listings)[0] == "Data"
    assert left_in(tmp_path / "work") == []


def test_the_original_is_never_written_to(tmp_path):
    path = book(tmp_path / "a.xlsx", [["a"], [1]])
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    read(path, ImportStep(), tmp_path / "work", Silence())
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_names_with_other_letters_and_blanks_are_fine(tmp_path):
    assert opened(tmp_path, b"a,b\n1,2\n", name="Ñandú — données 2024.CSV").height == 1


@pytest.mark.parametrize(("content", "kind"), [(b"", FileEmpty), (b"%PDF-1.7", NotATable), (b'a,b\n1,"2\n', QuoteUnclosed)])
def test_what_cannot_be_opened_is_one_sentence_and_leaves_nothing_behind(tmp_path, content, kind):
    with pytest.raises(kind) as trouble:
        opened(tmp_path, content)
    assert trouble.value.exit_code is ExitCode.UNREADABLE
    assert all(str(part) for part in (trouble.value.words.what, trouble.value.words.where, trouble.value.words.next_step))
    assert str(tmp_path) not in str([str(part) for part in (trouble.value.words.what, trouble.value.words.where)])
    assert left_in(tmp_path / "work") == []


def test_a_missing_file_and_a_folder_are_said_to_be_so(tmp_path):
    with pytest.raises(FileMissing):
        read(tmp_path / "gone.csv", ImportStep(), tmp_path / "work", Silence())
    with pytest.raises(FileIsFolder):
        read(tmp_path, ImportStep(), tmp_path / "work", Silence())
    with pytest.raises(FileMissing):
        fingerprint(tmp_path / "gone.csv", Silence())


def test_a_file_that_the_system_withholds_is_said_to_be_locked(tmp_path, monkeypatch):
    from pathlib import Path

    from steward.readers.recognition import peek

    def refuse(*_):
        raise PermissionError(13, "in use")

    (tmp_path / "a.csv").write_text("a\n1\n")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileLocked):
        peek(tmp_path / "a.csv")


def test_cancel_ends_the_child_and_removes_what_it_wrote(tmp_path):
    children = []
    with pytest.MonkeyPatch.context() as patch:
        whole = subprocess.Popen
        patch.setattr(process.subprocess, "Popen",
                      lambda *words, **more: children.append(whole(*words, **more)) or children[-1])
        with pytest.raises(Cancelled):
            opened(tmp_path, b"a,b\n" + b"some text,more text\n" * 400_000, progress=Watcher(stop_at=0.0))
    assert children[0].poll() is not None
    assert left_in(tmp_path / "work") == []


def test_progress_is_told_from_the_child(tmp_path):
    watcher = Watcher()
    opened(tmp_path, b"a,b\n" + b"some text,more text\n" * 1_000_000, progress=watcher)
    assert "Reading the rows." in {message for _, message in watcher.told}
    assert [fraction for fraction, _ in watcher.told] == sorted(fraction for fraction, _ in watcher.told)


def test_a_child_that_takes_too_much_memory_is_ended(tmp_path):
    with pytest.raises(FileTooLarge, match="memory"):
        opened(tmp_path, b"a,b\n" + b"some text,more text\n" * 1_000_000, base_memory_bytes=1000, memory_per_byte=0)


def test_a_child_that_takes_too_long_is_ended(tmp_path):
    with pytest.raises(FileTooLarge, match="longer"):
        opened(tmp_path, b"a,b\n" + b"some text,more text\n" * 1_000_000, base_seconds=0, seconds_per_megabyte=0)


@pytest.mark.parametrize("program", [
    "import os; os.abort()", "print('{\"fault\": \"Oops in x.py:1\"}')", "pass", "print('no JSON')"])
def test_a_child_that_dies_or_talks_nonsense_is_one_sentence(tmp_path, monkeypatch, expected_log, program):
    expected_log("steward.readers.process")
    monkeypatch.setattr(process, "command", lambda _word: [sys.executable, "-c", program])
    with pytest.raises(ReaderStopped):
        opened(tmp_path, b"a,b\n1,2\n")
    assert left_in(tmp_path / "work") == []


def test_a_child_that_cannot_be_started_is_trouble_with_the_machine(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "command", lambda _word: [str(tmp_path / "no such program")])
    with pytest.raises(ReaderNotStarted) as caught:
        opened(tmp_path, b"a,b\n1,2\n")
    assert caught.value.exit_code is ExitCode.TROUBLE
    assert left_in(tmp_path / "work") == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_as_such_by_the_child(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"a,b\n1,2\n")
    (tmp_path / "table.buffers").symlink_to("/dev/full")
    job = {"task": "read", "path": str(path), "limits": asdict(Limits()), "step": asdict(ImportStep()), "folder": str(tmp_path)}
    answer = child._answer(job, child._Speaker(io.StringIO()))
    with pytest.raises(DiskFull, match="no room"):
        process._answered(answer, path.name)


def test_a_folder_for_tables_that_cannot_be_made_is_trouble_with_the_machine(tmp_path):
    (tmp_path / "work").write_text("a file")
    with pytest.raises(Trouble) as caught:
        opened(tmp_path, b"a,b\n1,2\n")
    assert str(tmp_path) not in str(caught.value.words)


def test_the_child_ends_when_the_window_is_gone():
    child = subprocess.Popen([sys.executable, "-m", "steward", "read-in-child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child.stdin.close()
    child.stdout.read()
    child.stdout.close()
    assert child.wait(20) == 0   # one that was started ahead and got no job has nothing to be sorry for


def test_the_child_loads_neither_pandas_nor_qt_nor_frictionless():
    program = """import sys, steward.readers.child
import steward.readers.formats.delimited, steward.readers.formats.workbook
print(*sys.modules)"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=os.environ)
    loaded = set(told.stdout.split())
    assert "steward.readers.child" in loaded
    assert not loaded & {"pandas", "PySide6", "frictionless", "requests", "keyring"}


def test_a_fingerprint_names_the_file(tmp_path):
    (tmp_path / "a.csv").write_bytes(DIRTY)
    watcher = Watcher()
    found = fingerprint(tmp_path / "a.csv", watcher)
    assert (found.sha256, found.size_bytes) == (hashlib.sha256(DIRTY).hexdigest(), len(DIRTY))
    assert watcher.told[-1][0] == 1.0


def test_the_file_dialog_offers_what_can_be_opened():
    assert {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"} <= set(inputs())


def test_a_folder_that_may_not_be_looked_into_is_said_in_plain_words(monkeypatch, tmp_path):
    def refuse(_path, **_more):
        raise PermissionError(13, "no")
    monkeypatch.setattr("pathlib.Path.stat", refuse)
    with pytest.raises(FileLocked):
        peek(tmp_path / "a.csv")
