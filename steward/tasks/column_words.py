"""What is said of the columns: offered from what is known already, held against sense, taken from a file, written to one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np

from steward.metadata.glossary import GLOSSARY_FILE, Glossary, spoken
from steward.metadata.wording import weaknesses
from steward.schema.declared_keys import listed
from steward.schema.field import Field
from steward.store.resources import resource_text
from steward.table.profile import ColumnProfile
from steward.tasks.dictionary_files import fields_in
from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.tasks.vocabulary import metadata_profile
from steward.vocabulary.errors import InputUnreadable
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft
from steward.workflow.needs import NOT_DESCRIBED, WEAKLY_DESCRIBED

MOST_CODES, LONGEST_CODE = 40, 60       # a column of more values, or of longer ones, is no vocabulary that one explains
CODE_LIKE, MANY_TIMES = 6, 2            # letters of a value that explains nothing by itself; rows for one value at least
BESIDE = (".dictionary.csv", "_dictionary.csv", "-dictionary.csv", " dictionary.csv", ".schema.json")
LATEST_DRAFTS = 50                      # so many are looked through for words given before
REQUIRED = "required"
NAMED_COLUMNS, NAMED_ON_PAGE, NAMED_WITHOUT = 3, 4, 12    # of columns that are told together; of those that stand in the way


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Words for one column, and where they come from. Empty texts: nothing is offered."""

    description: str = ""
    title: str = ""
    unit: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    why: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Words that are offered for a column that has none."""

    field: Field
    offer: Offer

    @property
    def key(self) -> str:
        """Return the name under which it is remembered that nobody wants them."""
        return f"words {self.field.column}"

    @property
    def worded(self) -> Field:
        """Return the column with these words; what is said of it already stays."""
        offer, field = self.offer, self.field
        return replace(field, description=field.description or offer.description, title=field.title or offer.title,
                       unit=field.unit or offer.unit, codes=field.codes or offer.codes)


@cache
def glossary() -> Glossary:
    """Return the program's glossary. Raises: ResourceMissing, DocumentBroken with file and line."""
    return Glossary.parse(resource_text(GLOSSARY_FILE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known before anybody is asked: the words of earlier drafts, by the words of names, and the glossary."""

    earlier: Mapping[str, Offer]
    glossary: Glossary
    beside: Mapping[str, Offer]    # of a dictionary that lies beside the table, by the names of columns and their words


def known_words(house: House, draft: Draft) -> Known:
    """Return what a dictionary beside the table says, the words of this person's other drafts, and the program's glossary.

    Raises: ResourceMissing, DocumentBroken with file and line.
    """
    return known_of(house, Path(draft.source.path), draft.id)


def known_of(house: House, path: Path, draft: str = "") -> Known:
    """Return the same for a file; `draft` names the one whose own words are not meant."""
    return Known(earlier=_earlier(house, draft), glossary=glossary(), beside=_beside(path))


def _beside(table: Path) -> Mapping[str, Offer]:
    """Return what the first dictionary or schema says that lies beside a table under its name; none where none can be read."""
    for path in (table.with_name(f"{table.stem}{ending}") for ending in BESIDE if table.name):
        try:
            found = fields_in(path)
        except InputUnreadable:
            continue
        if found:
            why = say("From {name}, which lies beside the table.", name=path.name)
            offers = {field.name: _offer(field, why) for field in found if field.description}
            return {**{spoken(name): offer for name, offer in offers.items() if spoken(name)}, **offers}
    return {}


def _offer(field: Field, why: Message) -> Offer:
    return Offer(description=field.description, title=field.title, unit=field.unit, codes=field.codes, why=why)


def _earlier(house: House, draft: str) -> Mapping[str, Offer]:
    known: dict[str, Offer] = {}
    for other in islice((one for one in drafts(house)[0] if one.id != draft), LATEST_DRAFTS):
        for field in other.fields:
            if field.description and spoken(field.name) not in known:
                known[spoken(field.name)] = _offer(field, say("You wrote this for an earlier table."))
    return known


def offers_for(field: Field, known: Known) -> tuple[Offer, ...]:
    """Return what is offered for one column, the likeliest first; what the field says already is not offered."""
    three = (known.beside.get(field.name) or known.beside.get(spoken(field.name)), known.earlier.get(spoken(field.name)),
             _from_glossary(field, known.glossary))
    found = [offer for offer in three if offer is not None]
    new = [replace(offer, unit="" if field.unit else offer.unit, title="" if field.title else offer.title,
                   codes=() if field.codes else offer.codes,
                   description="" if offer.description == field.description else offer.description) for offer in found]
    told: set[str] = set()
    return tuple(offer for offer in new if (offer.description or offer.unit) and _is_new(offer.description, told))


def offered(fields: Iterable[Field], known: Known, passed_over: Collection[str] = ()) -> tuple[Offered, ...]:
    """Return the likeliest words for each column without any, but for those that nobody wants."""
    found = (Offered(field=field, offer=offer) for field in fields if not field.description.strip()
             for offer in [one for one in offers_for(field, known) if one.description][:1])
    return tuple(one for one in found if one.key not in passed_over)


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


def undescribed(fields: Iterable[Field]) -> tuple[str, ...]:
    """Return the columns of which nobody has said what they mean, in the order of the table."""
    return tuple(field.column for field in fields if not field.description.strip())


def what_is_missing(missing: Sequence[str]) -> Message:
    """Return which columns want a description, and whether the table can be sent without."""
    named = named_columns(missing, NAMED_ON_PAGE)
    if is_description_required():
        return say("{named} Each of them needs a description before the table can be sent.", named=named)
    return say("{named} They are not described yet.", named=named)


def not_described(missing: Sequence[str]) -> Message:
    """Return how many columns want a description."""
    return say_count("{count} column is not described.", "{count} columns are not described.", len(missing))


def is_description_required() -> bool:
    """Return whether the program asks for a description of every published column."""
    return metadata_profile().column_description == REQUIRED


def examine_words(fields: Sequence[Field]) -> tuple[Finding, ...]:
    """Return what stands against the dictionary: columns without words, and words that say too little.

    Columns without words stand in the way where the program's profile requires that each is described.
    """
    found = []
    if missing := undescribed(fields):
        found.append(_not_described(missing))
    if poor := list(weak(fields)):
        told = say_count("The description of {count} column says too little.",
                         "The descriptions of {count} columns say too little.", len(poor))
        found.append(_about(WEAKLY_DESCRIBED, poor, told))
    return tuple(found)


def _not_described(missing: Sequence[str]) -> Finding:
    told = not_described(missing)
    if not is_description_required():
        return _about(NOT_DESCRIBED, missing, told)
    return Finding(kind=NOT_DESCRIBED, tier=Tier.BLOCK, count=len(missing), room="metadata", words=Words(
        what=told, where=named_columns(missing, NAMED_WITHOUT),
        next_step=say("Say in a sentence what each column means, or leave the column out.")))


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
        what=what, where=named_columns(columns),
        next_step=say("Say in a sentence what each column means, so that a stranger can use the table.")))


def named_columns(columns: Sequence[str], most: int = NAMED_COLUMNS) -> Message:
    """Return the names of columns in one line; of many the first ones."""
    first = listed(columns[:most])
    if len(columns) <= most:
        return say_count("Column: {columns}.", "Columns: {columns}.", len(columns), columns=first)
    return say("Columns: {columns} and {count} more.", columns=first, count=len(columns) - most)
