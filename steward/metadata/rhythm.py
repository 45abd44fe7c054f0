"""Which rhythm a text speaks of: "Permits per month" is counted month by month, whatever the dates in the table look like."""

import re
from datetime import date

from steward.metadata.forms import dated
from steward.metadata.vocabularies import Frequency, Vocabularies

MISSED = 3          # updates in a row that did not come
SHORTEST_DAYS = 60  # no newest date is called old before
FAR = 2.5   # times: a month and a quarter of a year are told apart, 28 and 31 days are not


def rhythm_spoken_of(text: str, vocabularies: Vocabularies) -> tuple[Frequency, str] | None:
    """Return the one frequency whose words stand in a text, with the words; None where there is none, or several."""
    plain = f" {' '.join(re.findall(r'[a-z0-9]+', text.casefold()))} "
    found = [(term, word) for term in vocabularies.choices("frequencies") if isinstance(term, Frequency)
             for word in term.words if f" {word.casefold().replace('-', ' ')} " in plain]
    found = [pair for pair in found if not any(pair[1] in other and pair[1] != other for _term, other in found)]  # half-yearly
    different = {term.id for term, _word in found}
    return max(found, key=lambda pair: len(pair[1])) if len(different) == 1 else None


def are_far_apart(days: float, other: float) -> bool:
    """Return whether two rhythms, in days, cannot be the same one."""
    return max(days, other) >= FAR * min(days, other)


def is_long_past(newest: str, today: str, days: int) -> bool:
    """Return whether a newest date (ISO 8601, with or without a time) is older than several updates, which come every `days`.

    False where either day is not known.
    """
    last, now = dated(newest[:10]), dated(today)
    if not last or not now:
        return False
    return (date.fromisoformat(now) - date.fromisoformat(last)).days > max(SHORTEST_DAYS, MISSED * days)
