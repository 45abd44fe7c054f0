"""Labels that mean the same and are written in different ways, and labels that may. Source: OpenRefine, "Cluster and edit"."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from steward.schema.checks._finding import about_cells
from steward.schema.checks.several_values import separator_of
from steward.schema.context import Context
from steward.schema.label_clusters import ALIKE, SIMILAR, label_clusters, labels_of
from steward.table.distinct import Mask
from steward.table.look_alikes import Cluster
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier

MOST_LETTERS = 1_000_000   # of a table in which labels a letter apart are looked for


class LookAlikeLabels:
    """Cells that hold the rarer spellings of a label."""

    kinds = (ALIKE, SIMILAR)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column of labels in which some mean the same, and one where some may."""
        letters = MOST_LETTERS
        for column in context.columns:
            if (labels := labels_of(column)) is None:
                continue
            letters -= labels.nbytes
            apart = context.around.apart_in(column.name, context.sheet.names)
            yield from _alike(context, column, _of_one_value(column, label_clusters(column, ALIKE, apart)))
            if letters >= 0:
                yield from _similar(context, column, label_clusters(column, SIMILAR, apart))


def _of_one_value(column: ColumnProfile, found: Sequence[Cluster]) -> Sequence[Cluster]:
    """Return the clusters without lists: "Bus; Rail" and "Rail; Bus" have values in them that are told apart first."""
    separator = separator_of(column) if found else ""
    return [one for one in found if not any(sign in label for label in one.labels for sign in separator)]


def _alike(context: Context, column: ColumnProfile, found: Sequence[Cluster]) -> Iterable[Finding]:
    what = say_count("One label is written in several ways: with other capitals, punctuation, blanks or short forms.",
                     "{count} labels are written in several ways each: with other capitals, punctuation, blanks or short "
                     "forms.",
                     len(found))
    next_step = say("See which mean the same, and write those in one way, so that they count together.")
    yield from about_cells(context.sheet, column, _rarer(column, found), kind=ALIKE, tier=Tier.WARN, what=what,
                           next_step=next_step, remedies=("merge_labels",))


def _similar(context: Context, column: ColumnProfile, found: Sequence[Cluster]) -> Iterable[Finding]:
    what = say_count("One label is a letter or two from another that stands more often.",
                     "{count} labels are a letter or two from others that stand more often.",
                     sum(len(cluster.labels) - 1 for cluster in found))
    next_step = say_count(
        "Look whether it is mistyped. If both mean the same, write them in one way; if not, keep them apart.",
        "Look whether they are mistyped. Write those that mean the same in one way, and keep the others apart.",
        sum(len(cluster.labels) - 1 for cluster in found))
    yield from about_cells(context.sheet, column, _rarer(column, found), kind=SIMILAR, tier=Tier.WARN, what=what,
                           next_step=next_step)


def _rarer(column: ColumnProfile, found: Sequence[Cluster]) -> Mask:
    rarer = {label for cluster in found for label in cluster.labels[1:]}
    values: pa.Array = column.distinct.values
    return np.array([value in rarer for value in values.to_pylist()], np.bool_) if rarer else np.zeros(len(values), np.bool_)


CHECK = LookAlikeLabels()
