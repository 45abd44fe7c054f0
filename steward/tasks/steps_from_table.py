"""The steps of remedies that a finding alone does not tell all of: which columns, which words, how few are too few."""

from collections.abc import Callable, Mapping

from steward.table.code_widths import shorter_codes
from steward.tasks.report import CheckReport
from steward.vocabulary.finding import Finding
from steward.vocabulary.recipe import Parameter, Step

Parameters = Mapping[str, Parameter]


def step_from_table(report: CheckReport, finding: Finding, name: str) -> Step | None:
    """Return the step of a remedy that takes what it needs from the report; None where the finding tells it all."""
    found = _FROM_TABLE[name](report, finding) if name in _FROM_TABLE else None
    return None if found is None else Step(remedy=name, column=finding.column, parameters=found)


def _groups(report: CheckReport, _finding: Finding) -> Parameters | None:
    risk = report.privacy.disclosure
    return None if risk is None else {"columns": risk.quasi_identifiers, "fewest": risk.threshold}


def _cells(report: CheckReport, _finding: Finding) -> Parameters | None:
    return {"columns": report.privacy.counted, "fewest": report.privacy.threshold}


def _rows(report: CheckReport, finding: Finding) -> Parameters | None:
    told = next((one for one in report.privacy.sensitive if (one.kind, one.column) == finding.key), None)
    return None if told is None else {"words": told.words, "never": told.never}


def _places(report: CheckReport, finding: Finding) -> Parameters | None:
    told = next((one for one in report.privacy.sensitive if (one.kind, one.column) == finding.key), None)
    return None if told is None else {"words": told.words, "never": told.never, "places": told.places}


def _width(report: CheckReport, finding: Finding) -> Parameters | None:
    """Return the width as the table tells it now: a step that keeps it replays the same whatever the next file tells."""
    width = shorter_codes(report.profile.column(finding.column))[1] if finding.column in report.profile.sheet.names else 0
    return {"width": width} if width else None


_FROM_TABLE: Mapping[str, Callable[[CheckReport, Finding], Parameters | None]] = {
    "leave_out_small_groups": _groups, "suppress_small_cells": _cells, "leave_out_sensitive_rows": _rows,
    "hide_place_of_rows": _places, "pad_zeros": _width}
