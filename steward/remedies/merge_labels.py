"""Write labels that mean the same in one way. Source: OpenRefine, "Cluster and edit"."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, text_of, texts_of
from steward.table.distinct import Distinct, distinct, rows_of
from steward.table.look_alikes import MOST_LABELS, Cluster, clusters
from steward.table.sheet import Sheet
from steward.table.text import blank_mask
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

COMMONEST, LONGEST, SHORTEST = "commonest", "longest", "shortest"
TARGETS, APART = "private_targets", "private_apart"


class MergeLabels(Answers):
    """The column with one spelling for each cluster of labels.

    Parameter `keep` says which spelling stays; `private_targets` names spellings that stay instead, `private_apart` labels that
    mean something of their own and are left as they are.
    """

    name = "merge_labels"
    title = say("Write each label in one way")
    explain = say("Labels that differ only in capitals, signs, blanks, the order of words or usual abbreviations become one.")
    loses = say("Nobody can see that they were written in different ways.")
    kinds = frozenset(("look-alike-label",))
    types = frozenset(("string",))
    asks = (Question(
        parameter="keep", text=say("Which spelling stays?"), first=COMMONEST,
        explain=say("What becomes of each label is shown below before anything is changed."),
        options=(Option(value=COMMONEST, label=say("The commonest one")),
                 Option(value=LONGEST, label=say("The longest one, which is written out")),
                 Option(value=SHORTEST, label=say("The shortest one")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the labels of each cluster alike."""
        column = column_of(sheet, step)
        known = _counted(distinct(column.values))
        found = clusters_of(known)
        apart = frozenset(texts_of(step, APART))
        becomes = {label: target for cluster in found for label, target in _targets(cluster, step, apart).items()}
        if not becomes:
            return sheet
        values = pa.array([becomes.get(value, value) for value in known.values.to_pylist()], column.values.type)
        return sheet.with_values(column.name, rows_of(known, values))

    def describe(self, step: Step) -> Message:
        """Return in which column, and which spelling stays."""
        if text_of(step, "keep") == LONGEST:
            return say("Write labels of column {column} that mean the same as the longest of them.", column=name_of(step))
        if text_of(step, "keep") == SHORTEST:
            return say("Write labels of column {column} that mean the same as the shortest of them.", column=name_of(step))
        return say("Write labels of column {column} that mean the same as the commonest of them.", column=name_of(step))


def clusters_of(known: Distinct) -> tuple[Cluster, ...]:
    """Return the labels of a column that mean the same, cluster by cluster; none where there are too many for labels."""
    filled = np.flatnonzero(~blank_mask(known.values))
    if len(filled) > MOST_LABELS:
        return ()
    return clusters(known.values.take(pa.array(filled)).to_pylist(), known.counts[filled].tolist())


def _targets(cluster: Cluster, step: Step, apart: frozenset[str]) -> dict[str, str]:
    """Return what becomes of each label of a cluster that changes."""
    labels = [label for label in cluster.labels if label not in apart]
    if len(labels) < 2:  # noqa: PLR2004  # one label has none to be merged with
        return {}
    chosen = [label for label in labels if label.strip() in texts_of(step, TARGETS)]
    keep = text_of(step, "keep", COMMONEST)
    by_length = sorted(labels, key=lambda label: len(label.strip()), reverse=keep == LONGEST)
    target = (chosen or (labels if keep == COMMONEST else by_length))[0].strip()
    return {label: target for label in labels if label != target}


def _counted(known: Distinct) -> Distinct:
    if known.codes is not None:
        return known
    encoded = known.values.dictionary_encode()
    return Distinct(values=encoded.dictionary, codes=encoded.indices.to_numpy())


REMEDY = MergeLabels()
