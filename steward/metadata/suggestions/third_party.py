"""Whether others made a part of the data, where a column names the origin of a row. Source: Ordinance 188356, directive (a)."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.table.header_words import header_words
from steward.vocabulary.message import say, verbatim

ORIGINS = ("vendor", "provider", "operator", "supplier", "data source", "source agency", "reporting agency", "data provider",
           "submitted by", "reported by", "partner agency", "source organization")


class ThirdParty:
    """Offered, never filled in: a city's own table of vendors has such a column too. Nothing ever tells that it is No."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return Yes for the first column whose name is one of an origin."""
        named = next((column for column in context.columns if _is_origin(column)), None)
        if named is None:
            return None
        why = say("The column {column} may say who made a row. Choose Yes only if they made the data.", column=verbatim(named))
        return Suggestion(element="third_party", value="yes", why=why, fills_in=False)


def _is_origin(column: str) -> bool:
    words = f" {' '.join(header_words(column))} "
    return any(f" {origin} " in words for origin in ORIGINS)


SUGGESTION = ThirdParty()
