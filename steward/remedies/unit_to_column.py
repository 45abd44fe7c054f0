"""Keep the digits of numbers alone, and put the unit of each into a column beside."""

from dataclasses import replace

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._new_columns import AS_RULED, beside
from steward.remedies._step import column_of, name_of, refuse
from steward.remedies.plain_numbers import plain, refuse_decimal_commas
from steward.table.digit_forms import by_form
from steward.table.distinct import distinct, rows_of
from steward.table.numerals import currencies_of, is_dressed, units_of
from steward.table.sheet import Column, Sheet
from steward.table.units import named
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class UnitToColumn(Answers):
    """The column with plain numbers, and beside it "Depth unit" with the unit of each; empty where a cell carries none."""

    name = "unit_to_column"
    title = say("Put the units into a column beside")
    explain = say("The digits stay, and a new column says for each row which unit they are in: ft, mi, usd.")
    kinds = frozenset(("unit-in-cell",))

    def step_for(self, finding: Finding) -> Step:
        """Return the step that gives the new column a name that the file rules allow."""
        return Step(remedy=self.name, column=finding.column, parameters=AS_RULED)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with one more column. Raises: StepDoesNotFit where its name is taken, or for a decimal comma."""
        column = column_of(sheet, step)
        name = beside(step, column.name.strip(), "unit", "_" if "_" in column.name else " ")
        if name in sheet.names:
            raise refuse(say("Another column already has this name."), say("Rename it first."), name)
        refuse_decimal_commas(column)
        known = distinct(column.values)
        numbers = rows_of(known, plain(known.values))
        units = Column(name=name, label=name, position=column.position, values=rows_of(known, _units(known.values)))
        place = sheet.names.index(column.name) + 1
        changed = sheet.with_values(column.name, numbers)
        return replace(changed, columns=(*changed.columns[:place], units, *changed.columns[place:]))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Keep the digits alone in column {column}, and put the units into a column beside.", column=name_of(step))


def _units(values: pa.Array) -> pa.Array:
    return by_form(values, _units_of_forms)


def _units_of_forms(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    units = units_of(values)
    units = pc.if_else(pc.equal(units, ""), currencies_of(values), units)
    found = pc.if_else(pa.array(is_dressed(values)), units, pa.scalar("", values.type))
    written = found.dictionary_encode()
    names = pa.array([named(unit) for unit in written.dictionary.to_pylist()], values.type)
    return names.take(written.indices)


REMEDY = UnitToColumn()
