"""Letters that were garbled before the file was written, and signs that nobody sees.

Source: what UTF-8 looks like once it was read as Windows-1252 and saved again ("JosÃ©"); the replacement character of
Unicode; control characters, byte order marks and blanks without width inside a cell, which keep equal values apart.
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells, about_column
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import flat_bytes, matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

_REST = r"[\x{80}-\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"      # what the bytes 80 to BF stand for in Latin-1 and Windows-1252
GARBLED = rf"[ÂÃÐÑ]{_REST}|â(?:€|\x{{80}}|\x{{82}}|\x{{84}}|‚|„){_REST}|ï»¿|�"
INVISIBLE = r"[\x{1}-\x{8}\x{E}-\x{1B}\x{7F}-\x{9F}\x{AD}\x{200B}\x{2060}\x{FEFF}]"
FIRST_SHOWN, LAST_SHOWN = 0x20, 0x7E
LINE_BREAKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F)
GARBLED_NEXT = say("Look at the rows. Export the file again as CSV UTF-8 from the program where its letters are right.")
INVISIBLE_NEXT = say("Remove these signs in your file and open it again: they keep values apart that look the same.")


class OddLetters:
    """Garbled letters and invisible signs, in cells and in the names of columns."""

    kinds = ("garbled-letter", "invisible-sign")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column with garbled letters, and for each with invisible signs."""
        for column in context.columns:
            values = column.distinct.values
            if _is_plain(values) and _is_plain(pa.array([column.name])):
                continue
            yield from _about(context, column, GARBLED, "garbled-letter", GARBLED_NEXT)
            yield from _about(context, column, INVISIBLE, "invisible-sign", INVISIBLE_NEXT)


def _about(context: Context, column: ColumnProfile, pattern: str, kind: str, next_step: Message) -> Iterable[Finding]:
    mask: Mask = matching(column.distinct.values, pattern)
    if mask.any():
        count = column.distinct.count_where(mask)
        yield from about_cells(context.sheet, column, mask, kind=kind, tier=Tier.WARN, next_step=next_step,
                               what=_of_cells(kind, count))
    elif matching(pa.array([column.name]), pattern).any():
        yield about_column(column.name, kind=kind, tier=Tier.WARN, next_step=next_step, remedies=("rename_column",),
                           what=say("The name of a column holds letters that were garbled before the file was written.")
                           if kind == "garbled-letter" else say("The name of a column holds a sign that nobody sees."))


def _of_cells(kind: str, count: int) -> Message:
    if kind == "garbled-letter":
        return say_count("One cell holds letters that were garbled before the file was written.",
                         "{count} cells hold letters that were garbled before the file was written.", count)
    return say_count("One cell holds a sign that nobody sees.", "{count} cells hold signs that nobody sees.", count)


def _is_plain(values: pa.Array) -> bool:
    """Return whether no byte is beyond ASCII or a control character other than a tab or a line break."""
    codes = flat_bytes(values)
    if not len(codes) or (codes.min() >= FIRST_SHOWN and codes.max() <= LAST_SHOWN):   # one fast look; most columns are so
        return True
    return bool((codes <= LAST_SHOWN).all()) and not (~np.isin(codes, LINE_BREAKS) & (codes < FIRST_SHOWN)).any()


CHECK = OddLetters()
