"""Begins the update of a published dataset from what was said of it last time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from steward.manifest.read import Manifest, SealedTable
from steward.metadata.profile import is_blank
from steward.metadata.record import ELEMENT_IDS, Record
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
from steward.vocabulary.errors import InputUnreadable, Trouble, VerificationFailed
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Silence
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft
from steward.workflow.submission import State, SubmissionState

AS_SEALED = ImportStep(encoding="utf-8", delimiter=",", quoting=Quoting.DOUBLED, header_rows=(1,))
MOST_TOLD = 12      # findings that differ, in the report of an update
ABOUT_THE_DATA = ("modified", "temporal_start", "temporal_end", "issued", "version", "landing_page")  # told anew each time


def earlier(house: House, identifier: str) -> Manifest | None:
    """Return the manifest that is published under an identifier, None where the queue knows none. Raises: Trouble."""
    known = earlier_bag(house, identifier)
    return None if known is None else known[1]


def earlier_bag(house: House, identifier: str) -> tuple[Path, Manifest] | None:
    """Return the verified bag that is published under an identifier, and what it says; None where the queue knows none.

    Raises: Trouble, VerificationFailed.
    """
    newest = _newest(house, identifier)
    if newest is None:
        return None
    bag = program(house).queue.open_revision(newest.id, newest.revision)
    return bag, read_bag(bag)


def manifest_before(house: House, draft: Draft) -> Manifest | None:
    """Return the manifest of the dataset that a draft brings up to date, read once for all tables of the new version.

    None also where the published version is not as it was sealed: the update goes on without it, and `why_unread` says so.
    Raises: Trouble.
    """
    return _before(house, draft)[0]


def why_unread(house: House, draft: Draft) -> Words | None:
    """Return why the published version that a draft brings up to date cannot be used; None where it can, or there is none.

    Raises: Trouble.
    """
    return _before(house, draft)[1] if draft.updates else None


def _before(house: House, draft: Draft) -> tuple[Manifest | None, Words | None]:
    def look() -> tuple[Manifest | None, Words | None]:
        try:
            return earlier(house, draft.updates), None
        except (VerificationFailed, InputUnreadable) as altered:
            return None, altered.words

    return house.kept.once(("manifest before", draft.part_of or draft.id, draft.updates), look)


def table_of(before: Manifest, draft: Draft) -> SealedTable | None:
    """Return the table that a draft brings up to date: that of its sheet. The first table of a draft is the first one else."""
    same = next((table for table in before.tables if table.source.sheet == draft.recipe.import_step.sheet), None)
    return same if same is not None or draft.part_of else next(iter(before.tables), None)


def earlier_draft(house: House, draft: Draft) -> Draft | None:
    """Return the draft of the table that a draft brings up to date; None where another workstation has it. Raises: Trouble."""
    versions = _versions(house, draft.updates)
    is_published = any(version.state is State.PUBLISHED for version in versions)
    known = drafts(house)[0] if is_published else ()
    first = _with_table(versions, known)
    return None if first is None else _of_sheet(draft, first, known)


def _with_table(versions: Sequence[SubmissionState], known: Sequence[Draft]) -> Draft | None:
    """Return the draft that made the newest table, looking behind versions in which only the description was new."""
    for version in versions:
        made = next((one for one in known if one.submission == version.id), None)
        if made is None or not made.keeps_tables:
            return made if made is not None and made.has_table else None
    return None


def _of_sheet(draft: Draft, first: Draft, known: Sequence[Draft]) -> Draft | None:
    """Return the draft of the same sheet among the tables of a dataset."""
    sheet = draft.recipe.import_step.sheet
    if first.recipe.import_step.sheet == sheet:
        return first
    same = next((one.draft for one in first.further if one.sheet == sheet), None)
    if same is None:
        return None if draft.part_of else first
    return next((one for one in known if one.id == same), None)


def sealed_draft(house: House, draft: Draft) -> Draft | None:
    """Return a draft as the published version was made, from its manifest: for a workstation that did not make it.

    Steps with private parts (salts, typed values) stay on the workstation that has them, and are left away with their answers.
    Raises: Trouble.
    """
    before = manifest_before(house, draft)
    table = None if before is None else table_of(before, draft)
    if table is None:
        return None
    kept = [number for number, step in enumerate(table.recipe.steps, start=1) if "private_sha256" not in step.parameters]
    numbers = {number: place for place, number in enumerate(kept, start=1)}
    decisions = tuple(replace(given, step=numbers[given.step]) for given in table.decisions if given.step in numbers)
    recipe = replace(draft.recipe, steps=tuple(table.recipe.steps[number - 1] for number in kept))
    source = replace(draft.source, rows=None, columns=())
    return replace(draft, recipe=recipe, decisions=decisions, source=source)


def findings_changed(before: SealedTable, findings: Iterable[Finding]) -> tuple[Message, ...]:
    """Return in words which private things are found now and were not in the published version, or in another number."""
    last = {found.key: found for found in before.findings if found.room == "privacy"}
    now = {found.key: found for found in findings if found.room == "privacy"}
    told = [say("New: {what}", what=found.words.what) for key, found in now.items() if key not in last]
    told += [say("{what} Last time {before}, now {after}.", what=found.words.what, before=f"{last[key].count:,}",
                 after=f"{found.count:,}") for key, found in now.items() if key in last and last[key].count != found.count]
    told += [say("No longer found: {what}", what=found.words.what) for key, found in last.items() if key not in now]
    return tuple(told[:MOST_TOLD])


def with_steps_of(draft: Draft, before: Draft) -> Draft:
    """Return the new draft as the earlier one stood: its file, changes with their answers, and keys to other sheets.

    Random identifiers are others than those of last time, but where a person chose that they stay.
    """
    steps = tuple(for_next_release(step) for step in before.recipe.steps)
    return replace(draft, source=before.source, recipe=replace(draft.recipe, steps=steps), foreign_keys=before.foreign_keys,
                   decisions=tuple(given for given in before.decisions if given.step is not None))


def _newest(house: House, identifier: str) -> SubmissionState | None:
    return next((state for state in _versions(house, identifier) if state.state is State.PUBLISHED), None)


def _versions(house: House, identifier: str) -> list[SubmissionState]:
    """Return the submissions that were published under an identifier, the newest first."""
    known = [state for state in program(house).queue.submissions()
             if state.identifier == identifier and state.state in (State.PUBLISHED, State.UPDATED)]
    return sorted(known, key=lambda state: state.published_at, reverse=True)


def table_before(house: House, draft: Draft) -> tuple[Sheet, SealedTable] | None:
    """Return the published table that a draft brings up to date, read again from its sealed bag; None where there is none.

    Raises: VerificationFailed, InputUnreadable, Trouble.
    """
    known = earlier_bag(house, draft.updates)
    if known is None:
        return None
    bag, before = known
    table = table_of(before, draft)
    if table is None:
        return None
    return read(bag / table.path, AS_SEALED, house.workspace, Silence()), table


def tables_before(house: House, draft: Draft) -> tuple[Sheet, ...]:
    """Return every published table of the dataset that a draft brings up to date, read again from its sealed bag.

    Raises: VerificationFailed, InputUnreadable, Trouble.
    """
    known = earlier_bag(house, draft.updates)
    if known is None:
        return ()
    bag, before = known
    return tuple(read(bag / table.path, AS_SEALED, house.workspace, Silence()) for table in before.tables)


def fields_before(house: House, draft: Draft) -> tuple[Field, ...]:
    """Return the columns of a table as it was published last, by their public names; none where that cannot be known now."""
    if not draft.updates:
        return ()
    try:
        before = manifest_before(house, draft)
    except Trouble:
        return ()
    table = None if before is None else table_of(before, draft)
    return () if table is None else tuple(from_table_schema(dict(table.table_schema)))


def record_for_update(before: Record) -> Record:
    """Return the earlier record without what must be told anew of the new data."""
    return with_data(record_again(before))


def record_again(before: Record) -> Record:
    """Return the earlier record without what is told anew with each version."""
    for element in ABOUT_THE_DATA:
        before = before.with_value(element, "")
    return before


def published_again(draft: Draft, record: Record) -> Draft:
    """Return the draft with the answers that are published: whoever sent them has confirmed them, and none is a guess."""
    told = tuple(element for element in ELEMENT_IDS if not is_blank(record.value(element)) and element not in draft.confirmed)
    return replace(draft, record=record, confirmed=(*draft.confirmed, *told))


def described_as_before(fields: Sequence[Field], table: SealedTable) -> tuple[Field, ...]:
    """Return the fields whose columns were described last time, with those words and rules.

    Types stay as the new data has them, but for columns that have rules, which were read as that type, and for those whose type
    a person said.
    """
    known = {field.name: replace(field, is_typed=field.name in table.typed)
             for field in from_table_schema(dict(table.table_schema))}
    return tuple(_as_before(field, known[field.name]) for field in fields if field.name in known)


def key_before(fields: Sequence[Field], table: SealedTable) -> tuple[str, ...]:
    """Return the columns of the primary key that the table had last time; () where one of them is not there any more."""
    columns = {field.name: field.column for field in fields}
    key = primary_key_of(table.table_schema)
    return tuple(columns[name] for name in key) if all(name in columns for name in key) else ()


def _as_before(field: Field, known: Field) -> Field:
    worded = replace(field, title=known.title, description=known.description, unit=known.unit, codes=known.codes)
    worded = worded.without_values((*worded.nothing_words, *known.nothing_words))
    if not known.is_typed and known.constraints == Constraints():
        return worded
    if not known.is_typed and known.type == "string":
        return replace(worded, constraints=known.constraints)
    return replace(worded, constraints=known.constraints).read_as(known)
