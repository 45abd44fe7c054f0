"""Put the lost minus sign before longitudes. Source: RFC 7946: degrees west of Greenwich are negative."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._places import places_of, with_places
from steward.remedies._step import name_of, refuse
from steward.table.region import LATITUDES, LONGITUDES, within
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class AddMinus(Answers):
    """The table with a minus sign before the longitudes of those records whose place lies in the region only so."""

    name = "add_minus"
    title = say("Put the minus sign back")
    explain = say("122.65 becomes -122.65 where the place then lies in the Portland area. Other rows stay.")
    kinds = frozenset(("lost-minus",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the signs. Raises: StepDoesNotFit where no place lies in the region with one."""
        import pyarrow.compute as pc

        places = places_of(sheet, step)
        mask = within(-places.x, LONGITUDES) & within(places.y, LATITUDES)
        if not mask.any():
            raise refuse(say("No longitude lacks its minus sign."), say("Take the step out of the recipe."), places.east.name)
        chosen = pa.array(mask)
        east, north = (column.values.filter(chosen).combine_chunks() for column in (places.east, places.north))
        return with_places(sheet, places, mask, pc.replace_substring_regex(east, r"^\s*\+?\s*", "-"), north)

    def describe(self, step: Step) -> Message:
        """Return before which column's numbers."""
        return say("Put the minus sign before longitudes of column {column} that lie in the Portland area only so.",
                   column=name_of(step))


REMEDY = AddMinus()
