"""Proposes how a report becomes a table with one row for each value; the person may change every part of it."""

from steward.remedies.reshape import REMEDY
from steward.schema.context import Context
from steward.schema.headings import FAMILIES
from steward.schema.layout import Layout, layout
from steward.table.profile import TableProfile
from steward.tasks.workbench import Workbench
from steward.vocabulary.recipe import Parameter, Step

NO_MEASURE = ""
RESHAPE = REMEDY.name
ENOUGH_MEASURES = 2


def proposed_reshape(bench: Workbench) -> Step | None:
    """Return the step that reshapes the candidate as Steward reads it; None where no column looks like values."""
    profile = bench.report.profile
    found = layout(Context(profile=profile, fields={field.column: field for field in bench.report.fields}))
    return Step(remedy=RESHAPE, parameters=_parameters(profile, found)) if found.values else None


def _parameters(profile: TableProfile, found: Layout) -> dict[str, Parameter]:
    rows = profile.sheet.rows
    gone = sorted({int(rows[place]) for places in (found.totals, found.notes, found.repeated) for place in places})
    said: dict[str, Parameter] = {"ids": found.ids, "values": found.values, "left_out": found.left_out, **_names(found)}
    if gone:
        said["rows_left_out"] = tuple(gone)
    if len(found.titles):
        said["titles"] = _free("Section", found.ids)
        said["title_rows"] = tuple(int(rows[place]) for place in found.titles)
    return said


def _names(found: Layout) -> dict[str, Parameter]:
    """Return what the new columns are called and say: value and measure apart where the names hold both."""
    taken = [one for one in found.taken_apart if one is not None]
    value = _free("Value", found.ids)
    if len(taken) < len(found.values):
        return {"what": _free("Category", found.ids), "value": value}
    name = str(FAMILIES[found.families[0]].name) if len(found.families) == 1 else "Period"
    first: dict[str, Parameter] = {"what": _free(name, found.ids), "value": value}
    measures = {one.measure for one in taken}
    if NO_MEASURE in measures or len(measures) < ENOUGH_MEASURES:
        return first
    return {**first, "says": tuple(one.value for one in taken), "what_2": _free("Measure", found.ids),
            "says_2": tuple(one.measure for one in taken)}


def _free(name: str, taken: tuple[str, ...]) -> str:
    """Return the name, with a number where a column has it already."""
    wanted, again = name, 2
    while wanted in taken:
        wanted, again = f"{name} {again}", again + 1
    return wanted
