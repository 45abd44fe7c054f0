"""Further sheets of the workbook as further tables of one dataset: begun, opened again, and taken out.

Context: a dataset is described once and may have several tables. Decision: each table keeps a draft of its own, with its
reading, its changes and its answers; the draft of the first table holds the record, names the others in their order, and is
the one that is sent. Refused: one draft with a list of tables (every page and every answer would have to say which is meant).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from steward.tasks.contesting import without_refused
from steward.tasks.drafting import load, save
from steward.tasks.house import House
from steward.tasks.opening import adopt_changed_file, begin, recheck, reopen
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.progress import Part, Progress
from steward.vocabulary.recipe import ImportStep
from steward.workflow.draft import Draft, FurtherTable


def begin_table(house: House, first: Draft, sheet: str, progress: Progress) -> tuple[Draft, Workbench]:
    """Return the draft of the first table, which names the new one now, and the new table; both are saved.

    Raises: Refused where the sheet is a table of the dataset already, InputUnreadable, Trouble.
    """
    check_is_other(first, sheet)
    bench = begin(house, Path(first.source.path), progress, step=ImportStep(sheet=sheet), first=first)
    return save(house, first.with_further(FurtherTable(draft=bench.draft.id, sheet=sheet))), bench


def check_is_other(first: Draft, sheet: str) -> None:
    """Raise: Refused where a sheet is a table of the dataset already: its rows would be published twice."""
    if sheet in first.sheets:
        raise Refused(words(say("This sheet is a table of the dataset already."),
                            say("Sheet {sheet}.", sheet=verbatim(" ".join(sheet.split()))),
                            say("Name each sheet once.")))


def take_out_table(house: House, first: Draft, sheet: str) -> Draft:
    """Return the draft of the first table without a further one, which becomes a dataset of its own: no answer is lost."""
    for one in first.further:
        if one.sheet == sheet:
            draft = load(house, one.draft)
            own = replace(draft.record, identifier="", slug="")   # two datasets never share them
            save(house, replace(draft, part_of="", updates="", record=own))
    return save(house, replace(first, further=tuple(one for one in first.further if one.sheet != sheet)))


def with_table(house: House, bench: Workbench, sheet: str, progress: Progress) -> Workbench:
    """Return the first table with a sheet as a further table of its dataset. Raises: see `begin_table`."""
    first, _table = begin_table(house, bench.draft, sheet, Part(progress, 0.0, 0.9))
    return recheck(house, bench, first, Part(progress, 0.9, 1.0))


def without_table(house: House, bench: Workbench, sheet: str, progress: Progress) -> Workbench:
    """Return the first table without a further one. Raises: Trouble."""
    return recheck(house, bench, take_out_table(house, bench.draft, sheet), progress)


def table_at(house: House, first: str, table: str, progress: Progress) -> Workbench:
    """Return a table of a dataset, opened again, by the id of its draft; `first` is that of the first one.

    Raises: see `further_tables`.
    """
    draft = load(house, first)
    if table == first:
        return reopen(house, draft, progress)
    return further_table(house, draft, next(one for one in draft.further if one.draft == table), progress)


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
