"""Answers that the program requires or recommends and that nobody gave."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.profile import Element, is_blank
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier


class Missing:
    """Required answers block; recommended ones are named."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each element without an answer. What nobody is asked for, Steward makes when it seals."""
        for element in context.profile.elements:
            if element.is_asked(context.record) and is_blank(context.record.value(element.id)):
                yield from _missing(context, element)


def _missing(context: Context, element: Element) -> Iterator[Finding]:
    label = Message(element.label)
    if element.is_required(context.record, has_dates=context.dates is not None):
        yield about(context, element.id, "metadata-missing", Tier.BLOCK, say('"{label}" is not answered yet.', label=label),
                    say("Answer it before you send."))
    elif element.need == "recommended":
        yield about(context, element.id, "metadata-recommended", Tier.NOTE, say('"{label}" is not answered yet.', label=label),
                    say("Answer it if you can. It helps people to find and understand the data."))


CHECK = Missing()
