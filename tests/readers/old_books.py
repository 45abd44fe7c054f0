"""Makes the workbooks that no library here writes: XLS (BIFF8 in a compound file) and ODS."""

import itertools
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """Return an OLE compound file of those streams; "a/b" lies in the folder "a". Source: MS-CFB, version 3."""
    padded = {name: content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\0") for name, content in streams.items()}
    folders = list(dict.fromkeys(name.split("/")[0] for name in streams if "/" in name))
    listing = -(-(1 + len(streams) + len(folders)) // 4)      # sectors of the directory
    places, chain, first = {}, [], 1 + listing
    for name, content in padded.items():
        count = len(content) // SECTOR
        places[name] = first
        chain += [*range(first + 1, first + count), END]
        first += count
    fat = [FAT, *range(2, 1 + listing), END, *chain]
    assert len(fat) <= 128
    table = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    directory = b"".join(_entries(streams, folders, places)).ljust(listing * SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    return header + table + directory + b"".join(padded.values())


def _entries(streams: dict[str, bytes], folders: list[str], places: dict[str, int]) -> list[bytes]:
    """Return the lines of the directory: the root, then what lies in it, then what lies in its folders; each names the next."""
    roots = [name for name in streams if "/" not in name] + folders
    inside = {folder: [name for name in streams if name.startswith(f"{folder}/")] for folder in folders}
    order = roots + [name for folder in folders for name in inside[folder]]
    numbers = {name: number for number, name in enumerate(order, start=1)}
    following = {one: numbers[other] for group in (roots, *inside.values()) for one, other in itertools.pairwise(group)}
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    for name in order:
        right = following.get(name, FREE)
        if name in inside:
            entries.append(_entry(name, 1, 0, 0, right=right, child=numbers[inside[name][0]]))
        else:
            entries.append(_entry(name.split("/")[-1], 2, places[name], max(len(streams[name]), 4096), right=right))
    return entries


def _entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, FREE, right, child) + bytes(36) + struct.pack(
        "<IQ", start, size)


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def xls(path: Path, rows: Sequence[Sequence[object]], *, is_locked: bool = False, name: str = "Data") -> Path:
    """Write an old workbook with one sheet of texts and numbers; with a password's mark where it is locked. Source: MS-XLS."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    sheet += _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, int | float):
                sheet += _record(0x203, place + struct.pack("<d", cell))
            elif cell:
                sheet += _record(0x204, place + _text(str(cell)))
    sheet += _record(0x0A)
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    if is_locked:
        begin += _record(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    label = struct.pack("<BB", len(name), 0) + name.encode("ascii")
    start = len(begin) + 4 + 6 + len(label) + 4
    body = begin + _record(0x85, struct.pack("<IH", start, 0) + label) + _record(0x0A) + sheet
    path.write_bytes(compound({"Workbook": body}))
    return path


def ods(path: Path, rows: Sequence[Sequence[object]], *, is_locked: bool = False) -> Path:
    """Write an OpenDocument spreadsheet with one sheet of texts and numbers. Source: OpenDocument 1.3, parts 2 and 3."""
    names = ("office", "table", "text", "manifest")
    spaces = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in names)
    table = "".join(f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>" for cells in rows)
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
               f'<table:table table:name="Data">{table}</table:table></office:spreadsheet></office:body>'
               "</office:document-content>")
    lock = '<manifest:encryption-data manifest:checksum="x"/>' if is_locked else ""
    manifest = (f'<?xml version="1.0"?><manifest:manifest {spaces}><manifest:file-entry manifest:full-path="content.xml">'
                f"{lock}</manifest:file-entry></manifest:manifest>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'
