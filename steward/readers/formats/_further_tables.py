"""Finds the tables below blank lines in a long text file, of which a preview reads only the beginning.

Decision: the bytes are searched for blank lines and rows of separators alone, some kilobytes around each are read, and only
where a row of names stands there are the rows above it counted. UTF-16, which has no such bytes, is not searched.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from steward.readers.format import Peek
from steward.readers.formats._dialect import first_records
from steward.readers.formats._encodings import UTF8, UTF16, decoder
from steward.readers.formats._passed_rows import rows_before
from steward.readers.formats._start import Start
from steward.readers.formats._stream import physical_lines
from steward.table.names_after_gap import MOST_GAPS, MOST_TITLES, begins_another, below_titles
from steward.table.names_within import AROUND
from steward.table.preview import Region

LARGEST_BYTES = 1 << 29     # of a file that is searched
_BLOCK_BYTES = 1 << 22
_NEAR_BYTES = 1 << 15       # that are read on each side of a gap
_MOST_COLUMNS = 300         # of tables that people write one below another


def tables_after_gaps(peek: Peek, start: Start, width: int) -> tuple[Region, ...]:
    """Return the tables in the order of the file; none where it is one table. Raises: OSError."""
    if start.cuts is not None or start.encoding in UTF16 or not 1 < width <= _MOST_COLUMNS or peek.size_bytes > LARGEST_BYTES:
        return ()
    gaps = list(islice(_gaps(peek.path, start.delimiter, width), MOST_GAPS + 1))
    places = tuple(place for place in gaps if _heads(peek.path, place, start)) if len(gaps) <= MOST_GAPS else ()
    tops = [rows + 1 for rows in _rows_above(peek.path, start, places)]
    if not tops:
        return ()
    return tuple((top, 1, bottom, width if top == 1 else 0)
                 for top, bottom in zip([1, *tops], [*(top - 1 for top in tops), 0], strict=True))


def _gaps(path: Path, delimiter: str, width: int) -> Iterator[int]:
    """Yield the places of the bytes behind blank lines, those at the end of the file not."""
    row = (delimiter * (width - 1)).encode()
    signs = tuple(end + line + end for end in (b"\n", b"\r\n") for line in (b"", row))
    longest, before, kept = max(map(len, signs)), 0, b""
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            text = kept + block
            yield from sorted(before + end for end in _ends(text, signs, len(kept)))
            kept = text[-longest:]
            before += len(text) - len(kept)


def _ends(text: bytes, signs: tuple[bytes, ...], fresh: int) -> Iterator[int]:
    """Yield where one of the signs ends and no other one begins, of those whose next byte is fresh."""
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            end = at + len(sign)
            if end >= fresh and text[end:end + 1] not in (b"\r", b"\n", b""):
                yield end
            at = text.find(sign, at + 1)


def _heads(path: Path, place: int, start: Start) -> bool:
    """Return whether the row behind a gap names the columns of what stands below it."""
    with path.open("rb") as stream:
        begin = max(start.mark, place - _NEAR_BYTES)
        stream.seek(begin)
        upper, lower = stream.read(place - begin), stream.read(_NEAR_BYTES)
    if not lower.partition(b"\n")[0].strip(b' \t\r"' + start.delimiter.encode()):
        return False        # another blank row, whose end is a gap as well
    above = _records(upper, start, is_cut_before=begin > start.mark, is_cut_behind=False)[-AROUND:]
    below = _records(lower, start, is_cut_before=False, is_cut_behind=len(lower) == _NEAR_BYTES)[:AROUND + MOST_TITLES]
    below = below[below_titles(below):]
    width = max((len(cells) for cells in (*above, *below)), default=0)
    columns = [[cells[column] if column < len(cells) else "" for cells in (*above, *below)] for column in range(width)]
    return bool(below) and begins_another(columns, len(above))


def _records(raw: bytes, start: Start, *, is_cut_before: bool, is_cut_behind: bool) -> list[tuple[str, ...]]:
    if is_cut_before:
        raw = raw[raw.find(b"\n") + 1:]
    if is_cut_behind:
        raw = raw[:raw.rfind(b"\n") + 1]
    try:
        text = decoder(start.encoding)(raw, True)
    except UnicodeDecodeError:
        return []
    found = first_records(text, start.delimiter, len(text) + 1, is_whole=True, quoting=start.quoting)
    return [record.cells for record in found if any(map(str.strip, record.cells))]


def _rows_above(path: Path, start: Start, places: tuple[int, ...]) -> tuple[int, ...]:
    """Return how many rows of the file stand above each place, blank ones too."""
    if not places:
        return ()
    in_utf8 = places if start.encoding in UTF8 else _as_utf8(path, start, places)
    lines = physical_lines(path, start.encoding, start.mark)
    return rows_before(lines, tuple(place - start.mark for place in in_utf8), start.delimiter, start.quoting)


def _as_utf8(path: Path, start: Start, places: tuple[int, ...]) -> tuple[int, ...]:
    """Return where the places of bytes lie once the file is written as UTF-8; each of them begins a line."""
    decode, found, behind, at = decoder(start.encoding), list[int](), start.mark, start.mark
    with path.open("rb") as stream:
        stream.seek(start.mark)
        for place in places:
            while at < place:
                raw = stream.read(min(_BLOCK_BYTES, place - at))
                at += len(raw)
                behind += len(decode(raw, at == place).encode())
            found.append(behind)
    return tuple(found)
