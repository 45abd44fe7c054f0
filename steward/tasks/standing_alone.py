"""Tells how far people stand alone in a table: in a sentence, in figures, and in a crosstab for the screen."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from steward.privacy.crosstab import Crosstab, crosstab
from steward.privacy.disclosure import Disclosure, Diversity, disclosure
from steward.tasks.workbench import Workbench
from steward.vocabulary.message import Message, say, say_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two columns that single out most together, and how many rows have each pair of their values."""

    down: str
    across: str
    counted: Crosstab
    small: npt.NDArray[np.bool_]    # which counts are 1 and more, and below the threshold
    threshold: int


def are_people(bench: Workbench) -> bool:
    """Return whether rows are about people of whom others may know something."""
    return bool(_risk(bench).rows)


def riskiest_pairs(bench: Workbench) -> tuple[tuple[str, str], ...]:
    """Return which two columns a crosstab may hold against each other, of the combinations that single out most, in order.

    Combinations that are pairs come first: of three columns nobody knows which two of them do it.
    """
    pairs = dict[frozenset[str], tuple[str, str]]()
    for one in sorted(_risk(bench).combinations, key=lambda one: len(one.columns)):
        pairs.setdefault(frozenset(one.columns[:2]), (one.columns[0], one.columns[1]))
    return tuple(pairs.values())


def counted_pair(bench: Workbench, down: str, across: str) -> Pair:
    """Return the crosstab of two columns."""
    counted = crosstab(bench.report.profile.column(down), bench.report.profile.column(across))
    threshold = _risk(bench).threshold
    return Pair(down=down, across=across, counted=counted, small=counted.small(threshold), threshold=threshold)


def _risk(bench: Workbench) -> Disclosure:
    return bench.report.privacy.disclosure or disclosure((), 0)


def headline(bench: Workbench) -> Message:
    """Return in a sentence how far people stand alone."""
    risk = _risk(bench)
    if not risk.unique_rows:
        return say("Nobody can be told from all others by what neighbors may know: every row is like at least {others} others.",
                   others=risk.smallest_group - 1)
    return say_count("{count} person can be told from all others by what neighbors may know.",
                     "{count} people can be told from all others by what neighbors may know.", risk.unique_rows)


def facts(bench: Workbench) -> tuple[tuple[Message, Message | str], ...]:
    """Return the figures with their names, as ARX defines them."""
    risk = _risk(bench)
    lines: list[tuple[Message, Message | str]] = [
        (say("What others may know"), ", ".join(risk.quasi_identifiers)),
        (say("Smallest group (k)"), str(risk.smallest_group)),
        (say("Rows that stand alone"), say("{count} of {rows}", count=risk.unique_rows, rows=risk.rows)),
        (say("Rows in small groups"), say("{count} in groups of fewer than {threshold}", count=risk.rows_in_small_groups,
                                          threshold=risk.threshold)),
        (say("If a neighbor looks for someone (prosecutor risk)"),
         say("at most {most}%, on average {mean}% sure to find the row", most=_percent(risk.highest_prosecutor_risk),
             mean=_percent(risk.average_prosecutor_risk))),
        (say("If someone looks for anyone (journalist risk)"),
         say("at most {most}% sure", most=_percent(risk.highest_journalist_risk))),
        (say("If someone links all rows (marketer risk)"),
         say("{share}% of them rightly", share=_percent(risk.marketer_risk)))]
    lines += [(say("Told of a whole group"), _told_of_group(one)) for one in risk.diversity]
    lines += [(say("Singles out most"), say("{columns}: {unique} rows alone, {small} in small groups",
                                            columns=" + ".join(one.columns), unique=one.unique_rows,
                                            small=one.rows_in_small_groups)) for one in risk.combinations]
    return tuple(lines)


def _told_of_group(one: Diversity) -> Message:
    """Return how many values of a sensitive column each group has at least, and how many rows share one with all alike."""
    values = say_count("{column}: at least {count} value in each group of rows that are alike (l).",
                       "{column}: at least {count} different values in each group of rows that are alike (l).", one.smallest,
                       column=one.column)
    if not one.rows_alike:
        return values
    return say("{first} {then}", first=values, then=say_count(
        "{count} row shares it with all that are alike.", "{count} rows share theirs with all that are alike.", one.rows_alike))


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0")
