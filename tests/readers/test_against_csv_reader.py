"""Cells, rows, lines and the account equal csv.reader's; tests/benchmarks/fuzz_exact_ingest.py runs many more."""

import codecs
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from steward.readers.formats import _attempt
from steward.vocabulary.quoting import Quoting
from tests.readers.against_csv_reader import differences
from tests.readers.dirtier import Dirty, dirty_file


@pytest.mark.parametrize("block_bytes", [40, 200, 1 << 20])
def test_dirty_files_of_all_encodings_are_read_as_csv_reader_reads_their_text(tmp_path, monkeypatch, block_bytes):
    monkeypatch.setattr(_attempt, "BLOCK_BYTES", block_bytes)
    dice = random.Random(block_bytes)
    for _ in range(200):
        dirty = dirty_file(dice)
        assert differences(tmp_path / "dirty.csv", dirty) == [], dirty


@pytest.mark.parametrize("quoting", [way for way in Quoting if way is not Quoting.DOUBLED])
def test_other_ways_of_writing_quotation_marks_are_read_as_csv_reader_reads_them(tmp_path, quoting):
    dice = random.Random(quoting)
    for _ in range(150):
        dirty = dirty_file(dice, quoting)
        assert differences(tmp_path / "dirty.csv", dirty) == [], dirty


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from('ab,"\n\r é\'\t'), min_size=1, max_size=60),
       encoding=st.sampled_from(["utf-8", "utf-16-le"]))
def test_any_text_at_all_is_read_as_csv_reader_reads_it(tmp_path, text, encoding):
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    dirty = Dirty(content=mark + text.encode(encoding), text=text, encoding=encoding, delimiter=",")
    assert differences(tmp_path / "dirty.csv", dirty) == []
