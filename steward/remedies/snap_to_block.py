"""Move coordinates to the middle of their block, as a column of addresses or blocks beside them tells it.

Context: coordinates that are rounded stand on a grid that cuts through houses and streets. Decision: all rows of one block get
the same place, the middle one of those that the table has, told to three decimals: no nearer than rounding tells it, for a
block with a single house too. Refused: the exact middle (with one row it is that house), and a list of the city's blocks (it
would have to be kept up to date).
Source: Portland Police Bureau, open data: addresses by 100 block, places moved to the block.
"""

from typing import ClassVar

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._places import Numbers, numbers_in, replaced
from steward.remedies._step import column_of, name_of, refuse, text_of
from steward.remedies.address_to_block import HOUSE, block_of, blocks_of
from steward.remedies.round_coordinates import DECIMALS
from steward.remedies.round_coordinates import REMEDY as ROUND
from steward.table.decimals import written
from steward.table.distinct import distinct
from steward.table.sheet import Column, Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

SAMPLE, MOSTLY = 400, 0.5      # of the filled cells that are looked at: so many begin with a house, and tell a block
NOWHERE = -1
Codes = np.ndarray[tuple[int], np.dtype[np.int64]]


class SnapToBlock(Answers):
    """The column with one place for all rows of a block; parameter `address` names the column that tells it."""

    name = "snap_to_block"
    title = say("Move the coordinates to the block")
    explain = say("All rows of one block get the same place, as the column of addresses tells it, to three decimals of a "
                  "degree: about a hundred meters. Rows without a block are rounded so.")
    loses = say("Nobody can see where in the block it was.")
    kinds = frozenset(("precise_geo", "linked-column"))
    types = frozenset(("number",))
    looks_beside: ClassVar[bool] = True

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column moved. Raises: StepDoesNotFit without blocks, or for numbers that are no degrees."""
        column = column_of(sheet, step)
        address = _address(sheet, text_of(step, "address"), column)
        rounded = ROUND.apply(sheet, Step(remedy=ROUND.name, column=column.name, parameters={"decimals": DECIMALS}))
        blocks, numbers = _blocks(address), numbers_in(column)
        is_placed = (blocks != NOWHERE) & ~np.isnan(numbers)
        if not is_placed.any():
            return rounded
        here = blocks[is_placed]
        places = written(_middles(here, numbers[is_placed]), DECIMALS).take(pa.array(here))
        return replaced(rounded, rounded.column(column.name), is_placed, places)

    def describe(self, step: Step) -> Message:
        """Return which column is moved."""
        return say("Move the coordinates of column {column} to the block.", column=name_of(step))


def _address(sheet: Sheet, named: str, column: Column) -> Column:
    """Return the column that tells blocks: the one that is named, else the first whose cells mostly do."""
    names = [named] if named else [name for name in sheet.names if name != column.name]
    for name in names:
        if name in sheet.names and _tells_blocks(sheet.column(name)):
            return sheet.column(name)
    raise refuse(say("No column of the table tells the blocks to which these places could be moved."),
                 say("Round the coordinates, or do this before the column of addresses is left out."), column.name)


def _tells_blocks(column: Column) -> bool:
    filled = [cell for cell in column.values[:SAMPLE].to_pylist() if cell.strip()]
    told = sum(HOUSE.match(cell) is not None and bool(block_of(cell)) for cell in filled)
    return bool(filled) and told >= MOSTLY * len(filled)


def _blocks(address: Column) -> Codes:
    """Return a number for the block of each record, NOWHERE without one; the ways in which it is written do not count."""
    known, numbers = distinct(address.values), dict[str, int]()
    blocks = blocks_of(known.values).dictionary_encode()
    plain = [" ".join(block.casefold().replace(".", "").split()) for block in blocks.dictionary.to_pylist()]
    own = np.array([numbers.setdefault(block, len(numbers)) if block else NOWHERE for block in plain], np.int64)
    codes: Codes = own[blocks.indices.to_numpy()]
    return codes if known.codes is None else codes[known.codes]


def _middles(blocks: Codes, numbers: Numbers) -> Numbers:
    """Return for each block the middle one of its records' numbers; of an even count the lower one, and 0 for none."""
    counts = np.bincount(blocks)
    middle = np.cumsum(counts) - counts + (counts - 1) // 2
    return np.where(counts > 0, numbers[np.lexsort((numbers, blocks))][np.minimum(middle, len(numbers) - 1)], 0.0)


REMEDY = SnapToBlock()
