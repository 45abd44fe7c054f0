"""Opens a file as a table and begins or resumes the draft it belongs to."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from steward.crew.second import get_ready_for
from steward.disk.patience import LONGEST_WAIT, answer_of
from steward.readers.opening import look, propose, read
from steward.table.sheet import Sheet, SheetListing
from steward.tasks.asking import with_asked
from steward.tasks.between_versions import with_versions
from steward.tasks.changed_file import fitted, source_of
from steward.tasks.checking import check, laid_over
from steward.tasks.contesting import without_refused
from steward.tasks.describing import first_record, fit_to_tell, with_record_findings
from steward.tasks.drafting import new_draft, save
from steward.tasks.house import House
from steward.tasks.kept_apart import kept_apart
from steward.tasks.knowing import knowledge_to_send
from steward.tasks.left_out_columns import following_the_table, with_left_out
from steward.tasks.other_datasets import other_datasets
from steward.tasks.other_sheets import with_sheet_keys
from steward.tasks.published_down import with_published_down
from steward.tasks.published_unread import with_published_unread
from steward.tasks.renamed import following
from steward.tasks.report import CheckReport
from steward.tasks.states_before import kept, state_of
from steward.tasks.still_linked import with_linked
from steward.tasks.updating import (
    described_as_before,
    earlier_draft,
    fields_before,
    findings_changed,
    key_before,
    manifest_before,
    published_again,
    record_for_update,
    sealed_draft,
    table_of,
    with_steps_of,
)
from steward.tasks.whole_dataset import with_tables_missing
from steward.tasks.without_data import without_table
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, words
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import Message, say
from steward.vocabulary.progress import Part, Progress, Silence
from steward.vocabulary.recipe import ImportStep
from steward.workflow.draft import Draft
from steward.workflow.replay import replay


class SourceChanged(InputUnreadable):
    """The file is not the one the draft was begun with."""


class SourceGone(InputUnreadable):
    """The file of a draft is no longer where it was."""


def proposed_sheet(listings: Sequence[SheetListing]) -> tuple[str, Message]:
    """Return the sheet that is most likely the data, and why."""
    return propose(tuple(listings))


def hidden_in(house: House, path: Path, progress: Progress) -> tuple[HiddenThing, ...]:
    """Return what a workbook holds out of sight, the things among which personal data may be first. Raises: Trouble."""
    things = look(path, lambda: knowledge_to_send(house), progress)
    return tuple(sorted(things, key=lambda thing: (not thing.found, not thing.may_be_personal, thing.tier.rank)))


def open_sheet(house: House, path: Path, step: ImportStep, progress: Progress) -> Sheet:
    """Return the file as a table, read as the import step says. Raises: InputUnreadable."""
    get_ready_for(path)
    return read(path, step, house.workspace, progress)


def begin(house: House, path: Path, progress: Progress, *, step: ImportStep | None = None, updates: str = "",
          first: Draft | None = None) -> Workbench:
    """Return a new draft with its table opened and checked; the draft is saved. Raises: InputUnreadable.

    `first` is the draft of the dataset's first table, where the sheet becomes a further one.
    """
    return take_up(house, foresee(house, path, progress, step=step, updates=first.updates if first else updates, first=first))


def foresee(house: House, path: Path, progress: Progress, *, step: ImportStep | None = None, updates: str = "",
            first: Draft | None = None) -> Workbench:
    """Return what `begin` will give, with nothing saved yet. Raises: InputUnreadable."""
    step = step or ImportStep()
    sheet = open_sheet(house, path, step, Part(progress, 0.0, 0.4))
    source = source_of(sheet, _place(path))
    draft = new_draft(house, source, updates=updates).with_import(replace(step, sheet=sheet.provenance.sheet))
    draft = replace(draft, part_of=first.id if first is not None else "")
    bench = _checked(house, draft, sheet, path, Part(progress, 0.4, 0.7 if updates else 1.0))
    bench = _changed_as_before(house, bench, Part(progress, 0.7, 1.0)) if updates else bench
    begun = _told_as_before(house, bench) if updates else bench.draft
    profile = fit_to_tell(bench.report.profile, bench.report.findings)
    record = first.record if first is not None else first_record(house, begun, profile)
    return recheck(house, bench, replace(begun, record=record, title=record.title or path.name), Silence())


def take_up(house: House, bench: Workbench) -> Workbench:
    """Return what was foreseen with its draft saved. Raises: Trouble."""
    return replace(bench, draft=save(house, bench.draft))


def _changed_as_before(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the new draft with the changes of the dataset it updates that fit its file."""
    last = earlier_draft(house, bench.draft) or sealed_draft(house, bench.draft)
    if last is None:
        return bench
    draft, change = fitted(with_steps_of(bench.draft, last), bench.original, bench.draft.source)
    bench, published = recheck(house, bench, draft, progress), manifest_before(house, draft)
    before = table_of(published, draft) if published is not None else None
    told = replace(change, is_update=True, steps_again=len(draft.recipe.steps),
                   findings_changed=findings_changed(before, bench.report.findings) if before is not None else ())
    return replace(bench, change=told)


def _told_as_before(house: House, bench: Workbench) -> Draft:
    """Return the new draft with the record and the words for columns of the dataset it updates."""
    before = manifest_before(house, bench.draft)
    if before is None:
        return replace(bench.draft, record=replace(bench.draft.record, identifier=bench.draft.updates))
    draft, table = published_again(bench.draft, record_for_update(before.record)), table_of(before, bench.draft)
    if table is None:
        return draft
    return replace(draft, primary_key=key_before(bench.report.fields, table),
                   fields=described_as_before(bench.report.fields, table))


def reopen(house: House, draft: Draft, progress: Progress) -> Workbench:
    """Return a saved draft with its table opened and checked again. Raises: SourceGone, SourceChanged, InputUnreadable."""
    draft = draft.in_mode(practice=house.is_practice)
    if not draft.has_table:
        return without_table(house, draft)
    path = Path(draft.source.path)
    if not _is_there(path):
        raise SourceGone(words(say("The file of this draft is no longer where it was."),
                               say("File {name}.", name=draft.source.name),
                               say("Put the file back, or open it from its new place. Your decisions are kept.")))
    sheet = open_sheet(house, path, draft.recipe.import_step, Part(progress, 0.0, 0.4))
    if sheet.provenance.sha256 != draft.source.sha256:
        raise SourceChanged(words(say("The file changed since this draft was begun."),
                                  say("File {name}.", name=draft.source.name),
                                  say('Choose "Check the changed file" to go on with it; your decisions are kept.')))
    return _checked(house, without_refused(house, draft), sheet, path, Part(progress, 0.4, 1.0))


def _is_there(path: Path) -> bool:
    """Return whether the file is where it was; where that may not be looked at, reading it says so."""
    try:
        return answer_of(path.exists, LONGEST_WAIT)
    except OSError:
        return True


def is_there(path: Path) -> bool:
    """Return whether a file lies there and can be had, as far as the drive says so at once."""
    return size_of(path) is not None


def size_of(path: Path) -> int | None:
    """Return the size of a file in bytes; None where there is none, or the drive does not say so at once."""
    try:
        return answer_of(path.stat, LONGEST_WAIT).st_size
    except OSError:
        return None


def _place(path: Path) -> str:
    """Return where a file lies; as it was named, where the drive no longer says what that leads to."""
    try:
        return str(answer_of(path.resolve, LONGEST_WAIT))
    except OSError:
        return str(path.absolute())


def adopt_changed_file(house: House, draft: Draft, path: Path, progress: Progress) -> Workbench:
    """Return the draft on a changed or moved file, checked again, with every decision and remedy that still fits.

    `Workbench.change` says what is different and what was taken out; None where the file was only moved.
    Raises: InputUnreadable where it cannot be opened at all.
    """
    draft = draft.in_mode(practice=house.is_practice)
    step, other = draft.recipe.import_step, ImportStep(sheet=draft.recipe.import_step.sheet) if draft.part_of else ImportStep()
    sheet, step = _opened_as_before(house, path, step, other, Part(progress, 0.0, 0.4))
    source, change = source_of(sheet, _place(path)), None
    if source.sha256 == draft.source.sha256:
        draft = replace(draft, source=source)
    else:
        draft, change = fitted(draft, sheet, source, was_read_anew=step != draft.recipe.import_step)
    return replace(_checked(house, draft.with_import(step), sheet, path, Part(progress, 0.4, 1.0)), change=change)


def _opened_as_before(house: House, path: Path, step: ImportStep, other: ImportStep,
                      progress: Progress) -> tuple[Sheet, ImportStep]:
    """Return the table read as before, or as `other` says where that fits no more, and how it was read.

    A further table is never read from another sheet: that may be a table of the dataset already, or none of it.
    """
    try:
        return open_sheet(house, path, step, progress), step
    except InputUnreadable:
        if step == other:
            raise
    sheet = open_sheet(house, path, other, progress)
    return sheet, ImportStep(sheet=sheet.provenance.sheet)


def read_again(house: House, bench: Workbench, step: ImportStep, progress: Progress) -> Workbench:
    """Return the workbench with the file read another way (sheet, encoding, header); decisions and remedies are kept."""
    return reopen(house, bench.draft.with_import(step), progress)


def recheck(house: House, bench: Workbench, draft: Draft, progress: Progress) -> Workbench:
    """Return the workbench for a changed draft: replayed and checked anew as far as the change reaches.

    A state of the table that was checked before and is still kept is taken as it was found. What was said of a column goes with
    it where the change gives it another name.
    """
    if not draft.has_table:
        return without_table(house, draft)
    present = state_of(bench.draft, bench.candidate, bench.report)
    states = ((state, following(draft, bench.candidate, state.candidate)) for state in (present, *bench.before))
    known, draft = next(((state, said) for state, said in states if state.is_of(said)), (None, draft))
    if known is None:
        candidate = replay(bench.original, draft.recipe, Part(progress, 0.0, 0.3))
        draft = following(draft, bench.candidate, candidate)
        report = _report(house, draft, candidate, bench, Part(progress, 0.3, 1.0))
    else:
        worded = replace(known.report, fields=laid_over(known.report.fields, draft.fields))
        report = with_record_findings(house, worded, draft.record, other_datasets(house, draft))
        candidate, report = known.candidate, with_tables_missing(house, draft, with_asked(house, report, draft.decisions))
    others = (state for state in (present, *bench.before) if not state.is_of(draft))
    new = replace(bench, draft=draft, candidate=candidate, report=report, before=kept(others, report))
    return with_left_out(house, _with_record_followed(house, bench, new))


def _with_record_followed(house: House, before: Workbench, now: Workbench) -> Workbench:
    """Return the workbench with what Steward filled in of the record as its table gives it now, looked at again."""
    draft = following_the_table(house, before, now)
    if draft.record == now.draft.record:
        return now
    report = with_record_findings(house, now.report, draft.record, other_datasets(house, draft))
    report = with_tables_missing(house, draft, with_asked(house, report, draft.decisions))
    return replace(now, draft=draft, report=report)


def _checked(house: House, draft: Draft, sheet: Sheet, path: Path, progress: Progress) -> Workbench:
    candidate = replay(sheet, draft.recipe, Part(progress, 0.0, 0.2))
    hidden = hidden_in(house, path, Part(progress, 0.2, 0.3))
    report = check(house, candidate, Part(progress, 0.3, 1.0), said=draft.fields, record=draft.record,
                   others=other_datasets(house, draft), hidden=hidden,
                   earlier=fields_before(house, draft), primary_key=draft.primary_key,
                   asked=draft.asked_columns, apart=kept_apart(draft.recipe))
    made = Workbench(draft=draft, original=sheet, candidate=candidate, report=_with_others(house, draft, report, sheet))
    return with_left_out(house, made)


def _with_others(house: House, draft: Draft, report: CheckReport, original: Sheet) -> CheckReport:
    """Return the report with what hangs on the draft, too: linked columns, the version before, and what a person is asked."""
    keyed = with_sheet_keys(house, Path(draft.source.path), with_linked(house, draft, report, original))
    held = with_published_down(house, draft, with_published_unread(house, draft, with_versions(house, draft, keyed)))
    return with_tables_missing(house, draft, with_asked(house, held, draft.decisions))


def _report(house: House, draft: Draft, candidate: Sheet, bench: Workbench, progress: Progress) -> CheckReport:
    before = bench.report
    report = check(house, candidate, progress, said=draft.fields, record=draft.record,
                   others=other_datasets(house, draft), hidden=before.hidden,
                   earlier=fields_before(house, draft), before=before.profile, primary_key=draft.primary_key,
                   asked=draft.asked_columns, apart=kept_apart(draft.recipe))
    return _with_others(house, draft, report, bench.original)
