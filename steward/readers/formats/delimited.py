"""Text files: comma, semicolon, tab or bar between the cells, in UTF-8, UTF-16 or else cp1252.

Context: opening is where every peer loses text silently. Decision: cells equal csv.reader's, every physical line is accounted
for as title, header, record, quarantined record or blank line, and where the count does not come out there is no table at all.
Refused: statistical guesses of the encoding (they turn "José" into something else), padding short records, dropping long ones.
"""

from concurrent.futures import ThreadPoolExecutor

from steward.readers.digest import stamp_of
from steward.readers.errors import file_changed, file_empty, no_sheets
from steward.readers.format import Peek, Reading
from steward.readers.formats._attempt import Attempt
from steward.readers.formats._encodings import encoding_by_mark, unread_encoding, without_nul_runs
from steward.readers.formats._glance import glance
from steward.readers.formats._oddities import oddities
from steward.readers.formats._start import Outcome
from steward.readers.limits import Limits
from steward.readers.recognition import plain_troubles
from steward.table.preview import Preview
from steward.table.sheet import Provenance, SheetListing
from steward.vocabulary.errors import InputUnreadable
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import ImportStep

_NUL_SHARE, _FEW_NULS = 0.05, 3     # more NUL bytes than either among the first ones: not text
_LINE_ENDS, _BLOCK_BYTES = b"\r\n", 1 << 20


class Delimited:
    """Reads text files."""

    name = "delimited"
    suffixes = (".csv", ".tsv", ".tab", ".txt", ".psv")

    def claim(self, peek: Peek) -> int:
        """Return 1 for anything that looks like text."""
        if encoding_by_mark(peek.head) is not None or unread_encoding(peek.head) is not None:
            return 2
        written = without_nul_runs(peek.head)
        return 1 if written and written.count(0) <= max(_FEW_NULS, len(written) * _NUL_SHARE) else 0

    def read(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Reading:  # noqa: ARG002 - the port's
        """Return the table; the columns of a large one lie in files of their own. Raises: InputUnreadable subclasses."""
        return _read(peek, step, progress, in_files=True)

    def list_sheets(self, peek: Peek, limits: Limits, progress: Progress) -> tuple[SheetListing, ...]:  # noqa: ARG002
        """Return the one table of the file. Raises: InputUnreadable subclasses."""
        return _read(peek, ImportStep(), progress, in_files=False).listings

    def preview(self, peek: Peek, step: ImportStep, limits: Limits, progress: Progress) -> Preview:  # noqa: ARG002 - the port's
        """Return the first rows as they would be read. Raises: InputUnreadable subclasses."""
        _check_sheet(peek, step)
        with plain_troubles(peek.path):
            return glance(peek, step, Attempt(peek, step, progress))


def _read(peek: Peek, step: ImportStep, progress: Progress, *, in_files: bool) -> Reading:
    _check_sheet(peek, step)
    with plain_troubles(peek.path), ThreadPoolExecutor(1) as pool:
        if step.region is None and _has_line_ends_alone(peek):
            raise file_empty(peek.name)
        before = stamp_of(peek.path)
        try:
            outcome = Attempt(peek, step, progress, in_files=in_files).read(pool)
        except InputUnreadable:     # whatever is wrong with it, it was not the same file from its beginning to its end
            if stamp_of(peek.path) != before:
                raise file_changed(peek.name) from None
            raise
        if stamp_of(peek.path) != before:
            raise file_changed(peek.name)
        return _reading(peek, step, outcome)


def _has_line_ends_alone(peek: Peek) -> bool:
    """Return whether nothing but line ends stands in the file, which would take a hundred bytes of memory for each."""
    if peek.head.translate(None, _LINE_ENDS):
        return False
    with peek.path.open("rb") as stream:
        return not any(block.translate(None, _LINE_ENDS) for block in iter(lambda: stream.read(_BLOCK_BYTES), b""))


def _check_sheet(peek: Peek, step: ImportStep) -> None:
    if step.sheet not in (None, peek.path.stem):  # its one table is listed under the name of the file
        raise no_sheets(peek.name, str(step.sheet))


def _reading(peek: Peek, step: ImportStep, outcome: Outcome) -> Reading:
    placed, layout = outcome.placed, outcome.start.layout
    records_in_all = len(placed.all_lines) + outcome.start.rows_above
    listing = SheetListing(name=peek.path.stem, state="visible", rows=records_in_all, columns=len(layout.labels))
    within = _within(step, len(layout.labels))
    return Reading(labels=tuple(layout.labels[place] for place in within), positions=tuple(place + 1 for place in within),
                   columns=[placed.columns[place] for place in within], rows=placed.rows, lines=placed.lines,
                   quarantine=placed.quarantine, provenance=_provenance(peek, outcome),
                   listings=(listing,), oddities=tuple(oddities(outcome, step)), account=outcome.account)


def _within(step: ImportStep, width: int) -> range:
    """Return the 0-based places of the columns that lie in the region a person chose. A last column of 0 is the end."""
    left, right = (step.region[1], step.region[3]) if step.region else (1, 0)
    return range(max(0, left - 1), min(width, right or width))


def _provenance(peek: Peek, outcome: Outcome) -> Provenance:
    start, scanned = outcome.start, outcome.scan
    return Provenance(
        file_name=peek.name, sha256=scanned.sha256, size_bytes=scanned.size_bytes,
        encoding="utf-8-sig" if start.encoding == "utf-8" and start.mark else start.encoding, delimiter=start.delimiter or None,
        quoting=start.quoting,
        line_ending=_line_ending(outcome), physical_lines=scanned.tally.lines, header_rows=start.layout.header_rows,
        title_rows=start.layout.title_rows, blank_rows=(*start.layout.blank_rows, *outcome.placed.blank_rows),
        blank_cells=(*(0 for _ in start.layout.blank_rows), *outcome.placed.blank_cells))


def _line_ending(outcome: Outcome) -> str:
    """Return how records end; line breaks inside cells do not count."""
    tally, records = outcome.scan.tally, outcome.records
    passed = outcome.start.passed
    inside = [cell for record in outcome.start.above for cell in record.cells] + [ragged.text for ragged in records.ragged]
    pairs_inside, feeds_inside, returns_inside = (count + sum(text.count(ends) for text in inside) for ends, count in (
        ("\r\n", passed.pairs), ("\n", passed.feeds), ("\r", passed.returns)))
    pairs = tally.pairs - (int(records.breaks.sum()) - records.feeds_inside - records.returns_inside) - pairs_inside
    feeds = tally.line_feeds - tally.pairs - records.feeds_inside - feeds_inside + pairs_inside
    returns = tally.returns - tally.pairs - records.returns_inside - returns_inside + pairs_inside
    seen = [name for name, count in (("crlf", pairs), ("lf", feeds), ("cr", returns)) if count > 0]
    return seen[0] if len(seen) == 1 else "mixed" if seen else "lf"


FORMAT = Delimited()
