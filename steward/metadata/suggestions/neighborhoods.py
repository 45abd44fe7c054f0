"""The neighborhoods that the table covers, by the names in a column or by the places within the city's areas."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say_count

NEARLY_ALL = 0.9   # of the city's neighborhoods: then the area says more than a list


class CoveredNeighborhoods:
    """Only those for which many rows stand; where they are nearly all, the area says it."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the names."""
        found, city = context.covered, context.city
        if city is None or not found.names or len(found.names) >= NEARLY_ALL * len(city.listed):
            return None
        why = say_count("A column of the table names {count} neighborhood of the city's list.",
                        "A column of the table names {count} neighborhoods of the city's list.", len(found.names))
        if found.is_by_places:
            why = say_count("Places of the table lie in {count} neighborhood of the city's map.",
                            "Places of the table lie in {count} neighborhoods of the city's map.", len(found.names))
        return Suggestion(element="neighborhoods", value=found.names, why=why)


SUGGESTION = CoveredNeighborhoods()
