"""Copies of other tables, and connections, in the binary parts of a workbook (XLSB). Source: MS-XLSB 2.1.7.22, 25, 39, 40."""

import struct
from contextlib import suppress
from datetime import date

from steward.readers.formats._xlsb import records, text
from steward.readers.hidden._book import number_text
from steward.readers.hidden._xlsb_records import every_text, first_text

_NUMBER, _TEXT, _MOMENT = 21, 24, 25
_ITEMS = {_NUMBER: _NUMBER, 28: _NUMBER, _TEXT: _TEXT, 31: _TEXT, _MOMENT: _MOMENT, 32: _MOMENT}
_FIELD, _ROW = 183, 33
_SHEETS, _LINKED_NUMBER, _LINKED_TEXT, _NAMES_VALUE, _OTHER_PROGRAM = 359, 368, 371, 582, 360
_CONNECTION, _WAYS = 201, (203, 205, 261, 538)
_MOST_VALUES, _SCANNED_BYTES = 200_000, 1 << 22


def linked(part: bytes) -> tuple[list[str], list[str], bool]:
    """Return the values that a link keeps, the names of the sheets there, and whether it leads to another program."""
    values, names, is_program = list[str](), list[str](), False
    for kind, body in records(part):
        with suppress(struct.error, IndexError):
            if kind == _SHEETS:
                names += _texts(body)
            elif kind == _LINKED_NUMBER:
                values.append(number_text(struct.unpack_from("<d", body, 4)[0]))
            elif kind == _LINKED_TEXT:
                values.append(first_text(body, 4))
            elif kind == _NAMES_VALUE:
                values.append(first_text(body))
            elif kind == _OTHER_PROGRAM:
                is_program = struct.unpack_from("<H", body)[0] != 0
    return values[:_MOST_VALUES], names, is_program


def pivot_fields(part: bytes) -> list[tuple[str, list[str]]]:
    """Return the fields of the copy behind a pivot table, each with the values it has."""
    fields = list[tuple[str, list[str]]]()
    for kind, body in records(part):
        with suppress(struct.error, IndexError, ValueError):
            if kind == _FIELD:
                fields.append((first_text(body, 20), []))
            elif kind in _ITEMS and fields and len(fields[-1][1]) < _MOST_VALUES:
                fields[-1][1].append(_item(_ITEMS[kind], body))
    return fields


def pivot_rows(part: bytes) -> list[str]:
    """Return the values that the rows of the copy hold themselves: those that are not in the list of a field."""
    values, scanned = list[str](), 0
    for kind, body in records(part):
        with suppress(struct.error, IndexError, ValueError):
            if kind in _ITEMS:
                values.append(_item(_ITEMS[kind], body))
            elif kind == _ROW and scanned < _SCANNED_BYTES:
                scanned += len(body)
                values += every_text(body)
        if len(values) >= _MOST_VALUES:
            break
    return values


def _texts(body: bytes) -> list[str]:
    count, = struct.unpack_from("<I", body)
    place, found = 4, list[str]()
    while len(found) < count and place < len(body):
        one, place = text(body, place)
        found.append(one)
    return found


def _item(kind: int, body: bytes) -> str:
    if kind == _TEXT:
        return text(body, 0)[0]
    if kind == _NUMBER:
        return number_text(struct.unpack_from("<d", body)[0])
    year, month, day = struct.unpack_from("<HHB", body)
    return date(year, month, day).isoformat()


def connections(part: bytes) -> list[tuple[str, str]]:
    """Return for each connection its name and what it tells of its way."""
    found, scanned = list[tuple[str, str]](), 0
    for kind, body in records(part):
        scanned += len(body)
        if scanned > _SCANNED_BYTES:
            break
        if kind == _CONNECTION:
            found.append((" ".join(every_text(body)), ""))
        elif kind in _WAYS and found:
            name, told = found[-1]
            found[-1] = name, " ".join((told, *every_text(body))).strip()
    return found
