"""How often the data changes, from the steps between the dates in the table."""

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.vocabularies import Frequency
from steward.vocabulary.message import say

SHORTEST_DAYS = 6.0   # things that happen every day are published at any rhythm, which their days do not tell for sure
DAILY = "daily"
NEAR = 0.15           # of the frequency's own days: months and quarters differ in length


class FrequencyOfDates:
    """One record a week, a month or a year shows the rhythm; records of every day are a question only."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the frequency whose days are nearest to the usual step."""
        step = context.step_days
        if step == 1.0 and context.vocabularies.frequency(DAILY) is not None:
            why = say("There are dates for nearly every day. Take it only if a new version comes every day.")
            return Suggestion(element="frequency", value=DAILY, why=why, fills_in=False)
        if step is None or step < SHORTEST_DAYS:
            return None
        known = [term for term in context.vocabularies.choices("frequencies") if isinstance(term, Frequency) and term.days]
        nearest = min(known, key=lambda term: abs((term.days or 0) - step), default=None)
        if nearest is None or abs((nearest.days or 0) - step) > NEAR * step:
            return None
        why = say("The dates in the table lie about {days} days apart.", days=round(step))
        return Suggestion(element="frequency", value=nearest.id, why=why)


SUGGESTION = FrequencyOfDates()
