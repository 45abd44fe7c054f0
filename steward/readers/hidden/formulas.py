"""Text within formulas that no cell shows: names in a branch that is never taken, remarks in N("...")."""

from collections.abc import Iterator

from steward.readers.hidden._book import Book, Place, Trace
from steward.readers.hidden._literals import is_dead, is_remark, literals
from steward.vocabulary.message import say

_MOST_FORMULAS = 20_000


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        found = dict.fromkeys(text for formula in sheet.formulas[:_MOST_FORMULAS] if sheet.is_visible
                              for text in _unseen(book, formula))
        if found:
            yield Trace(kind="formula_literal", where=say("Sheet {sheet}.", sheet=sheet.name), count=len(found),
                        texts=list(found))


def _unseen(book: Book, formula: str) -> list[str]:
    texts = literals(formula)
    if is_dead(formula):
        return [text for text in texts if not book.shows(text)]
    return [text for text in texts if (is_remark(text) or book.recognition.is_personal(text)) and not book.shows_within(text)]


HIDDEN = Place(kinds=("formula_literal",), look=_look)
