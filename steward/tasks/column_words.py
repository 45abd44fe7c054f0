"""What is said of the columns: offered from what is known already, held against sense, taken from a file, written to one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

import numpy as np

from steward.metadata.glossary import GLOSSARY_FILE, Glossary, spoken
from steward.metadata.wording import weaknesses
from steward.schema.field import Field
from steward.store.resources import resource_text
from steward.table.profile import ColumnProfile
from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.tasks.vocabulary import metadata_profile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

MOST_CODES, LONGEST_CODE = 40, 60       # a column of more values, or of longer ones, is no vocabulary that one explains
CODE_LIKE, MANY_TIMES = 6, 2            # letters of a value that explains nothing by itself; rows for one value at least
LATEST_DRAFTS = 50                      # so many are looked through for words given before
NAMED_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Words for one column, and where they come from. Empty texts: nothing is offered."""

    description: str = ""
    title: str = ""
    unit: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    why: Message


@cache
def glossary() -> Glossary:
    """Return the program's glossary. Raises: ResourceMissing, DocumentBroken with file and line."""
    return Glossary.parse(resource_text(GLOSSARY_FILE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known before anybody is asked: the words of earlier drafts, by the words of names, and the glossary."""

    earlier: Mapping[str, Offer]
    glossary: Glossary


def known_words(house: House, draft: Draft) -> Known:
    """Return the words that this person gave to columns in other drafts, the latest first, and the program's glossary.

    Raises: ResourceMissing, DocumentBroken with file and line.
    """
    return Known(earlier=_earlier(house, draft), glossary=glossary())


def _earlier(house: House, draft: Draft) -> Mapping[str, Offer]:
    known: dict[str, Offer] = {}
    for other in islice((one for one in drafts(house)[0] if one.id != draft.id), LATEST_DRAFTS):
        for field in other.fields:
            if field.description and spoken(field.name) not in known:
                known[spoken(field.name)] = Offer(description=field.description, title=field.title, unit=field.unit,
                                                  codes=field.codes, why=say("You wrote this for an earlier table."))
    return known


def offers_for(field: Field, known: Known) -> tuple[Offer, ...]:
    """Return what is offered for one column, the likeliest first; what the field says already is not offered."""
    both = (known.earlier.get(spoken(field.name)), _from_glossary(field, known.glossary))
    found = [offer for offer in both if offer is not None]
    new = [replace(offer, unit="" if field.unit else offer.unit, title="" if field.title else offer.title,
                   codes=() if field.codes else offer.codes,
                   description="" if offer.description == field.description else offer.description) for offer in found]
    told: set[str] = set()
    return tuple(offer for offer in new if (offer.description or offer.unit) and _is_new(offer.description, told))


def codes_of(column: ColumnProfile) -> tuple[str, ...]:
    """Return the values of a column whose values want explaining, in the order of their letters; empty for any other column."""
    count = column.distinct_count
    if count is None or not 1 <= count <= MOST_CODES or column.filled < count * MANY_TIMES:
        return ()
    values = _filled(column)
    return tuple(sorted(values)) if all(len(value) <= LONGEST_CODE for value in values) else ()


def are_codes(values: Sequence[str]) -> bool:
    """Return whether values explain nothing by themselves, such as "A1" or "3"."""
    short = [value for value in values if len(value) <= CODE_LIKE and (value.isupper() or value.isdigit())]
    return bool(values) and len(short) * 2 > len(values)


def explained(fields: Iterable[Field], columns: Iterable[ColumnProfile]) -> frozenset[str]:
    """Return the columns all of whose values have a meaning."""
    profiles = {column.name: column for column in columns}
    return frozenset(field.column for field in fields if field.codes and field.column in profiles
                     and set(codes_of(profiles[field.column])) == {value for value, _ in field.codes})


def weak(fields: Iterable[Field]) -> dict[str, Message]:
    """Return, for each column whose description says too little, why."""
    return weaknesses({field.column: (field.title, field.description) for field in fields}, metadata_profile().template_texts)


def examine_words(fields: Sequence[Field]) -> tuple[Finding, ...]:
    """Return what stands against the dictionary: columns without words, and words that say too little."""
    missing = [field.column for field in fields if not field.description]
    found = []
    if missing:
        found.append(_about("columns-not-described", missing, say_count(
            "{count} column is not described.", "{count} columns are not described.", len(missing))))
    if poor := list(weak(fields)):
        told = say_count("The description of {count} column says too little.",
                         "The descriptions of {count} columns say too little.", len(poor))
        found.append(_about("columns-described-weakly", poor, told))
    return tuple(found)


def _from_glossary(field: Field, words_of: Glossary) -> Offer | None:
    meaning = words_of.meaning(field.name)
    if meaning is None:
        return None
    why = say("From the program's glossary.")
    if meaning.source:
        why = say("From the program's glossary: {source}.", source=meaning.source)
    return Offer(description=meaning.description, title=meaning.title, unit=meaning.unit,
                 why=why if meaning.description else say("From the name of the column."))


def _is_new(description: str, told: set[str]) -> bool:
    is_new = description not in told or not description
    told.add(description)
    return is_new


def _filled(column: ColumnProfile) -> list[str]:
    import pyarrow as pa

    kept = column.distinct.values.filter(pa.array(~np.asarray(column.is_blank)))
    return [str(value).strip() for value in kept.unique().to_pylist()]


def _about(kind: str, columns: Sequence[str], what: Message) -> Finding:
    return Finding(kind=kind, tier=Tier.WARN, count=len(columns), room="metadata", words=Words(
        what=what, where=_named(columns),
        next_step=say("Say in a sentence what each column means, so that a stranger can use the table.")))


def _named(columns: Sequence[str]) -> Message:
    first = ", ".join(columns[:NAMED_COLUMNS])
    if len(columns) <= NAMED_COLUMNS:
        return say("Columns: {columns}.", columns=first)
    return say("Columns: {columns} and {count} more.", columns=first, count=len(columns) - NAMED_COLUMNS)
