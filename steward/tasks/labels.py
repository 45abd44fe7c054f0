"""Look-alike labels decided cluster by cluster: which spellings become which label, and which are kept apart, because."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from steward.remedies.merge_labels import chosen_step
from steward.schema.label_clusters import ALIKE, SIMILAR, label_clusters
from steward.table.look_alikes import Cluster
from steward.tasks.deciding import apply_remedy, checked_reason
from steward.tasks.house import House
from steward.tasks.kept_apart import kept_apart
from steward.tasks.known_limits import with_apart
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Step

__all__ = ["ALIKE", "SIMILAR", "Choice", "Cluster", "apply", "checked_step", "clusters_of", "first_choice", "step_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person decided about one cluster: the spellings that become one label; the others stay as they are."""

    cluster: Cluster
    label: str = field(repr=False)               # in which those are written
    merged: frozenset[str] = field(repr=False)   # none: all are kept apart

    @property
    def apart(self) -> frozenset[str]:
        """Return the labels that stand beside each other afterward and look alike; none where only one is left."""
        left = frozenset(self.cluster.labels) - self.merged | ({self.label} if self.merged else frozenset())
        return left if len(left) > 1 else frozenset()

    @property
    def rows(self) -> int:
        """Return in how many rows a cell changes."""
        counted = zip(self.cluster.labels, self.cluster.counts, strict=True)
        return sum(count for label, count in counted if label in self.merged and label != self.label)


def clusters_of(bench: Workbench, finding: Finding) -> tuple[Cluster, ...]:
    """Return the clusters that a finding is about, as the candidate has them now."""
    if finding.column is None or finding.column not in bench.candidate.names:
        return ()
    names = bench.candidate.names
    apart = [group for name, group in kept_apart(bench.draft.recipe) if name == finding.column or name not in names]
    return label_clusters(bench.report.profile.column(finding.column), finding.kind, apart)


def first_choice(cluster: Cluster, kind: str) -> Choice:
    """Return what is proposed: labels that mean the same are merged, those that only may are kept apart."""
    merged = frozenset(cluster.labels) if kind == ALIKE else frozenset[str]()
    return Choice(cluster=cluster, label=cluster.labels[0].strip(), merged=merged)


def step_of(finding: Finding, choices: Sequence[Choice], reason: str = "") -> Step:
    """Return the step that does what was decided. Raises: Refused where a label is empty."""
    if any(choice.merged and not choice.label.strip() for choice in choices):
        raise Refused(words(say("A label is empty."), next_step=say("Type how it is written.")))
    becomes = {label: choice.label.strip() for choice in choices for label in choice.cluster.labels
               if label in choice.merged and label != choice.label.strip()}
    return chosen_step(finding.column or "", becomes, [choice.apart for choice in choices if choice.apart], reason)


def checked_step(house: House, finding: Finding, choices: Sequence[Choice], reason: str) -> Step:
    """Return the step with its reason, ready to be done.

    Raises: Refused where labels are kept apart without a usable reason, or a label is empty.
    """
    is_apart = any(choice.apart for choice in choices)
    return step_of(finding, choices, checked_reason(house, reason) if is_apart else "")


def apply(house: House, bench: Workbench, answer: tuple[Finding, Sequence[Choice]], reason: str,
          progress: Progress) -> Workbench:
    """Return the workbench with the labels written as decided; why some are kept apart is told in the known limits, too.

    Raises: Refused, as `checked_step`.
    """
    finding, choices = answer
    step = checked_step(house, finding, choices, reason)
    bench = replace(bench, draft=with_apart(bench.draft, step))
    return apply_remedy(house, bench, finding, step, progress)
