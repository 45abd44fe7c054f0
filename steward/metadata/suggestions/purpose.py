"""The purpose, from the sentence of the description that says it already."""

import re

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say

LONGEST = 300
_TOLD = re.compile(r"\b(?:is|are|was|were) (?:\w+ly )?"
                   r"(?:collected|gathered|kept|recorded|used|needed|counted|published|made|taken)"
                   r"(?: \w+){0,6}? (?:in order )?(to|so that|for) ([^.!?]{8,300})", re.IGNORECASE)
_NO_PURPOSE = re.compile(r"^(?:the (?:public|city|bureau)|each|every|all|now|date|this|that|\d)\b", re.IGNORECASE)


class Purpose:
    """Whoever wrote what the data is collected for need not write it twice."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the sentence that says what the data is collected for."""
        for told in _TOLD.finditer(context.record.description):
            rest = " ".join(told[2].split())
            if not _NO_PURPOSE.match(rest):
                text = f"{told[1].capitalize()} {rest}."
                return Suggestion(element="purpose", value=text[:LONGEST], why=say("From your description."))
        return None


SUGGESTION = Purpose()
