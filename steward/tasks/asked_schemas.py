"""Proposes the schema of the program's catalog that fits a table, reads one from a file, and holds a draft to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from steward.schema.against_schema import is_of_later_version
from steward.schema.asked import AskedSchema, Fit, asked_fields, asked_key, fit, fitting
from steward.schema.declared_keys import key_trouble, what_is_wrong
from steward.schema.field import Field
from steward.schema.patterns import explodes
from steward.schema.proposal import ProposedSchema
from steward.schema.table_schema import primary_key_of
from steward.store.resources import resource_names, resource_text
from steward.tasks.checking import laid_over
from steward.tasks.packages import schema_for
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, words
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.workflow.draft import Draft
from steward.workflow.schema_catalog import ENDING, read_catalog

FOLDER = "schema_catalog"
MOST_OFFERED, MOST_NAMED = 2, 6
NEXT = say("Choose another file, or go on without it.")


class SchemaDoesNotFit(InputUnreadable):
    """A schema none of whose columns the table has, or with a rule that cannot be held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A schema with how well it fits; `notes` say what a person should know before taking it."""

    fit: Fit
    notes: tuple[Message, ...]

    @property
    def key(self) -> str:
        """Return the name under which it is remembered that nobody wants it."""
        return f"schema {self.fit.schema.name}"


@cache
def catalog() -> tuple[AskedSchema, ...]:
    """Return the program's schemas. Raises: ResourceMissing, DocumentBroken or SchemaUnreadable with file and line."""
    return read_catalog({name: resource_text(f"{FOLDER}/{name}") for name in resource_names(FOLDER) if name.endswith(ENDING)})


def offers(bench: Workbench) -> tuple[Offer, ...]:
    """Return the schemas of the catalog that fit the table, but for those that nobody wants; none where one is held."""
    if bench.draft.asked_columns:
        return ()
    found = offers_for(_names(bench))
    return tuple(one for one in found if one.key not in bench.draft.passed_over)[:MOST_OFFERED]


def offers_for(columns: Sequence[str]) -> tuple[Offer, ...]:
    """Return the schemas of the catalog that fit so many columns, the best first. Raises: as `catalog`."""
    return tuple(_offer(one) for one in fitting(catalog(), columns))


def proposed_schemas(columns: Sequence[str]) -> tuple[ProposedSchema, ...]:
    """Return the same as plain values."""
    fits = (offer.fit for offer in offers_for(columns)[:MOST_OFFERED])
    return tuple(ProposedSchema(name=one.schema.name, title=one.schema.title, columns=len(one.pairs), missing=one.missing,
                                extra=one.extra, is_reordered=one.is_reordered) for one in fits)


def offer_of_file(bench: Workbench, path: Path) -> Offer:
    """Return the schema of a `.schema.json` or Data Package with how well it fits. Raises: InputUnreadable."""
    declared = schema_for(path, Path(bench.draft.source.name))
    for field in declared.fields:
        if field.constraints.pattern is not None and explodes(field.constraints.pattern):
            raise SchemaDoesNotFit(words(say("A pattern of the schema could take without end, so it is not tried."),
                                         say("Column {column} of the schema.", column=field.name),
                                         say("Ask the person who made the schema for a pattern without a repetition inside "
                                             "a repetition.")))
    schema = AskedSchema(name=path.name, title=_title(declared.descriptor.get("title"), path), fields=declared.fields,
                         primary_key=primary_key_of(declared.descriptor))
    found = fit(schema, _names(bench))
    if not found.pairs:
        raise SchemaDoesNotFit(words(say("The table has none of the columns of this schema."),
                                     say("File {name}.", name=path.name), NEXT))
    later = ((say("It is written for a later version of Table Schema than this program knows; what is known of it is taken."),)
             if is_of_later_version(declared) else ())
    offer, trouble = _offer(found), key_trouble(declared.descriptor)
    if trouble is not None:
        offer = replace(offer, notes=(*offer.notes, say("{what} That key is left out.", what=what_is_wrong(trouble))))
    return replace(offer, notes=(*offer.notes, *later))


def held_to(bench: Workbench, found: Fit) -> Draft:
    """Return the draft whose columns have the types, the rules and the words of the schema, which asks for its columns.

    Words that a person gave stay; the type and the rules are the schema's.
    """
    draft = bench.draft.with_fields(asked_fields(_fields(bench), found))
    return draft.with_key(asked_key(found) or draft.primary_key).asked(found.schema.title, found.schema.names)


def let_go(draft: Draft) -> Draft:
    """Return the draft without the schema; the rules that columns have got stay with them."""
    return draft.asked("", ())


def fit_in_words(found: Fit) -> Message:
    """Return how many of the schema's columns the table has."""
    return say("{count} of its {total} columns are in the table.", count=len(found.pairs), total=len(found.schema.fields))


def offer_in_words(offer: Offer) -> tuple[Message, ...]:
    """Return which schema the columns look like, how well they fit, and what a person should know."""
    looks = say("These columns look like: {title}", title=verbatim(offer.fit.schema.title))
    return (looks, fit_in_words(offer.fit), *offer.notes)


def _offer(found: Fit) -> Offer:
    notes = []
    if found.missing:
        notes.append(say_count("Not in the table: {columns}.", "Not in the table ({count}): {columns}.", len(found.missing),
                               columns=_listed(found.missing)))
    if found.extra:
        notes.append(say_count("Not in the schema: {columns}.", "Not in the schema ({count}): {columns}.", len(found.extra),
                               columns=_listed(found.extra)))
    if found.is_reordered:
        notes.append(say("The columns stand in another order; nothing is moved for that."))
    return Offer(fit=found, notes=tuple(notes))


def _listed(names: Sequence[str]) -> str:
    shown = [" ".join(name.split()) for name in names[:MOST_NAMED]]
    return ", ".join([*shown, "…"] if len(names) > MOST_NAMED else shown)


def _fields(bench: Workbench) -> tuple[Field, ...]:
    return laid_over(bench.report.fields, bench.draft.fields)


def _names(bench: Workbench) -> tuple[str, ...]:
    return tuple(column.name for column in bench.candidate.columns)


def _title(written: object, path: Path) -> str:
    return written if isinstance(written, str) and written.strip() else path.name
