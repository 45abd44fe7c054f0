"""What a queue's folder says of itself, and what was written for people who come upon it."""

import json

import pytest

from steward.disk.disk import Disk
from steward.disk.trouble import FolderLost
from steward.queue.charter import PLACE, Charter, NotAQueue, read_charter, write_charter
from steward.vocabulary.errors import Trouble
from tests.disk.faults import FAULTS, FaultyDisk, PowerCut

CHARTER = Charter(program="Open Data Program", practice=False)


@pytest.fixture
def disk():
    return Disk(PLACE)


def test_a_queue_says_whose_it_is_to_programs_and_to_people(tmp_path, disk):
    write_charter(tmp_path, CHARTER, disk)
    assert read_charter(tmp_path, disk) == CHARTER
    assert json.loads((tmp_path / "queue.json").read_text())["format"] == 1
    assert "Program: Open Data Program" in (tmp_path / "READ ME FIRST.txt").read_text()


def test_writing_it_again_changes_nothing(tmp_path, disk):
    write_charter(tmp_path, CHARTER, disk)
    before = (tmp_path / "queue.json").stat().st_mtime_ns
    write_charter(tmp_path, CHARTER, disk)
    assert (tmp_path / "queue.json").stat().st_mtime_ns == before


@pytest.mark.parametrize("content", [b"{}", b"[]", b"text", b'{"format": 2, "program": "P", "practice": true}',
                                     b'{"format": 1}', b"{x}"])
def test_a_file_of_another_form_is_neither_read_nor_written_over(tmp_path, disk, content):
    (tmp_path / "queue.json").write_bytes(content)
    with pytest.raises(NotAQueue):
        read_charter(tmp_path, disk)
    with pytest.raises(NotAQueue):
        write_charter(tmp_path, CHARTER, disk)
    assert (tmp_path / "queue.json").read_bytes() == content


def test_a_folder_without_it_may_just_be_away(tmp_path, disk):
    with pytest.raises(FolderLost):
        read_charter(tmp_path, disk)


def test_a_half_written_one_is_left_alone_where_submissions_are(tmp_path, disk):
    write_charter(tmp_path, CHARTER, disk)
    (tmp_path / "s/2026").mkdir()
    (tmp_path / "queue.json").write_bytes(b'{"format"')
    with pytest.raises(NotAQueue):
        write_charter(tmp_path, CHARTER, disk)


@pytest.mark.parametrize("fault", [*FAULTS, PowerCut])
def test_after_trouble_at_any_step_the_queue_can_be_made(tmp_path, disk, fault):
    for step in range(1, 8):
        root = tmp_path / str(step)
        with pytest.raises((Trouble, PowerCut)):
            write_charter(root, CHARTER, FaultyDisk(step, fault))
        write_charter(root, CHARTER, disk)
        assert read_charter(root, disk) == CHARTER
