"""Says which rows tell of incidents or places that harm people by being told with where they were.

Source: Portland Police Bureau, metadata for reported crime open data: the addresses of certain case types are not released.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.privacy.linked import ADDRESS, COORDINATES, PARCEL, links_of
from steward.privacy.policy import Policy
from steward.privacy.sensitive_lists import INCIDENT, SensitiveList, SensitiveRows
from steward.privacy.verdict import ColumnVerdict
from steward.table.distinct import Mask
from steward.table.header_words import header_words
from steward.table.phrases import holding
from steward.table.places import positions_of
from steward.table.profile import ColumnProfile, TableProfile
from steward.table.text import matching
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.words import Words

Rows = npt.NDArray[np.int64]
REMEDIES = ("hide_place_of_rows", "leave_out_sensitive_rows")
_PEOPLE = ("person", "incident")
_PLACES = frozenset(("home_address", "precise_geo", "public_place", "facility_geo", "business_address"))
_SAMPLE, _A_WORD = 400, "[A-Za-z]{4}"
# Words of headers over kinds of incidents: "DV" is domestic violence there, and a model or a code under any other.
_TYPE_WORDS = frozenset(("offense", "offence", "crime", "incident", "nature", "charge", "call", "complaint", "nibrs", "ucr"))
_OTHERS = frozenset(("person_name", "email", "phone", "home_address", "username"))


def sensitive_rows(profile: TableProfile, verdicts: Sequence[ColumnVerdict], about: str, lists: Iterable[SensitiveList],
                   policy: Policy) -> tuple[tuple[SensitiveRows, Finding], ...]:
    """Return what the lists find; nothing where rows are not about people or incidents, or where no column tells a place."""
    if about not in _PEOPLE:
        return ()
    pairs = list(zip(profile.columns, verdicts, strict=True))
    links = links_of([column.column for column in profile.columns])
    places = tuple(column.name for (column, verdict), link in zip(pairs, links, strict=True)
                   if _tells_place(column, verdict, link))
    if not places:
        return ()
    texts = [column for column, verdict in pairs if column.type == "string" and _has_words(column)
             and not _OTHERS.intersection(harm.kind for harm in verdict.harmful)]
    return tuple(found for known in lists for column in texts
                 if (found := _found(known, column, places, profile, policy)) is not None)


def _found(known: SensitiveList, column: ColumnProfile, places: tuple[str, ...], profile: TableProfile,
           policy: Policy) -> tuple[SensitiveRows, Finding] | None:
    phrases = (*known.words, *known.short) if not _TYPE_WORDS.isdisjoint(header_words(column.name)) else known.words
    rows = column.distinct.places_where(holding(column.distinct.values, phrases, known.never))
    rows = rows[_have_a_place(profile, places, rows)] if len(rows) else rows
    if not len(rows):
        return None
    numbers = positions_of(profile.sheet.rows[np.sort(rows)])
    told = say_count("Column {column}, {count} row: row {first}. Columns that tell where: {places}.",
                     "Column {column}, {count} rows, first in row {first}. Columns that tell where: {places}.", len(numbers),
                     column=column.name, first=str(numbers[0]), places=", ".join(places))
    what = (say("Some incidents here may tell who the victim was, together with the place.") if known.kind == INCIDENT
            else say("Some places here harm people by being named, such as a refuge or a clinic."))
    finding = Finding(kind=known.kind, tier=policy.tier(known.kind), column=column.name, count=len(numbers), rows=numbers,
                      room="privacy", basis=policy.basis(known.kind), remedies=REMEDIES, words=Words(
                          what=what, where=told, next_step=say("Take the place out of these rows, or leave them out; or say "
                                                               "why they may be public.")))
    return SensitiveRows(kind=known.kind, column=column.name, words=phrases, never=known.never,
                         places=places if known.kind == INCIDENT else tuple(dict.fromkeys((*places, column.name)))), finding


def _has_words(column: ColumnProfile) -> bool:
    """Return whether some of the values hold a word: codes of a million rows need no second look."""
    values = column.distinct.values
    places = np.unique(np.linspace(0, max(len(values) - 1, 0), min(len(values), _SAMPLE)).astype(np.int64))
    return bool(matching(values.take(pa.array(places)), _A_WORD).any())


def _have_a_place(profile: TableProfile, places: Sequence[str], rows: Rows) -> Mask:
    """Return which of the rows tell a place: one that was taken out of them harms nobody any more."""
    filled = np.zeros(len(rows), np.bool_)
    for name in places:
        column = profile.column(name)
        filled |= ~column.is_blank[rows if column.distinct.codes is None else column.distinct.codes[rows]]
    return filled


def _tells_place(column: ColumnProfile, verdict: ColumnVerdict, link: str) -> bool:
    """Return whether a column tells where something was more exactly than a neighborhood does."""
    if link in (COORDINATES, PARCEL, ADDRESS):
        return column.filled > 0
    return bool(_PLACES.intersection(harm.kind for harm in verdict.harmful) or _PLACES.intersection(verdict.benign))

