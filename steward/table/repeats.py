"""Records that repeat an earlier one, found on dictionary codes.

Context: comparing a million records cell by cell as text takes seconds. Decision: the columns with few distinct values are
mixed into one number per record; only records that share it are compared further, column by column, on their codes. Of a
column without codes the fingerprints of its texts tell first which rows are worth comparing.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.distinct import Distinct
from steward.table.fingerprints import ODD, again, fingerprints

SHARE_RECORDS = 1 << 20    # numbered together
Places = npt.NDArray[np.int64]


def repeated_places(columns: Sequence[Distinct]) -> Places:
    """Return the 0-based places of the records that equal an earlier one in all these columns, in order."""
    if not columns:
        return np.zeros(0, np.int64)
    places = np.arange(columns[0].height, dtype=np.int64)
    groups = np.zeros(len(places), np.int64)
    for column in sorted(columns, key=_weight):
        if column.codes is None and len(places) == column.height:
            perhaps = again(fingerprints(column.values) ^ (groups.astype(np.uint64) * ODD))
            places, groups = places[perhaps], groups[perhaps]
        groups = _split(groups, _codes_at(column, places))
        shared = _is_shared(groups)
        places, groups = places[shared], groups[shared]
        if not len(places):
            return places
    return places[_is_later(groups)]


def _weight(column: Distinct) -> tuple[bool, int]:
    return column.codes is None, column.values.nbytes


def _codes_at(column: Distinct, places: Places) -> npt.NDArray[np.int64]:
    if column.codes is not None:
        return column.codes[places].astype(np.int64)
    is_all = len(places) == len(column.values)
    values = column.values if is_all else column.values.take(pa.array(places))
    return np.asarray(values.dictionary_encode().indices.to_numpy(), np.int64)


def _split(groups: npt.NDArray[np.int64], codes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the number of the group that each record is in, once its code counts too; numbers stay small."""
    width = int(codes.max(initial=0)) + 1
    mixed = groups * width + codes
    if int(groups.max(initial=0) + 1) * width < max(len(groups), 1) * 4:
        return mixed
    return _numbered(mixed)


def _numbered(mixed: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return a small number for each different one; of a long array share by share, so that no table of all grows."""
    shares = len(mixed) // SHARE_RECORDS + 1
    if shares == 1:
        return np.asarray(np.unique(mixed, return_inverse=True)[1], np.int64)
    share_of, numbers, base = (mixed % shares).astype(np.int16), np.empty(len(mixed), np.int64), 0
    for share in range(shares):
        places = np.flatnonzero(share_of == share)
        different, codes = np.unique(mixed[places], return_inverse=True)
        numbers[places] = codes + base
        base += len(different)
    return numbers


def _is_shared(groups: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    counts = np.bincount(groups)
    return np.asarray(counts[groups] > 1, np.bool_)


def _is_later(groups: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    first = np.full(int(groups.max(initial=0)) + 1, -1, np.int64)
    backward = np.arange(len(groups) - 1, -1, -1)
    first[groups[backward]] = backward
    return np.asarray(np.arange(len(groups)) != first[groups], np.bool_)
