"""How the checks of the record say what they found."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


def about(  # noqa: PLR0917 - six plain values in the order in which they are told
        context: Context, element: str, kind: str, tier: Tier, what: Message, next_step: Message) -> Finding:
    """Return a finding on one element."""
    label = Message(context.profile.element(element).label)  # collected for translation from the profile
    words = Words(what=what, where=say("Under {label}.", label=label), next_step=next_step)
    return Finding(kind=kind, tier=tier, column=element, count=1, words=words, room="metadata")


def typed_texts(context: Context) -> Iterator[tuple[str, str]]:
    """Yield each element that a person types freely with its text, a list joined by line breaks."""
    for element in context.profile.elements:
        if not element.vocabulary and element.control in ("text", "long_text", "list"):
            value = context.record.value(element.id)
            yield element.id, value if isinstance(value, str) else "\n".join(value)
