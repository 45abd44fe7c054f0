"""Answers that are too long for the standards, or too short to say anything."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.profile import Element
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class Length:
    """The lengths are set in the metadata profile; of a list, each entry counts."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each answer of the wrong length."""
        for element in context.profile.elements:
            if element.need != "generated" and not element.is_asked(context.record):
                continue  # what follows from other answers is written as each standard allows
            value = context.record.value(element.id)
            lengths = [len(text.strip()) for text in ((value,) if isinstance(value, str) else value) if text.strip()]
            if lengths:
                yield from _outside(context, element, min(lengths), max(lengths))


def _outside(context: Context, element: Element, shortest: int, longest: int) -> Iterator[Finding]:
    if element.longest is not None and longest > element.longest:
        yield about(context, element.id, "metadata-too-long", Tier.BLOCK,
                    say("This is longer than {longest} characters.", longest=element.longest), say("Make it shorter."))
    if element.shortest is not None and shortest < element.shortest:
        yield about(context, element.id, "metadata-too-short", Tier.WARN, say("This is very short."),
                    say("Say a little more, so that a stranger understands it."))


CHECK = Length()
