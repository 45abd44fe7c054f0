"""What one row is, from the description, from the column that names each row, or from the title."""

import re

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.metadata.suggestions._topics import singular
from steward.metadata.suggestions.title import title_of
from steward.table.header_words import header_words
from steward.table.row_names import NAMING
from steward.vocabulary.message import Message, say, verbatim

LONGEST_WORDS = 4
_TOLD = re.compile(r"\b(?:each|every|one|a) (?:row|record|line) (?:is|stands for|represents|describes|shows) "
                   r"(?:one |a |an |the )?([^.;:,()]{3,60})", re.IGNORECASE)
_HEAD = re.compile(r"[A-Za-z][A-Za-z' -]*")   # of a title, up to the first figure, comma or bracket
_TAIL = re.compile(r" (?:by|per|in|on|at|of|for|from|since|with|and|to|within|issued|received)(?: .*)?$", re.IGNORECASE)
_NOTHING = frozenset(("object", "record", "row", "unique", "global", "serial", "line", "item", "entry", "file", "reference",
                      "tracking", "system", "internal", "external", "primary", "the", "my"))   # name no kind of thing


class Granularity:
    """A permit number of its own in each row says that a row is one permit."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the thing in the singular."""
        told = _TOLD.search(context.record.description)
        if told is not None:
            return _suggestion(" ".join(told[1].split()), say("From your description."))
        for column in context.row_names:
            thing = _thing(column)
            if thing:
                return _suggestion(thing, say("{column} has a value of its own in each row.", column=verbatim(column)))
        thing = _thing_of_title(context.record.title or title_of(context))
        if not thing or not context.row_names:
            return None
        return Suggestion(element="granularity", value=thing, why=say("From the title."), fills_in=False)


def _suggestion(thing: str, why: Message) -> Suggestion:
    return Suggestion(element="granularity", value=thing, why=why)


def _thing(column: str) -> str:
    """Return what a column numbers: "Permit Number" gives "permit"; nothing where it only says that it numbers."""
    words = [word for word in header_words(column) if word not in NAMING]
    telling = [word for word in words if word.isalpha() and len(word) > len("no")]
    is_thing = telling == words and bool(set(words) - _NOTHING)
    return " ".join([*words[:-1], singular(words[-1])]) if is_thing and len(words) <= LONGEST_WORDS else ""


def _thing_of_title(title: str) -> str:
    """Return the thing that a title names in the plural: "Tree requests in 2026" gives "tree request"."""
    head = _HEAD.match(title)
    words = _TAIL.sub("", " ".join(head[0].split())).split() if head else []
    if not 0 < len(words) <= LONGEST_WORDS or singular(words[-1].casefold()) == words[-1].casefold():
        return ""
    first = words[0] if words[0].isupper() else words[0].casefold()
    return " ".join([*[first, *words[1:]][:-1], singular(words[-1].casefold())])


SUGGESTION = Granularity()
