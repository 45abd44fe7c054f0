"""Put the two degrees of a place into columns of their own."""

from dataclasses import replace

from steward.remedies._answers import Answers
from steward.remedies._new_columns import AS_RULED, beside
from steward.remedies._step import column_of, name_of, refuse
from steward.table.distinct import distinct, rows_of
from steward.table.sheet import Column, Sheet
from steward.table.text import blank_mask
from steward.table.written_places import places_in
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class PlaceToColumns(Answers):
    """The table with columns "name_latitude" and "name_longitude"; the old column goes where each filled cell was a place."""

    name = "place_to_columns"
    title = say("Give latitude and longitude a column each")
    explain = say("The degrees stay as they are written. Where a filled cell is no place, the old column stays too.")
    kinds = frozenset(("place-as-text",))
    types = frozenset(("string",))

    def step_for(self, finding: Finding) -> Step:
        """Return the step that gives the new columns names that the file rules allow."""
        return Step(remedy=self.name, column=finding.column, parameters=AS_RULED)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the two columns. Raises: StepDoesNotFit where no cell is a place, or names are taken."""
        column = column_of(sheet, step)
        known = distinct(column.values)
        found = places_in(known.values)
        if found is None or not found.is_place.any():
            raise refuse(say("The column holds no places that can be told apart."), say("Take the step out of the recipe."),
                         column.name)
        made = []
        for ending, part in (("latitude", found.latitude), ("longitude", found.longitude)):
            name = beside(step, column.name.strip(), ending, "_")
            if name in sheet.names:
                raise refuse(say("Another column already has this name."), say("Rename it first."), name)
            cells = part.fill_null("").cast(known.values.type)
            made.append(Column(name=name, label=name, position=column.position, values=rows_of(known, cells)))
        is_whole = bool((found.is_place | blank_mask(known.values)).all())
        place = sheet.names.index(column.name)
        kept = () if is_whole else (column,)
        return replace(sheet, columns=(*sheet.columns[:place], *kept, *made, *sheet.columns[place + 1:]))

    def describe(self, step: Step) -> Message:
        """Return from which column."""
        return say("Give latitude and longitude of column {column} a column each.", column=name_of(step))


REMEDY = PlaceToColumns()
