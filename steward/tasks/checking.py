"""Checks a table: profile, privacy, structure, metadata, each answering with findings."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from time import perf_counter

import numpy as np
import pyarrow as pa

from steward.crew.hands import hands_for
from steward.metadata.checks import KnownDataset
from steward.metadata.record import Record
from steward.privacy.examine import judge
from steward.privacy.gathering import begin_gathering
from steward.schema.context import Context
from steward.schema.declared import DeclaredSchema
from steward.schema.examine import begin_checks
from steward.schema.field import Field
from steward.schema.inference import infer_fields
from steward.store.language_pipeline import name_reader
from steward.table.inference import profile_table
from steward.table.lean_arrow import keep_pandas_out
from steward.table.profile import TableProfile
from steward.table.sheet import Column, Provenance, Sheet
from steward.tasks.column_words import examine_words
from steward.tasks.describing import examine_record
from steward.tasks.house import House
from steward.tasks.knowing import knowledge, surroundings
from steward.tasks.report import CheckReport, in_order
from steward.tasks.unseen_cells import unseen_cells
from steward.vocabulary.errors import StewardError
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say
from steward.vocabulary.progress import Part, Progress, Silence

SAMPLE = {"Name": ["Ann Lee", "Bo Ray", ""], "Email": ["ann@example.org", "bo@example.org", "-"],
          "Opened": ["2026-01-05", "01/06/2026", "n/a"], "Count": ["1", "2,000", "3"], "ZIP": ["97201", "97202", "9720"],
          "Address": ["12 SE Oak St", "14 SE Oak St", "SE Oak & 5th"], "Status": ["open", "Open", "closed"]}
KEPT_ROWS = 20_000     # of tables up to which what the checks worked out is kept: reports are not longer


def check(house: House, sheet: Sheet, progress: Progress, *, said: Sequence[Field] = (), declared: DeclaredSchema | None = None,
          record: Record | None = None, others: Sequence[KnownDataset] = (), hidden: Iterable[HiddenThing] = (),
          earlier: Sequence[Field] = (), before: TableProfile | None = None, primary_key: Sequence[str] = (),
          asked: Sequence[str] = (), apart: Sequence[tuple[str, frozenset[str]]] = ()) -> CheckReport:
    """Return what was found in the table, and in the record where one is given.

    `said` are words a person gave to columns; `declared` is a schema, which the table is held against; `earlier` are the fields
    of the dataset as it was published last; `before` is the profile of an earlier state, whose untouched columns are known;
    `primary_key` are the columns that together name a row, `asked` those that a schema wants to be there;
    `others` are the other datasets that are known here; `apart` are labels that look alike and that a person keeps apart,
    with their column.
    """
    keep_pandas_out()
    with hands_for(sheet, lambda: house.workspace) as hands:
        started = perf_counter()
        profile = profile_table(sheet, Part(progress, 0.0, 0.4), before=before, hands=hands)
        profiled = perf_counter()
        fields = laid_over(infer_fields(profile), said)
        described = declared.fields if declared else fields
        context = Context(profile=profile, fields={field.column: field for field in described},
                          around=surroundings(house, record, earlier, apart, asked), primary_key=tuple(primary_key))
        gathering = begin_gathering(profile, knowledge(house), hands)
        checks = begin_checks(context, hands, declared)     # both are under way while the evidence is judged
        privacy = judge(profile, gathering, knowledge(house), Part(progress, 0.4, 0.7), name_reader())
        judged = perf_counter()
        structure = checks.findings(Part(progress, 0.7, 1.0))
    metadata = (*examine_record(house, record, profile, others), *examine_words(fields)) if record is not None else ()
    progress.report(1.0, say("Checked"))
    ended = perf_counter()
    things = tuple(hidden)
    unseen = unseen_cells(sheet, things, knowledge(house).policy)
    return CheckReport(profile=profile, privacy=privacy, fields=fields, hidden=things,
                       context=context if sheet.height <= KEPT_ROWS else None,
                       findings=in_order((*privacy.findings, *unseen, *structure, *metadata), sheet),
                       seconds=(("profile", profiled - started), ("privacy", judged - profiled), ("structure", ended - judged)))


def get_ready(house: House) -> None:
    """Bring in all that a check is made of, by checking a small table of cells of many kinds; nothing is kept of it.

    Modules that are first wanted in the middle of a check are read with every thread of the program waiting. What cannot be
    read is told once a file is checked.
    """
    columns = tuple(Column(name=name, label=name, position=place, values=pa.chunked_array([pa.array(cells, pa.large_string())]))
                    for place, (name, cells) in enumerate(SAMPLE.items(), start=1))
    height = len(columns[0].values)
    told = Provenance(file_name="", sha256="", size_bytes=0)
    sheet = Sheet(columns=columns, rows=np.arange(2, height + 2), lines=None, provenance=told)
    with suppress(StewardError):
        check(house, sheet, Silence(), record=Record())


def laid_over(inferred: Sequence[Field], said: Sequence[Field]) -> tuple[Field, ...]:
    """Return the inferred fields with the words and rules the person gave.

    Types follow the data, which a remedy may have changed, unless the person said that a column has a type.
    """
    known = {field.column: field for field in said}
    return tuple(_with_words(field, known[field.column]) if field.column in known else field for field in inferred)


def _with_words(field: Field, said: Field) -> Field:
    worded = replace(field, title=said.title, description=said.description, unit=said.unit, codes=said.codes,
                     constraints=said.constraints)
    if not said.is_typed:
        return worded.without_values((*worded.nothing_words, *said.nothing_words))
    return worded.read_as(said)
