"""How often the data changes, from the words of the title and from the steps between the dates in the table."""

from dataclasses import replace

from steward.metadata.rhythm import are_far_apart, is_long_past, rhythm_spoken_of
from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions.title import title_of
from steward.metadata.vocabularies import Frequency
from steward.vocabulary.message import say, verbatim

SHORTEST_DAYS = 6.0   # things that happen every day are published at any rhythm, which their days do not tell for sure
DAILY = "daily"
NEAR = 0.15           # of the frequency's own days: months and quarters differ in length


class FrequencyOfTitleAndDates:
    """One record a week, a month or a year shows the rhythm; records of every day are a question only.

    The title goes before the dates: where it says "per month" and a spreadsheet has turned the months into days, the dates lie.
    Where the newest date is long past, whether updates still come is a question.
    """

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the frequency that the title names, else the one whose days are nearest to the usual step."""
        offer = _of_title(context) or _of_dates(context)
        return offer and _questioned(offer, context)


def _questioned(offer: Suggestion, context: SuggestionContext) -> Suggestion:
    """Return the offer, as a question where the newest date is much older than its updates: the check of it would warn."""
    term = context.vocabularies.frequency(str(offer.value))
    if term is None or term.days is None or context.dates is None:
        return offer
    if not is_long_past(context.dates[1], context.today, term.days):
        return offer
    doubt = say("But the newest date in the table is much older. Take it only if new versions still come.")
    return replace(offer, why=say("{first} {then}", first=offer.why, then=doubt), fills_in=False)


def _of_title(context: SuggestionContext) -> Suggestion | None:
    spoken = rhythm_spoken_of(context.record.title or title_of(context), context.vocabularies)
    if spoken is None:
        return None
    term, word = spoken
    agrees = context.step_days is None or not are_far_apart(context.step_days, term.days or context.step_days)
    why = say("The title says: {words}.", words=verbatim(word))
    if not agrees:
        why = say("The title says: {words}. The dates in the table lie otherwise: look at them first.", words=verbatim(word))
    return Suggestion(element="frequency", value=term.id, why=why, fills_in=agrees)


def _of_dates(context: SuggestionContext) -> Suggestion | None:
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


SUGGESTION = FrequencyOfTitleAndDates()
