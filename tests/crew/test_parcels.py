"""What is packed is unpacked as it was; large arrays lie in files, and what both sides know is the same thing there."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pytest

from steward.crew.parcels import Known, pack, unpack
from steward.disk.mapping import mapped
from steward.table.inference import profile_table
from steward.vocabulary.positions import Positions
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of


@dataclass(frozen=True, slots=True)
class Lists:
    """What checks know, and what they found."""

    names: frozenset[str]
    rows: Positions


def test_a_small_value_needs_no_file(tmp_path):
    parcel = pack({"a": (1, np.arange(5))}, Known(), tmp_path / "file")
    assert not parcel.places
    assert not (tmp_path / "file").exists()
    assert unpack(parcel, Known())["a"][1].tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("made", [lambda: np.arange(10_000), lambda: np.zeros(100_000, np.bool_),
                                  lambda: np.broadcast_to(np.int64(1), 50_000)])
def test_a_large_array_goes_through_a_file(tmp_path, made):
    assert np.array_equal(unpack(pack(made(), Known(), tmp_path / "file"), Known()), made())


def test_text_that_lies_in_a_mapped_file_is_sent_by_its_place(tmp_path):
    (tmp_path / "text").write_bytes(b"abcd" * 10_000)
    (tmp_path / "offsets").write_bytes(np.arange(0, 40_004, 4, dtype=np.int32).tobytes())
    values = pa.Array.from_buffers(pa.string(), 10_000, [None, mapped(tmp_path / "offsets"), mapped(tmp_path / "text")])
    parcel = pack(pa.chunked_array([values]), Known(), tmp_path / "file")
    assert {place.path.name for place in parcel.places} == {"text", "offsets"}
    assert not (tmp_path / "file").exists()
    assert unpack(parcel, Known()).chunk(0) == values


def test_columns_that_both_know_are_the_same_there(tmp_path):
    here, there = Known(), Known()
    sheet = sheet_of({"A": ["1", "2"], "B": ["x", "y"]})
    other = unpack(pack(sheet, here, tmp_path / "1"), there)
    here.add(sheet)
    there.add(other)
    profile = unpack(pack(profile_table(sheet, Silence(), 1), here, tmp_path / "2"), there)
    assert profile.sheet is other
    assert [known.column for known in profile.columns] == list(other.columns)
    assert all(known.column is column for known, column in zip(profile.columns, other.columns, strict=True))


def test_what_was_worked_out_of_a_value_does_not_travel(tmp_path):
    known = profile_table(sheet_of({"A": ["1", "2"]}), Silence(), 1).columns[0]
    assert known.filled == 2
    other = unpack(pack(known, Known(), tmp_path / "1"), Known())
    assert "filled" not in vars(other)
    assert other.filled == 2


def test_many_texts_and_many_positions_are_not_packed_one_by_one(tmp_path):
    known = Lists(names=frozenset(f"name {number}" for number in range(5_000)), rows=Positions(map(abs, range(-20_000, 0, 3))))
    parcel = pack(known, Known(), tmp_path / "file")
    assert ([place.size for place in parcel.places], unpack(parcel, Known())) == ([len(known.rows) * 8], known)
    assert parcel.packed.count(b"\x8c") < 20       # a short text of its own begins with that
