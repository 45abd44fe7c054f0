"""What child processes have in common: the system's own limit on memory, and how a fault is told without its text."""

import traceback
from pathlib import Path


def fence(most_bytes: int) -> None:
    """Let the system refuse memory beyond so many bytes of addresses, where it can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    wanted = most_bytes if hardest == resource.RLIM_INFINITY else min(most_bytes, hardest)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hardest))


def place_of_fault(fault: BaseException) -> str:
    """Return where a fault happened and of which kind it is, never its text: that may hold a cell."""
    frames = traceback.extract_tb(fault.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(fault).__name__} in {Path(last.filename).name}:{last.lineno}" if last else type(fault).__name__
