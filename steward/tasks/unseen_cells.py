"""Cells of the table itself that nobody sees in the spreadsheet: whoever sends the table decides about them.

Context: white letters or a format that shows nothing hide a name from whoever looks at the sheet, and a CSV has no colors: such
a cell would be published. Decision: a finding for each column that holds some, which waits for a person. Refused: leaving them
out unasked (a rule that turns repeated labels white would empty half a table).
"""

from collections.abc import Iterator, Sequence

import numpy as np

from steward.privacy.policy import Policy
from steward.table.places import different, positions_of
from steward.table.sheet import Column, Sheet
from steward.tasks.hiding_in_words import label_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say, say_count
from steward.vocabulary.positions import Positions
from steward.vocabulary.words import Words

KIND = "unseen-cells"
REMEDIES = ("leave_out_column", "leave_out_rows")


def unseen_cells(sheet: Sheet, things: Sequence[HiddenThing], policy: Policy) -> tuple[Finding, ...]:
    """Return a finding for each column of the table that holds cells which nobody sees in the spreadsheet."""
    return tuple(_findings(sheet, things, policy))


def _findings(sheet: Sheet, things: Sequence[HiddenThing], policy: Policy) -> Iterator[Finding]:
    own = [(thing, cells) for thing in things if thing.sheet == sheet.provenance.sheet for cells in thing.cells]
    for column in sheet.columns if own else ():
        here = [(thing, cells) for thing, cells in own if cells.column == column.position]
        named = [row for _thing, cells in here for row in cells.rows]
        rows = different(sheet.rows[np.isin(sheet.rows, named)])
        if len(rows):
            more = sum(cells.count - len(cells.rows) for _thing, cells in here)     # beyond those that are named
            yield _finding(column, positions_of(rows), len(rows) + more, here[0][0], policy)


def _finding(column: Column, rows: Positions, count: int, thing: HiddenThing, policy: Policy) -> Finding:
    return Finding(kind=KIND, tier=policy.tier(KIND), column=column.name, count=count, rows=rows, room="privacy",
                   basis=policy.basis(KIND), remedies=REMEDIES, words=Words(
                       what=say("Column {column} holds cells that nobody sees in the spreadsheet.", column=column.name),
                       where=say_count("{count} cell, in row {first}: {how}.",
                                       "{count} cells, the first in row {first}: {how}.", count,
                                       first=str(rows[0]), how=label_of(thing.kind)),
                       next_step=say("They would be published with the table. Leave out the column or the rows; or make them "
                                     "visible, look at them, and say why they may be public.")))
