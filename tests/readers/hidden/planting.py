"""How things are hidden in workbooks for tests: with openpyxl, or by changing parts of the zip."""

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl

MARK = "Zqxvmark Roe 503-555-0142"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
HEADER = ("Permit", "Opened", "Fee", "Status")
Parts = dict[str, bytes]
Plant = Callable[[openpyxl.Workbook], None]
Surgery = Callable[[Parts], None]
PLANTS: list[tuple[str, str, Plant]] = []
SURGERIES: list[tuple[str, str, Surgery]] = []


def plain_book() -> openpyxl.Workbook:
    """Return a workbook with a table of sixty permits and a sheet of notes."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Permits"
    sheet.append(HEADER)
    for number in range(60):
        sheet.append([f"BP-{number:04d}", f"2024-01-{number % 28 + 1:02d}", 100 + number, ("Issued", "Finaled")[number % 2]])
    workbook.create_sheet("Notes").append(["Fees are in dollars"])
    return workbook


def plant(kind: str) -> Callable[[Plant], Plant]:
    """Register a way to hide something with openpyxl."""
    def register(act: Plant) -> Plant:
        PLANTS.append((kind, act.__name__, act))
        return act
    return register


def surgery(kind: str) -> Callable[[Surgery], Surgery]:
    """Register a way to hide something by changing parts of the zip."""
    def register(act: Surgery) -> Surgery:
        SURGERIES.append((kind, act.__name__, act))
        return act
    return register


def planted(path: Path, act: Plant | Surgery, *, in_zip: bool) -> Path:
    """Write a workbook with one thing hidden in it."""
    return planted_in(plain_book(), path, [(act, in_zip)])


def planted_in(workbook: openpyxl.Workbook, path: Path, acts: Iterable[tuple[Plant | Surgery, bool]]) -> Path:
    """Hide things in a workbook and write it: first those of openpyxl, then in the zip those that are marked so."""
    acts = list(acts)
    for act, in_zip in acts:
        if not in_zip:
            act(workbook)
    workbook.save(path)
    for act, in_zip in acts:
        if in_zip:
            operate(path, act)
    return path


def operate(path: Path, act: Surgery) -> None:
    """Change the parts of a zip in place."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    act(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def relate(parts: Parts, source: str, kind: str, target: str, mode: str = "") -> str:
    """Add a relationship and return its id."""
    folder, _, last = source.rpartition("/")
    rels = f"{folder}/_rels/{last}.rels" if folder else "_rels/.rels"
    text = parts.get(rels, b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
    number = f"rIdX{text.count(b'<Relationship ')}"
    external = f' TargetMode="{mode}"' if mode else ""
    added = f'<Relationship Id="{number}" Type="{REL}/{kind}" Target="{target}"{external}/></Relationships>'
    parts[rels] = text.replace(b"</Relationships>", added.encode())
    return number


def put(parts: Parts, part: str, old: str, new: str) -> None:
    """Replace one place in a part."""
    assert old in parts[part].decode(), (part, old)
    parts[part] = parts[part].decode().replace(old, new, 1).encode()


def every() -> list[tuple[str, str, Plant | Surgery, bool]]:
    """Return all plants that are registered: kind, name, act, and whether it changes the zip."""
    return [(*one, False) for one in PLANTS] + [(*one, True) for one in SURGERIES]
