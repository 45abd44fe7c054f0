"""Which rhythm a text speaks of: "Permits per month" is counted month by month, whatever the dates in the table look like."""

import re

from steward.metadata.vocabularies import Frequency, Vocabularies

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
