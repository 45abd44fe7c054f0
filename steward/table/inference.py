"""Types from every value: what all or nearly all filled cells of a column are.

Context: a sample misses the eleven bad cells in a hundred thousand, and trying thirty patterns on every value costs seconds.
Decision: a row-weighted sample only tells which patterns are not worth trying (fewer than half of its cells match); every
pattern that is left runs over all values, and what it does not match is named as odd. Nearly all means nine in ten of the
rows that hold something, as in frictionless' own detector (field_confidence 0.9).
"""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from steward.table._shapes import BEGINNING, INTEGER, SHAPES, Shape
from steward.table._words import CODE_WORDS, missing_word_mask, words_of
from steward.table.distinct import Distinct, Mask, distinct
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask, matching, matching_among
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

NEARLY_ALL = 0.9
SAMPLE_CELLS = 400
WORTH_TRYING = 0.5
LEADING_ZERO = r"^[+-]?0[0-9]"
TELEPHONE = r"^[2-9][0-9]{2}[2-9][0-9]{6}$"       # ten digits as the North American plan forms them
CODES_WITH_ZEROS = 0.005                          # more leading zeros than that are no slip: the column holds codes
WAIT_SECONDS = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    shape: Shape
    matches: Mask
    share: float


def profile_table(sheet: Sheet, progress: Progress, workers: int = 2) -> TableProfile:
    """Return the sheet with the profile of each column. Raises: Cancelled if the person stops it."""
    heaviest = sorted(sheet.columns, key=lambda column: -column.values.nbytes)
    with ThreadPoolExecutor(max(1, workers)) as pool:
        jobs = {column.name: pool.submit(profile_column, column) for column in heaviest}
        _watch(list(jobs.values()), progress)
    return TableProfile(sheet=sheet, columns=tuple(jobs[column.name].result() for column in sheet.columns))


def profile_column(column: Column) -> ColumnProfile:
    """Return what the column looks like: its type, from every value, and which values do not have it."""
    values = distinct(column.values)
    blank = blank_mask(values.values)
    fit = _best_fit(values, blank, words_of(column.name))
    if fit is None:
        words = missing_word_mask(values.values, is_text=True) & ~blank
        return ColumnProfile(column=column, distinct=values, is_blank=blank, type="string", format=None,
                             odd=np.zeros(len(blank), np.bool_), is_missing_word=words)
    odd = ~blank & ~fit.matches
    return ColumnProfile(column=column, distinct=values, is_blank=blank, type=fit.shape.type, format=fit.shape.format, odd=odd,
                         is_missing_word=_missing_words(values.values, odd, is_text=False))


def _watch(jobs: list[Future[ColumnProfile]], progress: Progress) -> None:
    try:
        waiting = set(jobs)
        while waiting:
            _, waiting = wait(waiting, WAIT_SECONDS)
            progress.report(1 - len(waiting) / len(jobs), say("Looking at every value of each column"))
    except BaseException:
        for job in jobs:
            job.cancel()
        raise


def _best_fit(values: Distinct, blank: Mask, header: frozenset[str]) -> _Fit | None:
    sample = _sample(values, ~blank)
    if not len(sample) or matching(sample, BEGINNING).mean() < WORTH_TRYING:  # saves wide tables of words 80 patterns a column
        return None
    wanted = [shape for shape in SHAPES if not shape.words or header & set(shape.words)]
    fits: list[_Fit] = []
    for shape in wanted:
        if _share_of_sample(sample, shape) < WORTH_TRYING:
            continue
        fit = _fit(values, blank, shape)
        if fit.share == 1:
            fits = [fit]
            break
        fits.append(fit)
    best = max(fits, key=lambda fit: fit.share, default=None)
    return None if best is None or best.share < NEARLY_ALL or _is_code(values, blank, best, header) else best


def _sample(values: Distinct, filled: Mask) -> pa.Array:
    """Return up to 400 filled cells, each value as often as its rows ask for; words for "nothing" are left out."""
    weight = np.where(filled, values.counts, 0).cumsum()
    total = int(weight[-1]) if len(weight) else 0
    ranks = np.linspace(0, total, min(total, SAMPLE_CELLS), endpoint=False).astype(np.int64)
    cells = values.values.take(pa.array(np.searchsorted(weight, ranks, side="right")))
    return cells.filter(pa.array(~missing_word_mask(cells, is_text=False)))


def _share_of_sample(sample: pa.Array, shape: Shape) -> float:
    return float(matching(sample, shape.pattern).mean())


def _fit(values: Distinct, blank: Mask, shape: Shape) -> _Fit:
    matches = matching(values.values, shape.pattern)
    odd = ~blank & ~matches
    words = values.count_where(_missing_words(values.values, odd, is_text=False))
    matched, strange = values.count_where(matches), values.count_where(odd)
    share = 1.0 if not strange else min(matched / max(matched + strange - words, 1), 1 - 1e-12)
    return _Fit(shape=shape, matches=matches, share=share)


def _missing_words(values: pa.Array, among: Mask, *, is_text: bool) -> Mask:
    places = np.flatnonzero(among)
    found = np.zeros(len(values), np.bool_)
    if len(places):
        found[places] = missing_word_mask(values.take(pa.array(places)), is_text=is_text)
    return found


def _is_code(values: Distinct, blank: Mask, fit: _Fit, header: frozenset[str]) -> bool:
    """Return whether these numbers are names of things, which stay text."""
    if fit.shape.type == "yearmonth":
        return bool(header & {"fiscal", "fy"})
    if fit.shape.type not in ("integer", "number", "year"):
        return False
    if header & CODE_WORDS:
        return True
    odd = ~blank & ~fit.matches
    zeros = values.count_where(matching_among(values.values, odd, LEADING_ZERO))
    filled = values.count_where(~blank)
    return zeros > CODES_WITH_ZEROS * filled or (fit.shape is INTEGER and _are_telephones(values, fit, filled))


def _are_telephones(values: Distinct, fit: _Fit, filled: int) -> bool:
    places = np.flatnonzero(fit.matches)[:SAMPLE_CELLS]
    if not matching(values.values.take(pa.array(places)), TELEPHONE).all():
        return False
    return values.count_where(matching(values.values, TELEPHONE)) >= NEARLY_ALL * filled

