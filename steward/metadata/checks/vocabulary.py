"""Answers that are not among the words to choose from, such as those of an old draft."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.forms import bounding_box
from steward.metadata.profile import Element, is_blank
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class OutsideVocabulary:
    """A choice that is no choice any more blocks; one theme among several is only named."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each element whose answer its vocabulary does not have."""
        for element in context.profile.elements:
            if _is_chosen(context, element) and _is_outside(context, element):
                tier = Tier.WARN if element.control == "list" else Tier.BLOCK
                yield about(context, element.id, "metadata-vocabulary", tier,
                            say("The answer is not one of those to choose from. It may come from an older list."),
                            say("Choose the one that fits now. Your old answer stays until you do."))


def _is_chosen(context: Context, element: Element) -> bool:
    """Return whether there is an answer from a list that counts: what is not asked for now is sealed with no record."""
    counts = element.need == "generated" or element.is_asked(context.record)
    return bool(element.vocabulary) and counts and not is_blank(context.record.value(element.id))


def _is_outside(context: Context, element: Element) -> bool:
    value = context.record.value(element.id)
    answers = (value,) if isinstance(value, str) else value
    if element.vocabulary == "areas" and isinstance(value, str) and bounding_box(value, context.vocabularies):
        return False
    return not all(context.vocabularies.term(element.vocabulary, answer) for answer in answers)


CHECK = OutsideVocabulary()
