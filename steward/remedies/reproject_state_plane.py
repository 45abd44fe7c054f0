"""Change feet of the Oregon State Plane into degrees of longitude and latitude. Source: EPSG guidance note 7-2, method 9802."""

from steward.remedies._answers import Answers
from steward.remedies._places import places_of, with_degrees
from steward.remedies._step import name_of, refuse
from steward.table.region import PLANE_X, PLANE_Y, within
from steward.table.sheet import Sheet
from steward.table.state_plane import OREGON_NORTH
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class ReprojectStatePlane(Answers):
    """The table with longitude and latitude in place of x and y, in the records whose numbers are feet around Portland."""

    name = "reproject_state_plane"
    title = say("Change them into longitude and latitude")
    explain = say("Oregon State Plane North feet (EPSG 2269 and 2913) become degrees with six decimals. Other rows stay.")
    loses = say("The feet are no longer in the table. The columns keep their names: rename them to longitude and latitude.")
    kinds = frozenset(("state-plane",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with degrees. Raises: StepDoesNotFit where no record holds such feet."""
        places = places_of(sheet, step)
        mask = within(places.x, PLANE_X) & within(places.y, PLANE_Y)
        if not mask.any():
            raise refuse(say("No row holds feet of the Oregon State Plane near Portland."),
                         say("Take the step out of the recipe."), places.east.name)
        east, north = OREGON_NORTH.to_degrees(places.x[mask], places.y[mask])
        return with_degrees(sheet, places, mask, east, north)

    def describe(self, step: Step) -> Message:
        """Return which column, with its partner, is changed."""
        return say("Change State Plane feet into longitude and latitude, in column {column} and its partner.",
                   column=name_of(step))


REMEDY = ReprojectStatePlane()
