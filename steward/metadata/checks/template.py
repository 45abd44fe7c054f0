"""Text that a form left behind, in the place of an answer."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.metadata.wording import is_template
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class TemplateText:
    """The texts are listed in the metadata profile."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each answer that is no answer."""
        for element, text in typed_texts(context):
            is_list = not isinstance(context.record.value(element), str)
            if any(is_template(one, context.profile.template_texts) for one in (text.splitlines() if is_list else (text,))):
                yield about(context, element, "metadata-template-text", Tier.BLOCK,
                            say("This is the text of a form, not yet an answer."), say("Write your own words."))


CHECK = TemplateText()
