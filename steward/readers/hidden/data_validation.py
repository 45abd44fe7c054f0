"""Lists and messages of data validation with text that is not on the sheet."""

import re
from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace, Validation
from steward.vocabulary.message import say

_COMMON = frozenset(("yes", "no", "y", "n", "true", "false", "n/a", "na", "none", "other", "unknown", "x", "male", "female",
                     "m", "f",
                     "open", "closed", "active", "inactive", "pending", "approved", "denied", "low", "medium", "high", "pass",
                     "fail"))
_HINT = re.compile(r"\s*(?:please\s+)?(?:enter|select|choose|pick|type|use|must|only|value|values|the value|input|fill|"
                   r"format|date|"
                   r"invalid|not valid|error|warning|stop|this value|check|required|allowed|number|list|out of range|click|"
                   r"add|between|at (?:least|most)|(?:no|not) (?:more|less)|up to|more than|less than|greater|smaller|"
                   r"max|min|maximum|minimum|whole|numeric|numbers|digits|mandatory|optional|one of|from the list|do not|don't|"
                   r"cannot|should|example|e\.g|mm|dd|yyyy)\b",
                   re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]{2}")


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        found = dict.fromkeys(text for validation in sheet.validations for text in _unseen(book, validation))
        if found and sheet.is_visible:
            yield Trace(kind="data_validation", where=say("Sheet {sheet} (Data, Data Validation).", sheet=sheet.name),
                        count=len(found), texts=list(found))


def _unseen(book: Book, validation: Validation) -> list[str]:
    missing = [item for item in validation.items if item.casefold() not in _COMMON and _LETTERS.search(item)
               and not book.shows(item)]
    if len(missing) * 2 <= len(validation.items):  # most of the list is in the table: so are the others, some day
        missing = [item for item in missing if book.recognition.is_personal(item)]
    messages = [text for text in validation.messages if _LETTERS.search(text) and not book.shows(text)
                and (not _HINT.match(text) or book.recognition.is_personal(text))]
    return missing + messages


HIDDEN = Place(kinds=("data_validation",), look=_look)
