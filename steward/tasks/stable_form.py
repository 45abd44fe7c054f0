"""The stable form of a check, as resources/schemas/check.schema.json documents it: positions and counts, never a cell."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from steward.privacy.verdict import ColumnVerdict
from steward.schema.proposal import Proposed
from steward.table.account import Account
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.tasks.plan_parts import RecommendedPlan, left_as_it_is
from steward.tasks.report import CheckReport
from steward.vocabulary.finding import Finding
from steward.vocabulary.positions import Positions

FORMAT = 1
FIRST_ROWS = 100


def stable_form(report: CheckReport, version: str, seconds: dict[str, float], *, all_rows: bool = False,
                plan: RecommendedPlan | None = None, proposed: Proposed | None = None) -> dict[str, Any]:
    """Return the check as plain JSON values; `all_rows` lists every row of a finding instead of the first hundred."""
    sheet = report.profile.sheet
    return {
        "format": FORMAT,
        "tool_version": version,
        "file": _file(sheet),
        "sheets": [{"name": one.name, "state": one.state, "rows": one.rows, "columns": one.columns} for one in sheet.listings],
        "table": _table(report, sheet),
        "account": _account(sheet.account),
        "findings": [_finding(found, all_rows=all_rows) for found in report.findings],
        "hidden": [{"kind": thing.kind, "where": str(thing.where), "count": thing.count, "tier": str(thing.tier),
                    "found": [{"kind": kind, "count": count} for kind, count in thing.found]} for thing in report.hidden],
        "disclosure": _disclosure(report),
        "proposed": None if proposed is None else _proposed(proposed),
        "plan": None if plan is None else _plan(report, plan),
        "seconds": {name: round(spent, 4) for name, spent in seconds.items()},
    }


def _file(sheet: Sheet) -> dict[str, Any]:
    source = sheet.provenance
    written = {} if source.delimiter is None else {"quoting": source.quoting.value}
    return {"name": source.file_name, "sha256": source.sha256, "bytes": source.size_bytes, "encoding": source.encoding,
            "delimiter": source.delimiter, **written, "physical_lines": source.physical_lines}


def _account(account: Account | None) -> dict[str, Any] | None:
    return None if account is None else {**asdict(account), "unit": str(account.unit), "missing": account.missing}


def _table(report: CheckReport, sheet: Sheet) -> dict[str, Any]:
    source = sheet.provenance
    columns = zip(report.profile.columns, report.privacy.columns, strict=True)
    return {"sheet": source.sheet, "header_rows": list(source.header_rows), "rows": sheet.height,
            "quarantined_rows": len(sheet.quarantine), "blank_rows": len(source.blank_rows),
            "columns": [_column(profile, verdict) for profile, verdict in columns]}


def _column(profile: ColumnProfile, verdict: ColumnVerdict) -> dict[str, Any]:
    return {"index": profile.column.position, "name": profile.column.label or profile.name, "type": profile.type,
            "missing": profile.missing, "distinct": profile.distinct_count,
            "privacy": [{"kind": harm.kind, "tier": str(harm.tier), "rows": len(harm.rows), "share": round(harm.share, 6)}
                        for harm in verdict.harmful],
            "benign": list(verdict.benign)}


def _finding(found: Finding, *, all_rows: bool) -> dict[str, Any]:
    which = {"which": found.which} if found.which else {}
    return {"kind": found.kind, "tier": str(found.tier), "column": found.column, **which, "count": found.count,
            "rows": _shown(found.rows, all_rows=all_rows), "lines": _shown(found.lines, all_rows=all_rows),
            "what": str(found.words.what), "where": str(found.words.where), "next_step": str(found.words.next_step)}


def _proposed(proposed: Proposed) -> dict[str, Any]:
    """Return what is offered, without any value of the table: bounds and lists of values stay out."""
    return {"rules": [{"column": one.column, "rule": one.rule, "type": one.type or None, "pattern": one.constraints.pattern,
                       "values": len(one.constraints.enum or one.missing) or None}
                      for one in proposed.rules],
            "keys": [list(one.columns) for one in proposed.keys],
            "foreign_keys": [{"columns": list(one.columns), "sheet": one.sheet, "named": list(one.named),
                              "unknown": one.unknown} for one in proposed.foreign_keys],
            "schemas": [{"name": one.name, "title": one.title, "columns": one.columns, "missing": list(one.missing),
                         "extra": list(one.extra), "reordered": one.is_reordered} for one in proposed.schemas]}


def _plan(report: CheckReport, plan: RecommendedPlan) -> dict[str, Any]:
    return {"name": plan.plan.name, "title": plan.plan.title, "source": plan.plan.source, "is_whole": plan.is_whole,
            "is_sure": plan.doubt is None, "left": [str(told) for told in left_as_it_is(report, plan.steps)],
            "parts": [{"column": part.column, "kinds": sorted(part.kinds), "what": str(part.words), "why": part.why,
                       "steps": [{"remedy": step.remedy, "column": step.column,
                                  "parameters": {name: list(value) if isinstance(value, tuple) else value
                                                 for name, value in step.parameters.items()}} for step in part.steps]}
                      for part in plan.parts]}


def _shown(numbers: Positions, *, all_rows: bool) -> Sequence[int]:
    return list(numbers if all_rows else numbers[:FIRST_ROWS])


def _disclosure(report: CheckReport) -> dict[str, Any] | None:
    risk = report.privacy.disclosure
    if risk is None:
        return None
    return {"quasi_identifiers": list(risk.quasi_identifiers), "smallest_group": risk.smallest_group,
            "unique_rows": risk.unique_rows, "rows_in_small_groups": risk.rows_in_small_groups, "threshold": risk.threshold,
            "groups": risk.groups,
            "risk": {"prosecutor_highest": round(risk.highest_prosecutor_risk, 6),
                     "prosecutor_average": round(risk.average_prosecutor_risk, 6),
                     "journalist_highest": round(risk.highest_journalist_risk, 6), "marketer": round(risk.marketer_risk, 6),
                     "records_at_risk": round(risk.records_at_risk, 6)},
            "diversity": [asdict(one) for one in risk.diversity], "combinations": [asdict(one) for one in risk.combinations]}
