"""How the child process hands a table over: a file of Arrow buffers for cells and row numbers, a JSON file for the rest.

Context: the window should map a table without copying it, each column in one piece. Decision: the buffers stand in one file,
one after the other, as Arrow lays them out in memory, and the JSON file says where; a column's pieces are written one behind
the other and only their offsets are counted anew. The columns of a large text file were written into the same folder while they
were read, two files each, and stay where they lie. Refused: Arrow's own file format, which needs each column joined in memory
before it is written (a second copy of the whole table: 0.25 s and 250 MB at 1M rows), or keeps the many pieces of the parser.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.disk.mapping import mapped
from steward.disk.trouble import plainly
from steward.readers.format import Reading
from steward.readers.pieces import Lying, Pieces
from steward.table.account import Account, Unit
from steward.table.sheet import Column, Oddity, Provenance, Quarantined, RowNumbers, Sheet, SheetListing, unique_names
from steward.vocabulary.message import say
from steward.vocabulary.positions import Positions
from steward.vocabulary.quoting import Quoting

PLACE = say("The folder for tables of the moment on this computer.")
BUFFERS, REST = "table.buffers", "table.json"
ALIGNMENT = 64                    # bytes, as Arrow recommends
LARGEST_INT32 = 2**31 - 1
BUFFERED_BYTES = 1 << 18          # a table of thousands of columns has tens of thousands of small parts

Value = TypeVar("Value")
Place = tuple[int, int]           # first byte and number of bytes


def write(reading: Reading, folder: Path) -> None:
    """Write both files into the folder; the pieces of the reading's columns are given up on the way. Raises: Trouble."""
    with plainly(PLACE):
        _write(reading, folder)


def _write(reading: Reading, folder: Path) -> None:
    with (folder / BUFFERS).open("wb", buffering=BUFFERED_BYTES) as stream:
        file = _BufferFile(stream)
        index = {"rows": file.numbers(reading.rows), "lines": None if reading.lines is None else file.numbers(reading.lines),
                 "columns": [_lying(column, folder) or file.text(column) for column in reading.columns],
                 "quarantine": _write_aside(file, reading.quarantine)}
    text = json.dumps({**_rest(reading), "index": index, "height": len(reading.rows)}, ensure_ascii=True)
    (folder / REST).write_text(text, encoding="ascii")


def read(folder: Path) -> Sheet:
    """Return the table that lies in the folder; its cells stay in the mapped file. Raises: Trouble."""
    with plainly(PLACE):
        rest, whole = json.loads((folder / REST).read_text(encoding="ascii")), mapped(folder / BUFFERS)
    index = rest["index"]
    values = [_text_in_files(folder, entry, rest["height"]) if "folder" in entry else _text(whole, entry, rest["height"])
              for entry in index["columns"]]
    names = unique_names(rest["labels"])
    columns = tuple(Column(name=name, label=label, values=pa.chunked_array([value]), position=position)
                    for name, label, value, position in zip(names, rest["labels"], values, rest["positions"], strict=True))
    return Sheet(columns=columns, rows=_numbers(whole, index["rows"]),
                 lines=None if index["lines"] is None else _numbers(whole, index["lines"]),
                 quarantine=_read_aside(whole, index["quarantine"]), provenance=_provenance(rest["provenance"]),
                 listings=listings_from(rest["listings"]), oddities=tuple(_oddity(one) for one in rest["oddities"]),
                 account=_account(rest["account"]))


def listings_from(values: list[dict[str, Any]]) -> tuple[SheetListing, ...]:
    """Return the listings that stood in JSON."""
    return tuple(_value(SheetListing, one) for one in values)


class _BufferFile:
    """Writes buffers one after the other and tells where each one lies."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._end = stream, 0

    def numbers(self, numbers: npt.NDArray[Any]) -> Place:
        """Write an array of numbers as it is."""
        return self._put([memoryview(np.ascontiguousarray(numbers).view(np.uint8).data)] if len(numbers) else [])

    def text(self, pieces: list[Any]) -> dict[str, Any]:
        """Write the pieces of a column of text as one, and let go of them."""
        offsets, texts = _parts(pieces)
        pieces.clear()
        return {"offsets": self.numbers(offsets), "text": self._put(texts), "large": offsets.dtype == np.int64}

    def _put(self, parts: list[memoryview]) -> Place:
        padding = -self._end % ALIGNMENT
        self._write(memoryview(bytes(padding)))
        start = self._end
        for part in parts:
            self._write(part)
        return (start, self._end - start)

    def _write(self, part: memoryview) -> None:
        while len(part):
            written = self._stream.write(part)
            self._end += written
            part = part[written:]


def _parts(pieces: list[pa.Array]) -> tuple[npt.NDArray[Any], list[memoryview]]:
    """Return the joined offsets of some arrays of text, and where their text lies in memory."""
    own = [_own_offsets(piece) for piece in pieces]
    size = sum(int(offsets[-1] - offsets[0]) for offsets in own)
    joined = np.zeros(sum(len(offsets) - 1 for offsets in own) + 1, np.int64 if size > LARGEST_INT32 else np.int32)
    texts, place, base = [], 1, 0
    for piece, offsets in zip(pieces, own, strict=True):
        first, last, count = int(offsets[0]), int(offsets[-1]), len(offsets) - 1
        np.add(offsets[1:], base - first, out=joined[place:place + count], casting="unsafe")
        place, base = place + count, base + last - first
        if last > first:
            texts.append(memoryview(piece.buffers()[2])[first:last])
    return joined, texts


def _own_offsets(piece: pa.Array) -> npt.NDArray[np.int32]:
    buffer = piece.buffers()[1]
    if buffer is None or len(piece) == 0:
        return np.zeros(1, np.int32)
    return np.frombuffer(buffer, np.int32)[piece.offset:piece.offset + len(piece) + 1]


def _lying(pieces: list[Any], folder: Path) -> dict[str, Any] | None:
    """Return where a column lies that was written into this folder as it was read; None where it must be written yet."""
    lies = pieces.lies if isinstance(pieces, Pieces) else None
    if lies is None or lies.folder.parent.resolve() != folder.resolve():
        return None
    lies.keep()
    pieces.clear()
    return {"folder": lies.folder.name, "number": lies.number}


def _text_in_files(folder: Path, entry: Mapping[str, Any], height: int) -> pa.Array:
    lies = Lying(folder=folder / Path(str(entry["folder"])).name, number=int(entry["number"]), keep=tuple)
    return pa.Array.from_buffers(pa.string(), height, [None, mapped(lies.offsets), mapped(lies.text)])


def _text(whole: pa.Buffer, entry: Mapping[str, Any], height: int) -> pa.Array:
    kind = pa.large_string() if entry["large"] else pa.string()
    return pa.Array.from_buffers(kind, height, [None, whole.slice(*entry["offsets"]), whole.slice(*entry["text"])])


def _numbers(whole: pa.Buffer, place: Place) -> RowNumbers:
    return np.frombuffer(whole.slice(*place), np.int64)


def _write_aside(file: _BufferFile, quarantine: tuple[Quarantined, ...]) -> dict[str, Any]:
    counts = ((one.row, one.line or 0, one.cells) for one in quarantine)
    return {"count": len(quarantine), "text": file.text([pa.array([one.text for one in quarantine], pa.string())]),
            "counts": file.numbers(np.fromiter((number for three in counts for number in three), np.int64))}


def _read_aside(whole: pa.Buffer, entry: Mapping[str, Any]) -> tuple[Quarantined, ...]:
    texts = _text(whole, entry["text"], entry["count"])
    counts = _numbers(whole, entry["counts"]).reshape(-1, 3).tolist()
    return tuple(Quarantined(row=row, line=line or None, cells=cells, text=text)
                 for (row, line, cells), text in zip(counts, texts.to_pylist(), strict=True))


def _rest(reading: Reading) -> dict[str, Any]:
    return {"labels": reading.labels, "positions": reading.positions, "provenance": _flat(reading.provenance),
            "account": None if reading.account is None else asdict(reading.account),
            "listings": [asdict(one) for one in reading.listings],
            "oddities": [{"kind": one.kind, "count": one.count, "rows": list(one.rows), "lines": list(one.lines),
                          "position": one.position}
                         for one in reading.oddities]}


def _flat(value: Provenance) -> dict[str, Any]:
    """Return what `asdict` gives of flat values; it copies each of a million row numbers by itself."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _value(kind: type[Value], values: dict[str, Any]) -> Value:
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every kind that is passed is a dataclass
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in known})


def _provenance(values: dict[str, Any]) -> Provenance:
    return replace(_value(Provenance, values), quoting=Quoting(values["quoting"]))


def _account(values: dict[str, Any] | None) -> Account | None:
    return None if values is None else Account(**{**values, "unit": Unit(values["unit"])})


def _oddity(values: dict[str, Any]) -> Oddity:
    return Oddity(kind=values["kind"], count=values["count"], rows=Positions(values["rows"]), lines=Positions(values["lines"]),
                  position=values["position"])
