"""Change meters of maps on the web into degrees of longitude and latitude. Source: EPSG guidance note 7-2, method 1024."""

import numpy as np

from steward.remedies._answers import Answers
from steward.remedies._places import places_of, with_degrees
from steward.remedies._step import name_of, refuse
from steward.table.region import WEB_X, WEB_Y, within
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

RADIUS_METERS = 6_378_137.0


class ReprojectWebMercator(Answers):
    """The table with longitude and latitude in place of x and y, in the records whose numbers are such meters near Portland."""

    name = "reproject_web_mercator"
    title = say("Change them into longitude and latitude")
    explain = say("Meters of maps on the web (EPSG 3857) become degrees with six decimals. Other rows stay.")
    loses = say("The meters are no longer in the table. The columns keep their names: rename them to longitude and latitude.")
    kinds = frozenset(("web-mercator",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with degrees. Raises: StepDoesNotFit where no record holds such meters."""
        places = places_of(sheet, step)
        mask = within(places.x, WEB_X) & within(places.y, WEB_Y)
        if not mask.any():
            raise refuse(say("No row holds meters of a map on the web near Portland."), say("Take the step out of the recipe."),
                         places.east.name)
        east = np.degrees(places.x[mask] / RADIUS_METERS)
        north = np.degrees(np.arctan(np.sinh(places.y[mask] / RADIUS_METERS)))
        return with_degrees(sheet, places, mask, east, north)

    def describe(self, step: Step) -> Message:
        """Return which column, with its partner, is changed."""
        return say("Change meters of a map on the web into longitude and latitude, in column {column} and its partner.",
                   column=name_of(step))


REMEDY = ReprojectWebMercator()
