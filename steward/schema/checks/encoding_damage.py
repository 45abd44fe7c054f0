"""Letters that were written in one encoding and read in another: "Ã±" for "ñ", U+FFFD for what is lost.

Source: W3C, "Characters or marks that display as something else"; ftfy, which repairs the same. A text counts only where it
reads as UTF-8 once it is written as Windows-1252 again, so "São" and "Âge" are none.
"""

from collections.abc import Iterable

import numpy as np

from steward.schema.checks._finding import about_cells, about_column
from steward.schema.context import Context
from steward.schema.days import holds_non_ascii
from steward.table.distinct import Mask
from steward.table.mojibake import LOST, MOJIBAKE, repaired
from steward.table.profile import ColumnProfile
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class EncodingDamage:
    """Cells with letters that nobody wrote."""

    kinds = ("encoding-damage", "lost-letter", "damaged-label")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with such cells: those that can be read again, and those whose letters are lost."""
        for column in context.columns:
            if repaired(column.name) != column.name or LOST in column.name:
                yield _about_name(column)
            if (column.type != "string" and not column.odd.any()) or not holds_non_ascii(column):
                continue
            lost = matching(column.distinct.values, LOST)
            yield from self._damaged(context, column, _damaged(column) & ~lost)
            what = say_count("One cell holds a character that stands for a letter that was lost.",
                             "{count} cells hold a character that stands for a letter that was lost.",
                             column.distinct.count_where(lost))
            yield from about_cells(context.sheet, column, lost, kind="lost-letter", tier=Tier.WARN, what=what,
                                   next_step=say("Export the file again as UTF-8, or correct the cells by hand here or in your "
                                                 "file."))

    def _damaged(self, context: Context, column: ColumnProfile, mask: Mask) -> Iterable[Finding]:
        what = say_count("One cell shows letters that were read in the wrong encoding, as Ã± for ñ.",
                         "{count} cells show letters that were read in the wrong encoding, as Ã± for ñ.",
                         column.distinct.count_where(mask))
        yield from about_cells(context.sheet, column, mask, kind="encoding-damage", tier=Tier.WARN, what=what,
                               next_step=say("Let Steward read these letters again, and look at what becomes of them."),
                               remedies=("repair_encoding",))


def _about_name(column: ColumnProfile) -> Finding:
    return about_column(column.name, kind="damaged-label", tier=Tier.WARN, remedies=("rename_column",),
                        what=say("The name of a column shows letters that were read in the wrong encoding, as Ã± for ñ."),
                        next_step=say("Give the column its right name."))


def _damaged(column: ColumnProfile) -> Mask:
    mask = matching(column.distinct.values, MOJIBAKE)
    for place in np.flatnonzero(mask).tolist():
        text = column.distinct.values[place].as_py()
        mask[place] = repaired(text) != text
    return mask


CHECK = EncodingDamage()
