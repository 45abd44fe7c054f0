"""The identifier: the program's letters, the bureau's, and a number of the dataset's own."""

import hashlib

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say

NUMBERS = 10_000


class Identifier:
    """PDX-BES-0412. The number comes from the draft, so two workstations need not ask each other."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the first identifier, counted from the draft's own number, that is not taken."""
        bureau = context.vocabularies.bureau(context.record.publisher or context.bureau)
        letters = "".join(sign for sign in (bureau.abbreviation or bureau.id if bureau else "").upper() if sign.isalnum())
        stem = "-".join(part for part in (context.vocabularies.program.identifier_prefix, letters) if part)
        first = int(hashlib.sha256(context.draft_id.encode("utf-8", "replace")).hexdigest(), 16) % NUMBERS
        names = (f"{stem}-{(first + step) % NUMBERS:04d}" for step in range(NUMBERS))
        free = next((name for name in names if name not in context.taken_identifiers), None)
        return Suggestion(element="identifier", value=free, why=say("The next free one of your bureau.")) if free else None


SUGGESTION = Identifier()
