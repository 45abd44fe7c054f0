"""Texts that a program cut off at its limit: many end at exactly the same length, in the midst of a word.

Source: the widths of text fields in dBase and Shapefiles (254), Access and older Excel (255), SQL and Oracle (1,000 to 4,000).
"""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching_among
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

LIMITS = frozenset((254, 255, 256, 500, 512, 1000, 1023, 1024, 2000, 2048, 3999, 4000, 8000, 32767))
FEWEST_AT_LIMIT, FEWEST_ELSEWHERE = 2, 4     # different texts
SURE = 255                                   # the width of text in Access, older Excel and MySQL: one text there is enough
SHORTEST = 30                                # letters; shorter limits cannot be told from short texts
STEEP = 4                                    # times as many as have one of the ten lengths below, on average
BELOW = 10
MOST = 0.5                                   # of the texts: where more have the length, it is their form
ENDED = r"""[.!?…)\]"'»”:;]\s*$"""
MOSTLY = 0.5
ENDING, LOOKED_AT = 4, 1_000                 # letters at the end of a text, and texts that are looked at


class CutTexts:
    """Texts at the length at which a program cuts them."""

    kinds = ("cut-text",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of words whose longest texts pile up at one length."""
        for column in context.columns:
            mask, length = _cut(column) if column.type == "string" and column.filled else (np.zeros(0, np.bool_), 0)
            if not mask.any():
                continue
            what = say_count("One text ends after exactly {length} letters, where some programs cut texts off.",
                             "{count} texts end after exactly {length} letters, where a program seems to have cut them off.",
                             column.distinct.count_where(mask), length=length)
            yield from about_cells(context.sheet, column, mask, kind="cut-text", tier=Tier.WARN, what=what,
                                   next_step=say("Export the whole texts from your system, or say in the description that they "
                                                 "are cut."))


def _cut(column: ColumnProfile) -> tuple[Mask, int]:
    import pyarrow.compute as pc

    values, none = column.distinct.values, np.zeros(len(column.is_blank), np.bool_)
    if is_short(values, SHORTEST - 1).all():
        return none, 0
    letters = np.asarray(pc.utf8_length(values).to_numpy(zero_copy_only=False), np.int64)
    length = int(letters.max())
    at_end = letters == length
    if column.distinct.codes is None and not _is_pile(letters, length):
        return none, 0
    places = np.flatnonzero(at_end)
    texts = values.take(pa.array(places)).unique()
    fewest = 1 if length == SURE else FEWEST_AT_LIMIT if length in LIMITS else FEWEST_ELSEWHERE
    if len(texts) < fewest or at_end.sum() > max(MOST * (~column.is_blank).sum(), 1) or not _is_pile(letters, length):
        return none, 0
    every = np.ones(len(texts), np.bool_)
    is_words, is_ended = matching_among(texts, every, r"\S \S"), matching_among(texts, every, ENDED)
    is_cut = is_words.all() and is_ended.mean() < MOSTLY and not _end_alike(values, texts, letters < length)
    return (at_end, length) if is_cut else (none, 0)


def _end_alike(values: pa.Array, longest: pa.Array, are_shorter: Mask) -> bool:
    """Return whether most of the longest texts end as most of the shorter ones do, such as in "of 2024": it is their form."""
    import pyarrow.compute as pc

    shorter = pc.utf8_slice_codeunits(values.take(pa.array(np.flatnonzero(are_shorter)[:LOOKED_AT])), -ENDING, None)
    ends = pc.utf8_slice_codeunits(longest[:LOOKED_AT], -ENDING, None).value_counts().to_pylist()
    commonest = max(ends, key=lambda one: one["counts"])
    if not len(shorter) or commonest["counts"] <= MOSTLY * min(len(longest), LOOKED_AT):
        return False
    return bool(np.asarray(pc.equal(shorter, commonest["values"])).mean() > MOSTLY)


def _is_pile(letters: "np.ndarray[tuple[int], np.dtype[np.int64]]", length: int) -> bool:
    here = int((letters == length).sum())
    just_below = int(((letters < length) & (letters >= length - BELOW)).sum())
    return here * BELOW >= STEEP * just_below and (here > 1 or length in LIMITS)


CHECK = CutTexts()
