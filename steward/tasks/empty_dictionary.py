"""Writes the dictionary of a table before anybody has described it: a CSV file to fill in, which `prepare` then takes.

What follows from the cells stands in it (type, format, unit, words for nothing). Descriptions are never filled in: what the
glossary, earlier tables or a dictionary beside the file say stands in columns of its own, which no reader takes for an answer.
The values of a column are listed to be explained only where they are codes and nothing private was found in the column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward.metadata.dictionary import BETWEEN, Suggested, dictionary_csv
from steward.metadata.table_description import TableDescription
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.tasks.checking import check
from steward.tasks.column_words import Known, are_codes, codes_of, known_of, offers_for, undescribed, weak
from steward.tasks.dictionaries import ColumnWords, said_again
from steward.tasks.documents import refuse_originals, write_text
from steward.tasks.house import House
from steward.tasks.report import CheckReport
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.tier import Tier

ASKED = (Tier.BLOCK, Tier.DECIDE)
ENDING = ".csv"
WITHIN = (BETWEEN.strip(), "=")     # signs that part the values of a dictionary and their meanings


class DictionaryInTheWay(Refused):
    """A dictionary that would take the place of one that somebody may have filled in, or whose name says another form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfilled:
    """A dictionary to fill in. Shape: the columns in the order of the table; `suggested` by the names of columns."""

    table: str
    fields: tuple[Field, ...]
    suggested: dict[str, Suggested]
    undescribed: tuple[str, ...]


def refuse_target(target: Path, *originals: Path | None) -> None:
    """Do nothing unless the dictionary may not be written there. Raises: Refused."""
    refuse_originals(target, *originals)
    if target.suffix.lower() != ENDING:
        raise DictionaryInTheWay(words(say("The dictionary is written as a CSV file."), say("File {name}.", name=target.name),
                                       say("Give it a name that ends in .csv.")))
    if target.exists():
        raise DictionaryInTheWay(words(
            say("A file of this name is there already, and somebody may have filled it in."),
            say("File {name}.", name=target.name),
            say("Give the new one another name, and hand the old one in with --dictionary: its words are taken over.")))


def unfilled(house: House, path: Path, sheet: Sheet, told: ColumnWords, progress: Progress) -> Unfilled:
    """Return the dictionary of a table as far as it can be known. Raises: Cancelled, ResourceMissing, DocumentBroken."""
    report = check(house, sheet, progress)
    gained = {field.column: field for field in said_again(report.fields, told.of(_names(path, sheet)))}
    fields = _with_codes([gained.get(field.column, field) for field in report.fields], report)
    return Unfilled(table=_names(path, sheet)[0], fields=fields, suggested=_suggested(fields, known_of(house, path)),
                    undescribed=undescribed(fields))


def _names(path: Path, sheet: Sheet) -> tuple[str, ...]:
    """Return the names by which a dictionary may call the table, its own one first."""
    return tuple(name for name in (sheet.provenance.sheet, path.stem, path.name) if name)


def write_unfilled(found: Unfilled, target: Path) -> None:
    """Write the dictionary as CSV. Raises: DocumentNotWritten."""
    table = TableDescription(name=found.table, title="", file_name="", size_bytes=0, sha256="", rows=0,
                             table_schema=to_table_schema(found.fields))
    write_text(target, dictionary_csv((table,), found.suggested).decode("utf-8"))


def _with_codes(fields: Sequence[Field], report: CheckReport) -> tuple[Field, ...]:
    """Return the fields with the codes that want a meaning, none of them in a column in which something private was found."""
    asked = {found.column for found in report.findings if found.tier in ASKED}
    profiles = {column.name: column for column in report.profile.columns if column.name not in asked}
    listed = {name: _codes(column) for name, column in profiles.items()}
    return tuple(replace(field, codes=tuple((value, "") for value in values))
                 if not field.codes and are_codes(values := listed.get(field.column, ())) and _can_be_listed(values) else field
                 for field in fields)


def _codes(column: ColumnProfile) -> tuple[str, ...]:
    """Return the values that want explaining; words that mean no value are told apart from them."""
    nothing = {text.strip() for text, is_none in zip(column.distinct.texts(), column.is_missing_word.tolist(), strict=True)
               if is_none} if column.distinct_count is not None and column.is_missing_word.any() else set()
    return tuple(value for value in codes_of(column) if value not in nothing)


def _can_be_listed(values: Sequence[str]) -> bool:
    return not any(sign in value for value in values for sign in WITHIN)


def _suggested(fields: Sequence[Field], known: Known) -> dict[str, Suggested]:
    poor = weak(fields)
    return {field.name: _of_field(field, known, str(poor.get(field.column, ""))) for field in fields}


def _of_field(field: Field, known: Known, weakness: str) -> Suggested:
    """Return what is on offer for one column, and where it comes from; of a column with words, why they say too little."""
    offer = next(iter(offers_for(field, known)), None)
    if field.description or offer is None:
        return Suggested(note=weakness)
    poor = weak([replace(field, description=offer.description)]) if offer.description else {}
    return Suggested(description=offer.description, unit=offer.unit,
                     note=" ".join(str(part) for part in (offer.why, poor.get(field.column, "")) if str(part)))
