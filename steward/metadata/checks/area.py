"""An area that does not hold the places in the table. Source: DCAT-US 1.1 spatial."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.forms import bounding_box
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

MARGIN = 0.02  # degrees, about a mile: boundaries are drawn coarsely


class AreaAgainstPlaces:
    """The box of the area against the box of nearly all places in the table."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield at most one finding; the places themselves are cells and are not named."""
        area = bounding_box(context.record.spatial, context.vocabularies)
        if context.box is None or not area:
            return
        west, south, east, north = (float(edge) for edge in area.split(","))
        places = context.box
        if (places[0] < west - MARGIN or places[1] < south - MARGIN or places[2] > east + MARGIN or places[3] > north + MARGIN):
            yield about(context, "spatial", "metadata-area-differs", Tier.WARN,
                        say("The table holds places outside this area."),
                        say("Choose the wider area, or look whether these places are right."))


CHECK = AreaAgainstPlaces()
