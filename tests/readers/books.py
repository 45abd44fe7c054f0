"""Makes workbooks for the tests."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl


def book(path: Path, rows: Sequence[Sequence[object]], then: Callable[[openpyxl.Workbook], None] = lambda _: None) -> Path:
    """Write a workbook whose first sheet, Data, holds the rows; `then` may add to it."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "Data"
    for row in rows:
        workbook.active.append(list(row))
    then(workbook)
    workbook.save(path)
    return path


def with_part(source: Path, target: Path, name: str, change: Callable[[str], str]) -> Path:
    """Write a copy of a workbook in which one part is changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content.decode()) if part == name else content)
    return target
