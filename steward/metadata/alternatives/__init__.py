"""One file per kind of further answer: another way to say it, or words to add to a list, beside what is suggested first.

Context: the first suggestion fills the question; what else the table says would be lost. Decision: further answers are shown as
chips that a person takes one by one or dismisses; they are never filled in unasked, so words may come from cells here that
stand in many rows and that no recognizer knows as private.
"""

from collections.abc import Iterable
from typing import Protocol

from steward.discovery import discover
from steward.metadata.record import Value
from steward.metadata.suggestions import Suggestion, SuggestionContext

MOST = 8   # chips for one question


class Alternative(Protocol):
    """Knows further answers to one question."""

    def offer(self, context: SuggestionContext) -> Iterable[Suggestion]:
        """Yield what can be taken; for a question whose answer is a list, each adds to it."""
        ...


def alternatives(context: SuggestionContext) -> tuple[Suggestion, ...]:
    """Return further answers in the order of the files' names; none that stands in the record already, few for each."""
    found: list[Suggestion] = []
    for alternative in discover(__name__, "ALTERNATIVE"):
        for offer in alternative.offer(context):
            listed = [known for known in found if known.element == offer.element]
            if len(listed) < MOST and not _is_said(context.record.value(offer.element), offer.value) and not any(
                    _is_said(known.value, offer.value) for known in listed):
                found.append(offer)
    return tuple(found)


def _is_said(answer: Value, further: Value) -> bool:
    if isinstance(answer, str) or isinstance(further, str):
        return answer == further
    return {text.casefold() for text in further} <= {text.casefold() for text in answer}
