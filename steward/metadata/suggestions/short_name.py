"""The short name for links and file names, from the title."""

from steward.metadata.slug import slug
from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions.title import title_of
from steward.vocabulary.message import say


class ShortName:
    """Made once from the title; later changes of the title leave it as it is, so it must never be a form's own word."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the short name."""
        name = slug(context.record.title or title_of(context))
        if name in context.profile.template_texts:
            name = slug(f"dataset {name}")
        return Suggestion(element="slug", value=name, why=say("From the title."))


SUGGESTION = ShortName()
