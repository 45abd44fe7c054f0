"""What the operating system says of files, in plain words and without a path."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import Message, say


class DiskFull(Trouble):
    """No room is left."""


class AccessMissing(Trouble):
    """The person, or this computer, may not read or write there."""


class FolderLost(Trouble):
    """The folder or file is not there: a share that is away, a stick pulled out, a folder moved."""


class FileBusy(Trouble):
    """Another program holds the file."""


class DiskTrouble(Trouble):
    """The disk did not do what was asked, for a reason it does not name."""


FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
LOST = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENETDOWN, errno.ENETUNREACH,
        errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENOTCONN, errno.ECONNRESET, errno.ETIMEDOUT}
BUSY = {errno.EBUSY, errno.ETXTBSY, errno.EDEADLK}
BUSY_ON_WINDOWS = {32, 33}                          # sharing violation, lock violation
LOST_ON_WINDOWS = {21, 53, 55, 59, 64, 67, 121, 1231, 1232}  # device not ready, network path and name not found, timed out


@contextmanager
def plainly(place: Message) -> Iterator[None]:
    """Run a block; every OSError leaves it as a Trouble that names `place` in words."""
    try:
        yield
    except OSError as trouble:
        raise trouble_of(trouble, place) from None


def trouble_of(trouble: OSError, place: Message) -> Trouble:
    """Return the Trouble that tells a person what the system said, and what to do."""
    code, windows = trouble.errno, getattr(trouble, "winerror", None)
    if code in FULL:
        return DiskFull(words(say("There is no room left on the disk."), place,
                              say("Nothing that was saved before is changed. Make room on the disk, then try again.")))
    if windows in BUSY_ON_WINDOWS or code in BUSY:
        return FileBusy(words(say("Another program holds a file that Steward needs."), place,
                              say("Close other programs that may have it open, then try again.")))
    if windows in LOST_ON_WINDOWS or code in LOST:
        return FolderLost(words(
            say("A folder or file is not there any more."), place,
            say("Nothing that was saved before is changed. Look whether the drive is connected, then try again.")))
    if code in DENIED:
        return AccessMissing(words(say("This computer does not let Steward read or write there."), place,
                                   say("Ask the person who looks after the folder for the right to use it, then try again.")))
    return DiskTrouble(words(say("The disk did not do what was asked."), place,
                             say("Nothing that was saved before is changed. Try again in a moment.")))
