"""What the beginning of a text file tells, and what came of reading it to its end."""

from dataclasses import dataclass
from typing import NamedTuple

from steward.readers.formats._dialect import Record
from steward.readers.formats._passed_rows import Passed
from steward.readers.formats._placing import Placed
from steward.readers.formats._records import Records
from steward.readers.formats._scan import Scan
from steward.readers.header import Layout
from steward.table.account import Account, Unit
from steward.vocabulary.quoting import Quoting


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the first megabytes tell."""

    encoding: str
    mark: int
    delimiter: str             # none in a text that is cut
    cuts: tuple[int, ...] | None    # where its lines are cut; None where a sign divides the cells
    quoting: Quoting
    layout: Layout
    first_row: int             # of the region; rows above it are left out
    has_nul: bool              # among the first megabytes
    is_ragged: bool            # many of the first records do not fit the table
    has_hint: bool             # the first line tells Excel the delimiter, and is no title
    passed: Passed             # rows above a region far down, of which none is kept
    above: tuple[Record, ...]  # the records below them and above the first one of the table

    @property
    def rows_above(self) -> int:
        return self.passed.rows + len(self.above)

    @property
    def end_line(self) -> int:
        return self.above[-1].end_line if self.above else self.passed.lines

    @property
    def end_byte(self) -> int:
        return self.above[-1].end_byte if self.above else self.passed.bytes

    def lines_of(self, rows: tuple[int, ...]) -> int:
        """Return how many physical lines some of the rows above the table take that were not passed over."""
        ends = (self.passed.lines, *(record.end_line for record in self.above))
        return sum(ends[row] - ends[row - 1] for row in (row - self.passed.rows for row in rows))

    @property
    def lines_above_region(self) -> int:
        """Return how many physical lines the rows above the region take."""
        return self.passed.lines + self.lines_of(tuple(range(self.passed.rows + 1, self.first_row)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A text file, read and proven."""

    start: Start
    scan: Scan
    records: Records
    placed: Placed

    @property
    def account(self) -> Account:
        """Return where each physical line went; the total is what the scan counted, the parts are what the parser gave."""
        start, placed, layout = self.start, self.placed, self.start.layout
        return Account(unit=Unit.LINE, total=self.scan.tally.lines, header=start.lines_of(layout.header_rows),
                       titles=start.lines_of(layout.title_rows), records=placed.record_lines,
                       quarantined=placed.quarantined_lines, blank=placed.blank_lines + start.lines_of(layout.blank_rows),
                       left_out=placed.below_lines + start.lines_above_region)


class Signs(NamedTuple):
    """What divides the cells of a text: a sign, with a way to write quotation marks, or cuts at the same characters."""

    delimiter: str
    quoting: Quoting
    cuts: tuple[int, ...] | None


class Look(NamedTuple):
    """The beginning of a text file; `is_whole` says that `records` are all it has."""

    start: Start
    records: list[Record]
    head: bytes
    is_whole: bool
    far: list[Record]       # from the region's first row on, where that lies far down
