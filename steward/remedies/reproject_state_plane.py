"""Change feet of the Oregon State Plane into degrees of longitude and latitude. Source: EPSG guidance note 7-2, method 9802."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._places import places_of, with_places
from steward.remedies._step import name_of, refuse
from steward.table.region import PLANE_X, PLANE_Y, within
from steward.table.sheet import Sheet
from steward.table.state_plane import OREGON_NORTH
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

DECIMALS = 6    # of a degree: a tenth of a meter


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
        return with_places(sheet, places, mask, _written(east), _written(north))

    def describe(self, step: Step) -> Message:
        """Return which column, with its partner, is changed."""
        return say("Change State Plane feet into longitude and latitude, in column {column} and its partner.",
                   column=name_of(step))


def _written(degrees: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> pa.Array:
    return pa.array(np.char.mod(f"%.{DECIMALS}f", degrees).tolist(), pa.string())


REMEDY = ReprojectStatePlane()
