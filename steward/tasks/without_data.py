"""Begins and checks a dataset that is cataloged without its data: no file is opened, and nothing of one is in it."""

from dataclasses import replace

import numpy as np

from steward.metadata.record import Record
from steward.table.inference import profile_table
from steward.table.profile import TableProfile
from steward.table.sheet import Provenance, Sheet
from steward.tasks.checking import check
from steward.tasks.describing import first_record, with_record_findings
from steward.tasks.drafting import new_draft, save
from steward.tasks.house import House
from steward.tasks.other_datasets import other_datasets
from steward.tasks.report import CheckReport
from steward.tasks.updating import earlier, published_again, record_again, tables_before
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import InputUnreadable, VerificationFailed
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.workflow.draft import NO_SOURCE, Draft

NO_TABLE = Sheet(columns=(), rows=np.zeros(0, dtype=np.int64), lines=None,
                 provenance=Provenance(file_name="", sha256="", size_bytes=0))


def begin_without_data(house: House, record: Record, updates: str = "") -> Workbench:
    """Return a new draft without a table, saved; the record says in `data_status` why, and that counts as confirmed.

    `updates`: identifier of the published dataset of which it is the next version. Raises: Trouble.
    """
    begun = new_draft(house, NO_SOURCE, updates=updates)
    draft = published_again(begun, record) if updates else replace(begun, record=record, confirmed=("data_status",))
    draft = replace(draft, title=record.title or str(say("Dataset without its data")))
    bench = without_table(house, draft)
    draft = replace(draft, record=first_record(house, draft, bench.report.profile))
    return without_table(house, save(house, draft))


def update_without_data(house: House, identifier: str, status: str) -> Workbench:
    """Return the draft of the next version of a published dataset, still without its data. Raises: Trouble."""
    before = earlier(house, identifier)
    record = Record(identifier=identifier) if before is None else record_again(before.record)
    return begin_without_data(house, replace(record, data_status=status), updates=identifier)


def is_without_data(house: House, identifier: str) -> bool:
    """Return whether a dataset is published without its data; not where what is published is not as it was sealed.

    An update can then begin with a file all the same. Raises: Trouble.
    """
    try:
        before = earlier(house, identifier)
    except (VerificationFailed, InputUnreadable):
        return False
    return before is not None and bool(before.record.data_status)


def without_table(house: House, draft: Draft) -> Workbench:
    """Return a draft without a table of its own with what was found in its record.

    Where the published tables stay, the record is held against all of them. Raises: Trouble, VerificationFailed.
    """
    report = house.kept.once(("no table",), lambda: _nothing(house))
    if draft.keeps_tables:
        report = replace(report, profile=house.kept.once(("table as published", draft.id), lambda: _published(house, draft)))
    sheet = report.profile.sheet
    return Workbench(draft=draft, original=sheet, candidate=sheet,
                     report=with_record_findings(house, report, draft.record, other_datasets(house, draft)))


def _published(house: House, draft: Draft) -> TableProfile:
    """Return the profile of the first published table with the others beside it; of none where the dataset has no data."""
    first, *others = [profile_table(sheet, Silence()) for sheet in tables_before(house, draft)] or [
        profile_table(NO_TABLE, Silence())]
    return replace(first, beside=tuple(others))


def _nothing(house: House) -> CheckReport:
    """Return the report on no table: what a table would be asked is not asked."""
    return replace(check(house, NO_TABLE, Silence()), findings=(), fields=())
