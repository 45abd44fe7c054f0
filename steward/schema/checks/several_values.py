"""Several values in one cell, as "bus; rail; bike".

Source: Wickham 2014, "Tidy Data"; OpenRefine, "Split multi-valued cells". A comma or a slash counts only where the parts
are values of their own: "Portland, OR", "Lee, Ann" and "Hit/Run" are one value each.
"""

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.schema.days import holds_byte
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

SEPARATORS = (";", "|", ",", "/")
IN_NAMES = (",", "/")               # which also stand within one value
LONGEST_PART, LONGEST = 40, 400      # letters, bytes
FEWEST, FEWEST_DIFFERENT = 3, 2      # cells, different ones
FEW_PARTS = 40                       # different ones: a vocabulary
REUSED = 3                           # times, on average
STAND_ALONE, ALL_ALONE = 0.5, 0.9    # of the parts are also whole cells; asked of commas, and of several signs together
MOST_LOOKED_AT = 20_000              # different cells


class SeveralValues:
    """Cells that list values of a small vocabulary."""

    kinds = ("several-values",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells."""
        for column in context.columns:
            separator = separator_of(column)
            if not separator:
                continue
            mask = _listing(column, separator)
            what = say_count("One cell lists several values.", "{count} cells list several values each.",
                             column.distinct.count_where(mask))
            yield from about_cells(context.sheet, column, mask, kind="several-values", tier=Tier.WARN, what=what,
                                   next_step=say("Put each value into a column of its own, so that all can be counted."),
                                   remedies=("split_column",))


def separator_of(column: ColumnProfile) -> str:
    """Return what stands between the values of the cells of a column, each sign of it; empty where each holds one."""
    if column.type != "string" or not column.filled:
        return ""
    signs = [sign for sign in SEPARATORS if holds_byte(column, sign)]
    tried = ("".join(signs), *signs) if len(signs) > 1 else signs
    return next((one for one in tried if _is_vocabulary(column, one)), "")


def _listing(column: ColumnProfile, separator: str) -> Mask:
    return matching_among(column.distinct.values, _told(column), rf"[^\s{separator}]\s*[{separator}]\s*[^\s{separator}]")


def _told(column: ColumnProfile) -> Mask:
    """Return which values tell something: "N/A" lists no two values."""
    return ~column.is_blank & ~column.is_missing_word


def _is_vocabulary(column: ColumnProfile, separator: str) -> bool:
    values = column.distinct.values
    places = np.flatnonzero(_told(column))[:MOST_LOOKED_AT]
    listing = _listing(column, separator)
    if column.distinct.count_where(listing) < FEWEST or listing.sum() < FEWEST_DIFFERENT:
        return False
    if not is_short(values.take(pa.array(places)), LONGEST).all():
        return False
    cells, parts = [], Counter[str]()
    for text, rows in zip(values.take(pa.array(places)).to_pylist(), column.distinct.counts[places].tolist(), strict=True):
        cells.append([part.strip() for part in re.split(f"[{separator}]", text) if part.strip()])
        parts.update(dict.fromkeys(cells[-1], rows))
        if len(parts) > FEW_PARTS:
            return False
    if any("<" in part for part in parts):
        return False                                    # the slash of "</b>"
    if max(map(len, parts)) > LONGEST_PART or sum(parts.values()) < REUSED * len(parts):
        return False
    alone = {cell[0] for cell in cells if len(cell) == 1}
    lengths = {len(cell) for cell in cells}
    share = ALL_ALONE if len(separator) > 1 else STAND_ALONE if separator in IN_NAMES else 0
    return not share or (len(lengths) > 1 and len(alone & set(parts)) >= share * len(parts))


CHECK = SeveralValues()
