"""Contacts that cannot be reached, or that a single person answers."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.forms import is_address
from steward.metadata.vocabularies import Topic
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_PERSONAL = re.compile(r"[a-z]{2,}[._][a-z]{2,}", re.IGNORECASE)
_CITY_LISTS = ("bureaus", "themes", "categories")
_WITHIN = re.compile(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")   # an address in a sentence
_SHARED_WORDS = frozenset(("data", "opendata", "info", "gis", "desk", "team", "records", "office", "bureau", "help", "support",
                           "contact", "open", "service", "services", "program", "public", "staff", "customer", "center"))


class Contact:
    """The e-mail address that everyone will see."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the address."""
        address = context.record.contact_email.strip()
        if address and not is_address(context.record.contact_email):
            yield about(context, "contact_email", "metadata-email", Tier.BLOCK, say("This is not one complete e-mail address."),
                        say("Write it as name@portlandoregon.gov, without spaces or brackets."))
        elif address:
            yield from _reachable(context, *address.lower().rsplit("@", 1))
        for element in (one.id for one in context.profile.elements if one.is_public_contact):
            answer = context.record.value(element)
            if isinstance(answer, str) and any(_is_personal(context, mailbox) for mailbox in _WITHIN.findall(answer.lower())):
                yield _personal(context, element)


def _reachable(context: Context, mailbox: str, domain: str) -> Iterator[Finding]:
    city = context.vocabularies.program.contact_domains
    if city and not any(domain == own or domain.endswith(f".{own}") for own in city):
        yield about(context, "contact_email", "metadata-email-outside", Tier.WARN, say("The address is not one of the city's."),
                    say("Use a mailbox of the city, or keep it if another organization answers for the data."))
    if _is_personal(context, mailbox) or mailbox in _mailboxes_of(context.record.contact_name) - _words_of_the_city(context):
        yield _personal(context, "contact_email")


def _is_personal(context: Context, mailbox: str) -> bool:
    """Return whether a mailbox is named as people are: two words, none of which names an office."""
    return bool(_PERSONAL.fullmatch(mailbox)) and not set(re.split(r"[._]", mailbox)) & (
        _SHARED_WORDS | _words_of_the_city(context))


def _mailboxes_of(name: str) -> set[str]:
    """Return how networks name the mailbox of a person: "Jane Roe" gives jroe, janer, roej, jane, roe and janeroe."""
    words = name.casefold().split()
    if len(words) != 2 or not all(word.isalpha() for word in words):  # noqa: PLR2004 - a first and a last name
        return set()
    first, last = words
    return {f"{first[0]}{last}", f"{first}{last[0]}", f"{last}{first[0]}", first, last, f"{first}{last}"}


def _personal(context: Context, element: str) -> Finding:
    return about(context, element, "metadata-email-personal", Tier.WARN, say("The mailbox looks like one person's."),
                 say("Use a mailbox that several people read, because people move on."))


def _words_of_the_city(context: Context) -> set[str]:
    """Return the words of bureaus and subjects, and of what the dataset is about, which people's mailboxes rarely hold."""
    record, terms = context.record, [term for name in _CITY_LISTS for term in context.vocabularies.choices(name)]
    spoken = [record.title, record.division, *record.keywords, *(term.label for term in terms)]
    spoken += [word for term in terms if isinstance(term, Topic) for word in term.words]
    found = set(re.findall(r"[a-z]+", " ".join(spoken).casefold()))
    return found | {f"{word}s" for word in found}


CHECK = Contact()
