"""Begins the update of a published dataset from what was said of it last time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from steward.manifest.read import Manifest, SealedTable
from steward.metadata.record import Record
from steward.metadata.without_data import with_data
from steward.readers.opening import read
from steward.schema.field import Constraints, Field
from steward.schema.table_schema import from_table_schema, primary_key_of
from steward.table.sheet import Sheet
from steward.tasks.bags import read_bag
from steward.tasks.drafting import drafts
from steward.tasks.house import House
from steward.tasks.program import program
from steward.tasks.step_keys import for_next_release
from steward.vocabulary.errors import Trouble
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from steward.workflow.draft import Draft
from steward.workflow.submission import State, SubmissionState

AS_SEALED = ImportStep(encoding="utf-8", delimiter=",", header_rows=(1,))
MOST_TOLD = 12      # findings that differ, in the report of an update
ABOUT_THE_DATA = ("modified", "temporal_start", "temporal_end", "issued", "version", "landing_page")  # told anew each time


def earlier(house: House, identifier: str) -> Manifest | None:
    """Return the manifest that is published under an identifier, None where the queue knows none. Raises: Trouble."""
    newest = _newest(house, identifier)
    return None if newest is None else read_bag(program(house).queue.open_revision(newest.id, newest.revision))


def earlier_draft(house: House, identifier: str) -> Draft | None:
    """Return the draft of what is published under an identifier; None where another workstation has it. Raises: Trouble."""
    newest = _newest(house, identifier)
    mine = (draft for draft in drafts(house)[0] if newest is not None and draft.submission == newest.id)
    return next((draft for draft in mine if draft.has_table), None)


def sealed_draft(house: House, draft: Draft) -> Draft | None:
    """Return a draft as the published version was made, from its manifest: for a workstation that did not make it.

    Steps with private parts (salts, typed values) stay on the workstation that has them, and are left away with their answers.
    Raises: Trouble, VerificationFailed.
    """
    before = earlier(house, draft.updates)
    if before is None or not before.tables:
        return None
    table = before.tables[0]
    kept = [number for number, step in enumerate(table.recipe.steps, start=1) if "private_sha256" not in step.parameters]
    numbers = {number: place for place, number in enumerate(kept, start=1)}
    decisions = tuple(replace(given, step=numbers[given.step]) for given in before.decisions if given.step in numbers)
    recipe = replace(draft.recipe, steps=tuple(table.recipe.steps[number - 1] for number in kept))
    source = replace(draft.source, rows=None, columns=())
    return replace(draft, recipe=recipe, decisions=decisions, source=source)


def findings_changed(before: Manifest, findings: Iterable[Finding]) -> tuple[Message, ...]:
    """Return in words which private things are found now and were not in the published version, or in another number."""
    last = {found.key: found for found in before.findings if found.room == "privacy"}
    now = {found.key: found for found in findings if found.room == "privacy"}
    told = [say("New: {what}", what=found.words.what) for key, found in now.items() if key not in last]
    told += [say("{what} Last time {before}, now {after}.", what=found.words.what, before=f"{last[key].count:,}",
                 after=f"{found.count:,}") for key, found in now.items() if key in last and last[key].count != found.count]
    told += [say("No longer found: {what}", what=found.words.what) for key, found in last.items() if key not in now]
    return tuple(told[:MOST_TOLD])


def with_steps_of(draft: Draft, before: Draft) -> Draft:
    """Return the new draft as the earlier one stood: its file, its changes and the answers that they were; no other answer.

    Random identifiers are others than those of last time, but where a person chose that they stay.
    """
    steps = tuple(for_next_release(step) for step in before.recipe.steps)
    return replace(draft, source=before.source, recipe=replace(draft.recipe, steps=steps),
                   decisions=tuple(given for given in before.decisions if given.step is not None))


def _newest(house: House, identifier: str) -> SubmissionState | None:
    known = [state for state in program(house).queue.submissions()
             if state.identifier == identifier and state.state is State.PUBLISHED]
    return max(known, key=lambda state: state.published_at, default=None)


def table_before(house: House, identifier: str) -> tuple[Sheet, SealedTable] | None:
    """Return the table that is published under an identifier, read again from its sealed bag; None where there is none.

    Raises: VerificationFailed, InputUnreadable, Trouble.
    """
    newest = _newest(house, identifier)
    if newest is None:
        return None
    bag = program(house).queue.open_revision(newest.id, newest.revision)
    table = next(iter(read_bag(bag).tables), None)
    if table is None:
        return None
    return read(bag / table.path, AS_SEALED, house.workspace, Silence()), table


def fields_before(house: House, identifier: str) -> tuple[Field, ...]:
    """Return the columns of a dataset as it was published last, by their public names; none where that cannot be known now."""
    if not identifier:
        return ()
    try:
        return house.kept.once(("fields before", identifier), lambda: _fields_of(earlier(house, identifier)))
    except Trouble:
        return ()


def _fields_of(before: Manifest | None) -> tuple[Field, ...]:
    tables = () if before is None else before.tables
    return tuple(field for table in tables for field in from_table_schema(dict(table.table_schema)))


def record_for_update(before: Record) -> Record:
    """Return the earlier record without what must be told anew of the new data."""
    return with_data(record_again(before))


def record_again(before: Record) -> Record:
    """Return the earlier record without what is told anew with each version."""
    for element in ABOUT_THE_DATA:
        before = before.with_value(element, "")
    return before


def described_as_before(fields: Sequence[Field], before: Manifest) -> tuple[Field, ...]:
    """Return the fields whose columns were described last time, with those words and rules.

    Types stay as the new data has them, but for columns that have rules, which were read as that type, and for those whose type
    a person said.
    """
    known = {field.name: replace(field, is_typed=field.name in table.typed) for table in before.tables
             for field in from_table_schema(dict(table.table_schema))}
    return tuple(_as_before(field, known[field.name]) for field in fields if field.name in known)


def key_before(fields: Sequence[Field], before: Manifest) -> tuple[str, ...]:
    """Return the columns of the primary key that the dataset had last time; () where one of them is not there any more."""
    columns = {field.name: field.column for field in fields}
    key = primary_key_of(before.tables[0].table_schema) if before.tables else ()
    return tuple(columns[name] for name in key) if all(name in columns for name in key) else ()


def _as_before(field: Field, known: Field) -> Field:
    worded = replace(field, title=known.title, description=known.description, unit=known.unit, codes=known.codes)
    if not known.is_typed and known.constraints == Constraints():
        return worded
    if not known.is_typed and known.type == "string":
        return replace(worded, constraints=known.constraints)
    return replace(worded, constraints=known.constraints, type=known.type, format=known.format,
                   missing_values=known.missing_values, is_typed=True)
