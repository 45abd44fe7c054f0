"""Types from every value: what all or nearly all filled cells of a column are.

Context: a sample misses the eleven bad cells in a hundred thousand, and trying thirty patterns on every value costs seconds.
Decision: a row-weighted sample only tells which patterns are not worth trying (fewer than half of its cells match); every
pattern that is left runs over all values, and what it does not match is named as odd. Nearly all means nine in ten of the
rows that hold something, as in frictionless' own detector (field_confidence 0.9).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyarrow as pa

from steward.table._shapes import BEGINNING, INTEGER, SHAPES, Shape
from steward.table._words import CODE_WORDS, NO_DAY_AT_ALL, missing_word_mask, words_of
from steward.table.distinct import Distinct, Mask, distinct
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask, matching, matching_among
from steward.table.together import each, shared_out
from steward.table.two_years import are_two_years
from steward.vocabulary.hands import Hands, Threads
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

NEARLY_ALL = 0.9
SAMPLE_CELLS = 400
WORTH_TRYING = 0.5
LEADING_ZERO = r"^[+-]?0[0-9]"
TELEPHONE = r"^[2-9][0-9]{2}[2-9][0-9]{6}$"       # ten digits as the North American plan forms them
CODES_WITH_ZEROS = 0.005                          # more leading zeros than that are no slip: the column holds codes
DATE_TYPES = ("date", "datetime")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    shape: Shape
    matches: Mask
    share: float


def profile_table(sheet: Sheet, progress: Progress, workers: int = 2, before: TableProfile | None = None,
                  hands: Hands | None = None) -> TableProfile:
    """Return the sheet with the profile of each column. Raises: Cancelled if the person stops it.

    Columns that the sheet shares with the one `before` are not looked at again. `hands` do it, or so many threads.
    """
    known = {id(one.column): one for one in before.columns} if before else {}
    fresh = [place for place, column in enumerate(sheet.columns) if id(column) not in known]
    groups = [[fresh[one] for one in group] for group in shared_out([sheet.columns[place].values.nbytes for place in fresh])]
    begun = (hands or Threads(workers)).begin(profile_places, (sheet,), groups)
    profiles = begun.answers(progress, say("Looking at every value of each column"))
    found = known | {id(one.column): one for some in profiles for one in some}
    return TableProfile(sheet=sheet, columns=tuple(found[id(column)] for column in sheet.columns))


def profile_places(sheet: Sheet, places: Sequence[int]) -> list[ColumnProfile]:
    """Return the profiles of the sheet's columns at some 0-based places."""
    return _profile_columns([sheet.columns[place] for place in places])


def profile_column(column: Column) -> ColumnProfile:
    """Return what the column looks like: its type, from every value, and which values do not have it."""
    return _profile_columns([column])[0]


def _profile_columns(columns: Sequence[Column]) -> list[ColumnProfile]:
    """Return the profile of each of some columns, whose values are looked at together."""
    values = [distinct(column.values) for column in columns]
    blanks = list(each((one.values for one in values), blank_mask))
    fits = _best_fits(values, blanks, [words_of(column.name) for column in columns])
    words = each((one.values for one, fit in zip(values, fits, strict=True) if fit is None),
                 partial(missing_word_mask, is_text=True))
    return [_of_text(column, one, blank, next(words)) if fit is None else _of_type(column, one, blank, fit)
            for column, one, blank, fit in zip(columns, values, blanks, fits, strict=True)]


def _of_text(column: Column, values: Distinct, blank: Mask, words: Mask) -> ColumnProfile:
    return ColumnProfile(column=column, distinct=values, is_blank=blank, type="string", format=None,
                         odd=np.zeros(len(blank), np.bool_), is_missing_word=words & ~blank)


def _of_type(column: Column, values: Distinct, blank: Mask, fit: _Fit) -> ColumnProfile:
    odd = ~blank & ~fit.matches
    return ColumnProfile(column=column, distinct=values, is_blank=blank, type=fit.shape.type, format=fit.shape.format, odd=odd,
                         is_missing_word=_missing_words(values.values, odd, is_text=False))


def _best_fits(values: Sequence[Distinct], blanks: Sequence[Mask], headers: Sequence[frozenset[str]]) -> list[_Fit | None]:
    """Return for each column the shape that nearly all of its values have, None where no shape is."""
    samples = _samples(values, blanks)
    begun = _shares(samples, range(len(samples)), BEGINNING)    # saves wide tables of words 80 patterns a column
    open_places, fits = [place for place, share in begun if share >= WORTH_TRYING], dict[int, _Fit]()
    for shape in SHAPES if open_places else ():
        wanted = [place for place in open_places if not shape.words or headers[place] & set(shape.words)]
        tried = [place for place, share in _shares(samples, wanted, shape.pattern) if share >= WORTH_TRYING]
        masks = each((values[place].values for place in tried), partial(matching, pattern=shape.pattern))
        for place, matches in zip(tried, masks, strict=True):
            fit = _fit(values[place], blanks[place], shape, matches)
            fits[place] = max(fits.get(place, fit), fit, key=lambda one: one.share)
        open_places = [place for place in open_places if place not in fits or fits[place].share < 1]
    return [_unless_code(fits.get(place), *column) for place, column in enumerate(zip(values, blanks, headers, strict=True))]


def _unless_code(fit: _Fit | None, values: Distinct, blank: Mask, header: frozenset[str]) -> _Fit | None:
    return None if fit is None or fit.share < NEARLY_ALL or _is_code(values, blank, fit, header) else fit


def _shares(samples: Sequence[pa.Array], places: Iterable[int], pattern: str) -> list[tuple[int, float]]:
    """Return those of the places whose sample is not empty, with the share of it that has the pattern."""
    filled = [place for place in places if len(samples[place])]
    masks = each((samples[place] for place in filled), partial(matching, pattern=pattern))
    return [(place, np.count_nonzero(mask) / len(mask)) for place, mask in zip(filled, masks, strict=True)]


def _samples(values: Sequence[Distinct], blanks: Sequence[Mask]) -> list[pa.Array]:
    """Return up to 400 filled cells of each column; words for "nothing" are left out."""
    cells = [_sample(one, ~blank) for one, blank in zip(values, blanks, strict=True)]
    words = each(cells, partial(missing_word_mask, is_text=False))
    return [sample.filter(pa.array(~mask)) if mask.any() else sample for sample, mask in zip(cells, words, strict=True)]


def _sample(values: Distinct, filled: Mask) -> pa.Array:
    """Return up to 400 filled cells, each value as often as its rows ask for."""
    weight = np.where(filled, values.counts, 0).cumsum()
    total = int(weight[-1]) if len(weight) else 0
    ranks = np.linspace(0, total, min(total, SAMPLE_CELLS), endpoint=False).astype(np.int64)
    return values.values.take(pa.array(np.searchsorted(weight, ranks, side="right")))


def _fit(values: Distinct, blank: Mask, shape: Shape, matches: Mask) -> _Fit:
    odd = ~blank & ~matches
    words = values.count_where(_missing_words(values.values, odd, is_text=False))
    if shape.type in DATE_TYPES and odd.any():
        words += values.count_where(matching_among(values.values, odd, NO_DAY_AT_ALL))
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
        return bool(header & {"fiscal", "fy"}) or are_two_years(values.values.filter(pa.array(fit.matches)), header)
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

