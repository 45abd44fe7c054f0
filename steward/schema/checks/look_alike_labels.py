"""Labels that mean the same and are written in different ways. Source: OpenRefine, "Cluster and edit"."""

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.context import Context
from steward.table.look_alikes import LONGEST, MOST_LABELS, clusters
from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching
from steward.table.together import each
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

MOSTLY = 0.5           # of the labels are words
FEWEST_PER_LABEL = 1.2 # rows, on average: names that stand once each are no labels
SMALL = 12             # labels; a small table is looked at all the same
WORD = r"\pL{2}"


class LookAlikeLabels:
    """Cells that hold the rarer spellings of a label."""

    kinds = ("look-alike-label",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of labels in which some mean the same."""
        named = [(column, labels) for column in context.columns if (labels := _labels(column)) is not None]
        words = each((labels for _, labels in named), lambda labels: matching(labels, WORD))
        for (column, labels), are_words in zip(named, words, strict=True):
            if are_words.mean() < MOSTLY or not (found := clusters(labels.to_pylist(), _rows_of_each(column))):
                continue
            rarer = {label for cluster in found for label in cluster.labels[1:]}
            mask = np.array([value in rarer for value in column.distinct.values.to_pylist()], np.bool_)
            what = say_count("One label is written in several ways, such as NE and N.E.",
                             "{count} labels are written in several ways each, such as NE and N.E.", len(found))
            yield from about_cells(context.sheet, column, mask, kind="look-alike-label", tier=Tier.WARN, what=what,
                                   next_step=say("See which mean the same, and write each in one way, so that they count "
                                                 "together."), remedies=("merge_labels",))


def _labels(column: ColumnProfile) -> pa.Array | None:
    """Return the different filled values of a column where they may be labels."""
    values = column.distinct
    filled = np.flatnonzero(~column.is_blank)
    if column.type != "string" or not values.is_counted or not 1 < len(filled) <= MOST_LABELS:
        return None
    if len(filled) > SMALL and column.filled < FEWEST_PER_LABEL * len(filled):
        return None
    labels = values.values.take(pa.array(filled))
    return labels if is_short(labels, 4 * LONGEST).all() else None


def _rows_of_each(column: ColumnProfile) -> list[int]:
    counts: list[int] = column.distinct.counts[~column.is_blank].tolist()
    return counts


CHECK = LookAlikeLabels()
