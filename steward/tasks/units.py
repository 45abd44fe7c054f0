"""The unit that a change takes out of the cells, kept as the unit of the column, which the public reads beside the numbers."""

from dataclasses import replace

from steward.remedies.plain_numbers import REMEDY as PLAIN
from steward.remedies.unit_to_header import REMEDY as TO_HEADER
from steward.table.units import units_in
from steward.tasks.workbench import Workbench
from steward.vocabulary.recipe import Step
from steward.workflow.draft import Draft

TAKES_UNITS = (PLAIN.name, TO_HEADER.name)


def with_unit_of(bench: Workbench, draft: Draft, step: Step) -> Draft:
    """Return the draft with the unit of the step's column, where all its cells carry one and no person said another."""
    if step.remedy not in TAKES_UNITS or step.column not in bench.candidate.names:
        return draft
    said = next((field for field in draft.fields if field.column == step.column), None)
    field = said or next((one for one in bench.report.fields if one.column == step.column), None)
    units = units_in(bench.report.profile.column(step.column))
    if field is None or field.unit or len(units) != 1:
        return draft
    return draft.with_field(replace(field, unit=units[0]))
