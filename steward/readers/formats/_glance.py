"""A quick look at the beginning of a text file: its first records, and the lines that show which encoding it is in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from steward.readers.errors import no_header
from steward.readers.format import Peek
from steward.readers.formats._attempt import Attempt
from steward.readers.formats._cut_lines import shared_blanks, shared_blanks_of
from steward.readers.formats._dialect import Record
from steward.readers.formats._encodings import decoder
from steward.readers.formats._further_tables import tables_after_gaps
from steward.readers.formats._start import Look, Start
from steward.readers.header import Layout, find_layout
from steward.readers.preview import LAST_ROWS, ROWS, Sight, laid_out, layout_of, sample_size
from steward.readers.touching import touching_tables
from steward.table.lined_up import is_divided_by_blanks
from steward.table.preview import DoubtfulLine, Preview, PreviewRow, RowPart
from steward.vocabulary.recipe import ImportStep

EITHER = ("cp1252", "utf-8")    # what a line with letters beyond ASCII may be written in, where no mark says so
DOUBTFUL_LINES = 5
WHOLLY_LINED_UP = 1 << 25   # bytes of a file of which every line is looked at for the places to cut
ABOVE_FAR = 2       # first rows of the file that are shown above a region far down
_BEFORE, _SHOWN = 30, 90        # bytes of a doubtful line that are shown: before its first doubtful letter, and in all


def glance(peek: Peek, step: ImportStep, attempt: Attempt) -> Preview:
    """Return the preview of a text file. Raises: InputUnreadable subclasses; OSError."""
    look = attempt.look(sample_size(step))
    start, records, head, is_whole = look.start, look.records, look.head, look.is_whole
    first: Sequence[Record] = records[:max(ROWS, sample_size(step))]
    cells = [record.cells for record in first]
    sight = _sight(look, cells)
    try:
        layout = _layout(look, cells, step)
    except IndexError:
        raise no_header(peek.name, max(step.header_rows or (0,))) from None
    encoding = "utf-8-sig" if start.encoding == "utf-8" and start.mark else start.encoding
    shown = laid_out(sight, layout, step)
    numbered = dict([*enumerate(cells, start=1), *sight.last])
    rows = shown.rows if step.region is not None else tuple(
        _told_apart(row, len(numbered[row.row]), len(layout.labels)) for row in shown.rows)
    first_layout = layout if step.region is None else find_layout(cells, None)    # of the first table, whichever one is chosen
    touching = touching_tables([record.cells for record in records], first_layout, is_whole=is_whole)
    if not (touching or is_whole):
        touching = tables_after_gaps(peek, start, len(first_layout.labels))
    may_quote = start.cuts is None and (b'"' in head or not is_whole)
    is_lined_up = start.cuts is None and _is_lined_up(start, cells)
    cuts = _proposed_cuts(peek, start, head) if is_lined_up else start.cuts
    return replace(shown, rows=rows, touching=touching, is_lined_up=is_lined_up, cuts=cuts, encoding=encoding,
                   delimiter=start.delimiter or None,
                   quoting=start.quoting if may_quote else None, doubtful=tuple(_doubtful(start, step, head)))


def _sight(look: Look, cells: Sequence[Sequence[str]]) -> Sight:
    """Return the rows to show; of a region far down some rows above it, and then its own."""
    if look.far:
        below = [(row, record.cells) for row, record in enumerate(look.far, start=look.start.passed.rows + 1)]
        return Sight(first=cells[:ABOVE_FAR], last=below, height=None)
    last = [(row, record.cells) for row, record in enumerate(look.records[ROWS:], start=ROWS + 1)][-LAST_ROWS:]
    return Sight(first=cells, last=last if look.is_whole else [], height=len(look.records) if look.is_whole else None)


def _layout(look: Look, cells: Sequence[Sequence[str]], step: ImportStep) -> Layout:
    if step.region is None:
        return look.start.layout
    passed = look.start.passed.rows
    return layout_of([record.cells for record in look.far], step, passed=passed) if passed else layout_of(cells, step)


def _proposed_cuts(peek: Peek, start: Start, head: bytes) -> tuple[int, ...]:
    """Return where all lines of the file have blanks; of a long file those of its beginning."""
    try:
        if peek.size_bytes <= WHOLLY_LINED_UP:
            return shared_blanks(peek.path, start.encoding, start.mark)
        return shared_blanks_of(decoder(start.encoding)(head[start.mark:head.rfind(b"\n") + 1], False))
    except UnicodeDecodeError:
        return ()


def _is_lined_up(start: Start, records: Sequence[Sequence[str]]) -> bool:
    return is_divided_by_blanks([start.delimiter.join(cells) for cells in records], len(start.layout.labels))


def _told_apart(shown: PreviewRow, cells: int, columns: int) -> PreviewRow:
    is_apart = shown.part is RowPart.RECORD and cells != columns
    return replace(shown, part=RowPart.APART) if is_apart else shown


def _doubtful(start: Start, step: ImportStep, head: bytes) -> Iterator[DoubtfulLine]:
    """Give the first lines whose letters depend on the encoding; none where the bytes prove it."""
    is_proven = start.mark or start.encoding.startswith("utf-16") or (start.encoding == "utf-8" and step.encoding is None)
    if is_proven or head.isascii():
        return
    given = 0
    for line, content in enumerate(head.splitlines(), start=1):
        if not content.isascii():
            yield DoubtfulLine(line=line, readings=tuple((name, _shown(content, name)) for name in EITHER))
            given += 1
        if given == DOUBTFUL_LINES:
            return


def _shown(content: bytes, encoding: str) -> str:
    """Return the part of the line around its first doubtful letter; what does not fit the encoding shows as a black diamond."""
    first = next(place for place, byte in enumerate(content) if byte > 127)  # noqa: PLR2004  # the end of ASCII
    begin = max(0, first - _BEFORE)
    return content[begin:begin + _SHOWN].decode(encoding, "replace")
