"""The box around the places in the table, where the named areas are too wide."""

import math
from collections.abc import Iterator
from fractions import Fraction

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say

STEPS = 100   # in a degree: the box is rounded outward to about a kilometer, so that no edge tells an address


class SpatialBox:
    """West, south, east and north in degrees, as DCAT writes a box."""

    def offer(self, context: SuggestionContext) -> Iterator[Suggestion]:
        """Yield the rounded box."""
        if context.box is None:
            return
        west, south, east, north = context.box
        lower = (math.floor(Fraction(edge) * STEPS) for edge in (west, south))   # exact: no float may pull an edge inward
        upper = (math.ceil(Fraction(edge) * STEPS) for edge in (east, north))
        edges = (*lower, *upper)
        box = ",".join(f"{edge / STEPS:.10g}" for edge in edges)
        yield Suggestion(element="spatial", value=box, why=say("The box around nearly all places in the table, in degrees."))


ALTERNATIVE = SpatialBox()
