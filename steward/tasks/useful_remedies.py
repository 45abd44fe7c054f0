"""Tells whether a remedy does anything for a finding, so that nobody is offered to round a street or to leave out every row."""

from dataclasses import replace

import numpy as np

from steward.remedies import Remedy
from steward.table.sheet import Sheet
from steward.tasks.step_keys import with_secret
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused
from steward.vocabulary.finding import Finding

ROWS = "leave_out_rows"
TRIED = 200     # rows of the finding on which a remedy is tried


def is_useful(remedy: Remedy, finding: Finding, bench: Workbench) -> bool:
    """Return whether a remedy changes some of the cells that a finding names, and leaves more than the same in each.

    One that needs an answer first, or that is about more than the column, counts as useful: it cannot be tried. One that looks
    at other columns must find what it looks for.
    """
    if remedy.looks_beside:
        return _is_possible(remedy, finding, bench)
    tried = _tried(remedy, finding, bench)
    if tried is None:
        return True
    before, after = tried
    return after != before and (len(set(after)) > 1 or len(set(before)) == 1)


def _is_possible(remedy: Remedy, finding: Finding, bench: Workbench) -> bool:
    rows = bench.candidate.take(np.arange(min(TRIED, bench.candidate.height)))
    try:
        return remedy.apply(rows, remedy.step_for(finding)) is not rows
    except Refused:
        return False


def leaves_cells(remedy: Remedy, finding: Finding, bench: Workbench) -> bool:
    """Return whether a remedy leaves something in the cells that a finding names: an address need not hold a ZIP code."""
    tried = _tried(remedy, finding, bench)
    return tried is None or any(tried[1])


def leaves_rows(finding: Finding, bench: Workbench) -> bool:
    """Return whether rows are left where those of a finding go."""
    return len(finding.rows) < bench.candidate.height


def _tried(remedy: Remedy, finding: Finding, bench: Workbench) -> tuple[list[str], list[str]] | None:
    """Return the cells before and after a remedy; None where it cannot be tried, or takes rows or the column away."""
    sheet = _rows_of(bench.candidate, finding)
    if sheet is None or any(question.first == "" for question in remedy.asks):
        return None
    try:
        after = remedy.apply(sheet, with_secret(remedy.step_for(finding)))
    except Refused:
        return None
    if after.height != sheet.height or after.names != sheet.names:
        return None
    return sheet.columns[0].values.to_pylist(), after.columns[0].values.to_pylist()


def _rows_of(sheet: Sheet, finding: Finding) -> Sheet | None:
    """Return the column of a finding in some of its rows; None where it names none."""
    if finding.column not in sheet.names or not len(finding.rows):
        return None
    wanted = np.fromiter((finding.rows[place] for place in range(min(TRIED, len(finding.rows)))), np.int64)
    places = np.flatnonzero(np.isin(sheet.rows, wanted))
    alone = replace(sheet, columns=(sheet.column(str(finding.column)),), quarantine=())
    return alone.take(places) if len(places) else None
