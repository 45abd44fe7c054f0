"""Bytes of a mapped file are found again as long as anything of the mapping lives."""

import gc

import pyarrow as pa

from steward.disk.mapping import Place, mapped, place_of


def test_a_stretch_of_a_mapped_file_is_found(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(bytes(range(200)))
    stretch = mapped(path).slice(10, 20)
    gc.collect()
    assert place_of(stretch) == Place(path=path, start=10, size=20)
    assert stretch.to_pybytes() == bytes(range(10, 30))


def test_other_bytes_lie_nowhere(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    kept = mapped(path)
    assert place_of(pa.py_buffer(b"y" * 10)) is None
    assert place_of(kept) is not None


def test_a_file_that_is_gone_is_no_place(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    kept = mapped(path)
    path.unlink()
    assert place_of(kept) is None


def test_an_empty_file_has_no_bytes(tmp_path):
    (tmp_path / "file").touch()
    assert mapped(tmp_path / "file").size == 0


def test_a_mapping_that_ended_is_forgotten(tmp_path):
    from steward.disk import mapping

    (tmp_path / "file").write_bytes(b"x" * 100)
    before = len(mapping._MAPPINGS._files)
    kept = mapped(tmp_path / "file")
    assert len(mapping._MAPPINGS._files) == before + 1
    del kept
    gc.collect()
    assert len(mapping._MAPPINGS._files) == before
