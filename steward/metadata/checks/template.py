"""Text that a form left behind, in the place of an answer."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

WORDS_OF_A_PHRASE = 3  # shorter template texts count only where they are the whole answer


class TemplateText:
    """The texts are listed in the metadata profile."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each answer that is no answer."""
        for element, text in typed_texts(context):
            if _is_template(text, context.profile.template_texts):
                yield about(context, element, "metadata-template-text", Tier.BLOCK,
                            say("This is the text of a form, not yet an answer."), say("Write your own words."))


def _is_template(text: str, templates: tuple[str, ...]) -> bool:
    spoken = " ".join(text.casefold().split()).strip(" .")
    return spoken in templates or any(phrase in spoken for phrase in templates if len(phrase.split()) >= WORDS_OF_A_PHRASE)


CHECK = TemplateText()
