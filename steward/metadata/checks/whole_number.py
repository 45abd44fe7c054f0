"""Counts that are no number. Source: Steward's default."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.profile import is_blank
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class WholeNumber:
    """Answers that count something: digits and nothing else."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each count that cannot be read."""
        for element in context.profile.elements:
            value = context.record.value(element.id)
            if element.control == "whole" and not is_blank(value) and not (str(value).isascii() and str(value).isdigit()):
                yield about(context, element.id, "metadata-number", Tier.BLOCK, say("This is not a whole number."),
                            say("Write it in digits, such as 12. Leave it empty where nobody counted."))


CHECK = WholeNumber()
