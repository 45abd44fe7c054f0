"""Keeps a measured process and its children within so much memory, where the system has a way to do that.

On Linux a control group counts all of them together, with the pages of files that the system may drop (version 2, or the older
version 1); who may not make one gets a limit for the private memory of each process (RLIMIT_DATA). Elsewhere there is no fence.
"""

import os
from contextlib import suppress
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")


class Fence:
    """A limit that a process enters before its program begins."""

    def __init__(self, most_bytes: int) -> None:
        """Make the control group, if that is allowed."""
        self._most = most_bytes
        self._group = _group(most_bytes)

    def enter(self) -> None:
        """Put the calling process behind the fence; for `preexec_fn`."""
        if self._group is not None:
            (self._group / "cgroup.procs").write_text(str(os.getpid()), encoding="ascii")
            return
        with suppress(ImportError, AttributeError):
            import resource

            resource.setrlimit(resource.RLIMIT_DATA, (self._most, self._most))

    def told(self) -> str:
        """Return what is limited, for the table."""
        size = f"{self._most / 2**20:,.0f} MB"
        if self._group is not None:
            return f"{size} for all processes together (control group)"
        return f"{size} of private memory for each process (RLIMIT_DATA)" if os.name == "posix" else "none on this system"

    def leave(self) -> None:
        """Take the control group away."""
        if self._group is not None:
            with suppress(OSError):
                self._group.rmdir()


def _group(most_bytes: int) -> Path | None:
    version_2 = (GROUPS / "cgroup.controllers").exists()
    group = (GROUPS if version_2 else GROUPS / "memory") / f"steward-{os.getpid()}"
    try:
        group.mkdir()
    except OSError:
        return None
    try:
        (group / ("memory.max" if version_2 else "memory.limit_in_bytes")).write_text(str(most_bytes), encoding="ascii")
    except OSError:
        group.rmdir()
        return None
    return group
