"""Makes files of every kind, damages them, and says whether what a reader answers is sound."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import openpyxl

from steward.readers import handover
from steward.readers.errors import InputUnreadable
from steward.readers.format import Reading
from steward.readers.limits import DEFAULT
from steward.readers.recognition import format_of, peek
from steward.vocabulary.errors import StewardError
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.readers.dirty import dirty_text
from tests.readers.old_books import ods, xls
from tests.readers.saved_books import save_ods, save_xls, save_xlsb

ROWS = [["id", "name", "when", "fee", "zip"], [1, "José", "2024-01-02", 1.5, "02139"], [2, 'a "b", c', "", -3, "97201"],
        [3, "x\ny", "1/2/2024", 1e9, ""]]
TOKENS = (b"\0", b"\xff", b'"', b"\r", b"\n", b",", b"<", b">", b"&", b"{", b"[", b"]", b"}", b"\xef\xbb\xbf", b"\xff\xfe",
          b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"PK\x05\x06", b"-1", b"4294967295", b"99999999999999999999", b"1e999",
          b"A1:XFD1048576",
          b"\xff\xff\xff\xff", b"\0\0\0\0", b"&#0;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b'r="A0"', b'r="ZZZZ9"', b"\\ud800")

BEGINNINGS = (b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b\x08",
              b"SQLite format 3\0", b"\0\1\0\0Standard ACE DB", b"PAR1", b"{\\rtf", b"<html><table>", b"<?xml ",
              b"From: a\nTo: b\n\n", b"[InternetShortcut]\r\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"")


@cache
def _sheet(number: int) -> bytes:
    dice = random.Random(number)
    workbook = openpyxl.Workbook()
    workbook.active.title = "Data"
    for row in ROWS:
        workbook.active.append(row)
    workbook.active["B3"].number_format = dice.choice(["00000", "0.00", "yyyy-mm-dd", "General"])
    workbook.active["D4"] = dice.choice(["=1+1", "=A1", "#N/A", None])
    workbook.active.row_dimensions[3].hidden = dice.random() < 0.5
    workbook.active.merge_cells("A4:B4")
    workbook.create_sheet("Notes").append(["see", "there"])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _saved(save: Callable[[openpyxl.Workbook, Path], Path], name: str) -> Callable[[random.Random, Path], bytes]:
    @cache
    def content(number: int, folder: Path) -> bytes:
        return save(openpyxl.load_workbook(io.BytesIO(_sheet(number))), folder / name).read_bytes()

    return lambda dice, folder: content(dice.randrange(24), folder)


def _either(first: Callable[[random.Random, Path], bytes], second: Callable[[random.Random, Path], bytes],
            ) -> Callable[[random.Random, Path], bytes]:
    return lambda dice, folder: dice.choice([first, second])(dice, folder)


def _text(dice: random.Random) -> bytes:
    return dirty_text(dice).encode(dice.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]), "replace") or b"x"


def _layer(dice: random.Random) -> bytes:
    shapes = ({"type": "Point", "coordinates": [-122.5, 45.5]}, {"type": "LineString", "coordinates": [[1, 2], [3, 4.5]]}, None)
    features = [{"type": "Feature", "geometry": dice.choice(shapes), "properties": dict(zip("abcde", row, strict=True))}
                for row in ROWS * dice.randint(1, 3)]
    plain = [one["properties"] for one in features]
    whole = plain if dice.random() < 0.3 else {"type": "FeatureCollection", "features": features}
    text = json.dumps(whole, indent=dice.choice([None, 1]), ensure_ascii=False)
    return text.encode(dice.choice(["utf-8", "utf-16-le", "utf-8-sig"]))


def _list(dice: random.Random) -> bytes:
    """Return a list of records, or one under a name, in which values of any shape lie and names may be left out."""
    values = (1, -2.5, 10**19, True, None, "José", 'a "b", c', "x\ny", "02139", {"street": "Elm", "zip": "97201"},
              [1, "b", []], {})
    records = [{name: dice.choice(values) for name in "abcde" if dice.random() < 0.9} for _ in range(dice.randint(1, 9))]
    whole = records if dice.random() < 0.6 else {dice.choice(("data", "items", "a")): records, "count": len(records)}
    return json.dumps(whole, indent=dice.choice([None, 1]), ensure_ascii=dice.random() < 0.5).encode("utf-8")


def _made(make: Callable[..., Path], name: str) -> Callable[[random.Random, Path], bytes]:
    return lambda _dice, folder: make(folder / name, ROWS).read_bytes()


def _other(dice: random.Random) -> bytes:
    beginning = dice.choice(BEGINNINGS)
    return beginning + dice.randbytes(dice.randrange(3000)) if dice.random() < 0.7 else beginning + _text(dice)


SEEDS: dict[str, tuple[str, Callable[[random.Random, Path], bytes]]] = {
    "text": ("a.csv", lambda dice, _: _text(dice)), "xlsx": ("a.xlsx", lambda dice, _: _sheet(dice.randrange(24))),
    "xlsb": ("a.xlsb", _saved(save_xlsb, "seed.xlsb")),
    "xls": ("a.xls", _either(_made(xls, "seed.xls"), _saved(save_xls, "seed.xls"))),
    "ods": ("a.ods", _either(_made(ods, "seed.ods"), _saved(save_ods, "seed.ods"))),
    "geojson": ("a.geojson", lambda dice, _: _layer(dice)), "json": ("a.json", lambda dice, _: _list(dice)),
    "foreign": ("a.bin", lambda dice, _: _other(dice))}


def mutated(kind: str, dice: random.Random, folder: Path) -> Path:
    """Return a file of that kind that was damaged in one place or a few."""
    name, make = SEEDS[kind]
    content = make(dice, folder)
    if kind in ("xlsx", "xlsb", "ods") and dice.random() < 0.75:
        content = other_members(content, dice)
    else:
        for _ in range(dice.randint(1, 6)):
            content = damaged(content, dice)
    path = folder / (name if dice.random() < 0.9 else "a" + dice.choice([".csv", ".xlsx", ".json", ".xls", ".ods", ".zip"]))
    path.write_bytes(content or b"\0")
    return path


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return content that was changed in one place: a bit, a few bytes, cut, left out, doubled, or a token put in."""
    place, size = dice.randrange(len(content) + 1), dice.choice([1, 1, 2, 8, 64, 500])
    way = dice.randrange(7)
    if way == 0 and place < len(content):
        return content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1:]
    if way == 1:
        return content[:place] + dice.randbytes(size) + content[place + size:]
    if way == 2:
        return content[:place]
    if way == 3:
        return content[:place] + content[place + size:]
    if way == 4:
        other = dice.randrange(len(content) + 1)
        return content[:place] + content[other:other + size] + content[place:]
    return content[:place] + dice.choice(TOKENS) + content[place + dice.choice([0, 0, 1, 4]):]


def other_members(content: bytes, dice: random.Random) -> bytes:
    """Return the same zip, whole, with some of its parts changed, gone, doubled or under another name."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        parts = [(name, old.read(name)) for name in old.namelist()]
        for _ in range(dice.randint(1, 3)):
            place = dice.randrange(len(parts))
            parts[place] = _other_member(*parts[place], dice)
        if dice.random() < 0.1:
            parts.pop(dice.randrange(len(parts)))
        for name, part in parts:
            new.writestr(zipfile.ZipInfo(name), part, dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return target.getvalue() if dice.random() < 0.9 else damaged(target.getvalue(), dice)


def _other_member(name: str, part: bytes, dice: random.Random) -> tuple[str, bytes]:
    way = dice.randrange(4)
    if way == 0:
        return (dice.choice(["../" + name, name.upper(), name.replace("/", "\\"), "/" + name, name + " "]), part)
    if way == 1:
        return (name, damaged(part, dice))
    words = re.findall(rb"[A-Za-z0-9:.#/-]{1,40}", part) or [b"x"]
    old, new = dice.choice(words), dice.choice([*words[:200], *TOKENS])
    return (name, part.replace(old, new, dice.choice([1, 1, 1, 5, -1])))


def answer_to(path: Path, folder: Path) -> str:
    """Return what a reader says of a file: the name of its sentence, or "table". Fails where the table is not sound."""
    try:
        first_look = peek(path)
        reading = format_of(first_look).read(first_look, ImportStep(), DEFAULT, Silence())
    except InputUnreadable as trouble:
        has_words = all(str(part) for part in (trouble.words.what, trouble.words.where, trouble.words.next_step))
        return type(trouble).__name__ if has_words else "! a sentence is missing"
    except StewardError as trouble:
        return f"! {type(trouble).__name__}"
    _is_sound(reading)
    handover.write(reading, folder)
    sheet = handover.read(folder)
    assert all(len(column.values) == sheet.height for column in sheet.columns)
    assert all(column.values.null_count == 0 for column in sheet.columns)
    for column in sheet.columns:
        column.values.validate(full=True)
    return "table"


def _is_sound(reading: Reading) -> None:
    assert len(reading.columns) == len(reading.labels) == len(reading.positions)
    assert all(sum(map(len, column)) == len(reading.rows) for column in reading.columns)
    places = [*reading.rows.tolist(), *(one.row for one in reading.quarantine)]
    assert len(set(places)) == len(places)
    assert reading.rows.tolist() == sorted(reading.rows.tolist())
    assert reading.account is None or reading.account.missing == 0
    assert len(reading.provenance.sha256) == 64
