"""Prints how long opening workbooks takes, next to calamine's own time for the same file in the same run.

    python -m tests.benchmarks.open_workbook [--rows 100000] [--starts 3]

CPU seconds, the least of several runs; figures are printed and never asserted: they are of one machine at one time. Calamine's
own time is opening the workbook and going once through the rows of its sheet. Steward's is that and everything else: unpacking
to count, number formats, dates, hidden rows, what went wrong, the account of every cell. The preview is what is shown before.
"""

import argparse
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import python_calamine

from steward.readers.limits import DEFAULT
from steward.readers.recognition import format_of, peek
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep

COLUMNS, STARTS = 12, 3
FORMATS = (("00000", "0.0%", "#,##0.00"), ("yyyy\\-mm\\-dd", "m/d/yyyy", "m/d/yyyy h:mm"))
KINDS = {"numbers, no formats": ("", 0), "three formatted columns": ("number", 0), "three columns of dates": ("date", 0),
         "six columns of shared texts": ("", 6), "formats, dates and texts": ("both", 4)}
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ROOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def write(path: Path, rows: int, formats: str = "", texts: int = 0) -> Path:
    """Write a workbook as Excel does, twelve columns wide, and return its path: always the same one."""
    codes = [code for place, name in enumerate(("number", "date")) if formats in (name, "both") for code in FORMATS[place]]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in _frame(codes).items():
            archive.writestr(name, content)
        archive.writestr("xl/worksheets/sheet1.xml", "".join(_sheet(rows, len(codes), texts)))
        strings = "".join(f"<si><t>Text {number} of street</t></si>" for number in range(COLUMNS + rows // 4))
        archive.writestr("xl/sharedStrings.xml", f"<sst {_MAIN}>{strings}</sst>")
    return path


def _sheet(rows: int, styles: int, texts: int) -> Iterator[str]:
    letters = "ABCDEFGHIJKL"
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet {_MAIN}><dimension ref="A1:L{rows + 1}"/>'
    names = "".join(f'<c r="{letter}1" t="s"><v>{place}</v></c>' for place, letter in enumerate(letters))
    yield f'<sheetData><row r="1">{names}</row>'
    for row in range(2, rows + 2):
        cells = [f'<c r="{letters[place]}{row}" s="{place + 1}"><v>{40000 + (row * 7919 + place) % 9000 + row % 4 / 4}</v></c>'
                 for place in range(styles)]
        cells += [f'<c r="{letters[place]}{row}" t="s"><v>{COLUMNS + (row * (place + 3)) % (rows // 4)}</v></c>'
                  for place in range(styles, styles + texts)]
        cells += [f'<c r="{letters[place]}{row}"><v>{row * (place + 1) % 100003 / (1 + place % 2 * 3)}</v></c>'
                  for place in range(styles + texts, COLUMNS)]
        yield f'<row r="{row}" spans="1:12">{"".join(cells)}</row>'
    yield "</sheetData></worksheet>"


def _frame(codes: list[str]) -> dict[str, str]:
    """Return the parts of a workbook that are the same whatever stands on its sheet."""
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = "".join(f'<numFmt numFmtId="{164 + place}" formatCode="{code}"/>' for place, code in enumerate(codes))
    styles = "".join(f'<xf numFmtId="{164 + place}" applyNumberFormat="1"/>' for place in range(len(codes)))
    parts = {"xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet", "xl/styles.xml": "styles",
             "xl/sharedStrings.xml": "sharedStrings"}
    kinds = "".join(f'<Override PartName="/{part}" ContentType="{types}.{kind}+xml"/>' for part, kind in parts.items())
    links = {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("styles", "styles.xml"),
             "rId3": ("sharedStrings", "sharedStrings.xml")}
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
                               f'vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_ROOM}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
            f'<Relationship Id="{name}" Type="{_ROOM}/{kind}" Target="{target}"/>' for name, (kind, target) in links.items()
        ) + "</Relationships>",
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_ROOM}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'
                           "</workbook>",
        "xl/styles.xml": f'<styleSheet {_MAIN}><numFmts count="{len(codes)}">{numbers}</numFmts><cellXfs><xf numFmtId="0"/>'
                         f"{styles}</cellXfs></styleSheet>" if codes else
                         f'<styleSheet {_MAIN}><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>'}


def by_calamine(path: Path) -> None:
    """Open the workbook and go once through the rows of its sheet."""
    for _ in python_calamine.load_workbook(str(path)).get_sheet_by_index(0).iter_rows():
        pass


def by_steward(path: Path) -> None:
    """Open the workbook as the reading process does."""
    first_look = peek(path)
    format_of(first_look).read(first_look, ImportStep(), DEFAULT, Silence())


def previewed(path: Path) -> None:
    """Look at the workbook as the preview does."""
    first_look = peek(path)
    format_of(first_look).preview(first_look, ImportStep(), DEFAULT, Silence())


def seconds(work: Callable[[Path], None], path: Path, starts: int) -> float:
    """Return the least CPU seconds of several runs."""
    runs = []
    for _ in range(starts):
        begun = time.process_time()
        work(path)
        runs.append(time.process_time() - begun)
    return min(runs)


def main() -> None:
    """Write each workbook, open it, and print the table."""
    parser = argparse.ArgumentParser(description="Measure opening large workbooks.")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--starts", type=int, default=STARTS)
    words = parser.parse_args()
    told = ["| workbook | calamine CPU s | Steward CPU s | calamine = 1 | preview CPU s |", "|---|---:|---:|---:|---:|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, (formats, texts) in KINDS.items():
            path = write(Path(folder) / "measured.xlsx", words.rows, formats, texts)
            own, ours, look = (seconds(work, path, words.starts) for work in (by_calamine, by_steward, previewed))
            told.append(f"| {name} | {own:.2f} | {ours:.2f} | {ours / own:.1f} | {look:.2f} |")
    sys.stdout.write("\n".join([f"{words.rows:,} rows of {COLUMNS} columns", "", *told]) + "\n")


if __name__ == "__main__":
    main()
