r"""Where a file lies and who else has it: in the cloud only, open in a spreadsheet program, at the end of a very long path.

Excel keeps a workbook open so that others may read it. Python's `open` and Rust's `File::open` both share reading and writing
with it (CreateFileW with FILE_SHARE_READ and FILE_SHARE_WRITE; the C runtime's _SH_DENYNO), so a workbook that is open in Excel
is read as it was last saved; where a program shares nothing, Windows says so and `FileLocked` tells the person.
"""

import os
from pathlib import Path

AWAY = 0x1000 | 0x40000 | 0x400000   # FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS
LONGEST_PATH = 240                   # Windows takes 260 with the drive and an end; longer ones need another beginning


def is_away(status: os.stat_result) -> bool:
    """Return whether the file lies in the cloud only and comes when it is read (OneDrive and others, on Windows)."""
    return bool(getattr(status, "st_file_attributes", 0) & AWAY)


def is_open_elsewhere(path: Path) -> bool:
    """Return whether a spreadsheet program seems to have the file open: Excel and LibreOffice put a file beside it."""
    marks = (f"~${path.name}", f".~lock.{path.name}#")
    return any(os.path.exists(path.with_name(mark)) for mark in marks)  # noqa: PTH110  it never raises


def reachable(path: str, *, is_windows: bool = os.name == "nt") -> str:
    r"""Return a full path as the system can open it: on Windows, one over 240 characters with \\?\ before it.

    Source: Microsoft, "Maximum Path Length Limitation".
    """
    if not is_windows or len(path) <= LONGEST_PATH or path.startswith("\\\\?\\"):
        return path
    plain = path.replace("/", "\\")
    return f"\\\\?\\UNC\\{plain[2:]}" if plain.startswith("\\\\") else f"\\\\?\\{plain}"
