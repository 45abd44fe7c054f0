"""The area, from the places in the table."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.vocabularies import Area
from steward.vocabulary.message import say

MARGIN = 0.02  # degrees, about a mile: boundaries are drawn coarsely


class AreaOfPlaces:
    """The smallest area of the program's list that holds nearly all places; the places themselves are not told."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return that area; None where the table tells no places or none of the areas holds them."""
        if context.box is None:
            return None
        areas = [(edges, term) for term in context.vocabularies.choices("areas")
                 if isinstance(term, Area) and (edges := _edges(term.bbox)) is not None and _holds(edges, context.box)]
        _edges_of, smallest = min(areas, key=lambda pair: _size(pair[0]), default=(None, None))
        why = say("The smallest area that holds the places in the table.")
        return Suggestion(element="spatial", value=smallest.id, why=why) if smallest is not None else None


def _edges(bbox: str) -> tuple[float, float, float, float] | None:
    try:
        west, south, east, north = (float(edge) for edge in bbox.split(","))
    except ValueError:
        return None
    return west, south, east, north


def _holds(area: tuple[float, float, float, float], box: tuple[float, float, float, float]) -> bool:
    return (area[0] - MARGIN <= box[0] and area[1] - MARGIN <= box[1] and area[2] + MARGIN >= box[2]
            and area[3] + MARGIN >= box[3])


def _size(area: tuple[float, float, float, float]) -> float:
    return (area[2] - area[0]) * (area[3] - area[1])


SUGGESTION = AreaOfPlaces()
