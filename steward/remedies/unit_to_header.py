"""Keep the digits of numbers alone, and put the unit that they all carry into the name of the column."""

import re
from dataclasses import replace

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse
from steward.remedies.plain_numbers import with_plain_numbers
from steward.table.inference import profile_column
from steward.table.sheet import Sheet
from steward.table.units import measures_in, units_in
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class UnitToHeader(Answers):
    """The column with plain numbers, named "Depth ft" or "depth_ft" for Depth or depth."""

    name = "unit_to_header"
    title = say("Put the unit into the column's name")
    explain = say("The digits stay in the cells, and the name of the column says the unit: Depth ft.")
    kinds = frozenset(("unit-in-cell",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column renamed. Raises: StepDoesNotFit where there is no unit, or more than one."""
        column = column_of(sheet, step)
        profile = profile_column(column)
        units = units_in(profile)
        if len(units) != 1 or len(measures_in(profile)) != 1:
            raise refuse(say("The cells of the column have no unit, or not all the same."),
                         say("Take the step out of the recipe, or put the units into a column of their own."), column.name)
        name = name_with_unit(column.name, units[0])
        if name != column.name and name in sheet.names:
            raise refuse(say("Another column already has this name."), say("Rename it first."), name)
        changed = with_plain_numbers(sheet, step)
        return replace(changed, columns=tuple(replace(one, name=name, label=name) if one.name == column.name else one
                                              for one in changed.columns))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Keep the digits alone in column {column}, and put their unit into its name.", column=name_of(step))


def name_with_unit(name: str, unit: str) -> str:
    """Return a column's name with the unit behind it, unless it says the unit already."""
    if unit in re.split(r"[^a-z]+", name.lower()) or unit in name.lower().split():
        return name
    sign = "_" if "_" in name or (name == name.lower() and " " not in name) else " "
    return f"{name.strip()}{sign}{unit.replace(' ', sign)}"


REMEDY = UnitToHeader()
