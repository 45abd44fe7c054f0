"""A disk that fails at any step one names: full, away, denied, or with the power cut in the middle of a write."""

import errno
from contextlib import nullcontext

from steward.disk.disk import Disk
from steward.vocabulary.message import say


class PowerCut(BaseException):
    """Nothing runs after this, not even tidying up."""


class FaultyDisk(Disk):
    """Fails at step `fail_at`, counted from 1, and at all after it (`lasting`). `steps` tells how many there were."""

    def __init__(self, fail_at=0, fault=None, *, lasting=True, halves=True):
        super().__init__(say("The test's disk."), sleep=lambda _seconds: None)
        self.steps, self.fail_at, self.fault, self.lasting, self.halves = 0, fail_at, fault, lasting, halves

    def _step(self):
        self.steps += 1
        if self.fail_at and (self.steps == self.fail_at or (self.lasting and self.steps > self.fail_at)):
            raise self.fault()

    def _mkdir(self, folder):
        self._step()
        super()._mkdir(folder)

    def _create(self, path):
        self._step()
        return super()._create(path)

    def _write(self, stream, block):
        try:
            self._step()
        except BaseException:
            if self.halves:
                super()._write(stream, block[:len(block) // 2])
            raise
        super()._write(stream, block)

    def _flush(self, stream):
        self._step()
        super()._flush(stream)

    def _replace(self, part, path):
        self._step()
        super()._replace(part, path)

    def _swept(self, part):
        return nullcontext() if self.fault is PowerCut else super()._swept(part)


def full():
    return OSError(errno.ENOSPC, "No space left on device", "/home/someone/secret")


def away():
    return FileNotFoundError(errno.ENOENT, "No such file or directory", "/home/someone/secret")


def denied():
    return PermissionError(errno.EACCES, "Permission denied", "/home/someone/secret")


def odd():
    return OSError(errno.EIO, "Input/output error", "/home/someone/secret")


FAULTS = (full, away, denied, odd)
