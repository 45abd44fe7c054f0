"""One answer typed under several questions, so that only one of them is answered. Source: Steward's default."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

SHORTEST = 25  # letters: shorter answers may well be the same


class SameAnswer:
    """Texts of some length, letter by letter; a description that repeats the title is told of elsewhere."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each question that repeats an earlier one's answer."""
        told: set[str] = set()
        for element, text in typed_texts(context):
            letters = "".join(sign for sign in text.casefold() if sign.isalnum())
            if letters in told and element != "description":
                yield about(context, element, "metadata-same-answer", Tier.NOTE,
                            say("The same words stand under another question."), say("Answer what this question asks."))
            if len(letters) >= SHORTEST:
                told.add(letters)


CHECK = SameAnswer()
