"""Gives the columns of a table the words that documents hold: a dictionary, a schema, or words made up for practice."""

from dataclasses import replace
from pathlib import Path

from steward.metadata.slug import slug
from steward.tasks.asked_schemas import held_to, offer_of_file
from steward.tasks.checking import laid_over
from steward.tasks.dictionaries import ColumnWords, said_instead
from steward.tasks.house import House
from steward.tasks.opening import recheck
from steward.tasks.workbench import Workbench
from steward.vocabulary.progress import Silence

PRACTICE_WORDS = "Practice only: nobody has said what the column {column} means."


def worded(house: House, bench: Workbench, columns: ColumnWords, schema: Path | None = None) -> Workbench:
    """Return the table held to a schema, if one is given, with its columns described as the dictionary says.

    What the dictionary says takes the place of what the last version and the schema say. Raises: InputUnreadable.
    """
    draft = held_to(bench, offer_of_file(bench, schema).fit) if schema is not None else bench.draft
    fields = laid_over(bench.report.fields, draft.fields)
    draft = draft.with_fields(said_instead(fields, columns.of(names_of(bench))))
    return bench if draft == bench.draft else recheck(house, bench, draft, Silence())


def names_of(bench: Workbench) -> tuple[str, ...]:
    """Return the names by which a dictionary may call a table: its sheet, its file, its short name and its title."""
    draft, source = bench.draft, bench.original.provenance
    sheet, base = source.sheet or "", draft.record.slug or slug(draft.record.title)
    own = (f"{base}-{slug(sheet)}",) if draft.part_of else (base, draft.record.title, Path(source.file_name).stem)
    return tuple(name for name in (sheet, *own) if name)


def described_for_practice(house: House, bench: Workbench) -> Workbench:
    """Return the table whose columns that nobody described say so, in words made up for practice; real ones stay."""
    fields = laid_over(bench.report.fields, bench.draft.fields)
    told = tuple(replace(field, description=PRACTICE_WORDS.format(column=" ".join(field.name.split())))
                 for field in fields if not field.description.strip())
    return recheck(house, bench, bench.draft.with_fields(told), Silence()) if told else bench
