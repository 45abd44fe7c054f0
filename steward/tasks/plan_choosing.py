"""Chooses the plan that fits an opened table, from its headers and from a sample of its cells."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pyarrow as pa

from steward.privacy.plan import Plan
from steward.privacy.plan_choice import ChosenPlan, Signs, choose
from steward.store.resources import resource_names, resource_text
from steward.table.phrases import holding
from steward.table.profile import ColumnProfile
from steward.tasks.house import House
from steward.tasks.knowing import header_reader
from steward.tasks.report import CheckReport
from steward.vocabulary.message import Message, say
from steward.workflow.plan_files import read_plans

FOLDER = "policy/plans"
MOST_HEADERS = 300     # what a table is about is told by its first columns; a page shows the plan at once
SAMPLE = 200           # cells of a column that are read, evenly through the table
LONGEST = 200          # letters of a cell that are read: a category is short


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plans of the program. Raises: ResourceMissing, DocumentBroken with file and line."""
    files = [name for name in resource_names(FOLDER) if name.endswith(".json")]
    return read_plans({name.removesuffix(".json"): resource_text(f"{FOLDER}/{name}") for name in files})


def chosen_plan(house: House, report: CheckReport) -> ChosenPlan | None:
    """Return the plan that fits a table, and whether that is sure; None where none fits."""
    reader = header_reader(house)
    pairs = list(zip(report.profile.columns, report.privacy.columns, strict=True))[:MOST_HEADERS]
    told = _told([column for column, _verdict in pairs])
    signs = [Signs(words=reader.words(column.column.label or ""), told=shares,
                   kinds=frozenset((*(harm.kind for harm in verdict.harmful), *verdict.benign)))
             for (column, verdict), shares in zip(pairs, told, strict=True)]
    return choose(plans(), report.privacy.about, signs)


def doubt_about(chosen: ChosenPlan) -> Message | None:
    """Return in a sentence that nobody can be sure of the kind of table; None where it is plain."""
    if chosen.is_sure:
        return None
    if chosen.others:
        return say("We are not sure what kind of table this is. It may also be: {kinds}.",
                   kinds=", ".join(plan.title for plan in chosen.others))
    return say("We are not sure what kind of table this is, so this is the plan for any table that tells of people.")


def _told(columns: Sequence[ColumnProfile]) -> list[dict[str, float]]:
    """Return for each column in which share of its filled cells a phrase of each plan stands; all cells are read at once."""
    cells = [_some_cells(column) for column in columns]
    every = pa.array([cell for some in cells for cell in some], pa.string())
    found = {plan.name: holding(every, plan.cells) for plan in plans() if plan.cells}
    ends = np.cumsum([len(some) for some in cells]).tolist()
    spans = list(zip([0, *ends], ends, strict=False))
    return [{name: float(mask[start:end].mean()) if end > start else 0.0 for name, mask in found.items()}
            for start, end in spans]


def _some_cells(column: ColumnProfile) -> list[str]:
    """Return some filled cells of a column of texts."""
    if column.type != "string" or not column.column.values:
        return []
    places = np.unique(np.linspace(0, len(column.column.values) - 1, SAMPLE).astype(np.int64))
    return [cell[:LONGEST] for cell in column.column.values.take(pa.array(places)).to_pylist() if cell.strip()]
