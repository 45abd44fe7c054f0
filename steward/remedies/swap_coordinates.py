"""Exchange longitude and latitude where they stand in each other's column. Source: RFC 7946."""

from steward.remedies._answers import Answers
from steward.remedies._places import places_of, with_places
from steward.remedies._step import name_of, refuse
from steward.table.region import LATITUDES, LONGITUDES, within
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class SwapCoordinates(Answers):
    """The table with the two columns exchanged in the records where that brings the place into the region."""

    name = "swap_coordinates"
    title = say("Exchange longitude and latitude")
    explain = say("In the rows where the two are exchanged each gets the other's value. Other rows stay.")
    kinds = frozenset(("swapped-coordinates",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the places put right. Raises: StepDoesNotFit where no record has them exchanged."""
        import pyarrow as pa

        places = places_of(sheet, step)
        mask = within(places.y, LONGITUDES) & within(places.x, LATITUDES)
        if not mask.any():
            raise refuse(say("In no row are longitude and latitude exchanged."), say("Take the step out of the recipe."),
                         places.east.name)
        chosen = pa.array(mask)
        east, north = (column.values.filter(chosen).combine_chunks() for column in (places.north, places.east))
        return with_places(sheet, places, mask, east, north)

    def describe(self, step: Step) -> Message:
        """Return by which column."""
        return say("Exchange longitude and latitude where they are exchanged, in column {column} and its partner.",
                   column=name_of(step))


REMEDY = SwapCoordinates()
