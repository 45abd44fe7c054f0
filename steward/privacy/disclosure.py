"""How easily people in the table can be singled out by what many know of them.

Context: a table without names still singles out the one veteran of 93 in a ZIP code. Decision: groups of equal
quasi-identifiers are counted on dictionary codes, blank cells as one value; the risks are those of the literature, so that a
reviewer can hold them against ARX. Refused: one score for all of it (nobody can say what it means), and the word "anonymous"
(k-anonymity is evidence, no proof: NIST SP 800-188, section 3).
Sources: Sweeney 2002, "k-anonymity"; Machanavajjhala and others 2007, "l-diversity"; Dankar and El Emam 2010, "A method for
evaluating marketer re-identification risk"; ARX, "Re-identification risks".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from steward.table.classes import Classes, Codes, classes_of, codes_of
from steward.table.profile import ColumnProfile

MOST_TOGETHER = 3          # quasi-identifiers in one combination: what a reviewer can take in
MOST_COMBINATIONS = 5      # the riskiest ones that are named
COLUMNS_COMBINED = 8       # quasi-identifiers that are tried with each other, those with most values first


@dataclass(frozen=True, slots=True, kw_only=True)
class Diversity:
    """How many different values of a sensitive column the rows of one group have at least (distinct l-diversity)."""

    column: str
    smallest: int              # l
    rows_alike: int            # rows in groups of two or more that all have the same value: it is known of each of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """A few quasi-identifiers, and how far they single people out by themselves."""

    columns: tuple[str, ...]
    unique_rows: int
    rows_in_small_groups: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """The risk of a whole table. The threshold's source: CMS cell size suppression policy, no cell of 1 to 10.

    Risks are shares from 0 to 1. Prosecutor: the attacker knows that the person is in the table. Journalist: the attacker
    does not, and the table is `sampling_fraction` of the population. Marketer: the share of all rows that an attacker who
    links every row would name rightly.
    """

    quasi_identifiers: tuple[str, ...]   # column names
    smallest_group: int                  # k
    unique_rows: int
    rows_in_small_groups: int            # rows in groups smaller than the threshold
    threshold: int
    groups: int = 0
    rows: int = 0
    sampling_fraction: float = 1.0       # 1: nothing is known of the population, so that the table counts as all of it
    diversity: tuple[Diversity, ...] = ()
    combinations: tuple[Combination, ...] = ()   # the riskiest first

    @property
    def highest_prosecutor_risk(self) -> float:
        """Return the risk of the row that is singled out most: 1 / k."""
        return 1 / self.smallest_group if self.smallest_group else 0.0

    @property
    def average_prosecutor_risk(self) -> float:
        """Return the risk of all rows on average: each has 1 / size of its group, so groups / rows."""
        return self.groups / self.rows if self.rows else 0.0

    @property
    def records_at_risk(self) -> float:
        """Return the share of rows whose risk is above 1 / threshold."""
        return self.rows_in_small_groups / self.rows if self.rows else 0.0

    @property
    def highest_journalist_risk(self) -> float:
        """Return the highest risk where a group of the population is as much larger as the population is."""
        return self.highest_prosecutor_risk * self.sampling_fraction

    @property
    def marketer_risk(self) -> float:
        """Return the share of rows that are named rightly: the mean over rows of 1 / size of their group in the population."""
        return self.average_prosecutor_risk * self.sampling_fraction


def disclosure(quasi: Sequence[ColumnProfile], threshold: int, sensitive: Sequence[ColumnProfile] = (),
               sampling_fraction: float = 1.0) -> Disclosure:
    """Return how many rows are alike in the quasi-identifiers. Unit: rows. Without columns or rows all counts are 0."""
    height = quasi[0].distinct.height if quasi else 0
    classes = _classes(quasi)
    sizes = _sizes(classes)
    return Disclosure(
        quasi_identifiers=tuple(column.name for column in quasi), smallest_group=int(sizes.min()) if len(sizes) else 0,
        unique_rows=int((sizes == 1).sum()), rows_in_small_groups=int(sizes[sizes < threshold].sum()), threshold=threshold,
        groups=len(sizes), rows=height, sampling_fraction=sampling_fraction,
        diversity=tuple(_diversity(classes, column) for column in sensitive) if height else (),
        combinations=_riskiest(quasi, classes, threshold) if height else ())


def group_sizes(quasi: Sequence[ColumnProfile]) -> Codes:
    """Return the size of each group of rows that are alike in all of the columns, in no order."""
    return _sizes(_classes(quasi))


def rows_in_small_groups(quasi: Sequence[ColumnProfile], threshold: int) -> Codes:
    """Return the 0-based places of the rows in groups smaller than the threshold."""
    return np.flatnonzero(_classes(quasi).size_of_each_row() < threshold)


def _classes(quasi: Sequence[ColumnProfile]) -> Classes:
    return classes_of([column.distinct for column in quasi], quasi[0].distinct.height if quasi else 0)


def _sizes(classes: Classes) -> Codes:
    sizes = classes.sizes()
    return sizes[sizes > 0].astype(np.int64)


def _riskiest(quasi: Sequence[ColumnProfile], classes: Classes, threshold: int) -> tuple[Combination, ...]:
    """Return the combinations of two or three quasi-identifiers that single out most rows, the riskiest first.

    They are counted on one row of each group with its size as weight. A combination that adds a column and singles out no
    more rows than one already named is left away: it tells nothing new.
    """
    widest = sorted(quasi, key=lambda column: -len(column.distinct.values))[:COLUMNS_COMBINED]
    examples, weights = classes.examples(), _sizes(classes)
    codes = {column.name: (codes[examples], count) for column in quasi if column in widest
             for codes, count in (codes_of(column.distinct),)}
    found = [_combination(names, codes, weights, threshold) for together in range(2, MOST_TOGETHER + 1)
             for names in combinations(codes, together)]
    named: list[Combination] = []
    for one in sorted(found, key=lambda one: (-one.unique_rows, -one.rows_in_small_groups, len(one.columns))):
        if one.rows_in_small_groups and not any(_tells_no_more(one, known) for known in named):
            named.append(one)
    return tuple(named[:MOST_COMBINATIONS])


def _combination(names: tuple[str, ...], codes: Mapping[str, tuple[Codes, int]], weights: Codes,
                 threshold: int) -> Combination:
    classes = Classes(keys=np.zeros(len(weights), np.int64), width=1)
    for name in names:
        classes = classes.split_by(*codes[name])
    sizes = np.bincount(classes.keys, weights=weights, minlength=classes.width).astype(np.int64)
    return Combination(columns=names, unique_rows=int((sizes == 1).sum()),
                       rows_in_small_groups=int(sizes[sizes < threshold].sum()))


def _tells_no_more(one: Combination, known: Combination) -> bool:
    is_within = set(known.columns) <= set(one.columns)
    return is_within and (one.unique_rows, one.rows_in_small_groups) == (known.unique_rows, known.rows_in_small_groups)


def _diversity(classes: Classes, sensitive: ColumnProfile) -> Diversity:
    pairs = classes.split_by(*codes_of(sensitive.distinct)).examples()       # one row for each pair of group and value
    values_in = np.bincount(classes.keys[pairs], minlength=classes.width)
    sizes = classes.sizes()
    alike = (values_in == 1) & (sizes > 1)
    return Diversity(column=sensitive.name, smallest=int(values_in[sizes > 0].min()), rows_alike=int(sizes[alike].sum()))
