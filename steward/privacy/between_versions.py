"""What two versions of a dataset tell together that neither tells alone.

Context: a version in which every group is large may stand beside one in which a group has one row less: the row that came says
who it is about. And what was made coarser last time is told in full as soon as one version forgets to. Decision: groups of
equal quasi-identifiers are counted in both versions, and a change of 1 to threshold - 1 rows is told by its count, unless
rows only came, as they do in every ordinary update: then only where they are few people altogether, or where every group was
kept large on purpose. Of incidents, only a few rows that are gone are told: a case that was sealed. What was
done to a column last time is held against what is done to it now, and against the cells of the rows that a key finds again.
Source: Sweeney 2002, "k-anonymity", section 4 (complementary release and temporal attacks).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.classes import Classes, classes_of
from steward.table.distinct import distinct
from steward.vocabulary.recipe import Step

HIDING = frozenset((
    "address_to_block", "address_to_zip", "age_bands", "birth_to_age", "date_to_month", "date_to_year",
    "first_name_last_initial", "keep_domain", "leave_out_column", "mask_all_but_last_four", "recode_rare",
    "replace_by_random_id", "round_coordinates", "scrub_text", "snap_to_block", "suppress_small_cells", "top_and_bottom_code"))
BLANKING = frozenset(("scrub_text", "suppress_small_cells", "mask_all_but_last_four"))
RECODING = "recode_rare"
MOSTLY = 0.5            # of the cells found again: then a column is told more finely than last time, whatever was done to it
Columns = Mapping[str, pa.ChunkedArray]   # of text, by the public name of the column
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Rows by which groups changed so little that the change tells of single people."""

    columns: tuple[str, ...]   # the quasi-identifiers that both versions have
    grown: int                 # groups that gained so few rows
    shrunk: int                # groups that lost so few rows
    added: int
    removed: int
    all_added: int             # by which all groups grew, small changes and large ones
    all_removed: int
    smallest: int              # group of the later version

    @property
    def groups(self) -> int:
        """Return how many groups changed by so few rows."""
        return self.grown + self.shrunk


NO_DIFFERENCE = Difference(columns=(), grown=0, shrunk=0, added=0, removed=0, all_added=0, all_removed=0, smallest=0)


def difference(before: Columns, after: Columns, quasi: Sequence[str], threshold: int) -> Difference:
    """Return how many rows came or went in changes of fewer rows than the threshold. Unit: rows."""
    common = tuple(name for name in quasi if name in before and name in after)
    if not common:
        return NO_DIFFERENCE
    groups, first = _groups([(before[name], after[name]) for name in common]), len(before[common[0]])
    later = np.bincount(groups.keys[first:], minlength=groups.width)
    change = later - np.bincount(groups.keys[:first], minlength=groups.width)
    grown, shrunk = (change > 0) & (change < threshold), (change < 0) & (change > -threshold)
    return Difference(columns=common, grown=int(grown.sum()), shrunk=int(shrunk.sum()), added=int(change[grown].sum()),
                      removed=int(-change[shrunk].sum()), all_added=int(change[change > 0].sum()),
                      all_removed=int(-change[change < 0].sum()), smallest=int(later[later > 0].min(initial=len(groups.keys))))


def singled_out(told: Difference, about: str, threshold: int) -> Difference:
    """Return the part of a difference that singles people out; none of an ordinary update.

    `about` is what one row is. Incidents come one by one and are told by the table itself, so only few that are gone count. Of
    people, rows that only came count where they are fewer than the threshold altogether, or where all groups of the table reach
    it: then nobody was to be told from the others.
    """
    if about != "person":
        is_few = 0 < told.all_removed < threshold
        return replace(told, grown=0, added=0) if is_few else NO_DIFFERENCE
    is_told = told.removed or 0 < told.all_added < threshold or told.smallest >= threshold
    return told if is_told else NO_DIFFERENCE


def forgotten(before: Iterable[Step], now: Iterable[Step], names: Iterable[str]) -> tuple[Step, ...]:
    """Return what hid something in a column last time, where that column is there again and nothing hides in it now.

    `names` are the columns of the candidate. A column that was left out is forgotten where it is not left out. Of a step in
    several columns there is one for each that is forgotten.
    """
    hidden_now, there = _hidden(now), set(names)
    return tuple(step for column, step in _hidden(before).items() if column in there and column not in hidden_now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoded:
    """Which columns had rare values told as one last time, by the number of rows below which a value was rare."""

    word: str
    fewest: Mapping[str, int]


def told_in_full(before: Columns, after: Columns, key: str, hidden: Mapping[str, str],
                 recoded: Recoded | None = None) -> dict[str, int]:
    """Return for each column how many cells of rows that are in both versions now tell more than they did.

    `key` is unique in both versions; `hidden` names what was done to columns last time. Columns of which less than a cell in
    two tells more count only where something was done to them: texts grow for other reasons, too. A value that was recoded and
    that enough rows have by now tells of nobody.
    """
    places = _found_again(before[key], after[key])
    mine = np.flatnonzero(places >= 0)
    finer: dict[str, int] = {}
    for name in (name for name in after if name in before and name != key):
        old = before[name].combine_chunks().take(pa.array(places[mine])).to_pylist()
        new = after[name].combine_chunks().take(pa.array(mine)).to_pylist()
        is_blanked = hidden.get(name, "") in BLANKING
        pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        count = sum(1 for one, other in pairs if tells_more(one, other) or (is_blanked and not one and other))
        if recoded is not None and name in recoded.fewest:
            count += _rare_again(pairs, after[name], recoded, name)
        if count and (name in hidden or (recoded is not None and name in recoded.fewest) or count >= MOSTLY * len(mine)):
            finer[name] = count
    return finer


def _rare_again(pairs: Sequence[tuple[str, str]], after: pa.ChunkedArray, recoded: Recoded, name: str) -> int:
    """Return how many cells tell the rare value that one word stood for."""
    told = {other for one, other in pairs if one == recoded.word and other}
    if not told:
        return 0
    counts = {entry["values"]: entry["counts"] for entry in after.value_counts().to_pylist()}
    rare = {value for value in told if counts[value] < recoded.fewest[name]}
    return sum(1 for one, other in pairs if one == recoded.word and other in rare)


def key_of(before: Columns, after: Columns) -> str | None:
    """Return the first column that is filled and unique in both versions and names some rows of both; None without one."""
    for name in (name for name in after if name in before):
        if _is_key(before[name]) and _is_key(after[name]) and int((_found_again(before[name], after[name]) >= 0).sum()):
            return name
    return None


def tells_more(before: str, after: str) -> bool:
    """Return whether a cell is what another one was made coarser from: its beginning, its mask, or it rounded."""
    if not before or before == after:
        return False
    if "*" in before:
        return len(before) == len(after) and "*" not in after and all(
            one in ("*", other) for one, other in zip(before, after, strict=True))
    if len(after) <= len(before):
        return False
    return _is_rounded(before, after) or (after.startswith(before) and not after[len(before)].isalpha())


def _hidden(steps: Iterable[Step]) -> dict[str, Step]:
    """Return the last step that hides something in each column."""
    return {column: replace(step, column=column) for step in steps if step.remedy in HIDING for column in _columns(step)}


def _columns(step: Step) -> tuple[str, ...]:
    named = step.parameters.get("columns", ())
    several = tuple(str(name) for name in named) if isinstance(named, tuple) else ()
    return (step.column,) if step.column is not None else several


def _groups(pairs: Sequence[tuple[pa.ChunkedArray, pa.ChunkedArray]]) -> Classes:
    """Return the groups of the rows of both versions, those of the first version first."""
    both = [pa.chunked_array([*before.cast(pa.string()).chunks, *after.cast(pa.string()).chunks], pa.string())
            for before, after in pairs]
    return classes_of([distinct(values) for values in both], len(both[0]))


def _found_again(before: pa.ChunkedArray, after: pa.ChunkedArray) -> Numbers:
    """Return for each row of the second version its place in the first, -1 where it has none."""
    import pyarrow.compute as pc

    found = pc.index_in(after.cast(pa.string()), value_set=before.cast(pa.string()).combine_chunks())
    return np.asarray(pc.fill_null(found, -1).to_numpy(), np.int64)


def _is_key(values: pa.ChunkedArray) -> bool:
    import pyarrow.compute as pc

    return len(values) > 0 and pc.count_distinct(values).as_py() == len(values) and not pc.any(pc.equal(values, "")).as_py()


def _is_rounded(before: str, after: str) -> bool:
    try:
        short, long = float(before), float(after)
    except ValueError:
        return False
    decimals = len(before.partition(".")[2])
    return len(after.partition(".")[2]) > decimals and abs(round(long, decimals) - short) < 10.0 ** -(decimals + 3)
