"""Further sheets of the workbook as further tables of one dataset: begun, opened again, and taken out.

Context: a dataset is described once and may have several tables. Decision: each table keeps a draft of its own, with its
reading, its changes and its answers; the draft of the first table holds the record, names the others in their order, and is
the one that is sent. Refused: one draft with a list of tables (every page and every answer would have to say which is meant).
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from steward.metadata.forms import dated
from steward.store.drafts import DraftMissing
from steward.tasks.contesting import without_refused
from steward.tasks.describing import dates, fit_to_tell
from steward.tasks.drafting import load, save
from steward.tasks.house import House
from steward.tasks.opening import adopt_changed_file, begin, recheck, reopen
from steward.tasks.whole_dataset import sheets_before
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, Refused, StewardError, words
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.progress import Part, Progress, Silence
from steward.vocabulary.recipe import ImportStep
from steward.workflow.draft import Draft, FurtherTable

PERIOD = ("temporal_start", "temporal_end")


def begin_table(house: House, first: Draft, sheet: str, progress: Progress) -> tuple[Draft, Workbench]:
    """Return the draft of the first table, which names the new one now, and the new table; both are saved.

    A table that was taken out before comes back with its changes and answers, as long as its draft was neither thrown away nor
    sent as a dataset of its own.
    Raises: Refused where the sheet is a table of the dataset already, InputUnreadable, Trouble.
    """
    check_is_other(first, sheet)
    bench = _taken_back(house, first, sheet, progress) or begin(
        house, Path(first.source.path), progress, step=ImportStep(sheet=sheet), first=first)
    return save(house, spanning(first, bench).with_further(FurtherTable(draft=bench.draft.id, sheet=sheet))), bench


def spanning(first: Draft, bench: Workbench) -> Draft:
    """Return the draft of the first table with the period that was filled in widened to a further table's days.

    An end of the period that a person confirmed or typed stays; the table's own findings say where it does not hold its days.
    """
    span = dates(fit_to_tell(bench.report.profile, bench.report.findings))
    record = first.record
    for name, day, is_start in zip(PERIOD, span or (), (True, False), strict=False):
        known, told = record.value(name), dated(day[:10])
        if name not in first.confirmed and told and (not known or (told < str(known)) is is_start):
            record = record.with_value(name, told)
    return replace(first, record=record)


def with_tables_before(house: House, bench: Workbench, progress: Progress) -> Workbench:
    """Return the first table of an update with the other sheets that were tables of the published version as its tables again.

    A sheet that is not there any more, or cannot be read now, is left out: the report names it among the missing tables.
    Raises: Cancelled.
    """
    draft, there = bench.draft, {one.name for one in bench.original.listings}
    wanted = [sheet for sheet in sheets_before(house, draft) if sheet in there and sheet not in draft.sheets]
    for place, sheet in enumerate(wanted):
        with suppress(StewardError):
            draft, _table = begin_table(house, draft, sheet, Part(progress, place / len(wanted), (place + 1) / len(wanted)))
    return recheck(house, bench, draft, Silence()) if draft is not bench.draft else bench


def _taken_back(house: House, first: Draft, sheet: str, progress: Progress) -> Workbench | None:
    """Return a table that was taken out of the dataset, opened again; None where none can come back."""
    aside = next((one for one in first.laid_aside if one.sheet == sheet), None)
    try:
        draft = None if aside is None else load(house, aside.draft)
        if aside is None or draft is None or draft.part_of or draft.submission or draft.recipe.import_step.sheet != sheet:
            return None
        bench = further_table(house, first, aside, progress)
    except StewardError:   # its draft was thrown away, or does not fit the file any more
        return None
    return replace(bench, draft=save(house, bench.draft))


def check_is_other(first: Draft, sheet: str) -> None:
    """Raise: Refused where a sheet is a table of the dataset already: its rows would be published twice."""
    if sheet in first.sheets:
        raise Refused(words(say("This sheet is a table of the dataset already."),
                            say("Sheet {sheet}.", sheet=verbatim(" ".join(sheet.split()))),
                            say("Name each sheet once.")))


def take_out_table(house: House, first: Draft, sheet: str) -> Draft:
    """Return the draft of the first table without a further one, which becomes a dataset of its own: no answer is lost.

    A draft that cannot be read keeps nothing: the home page says what is wrong with it. Raises: Trouble.
    """
    for one in first.further:
        if one.sheet == sheet:
            _put_on_its_own(house, one.draft)
    return save(house, first.without_further(sheet))


def _put_on_its_own(house: House, table: str) -> None:
    try:
        draft = load(house, table)
    except (DraftMissing, InputUnreadable, Refused):
        return
    own = replace(draft.record, identifier="", slug="")   # two datasets never share them
    save(house, replace(draft, part_of="", updates="", record=own))


def with_table(house: House, bench: Workbench, sheet: str, progress: Progress) -> Workbench:
    """Return the first table with a sheet as a further table of its dataset. Raises: see `begin_table`."""
    first, _table = begin_table(house, bench.draft, sheet, Part(progress, 0.0, 0.9))
    return recheck(house, bench, first, Part(progress, 0.9, 1.0))


def without_table(house: House, bench: Workbench, sheet: str, progress: Progress) -> Workbench:
    """Return the first table without a further one. Raises: Trouble."""
    return recheck(house, bench, take_out_table(house, bench.draft, sheet), progress)


def table_at(house: House, first: str, table: str, progress: Progress) -> Workbench:
    """Return a table of a dataset, opened again, by the id of its draft; `first` is that of the first one.

    Raises: Refused where it was taken out of the dataset meanwhile; see `further_tables`.
    """
    draft = load(house, first)
    if table == first:
        return reopen(house, draft, progress)
    one = next((one for one in draft.further if one.draft == table), None)
    if one is None:
        raise Refused(words(say("This table does not belong to the dataset any more."), say("The draft of the further table."),
                            say("Open it from the home page, where it stands as a draft of its own.")))
    return further_table(house, draft, one, progress)


def further_tables(house: House, first: Draft, progress: Progress) -> tuple[Workbench, ...]:
    """Return the further tables of a dataset in their order, opened again under its record.

    Where the first table was taken to a changed file, so are they; answers that do not fit it any more are open again.
    Raises: SourceGone, SourceChanged, InputUnreadable, Trouble.
    """
    count = max(1, len(first.further))
    return tuple(further_table(house, first, one, Part(progress, place / count, (place + 1) / count))
                 for place, one in enumerate(first.further))


def further_table(house: House, first: Draft, one: FurtherTable, progress: Progress) -> Workbench:
    """Return one further table of a dataset, opened again under its record. Raises: see `further_tables`."""
    draft = _asked_anew(house, first, under(first, load(house, one.draft)))
    if draft.source.sha256 == first.source.sha256:
        return reopen(house, replace(draft, source=replace(draft.source, path=first.source.path)), progress)
    bench = adopt_changed_file(house, draft, Path(first.source.path), progress)
    return replace(bench, draft=save(house, bench.draft))


def _asked_anew(house: House, first: Draft, draft: Draft) -> Draft:
    """Return the draft of a further table without the requests that the program refused: the first table was sent with them."""
    return replace(without_refused(house, replace(draft, submission=first.submission)), submission="")


def under(first: Draft, draft: Draft) -> Draft:
    """Return the draft of a further table with what the dataset says of itself."""
    return replace(draft, record=first.record, title=first.title, updates=first.updates, part_of=first.id,
                   practice=first.practice)


def all_under(first: Draft, tables: Sequence[Workbench]) -> tuple[Workbench, ...]:
    """Return the further tables under the record of the first as it is sealed."""
    return tuple(replace(one, draft=under(first, one.draft)) for one in tables)
