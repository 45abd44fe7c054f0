"""Tables in whose every private place stands a mark, and the search for these marks in all that was written."""

import csv
import zipfile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from tests.readers.saved_books import save_ods, save_xls, save_xlsb

CELL, HIDDEN, FOLDER, TYPED = "Zqcell", "Zqhidden", "Zqfolder", "Zqtyped"     # begin what may stand nowhere, or in drafts alone
HEADER = ("Request", "Requester Name", "Home Phone", "Notes", "Kind", "Fee", "Owner SSN", "Old Remark")
ROWS, EDITED, GONE = 40, 5, 9       # rows as the file numbers them: one is changed by hand, one is left out


def rows(month):
    """Return the records of one month; those private cells that go are marked with it."""
    made = [(f"{CELL}-{month}-{row:03d}", f"{CELL}{month}{row} Brown", f"971-555-0{row:03d}", f"{CELL}{month} called {row}",
             ("Pruning", "Planting")[row % 2], str(100 + row), "", f"{HIDDEN}{month}{row}") for row in range(2, ROWS + 2)]
    made[GONE - 2] = (f"{CELL}-009", f"{CELL} Brown", "971-555-0009", f"{CELL} called", f"{CELL} Removal", "1", "", "")
    made[EDITED - 2] = (f"{CELL}-005", f"{CELL} Jones", "971-555-0005", f"{CELL} came", f"{TYPED} Pruning", "7", "", "")
    made[20] = (*made[20][:6], "512-34-6789", "")
    return made


def workbook(month):
    """Return a workbook with the records, and marks in what it hides."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Requests"
    for row in (HEADER, *rows(month)):
        sheet.append(row)
    sheet.column_dimensions["H"].hidden = True
    sheet["A3"].comment = Comment(f"{HIDDEN} note", f"{HIDDEN} author")
    sheet["B4"].hyperlink = f"mailto:{HIDDEN}@example.org"
    sheet.oddFooter.left.text = f"{HIDDEN} footer"
    away = book.create_sheet("Away")
    away.append([f"{HIDDEN} label", "512-34-6780"])
    away.sheet_state = "hidden"
    book.defined_names["Chosen"] = DefinedName("Chosen", attr_text=f'"{HIDDEN} value"')
    book.properties.creator = book.properties.lastModifiedBy = book.properties.title = f"{HIDDEN} Roe"
    book.properties.description = book.properties.keywords = f"{HIDDEN} words"
    book.custom_doc_props.append(StringProperty(name="Checked", value=f"{HIDDEN} Roe"))
    return book


def written(folder, suffix, month):
    """Write the table of one month as a file of that kind and return its path."""
    folder.mkdir(exist_ok=True)
    path = folder / f"requests {month}.{suffix}"
    if suffix == "csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([HEADER, *rows(month)])
    else:
        save = {"xlsx": lambda book, path: book.save(path), "xls": save_xls, "xlsb": save_xlsb, "ods": save_ods}[suffix]
        save(workbook(month), path)
    return path


def places(folder, mark):
    """Return the names of the files of a folder, and of parts of zips there, in which a mark stands, or that are named so."""
    return sorted({name for path in folder.rglob("*") if path.is_file() for name, content in _parts(folder, path)
                   if holds(name.encode() + content, mark)})


def holds(content, mark):
    """Return whether a mark stands in some bytes, in whatever case, as UTF-8 or UTF-16."""
    low, mark = content.lower(), mark.lower()
    return mark.encode() in low or mark.encode("utf-16-le") in low


def _parts(folder, path):
    yield str(path.relative_to(folder)), path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield f"{path.relative_to(folder)} {name}", archive.read(name)
