"""Tables that are drawn as text: lines of dashes between rows, or columns that are lined up with blanks.

Source: what psql, mysql, sqlcmd, SQL*Plus, mainframes, Markdown and reStructuredText write; none of it divides cells so that a
program could tell them apart for certain.
"""

import re
from collections.abc import Iterable

from steward.schema.checks._finding import about_numbered, about_table
from steward.schema.checks._lines import first_lines, header_line
from steward.schema.context import Context
from steward.table.lined_up import LONGEST, is_divided_by_blanks
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

RULER = re.compile(r"[\s|+:,;.'\"│┃║├┤┌┐└┘┬┴┼╞╡╪╔╗╚╝╠╣╦╩╬=_~─━═-]*(?:-{3}|:-|-:|={3}|_{3}|~{3}|[─━═]{2})"
                   r"[\s|+:,;.'\"│┃║├┤┌┐└┘┬┴┼╞╡╪╔╗╚╝╠╣╦╩╬=_~─━═-]*")
LOOK_AT = 400               # first and last records; a drawing has a line below its names or around its rows
MOST_SET_APART = 20_000
LONG_RULER = 5              # characters of one that stands in a single cell; three dashes may stand for a missing value


class DrawnTable:
    """Lines that are drawn, and columns that only blanks divide."""

    kinds = ("ruler-row", "fixed-width")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding about the drawn lines, and one where nothing but blanks divides the columns."""
        sheet = context.sheet
        if sheet.lines is None or sheet.parts is not None:
            return
        yield from _rulers(sheet)
        if is_divided_by_blanks([line for line in first_lines(sheet) if not is_ruler(line)], len(sheet.columns)):
            yield about_table(kind="fixed-width", tier=Tier.DECIDE, count=1, where=say("The whole table."),
                              what=say("The columns of this file are divided by blanks alone, so cells cannot be told apart."),
                              next_step=say("Open the file again and let Steward cut the columns where all lines have blanks. "
                                            "If one blank alone divides them, choose One blank. Or export the table as CSV "
                                            "from the program it comes from."))


def _rulers(sheet: Sheet) -> Iterable[Finding]:
    rows = sorted({*_drawn_records(sheet), *(one.row for one in sheet.quarantine[:MOST_SET_APART] if is_ruler(one.text))})
    if not rows and is_ruler(header_line(sheet)):
        yield about_table(kind="ruler-row", tier=Tier.DECIDE, count=1, where=say("The row with the names of the columns."),
                          what=say("Where the names of the columns should stand there is a drawn line: the file is a table "
                                   "that was drawn as text."),
                          next_step=say("Export the table as CSV from the program it comes from, and open the new file here."))
    what = say_count("One row is a drawn line and no record: the file is a table that was drawn as text.",
                     "{count} rows are drawn lines and no records: the file is a table that was drawn as text.", len(rows))
    yield from about_numbered(rows, (), kind="ruler-row", tier=Tier.DECIDE, what=what, remedies=("leave_out_rows",),
                              next_step=say("Export the table as CSV from the program it comes from, and open that. Or leave "
                                            "out the drawn lines, and remove the blanks around the cells."))


def _drawn_records(sheet: Sheet) -> Iterable[int]:
    height = sheet.height if len(sheet.columns) <= LONGEST else 0    # the signs between the cells alone are a longer line
    for begin, end in ((0, min(LOOK_AT, height)), (max(LOOK_AT, height - LOOK_AT), height)):
        records = zip(*(column.values.slice(begin, end - begin).to_pylist() for column in sheet.columns), strict=True)
        for row, cells in zip(sheet.rows[begin:end].tolist(), records, strict=False):
            if is_ruler("|".join(cells)) and (sum(map(bool, map(str.strip, cells))) * 2 >= len(cells) > 1
                                              or len(cells[0]) >= LONG_RULER):
                yield row


def is_ruler(line: str) -> bool:
    """Return whether a line is nothing but drawn: dashes or the like, and the signs where they cross."""
    return len(line) <= LONGEST and RULER.fullmatch(line) is not None


CHECK = DrawnTable()
