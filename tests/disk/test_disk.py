"""Files are written whole or not at all, and every OSError is told in plain words."""

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from steward.disk.disk import PAUSES_SECONDS, Disk
from steward.disk.lock import FileLock
from steward.disk.trouble import AccessMissing, DiskFull, DiskTrouble, FileBusy, FolderLost, plainly, trouble_of
from steward.vocabulary.errors import Trouble
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say
from tests.disk.faults import FAULTS, FaultyDisk, PowerCut, denied, full

PLACE = say("The test's folder.")


@pytest.fixture
def disk():
    return Disk(PLACE, sleep=lambda _seconds: None)


def parts(folder):
    return [path.name for path in folder.iterdir() if ".part-" in path.name]


def test_a_write_puts_the_new_content_in_place_of_the_old(disk, tmp_path):
    for content in (b"old", b"new"):
        disk.write(tmp_path / "file", content)
    assert disk.read(tmp_path / "file") == b"new"
    assert disk.names(tmp_path) == ("file",)


@pytest.mark.parametrize("fault", FAULTS)
def test_trouble_at_any_step_of_a_write_leaves_the_old_content_and_no_litter(tmp_path, fault):
    (tmp_path / "file").write_bytes(b"old")
    for step in range(1, 5):
        with pytest.raises(Trouble):
            FaultyDisk(step, fault).write(tmp_path / "file", b"new content")
        assert (tmp_path / "file").read_bytes() == b"old"
        assert parts(tmp_path) == []


def test_a_power_cut_at_any_step_of_a_write_leaves_the_old_content(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    for step in range(1, 5):
        with pytest.raises(PowerCut):
            FaultyDisk(step, PowerCut).write(tmp_path / "file", b"new content")
        assert (tmp_path / "file").read_bytes() == b"old"


def test_what_a_power_cut_left_behind_is_not_listed(disk, tmp_path):
    with pytest.raises(PowerCut):
        FaultyDisk(2, PowerCut).write(tmp_path / "file", b"new content")
    assert parts(tmp_path)
    assert disk.names(tmp_path) == ()
    assert disk.entries(tmp_path) == ()


def test_a_file_that_is_held_for_a_moment_is_replaced_a_little_later(tmp_path):
    disk = FaultyDisk(4, denied, lasting=False)
    disk.write(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_file_that_stays_held_is_given_up_after_two_and_a_half_seconds(tmp_path):
    waited = []

    class Held(Disk):
        def _replace(self, part, path):
            raise denied()

    with pytest.raises(AccessMissing):
        Held(PLACE, sleep=waited.append).write(tmp_path / "file", b"new")
    assert tuple(waited) == PAUSES_SECONDS
    assert 2 < sum(waited) < 3


def test_replacing_goes_through_the_system_and_its_refusal_is_told_in_words(disk, tmp_path, monkeypatch):
    def refuse(*_arguments):
        raise full()

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(DiskFull):
        disk.write(tmp_path / "file", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_made_once(disk, tmp_path):
    assert disk.write_new(tmp_path / "file", b"first")
    assert not disk.write_new(tmp_path / "file", b"second")
    assert disk.read(tmp_path / "file") == b"first"


def test_of_many_who_make_a_file_or_folder_at_once_exactly_one_does(disk, tmp_path):
    with ThreadPoolExecutor(8) as pool:
        for number in range(20):
            made = list(pool.map(lambda who, n=number: disk.write_new(tmp_path / f"f{n}", b"%d" % who), range(8)))
            assert sum(made) == 1
            assert sum(pool.map(lambda _who, n=number: disk.make_new_folder(tmp_path / f"d{n}"), range(8))) == 1


def test_a_copy_has_the_same_bytes_and_tells_their_hash(disk, tmp_path):
    (tmp_path / "source").write_bytes(os.urandom(3_000_000))
    digest = disk.copy(tmp_path / "source", tmp_path / "target")
    assert digest == disk.sha256(tmp_path / "source") == disk.sha256(tmp_path / "target")


def test_a_missing_file_is_none_and_a_missing_folder_empty_where_that_is_asked(disk, tmp_path):
    assert disk.read_if_there(tmp_path / "none") is None
    assert disk.names(tmp_path / "none") == disk.entries(tmp_path / "none") == ()
    disk.remove(tmp_path / "none")
    disk.remove_folder(tmp_path / "none")


def test_a_missing_file_is_trouble_where_it_is_needed(disk, tmp_path):
    for act in (disk.read, disk.sha256, disk.modified_seconds, disk.size_bytes):
        with pytest.raises(FolderLost):
            act(tmp_path / "none")


def test_the_clock_of_the_disk_is_read_without_leaving_a_trace(disk, tmp_path):
    now = disk.now_seconds(tmp_path)
    assert now is not None
    assert list(tmp_path.iterdir()) == []
    assert disk.now_seconds(tmp_path / "none") is None


def test_a_private_folder_is_for_its_owner_only(disk, tmp_path):
    disk.make_folder(tmp_path / "private", private=True)
    assert sys.platform == "win32" or (tmp_path / "private").stat().st_mode & 0o077 == 0


KINDS = [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, AccessMissing), (errno.EROFS, AccessMissing),
         (errno.ENOENT, FolderLost), (errno.ESTALE, FolderLost), (errno.ETIMEDOUT, FolderLost), (errno.EBUSY, FileBusy),
         (errno.EIO, DiskTrouble), (None, DiskTrouble)]


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_each_cause_has_its_own_words(code, kind):
    error = trouble_of(OSError(code, "text of the system", "/home/someone/secret"), PLACE)
    assert type(error) is kind
    assert error.exit_code is ExitCode.TROUBLE


@pytest.mark.parametrize(("code", "kind"), [(32, FileBusy), (33, FileBusy), (53, FolderLost), (64, FolderLost),
                                            (5, AccessMissing)])
def test_the_codes_of_windows_are_known(code, kind):
    class FromWindows(OSError):
        winerror = code

    assert type(trouble_of(FromWindows(errno.EACCES, "text"), PLACE)) is kind


@pytest.mark.parametrize("code", sorted(errno.errorcode))
def test_no_words_repeat_what_the_system_said_or_a_path(code):
    with pytest.raises(Trouble) as caught, plainly(PLACE):
        raise OSError(code, "strange words", "/home/someone/secret.csv", None, "/home/other")
    words = caught.value.words
    told = f"{caught.value} {words.what} {words.where} {words.next_step}"
    assert not any(private in told for private in ("strange", "secret", "home", "/"))
    assert caught.value.__suppress_context__


def test_a_lock_has_one_owner_at_a_time(tmp_path):
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert (first.take(), second.take(), first.take()) == (True, False, True)
    first.free()
    assert second.take()
    second.free()


def test_a_lock_is_free_once_its_owner_was_killed(tmp_path):
    code = ("import sys, time; from pathlib import Path; from steward.disk.lock import FileLock\n"
            "lock = FileLock(Path(sys.argv[1])); print(lock.take(), flush=True); sys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "lock")], stdout=subprocess.PIPE,
                          stdin=subprocess.PIPE) as owner:
        assert owner.stdout.readline().strip() == b"True"
        with FileLock(tmp_path / "lock") as mine:
            assert not mine.take()
            owner.kill()
            owner.wait()
            assert mine.take()


def test_a_lock_whose_file_was_swept_away_is_taken_anew(tmp_path, monkeypatch):
    swept = []
    still_named = FileLock._is_still_named

    def sweep_once(lock, handle):
        if not swept:
            swept.append(True)
            (tmp_path / "lock").unlink()
        return still_named(lock, handle)

    monkeypatch.setattr(FileLock, "_is_still_named", sweep_once)
    with FileLock(tmp_path / "lock") as lock:
        assert lock.take()
        assert (tmp_path / "lock").exists()


def test_what_a_power_cut_left_is_swept_away_a_day_later(disk, tmp_path):
    for name in ("file", "file.part-0a", "file.part-0b"):
        (tmp_path / name).write_bytes(b"x")
    for name in ("file", "file.part-0a"):
        os.utime(tmp_path / name, (1e9, 1e9))
    disk.sweep(tmp_path)
    disk.sweep(tmp_path / "none")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "file.part-0b"]
