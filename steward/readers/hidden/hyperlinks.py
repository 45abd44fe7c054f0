"""Targets of links that the cell does not show: mail addresses, files, inner servers, personal data in an address."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from steward.readers.hidden._book import Book, Link, Place, Trace
from steward.readers.hidden._literals import links
from steward.readers.hidden._paths import is_inner_link
from steward.vocabulary.message import say

_OF_SOMEBODY = re.compile(r"[/?&](?:people|persons?|clients?|customers?|patients?|residents?|tenants?|owners?|applicants?|"
                          r"employees?|name)[/=]([^/?&#]+)", re.IGNORECASE)
_JOINERS = re.compile(r"[-_.+]")


def _look(book: Book) -> Iterator[Trace]:
    for sheet in book.sheets:
        every = [*sheet.links, *(Link(target=target) for formula in sheet.formulas for target in links(formula))]
        told = [link for link in every if sheet.is_visible and _counts(book, link)]
        if told:
            yield Trace(kind="hyperlink_target", where=say("Sheet {sheet}.", sheet=sheet.name), count=len(told),
                        texts=[_bare(link.target) for link in told] + [link.tip for link in told if link.tip])


def _counts(book: Book, link: Link) -> bool:
    bare = _bare(link.target).casefold()
    if link.tip and book.recognition.is_personal(link.tip):
        return True
    if not bare or bare in _bare(link.shown).casefold() or book.shows(bare) or book.shows(link.target):
        return False
    return (is_inner_link(link.target) or book.recognition.is_personal(unquote(link.target))
            or _names_somebody(book, link.target))


def _names_somebody(book: Book, target: str) -> bool:
    """Return whether an address leads to a page about a person whose name it spells, as in /clients/jane-roe."""
    return any(book.recognition.is_name(_JOINERS.sub(" ", unquote(found)).title()) for found in _OF_SOMEBODY.findall(target))


def _bare(target: str) -> str:
    """Return a target without what only says how it is reached."""
    low = target.lower()
    for scheme in ("mailto:", "tel:", "file:///", "sip:"):
        if low.startswith(scheme):
            return unquote(target[len(scheme):]).split("?")[0].strip()
    return target.strip()


HIDDEN = Place(kinds=("hyperlink_target",), look=_look)
