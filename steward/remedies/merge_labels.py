"""Write labels that mean the same in one way. Source: OpenRefine, "Cluster and edit"."""

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, text_of, texts_of
from steward.table.distinct import Distinct, distinct, rows_of
from steward.table.look_alikes import MOST_LABELS, Cluster, clusters
from steward.table.sheet import Sheet
from steward.table.text import blank_mask
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Parameter, Step

COMMONEST, LONGEST, SHORTEST = "commonest", "longest", "shortest"
TARGETS, APART = "private_targets", "private_apart"
FROM, TO = "private_from", "private_to"
BETWEEN = ""    # parts the groups of labels that are kept apart; an empty cell is no label


class MergeLabels(Answers):
    """The column with one spelling for each cluster of labels.

    Parameter `keep` says which spelling stays; `private_targets` names spellings that stay instead, `private_apart` labels that
    mean something of their own and are left as they are, in groups that look alike, with "" between them. Where a person
    decided spelling by spelling, `private_from` and `private_to` say, pair by pair, what becomes of each; all others stay.
    """

    name = "merge_labels"
    title = say("Write each label in one way")
    explain = say("Labels that differ only in capitals, punctuation, blanks, the order of words or usual abbreviations become "
                  "one.")
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
        becomes = chosen(step) if is_chosen(step) else _by_rule(known, step)
        before = known.values.to_pylist()
        if not any(becomes.get(value, value) != value for value in before):
            return sheet
        values = pa.array([becomes.get(value, value) for value in before], column.values.type)
        return sheet.with_values(column.name, rows_of(known, values))

    def fits_less(self, before: Sheet, after: Sheet, step: Step) -> Message:
        """Return how many of the spellings that a person decided about the column does not hold."""
        said = {*chosen(step), *texts_of(step, APART)} - {BETWEEN}
        if not said:
            return super().fits_less(before, after, step)
        left = len(said - set(_counted(distinct(column_of(before, step).values)).values.to_pylist()))
        told = say_count("{count} of its {total} spellings is not in the column.",
                         "{count} of its {total} spellings are not in the column.", left, total=len(said))
        return told if left else Message("")

    def describe(self, step: Step) -> Message:
        """Return in which column, and which spelling stays."""
        if is_chosen(step):
            return _chosen_in_words(step)
        if text_of(step, "keep") == LONGEST:
            return say("Write labels of column {column} that mean the same as the longest of them.", column=name_of(step))
        if text_of(step, "keep") == SHORTEST:
            return say("Write labels of column {column} that mean the same as the shortest of them.", column=name_of(step))
        return say("Write labels of column {column} that mean the same as the commonest of them.", column=name_of(step))


def chosen_step(column: str, becomes: Mapping[str, str], apart: Sequence[frozenset[str]] = (), reason: str = "") -> Step:
    """Return the step that writes some spellings in other ways, and keeps each label of a group apart from the others."""
    kept = [label for group in apart for label in (*sorted(group), BETWEEN)][:-1]
    parameters: dict[str, Parameter] = {FROM: tuple(becomes), TO: tuple(becomes.values()), APART: tuple(kept)}
    return Step(remedy=REMEDY.name, column=column, parameters=parameters, reason=reason)


def is_chosen(step: Step) -> bool:
    """Return whether a person decided spelling by spelling."""
    return FROM in step.parameters


def chosen(step: Step) -> dict[str, str]:
    """Return what becomes of each spelling that a person decided about."""
    return dict(zip(texts_of(step, FROM), texts_of(step, TO), strict=False))


def apart_of(step: Step) -> tuple[frozenset[str], ...]:
    """Return the groups of labels that look alike and that a person keeps apart."""
    groups: list[set[str]] = [set()]
    for label in texts_of(step, APART):
        if label == BETWEEN:
            groups.append(set())
        else:
            groups[-1].add(label)
    return tuple(frozenset(group) for group in groups if group)


def clusters_of(known: Distinct) -> tuple[Cluster, ...]:
    """Return the labels of a column that mean the same, cluster by cluster; none where there are too many for labels."""
    filled = np.flatnonzero(~blank_mask(known.values))
    if len(filled) > MOST_LABELS:
        return ()
    return clusters(known.values.take(pa.array(filled)).to_pylist(), known.counts[filled].tolist())


def _by_rule(known: Distinct, step: Step) -> dict[str, str]:
    """Return what becomes of the labels that mean the same."""
    apart = frozenset(texts_of(step, APART))
    return {label: target for cluster in clusters_of(known) for label, target in _targets(cluster, step, apart).items()}


def _chosen_in_words(step: Step) -> Message:
    merged, apart = len(chosen(step)), len(apart_of(step))
    told = say_count("Write one spelling in column {column} as another label is written.",
                     "Write {count} spellings in column {column} as other labels are written.", merged, column=name_of(step))
    kept = say_count("Keep labels of column {column} apart that look alike, in one place.",
                     "Keep labels of column {column} apart that look alike, in {count} places.", apart, column=name_of(step))
    if not merged:
        return kept
    return say("{first} {then}", first=told, then=kept) if apart else told


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
