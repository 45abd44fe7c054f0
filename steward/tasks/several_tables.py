"""Several sheets of one workbook as the tables of one manifest: their names, and the keys between them.

Context: inspections and the businesses that were inspected belong together. Decision: each sheet has a reading, findings, a
recipe and decisions of its own, as a workbench; one record describes them all; a key between two tables is written into the
package only where a person agreed to it and every record of the candidates keeps it, so that what is published is valid.
Refused: one table that joins them (rows of the named sheet would be repeated), and keys of the original that a change to the
candidate has broken.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from steward.metadata.slug import is_told, slug
from steward.schema.field import Field
from steward.schema.proposal import BETWEEN, sheet_key_name
from steward.schema.sheet_keys import held_key
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKeyTo:
    """Fields whose values together stand in as many fields of another table, by the names that the public sees."""

    fields: tuple[str, ...]
    table: str
    named: tuple[str, ...]


def table_names(benches: Sequence[Workbench]) -> tuple[str, ...]:
    """Return a short name for each table, each its own: the dataset's, and for further sheets with the sheet's behind it."""
    record = benches[0].draft.record
    base = record.slug or slug(record.title)
    names = [base]
    for place, bench in enumerate(benches[1:], start=2):
        sheet = slug(_sheet(bench))
        name = f"{base}-{sheet}" if is_told(_sheet(bench)) else f"{base}-{place}"
        while name in names:
            name = f"{name}-{place}"
        names.append(name)
    return tuple(names)


def table_title(bench: Workbench, name: str) -> str:
    """Return the title of a table: the dataset's, and of a further sheet with the sheet's name behind it."""
    record = bench.draft.record
    return record.title if name == (record.slug or slug(record.title)) else f"{record.title}: {_sheet(bench)}"


def keys_to_others(bench: Workbench, benches: Sequence[Workbench], names: Sequence[str]) -> tuple[ForeignKeyTo, ...]:
    """Return the keys of one table to the others that a person agreed to and every record of the candidates keeps."""
    others = [(one, name) for one, name in zip(benches, names, strict=True) if one is not bench]
    found = (_key_to(bench, one, name, agreed) for agreed in bench.draft.foreign_keys for one, name in others)
    return tuple(key for key in found if key is not None)


def agreed_keys(benches: Sequence[Workbench], given: Sequence[Sequence[str]]) -> tuple[Workbench, ...]:
    """Return the tables with keys that were agreed to beforehand.

    `given` holds of each key its sheet, its columns, the other sheet, its columns.
    Raises: Refused for one that the tables do not have, or that one record breaks.
    """
    for words_of_key in given:
        sheet, columns, other, named = _parted(words_of_key)
        own = next((one for one in benches if _sheet(one) == sheet), None)
        key = sheet_key_name(columns, other, named)
        agreed = None if own is None else replace(own, draft=own.draft.with_sheet_key(key, is_wanted=True))
        every = tuple(agreed if one is own and agreed is not None else one for one in benches)
        names = [str(place) for place in range(len(every))]
        if own is None or agreed is None or len(keys_to_others(agreed, every, names)) != len(agreed.draft.foreign_keys):
            raise Refused(words(say("A key between two tables does not hold."),
                                say("From column {column} of sheet {sheet} to column {named} of sheet {other}.",
                                    column=", ".join(map(_plain, columns)), sheet=verbatim(_plain(sheet)),
                                    named=", ".join(map(_plain, named)), other=verbatim(_plain(other))),
                                say("Leave it out, or look at what steward check says of the two sheets.")))
        benches = every
    return tuple(benches)


def foreign_keys_in(keys: Sequence[ForeignKeyTo]) -> Mapping[str, object]:
    """Return the keys as a Table Schema writes them; nothing where there are none."""
    if not keys:
        return {}
    return {"foreignKeys": [{"fields": list(key.fields), "reference": {"resource": key.table, "fields": list(key.named)}}
                            for key in keys]}


def _parted(given: Sequence[str]) -> tuple[str, Sequence[str], str, Sequence[str]]:
    """Return sheet, columns, other sheet and its columns. Raises: Refused where they are not as many there as here."""
    count = len(given) // 2 - 1
    if count < 1 or len(given) % 2:
        raise Refused(words(say("A key between two tables is not written in full."),
                            next_step=say("Write the sheet, its columns, the other sheet, and as many columns of that one.")))
    return given[0], given[1:1 + count], given[1 + count], given[2 + count:]


def _key_to(bench: Workbench, other: Workbench, name: str, agreed: str) -> ForeignKeyTo | None:
    """Return one key that was agreed to, where it leads to the other table and every record keeps it."""
    mine, theirs = _public_fields(bench), _public_fields(other)
    columns, named = _columns_of_key(agreed, _sheet(other), mine, theirs)
    if not columns:
        return None
    pairs = [(mine[column], theirs[one]) for column, one in zip(columns, named, strict=True)]
    if any((here.type, here.format) != (there.type, there.format) for here, there in pairs):
        return None    # "1" as text is not 1 as a number for who reads the package
    key = held_key(bench.report.profile, columns, other.report.profile, named, _sheet(other))
    if key is None or len(key.unknown):
        return None
    return ForeignKeyTo(fields=tuple(here.name for here, _ in pairs), table=name, named=tuple(there.name for _, there in pairs))


def _columns_of_key(agreed: str, sheet: str, mine: Collection[str], theirs: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the columns here and there of which a key's name speaks; none where it speaks of others, or another sheet."""
    told = agreed.split("\n", 1)[-1]
    places = (found.start() for found in re.finditer(re.escape(f"\n{sheet}\n"), told))
    for place in places:    # a name may hold line breaks itself
        columns, named = told[:place].split(BETWEEN), told[place + len(sheet) + 2:].split(BETWEEN)
        if len(columns) == len(named) and set(columns) <= set(mine) and set(named) <= set(theirs):
            return columns, named
    return [], []


def _plain(name: str) -> str:
    return " ".join(name.split())


def _sheet(bench: Workbench) -> str:
    return bench.original.provenance.sheet or ""


def _public_fields(bench: Workbench) -> dict[str, Field]:
    names = set(bench.candidate.names)
    return {field.column: field for field in bench.report.fields if field.column in names}
