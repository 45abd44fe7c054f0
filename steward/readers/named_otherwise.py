"""A workbook whose name ends in another kind than it is: calamine goes by the name, and takes such a file for a damaged one."""

import io
from pathlib import Path

_KINDS = {".xls": "xls", ".xla": "xls", ".xlsx": "xlsx", ".xlsm": "xlsx", ".xlam": "xlsx", ".xlsb": "xlsb", ".ods": "ods"}


def as_calamine_takes_it(path: Path, kind: str) -> str | io.BytesIO:
    """Return the file's path, or its bytes where its name promises another kind than `kind` (xls, xlsx, xlsb, ods)."""
    promised = _KINDS.get(path.suffix.lower(), kind)
    return str(path) if promised == kind else io.BytesIO(path.read_bytes())
