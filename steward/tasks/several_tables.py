"""Several sheets of one workbook as the tables of one manifest: their names, and the keys between them.

Context: inspections and the businesses that were inspected belong together. Decision: each sheet has a reading, findings, a
recipe and decisions of its own, as a workbench; one record describes them all; a key between two tables is written into the
package only where a person agreed to it and every record of the candidates keeps it, so that what is published is valid.
Refused: one table that joins them (rows of the named sheet would be repeated), and keys of the original that a change to the
candidate has broken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from steward.metadata.slug import is_told, slug
from steward.schema.proposal import sheet_key_name
from steward.schema.sheet_keys import foreign_keys, sheet_keys
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKeyTo:
    """A field whose values stand in a field of another table, by the names that the public sees."""

    field: str
    table: str
    named: str


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
    others = {_sheet(one): (one, name) for one, name in zip(benches, names, strict=True) if one is not bench}
    known = tuple(key for sheet, (one, _) in others.items() for key in sheet_keys(sheet, one.report.profile))
    own = _public_names(bench)
    return tuple(ForeignKeyTo(field=own[key.column], table=others[key.sheet][1],
                              named=_public_names(others[key.sheet][0])[key.named])
                 for key in foreign_keys(bench.report.profile, known)
                 if not len(key.unknown) and sheet_key_name(key.column, key.sheet, key.named) in bench.draft.foreign_keys)


def agreed_keys(benches: Sequence[Workbench], given: Sequence[Sequence[str]]) -> tuple[Workbench, ...]:
    """Return the tables with keys that were agreed to beforehand: for each its sheet, its column, the other sheet, its column.

    Raises: Refused for one that the tables do not have, or that one record breaks.
    """
    for sheet, column, other, named in given:
        own = next((one for one in benches if _sheet(one) == sheet), None)
        key = sheet_key_name(column, other, named)
        agreed = None if own is None else replace(own, draft=own.draft.with_sheet_key(key, is_wanted=True))
        every = tuple(agreed if one is own and agreed is not None else one for one in benches)
        names = [str(place) for place in range(len(every))]
        if own is None or agreed is None or len(keys_to_others(agreed, every, names)) != len(agreed.draft.foreign_keys):
            raise Refused(words(say("A key between two tables does not hold."),
                                say("From column {column} of sheet {sheet} to column {named} of sheet {other}.",
                                    column=_plain(column), sheet=verbatim(_plain(sheet)), named=_plain(named),
                                    other=verbatim(_plain(other))),
                                say("Leave it out, or look at what steward check says of the two sheets.")))
        benches = every
    return tuple(benches)


def foreign_keys_in(keys: Sequence[ForeignKeyTo]) -> Mapping[str, object]:
    """Return the keys as a Table Schema writes them; nothing where there are none."""
    if not keys:
        return {}
    return {"foreignKeys": [{"fields": [key.field], "reference": {"resource": key.table, "fields": [key.named]}}
                            for key in keys]}


def _plain(name: str) -> str:
    return " ".join(name.split())


def _sheet(bench: Workbench) -> str:
    return bench.original.provenance.sheet or ""


def _public_names(bench: Workbench) -> dict[str, str]:
    return {field.column: field.name for field in bench.report.fields}
