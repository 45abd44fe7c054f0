"""Neighborhoods that the city's list does not have, and those of the table that an answer leaves out or has too much."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.vocabulary.tier import Tier

ELEMENT = "neighborhoods"


class NeighborhoodsCovered:
    """The answer against the city's list, and against what the table tells."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what does not agree; names of the table are cells and are not told, those of the list are."""
        city, told = context.city, [text for text in context.record.neighborhoods if text.strip()]
        if context.covered.unlisted:
            yield about(context, ELEMENT, "metadata-neighborhood-unlisted", Tier.NOTE, say_count(
                "A column of neighborhoods has {count} name that the city's list does not have.",
                "A column of neighborhoods has {count} names that the city's list does not have.", context.covered.unlisted),
                say("Look whether it is misspelled there, or a neighborhood of another city."))
        if city is None or not told:
            return
        unknown = [text for text in told if not city.named(text)]
        if unknown:
            yield about(context, ELEMENT, "metadata-neighborhood-unknown", Tier.WARN, say_count(
                "{count} name is not in the list of the city's neighborhoods.",
                "{count} names are not in the list of the city's neighborhoods.", len(unknown)), _next_step(context, unknown))
        said, found = {city.named(text) for text in told} - {""}, set(context.covered.names)
        if found - said:
            yield about(context, ELEMENT, "metadata-neighborhood-left-out", Tier.WARN, say_count(
                "The table tells of {count} neighborhood that is not among these.",
                "The table tells of {count} neighborhoods that are not among these.", len(found - said)),
                say("Add what is missing, or leave the list empty where the data tells of the whole city."))
        elif found and not said & found:
            yield about(context, ELEMENT, "metadata-neighborhood-elsewhere", Tier.WARN,
                        say("The table tells of other neighborhoods than these."),
                        say("Look at the table, and correct the list."))


def _next_step(context: Context, unknown: list[str]) -> Message:
    near = [name for text in unknown if context.city is not None and (name := context.city.nearly(text))]
    if near:
        return say("{names} is probably meant. Write the names as the city does.", names=verbatim(", ".join(near)))
    return say("Write the names as the city does, each between commas, or take out what is no neighborhood.")


CHECK = NeighborhoodsCovered()
