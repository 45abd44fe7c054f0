"""The title, from the name of the file."""

import re

from steward.metadata.suggestions import Suggestion, SuggestionContext
from steward.vocabulary.message import say

_LEFTOVERS = re.compile(r"\b(copy( of)?|final|draft|export(ed)?|download|new|updated?|v\d+|version \d+|\d{8})\b|\(\d+\)",
                        re.IGNORECASE)
_STANDARD_SHEET = re.compile(r"(sheet|table|hoja|feuil|tabelle)\s*\d*", re.IGNORECASE)


class Title:
    """Ready to be changed: a file name rarely is a good title."""

    def suggest(self, context: SuggestionContext) -> Suggestion | None:
        """Return the cleaned name of the file, with the sheet's where that says more."""
        title = title_of(context)
        return Suggestion(element="title", value=title, why=say("From the name of the file.")) if title else None


def title_of(context: SuggestionContext) -> str:
    """Return the title as typed, else one from the file's name."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", context.file_name)
    title = cleaned(stem)
    sheet = cleaned(context.sheet_name)
    if sheet and not _STANDARD_SHEET.fullmatch(context.sheet_name.strip()) and sheet.casefold() not in title.casefold():
        title = f"{title}, {sheet}" if title else sheet
    longest = context.profile.element("title").longest or len(title)
    return title[:longest].strip()


def cleaned(name: str) -> str:
    """Return a name as words: no underscores, no joined words, no leftovers of saving, a capital first."""
    spaced = re.sub(r"_+|(?<![0-9])-+|-+(?![0-9])", " ", name)
    split = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{3})(?=\d)", " ", spaced)
    words = " ".join(_LEFTOVERS.sub(" ", split).split()).strip(" ,.-")
    return words[:1].upper() + words[1:]


SUGGESTION = Title()
