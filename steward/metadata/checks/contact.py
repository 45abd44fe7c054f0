"""Contacts that cannot be reached, or that a single person answers."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.forms import is_address
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_PERSONAL = re.compile(r"[a-z]{2,}[._][a-z]{2,}", re.IGNORECASE)
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
    if _is_personal(context, mailbox):
        yield _personal(context, "contact_email")


def _is_personal(context: Context, mailbox: str) -> bool:
    """Return whether a mailbox is named as people are: two words, none of which names an office."""
    return bool(_PERSONAL.fullmatch(mailbox)) and not set(re.split(r"[._]", mailbox)) & (_SHARED_WORDS | _bureau_words(context))


def _personal(context: Context, element: str) -> Finding:
    return about(context, element, "metadata-email-personal", Tier.WARN, say("The mailbox looks like one person's."),
                 say("Use a mailbox that several people read, because people move on."))


def _bureau_words(context: Context) -> set[str]:
    """Return the words that stand in the names of bureaus, which people's mailboxes rarely hold."""
    bureaus = context.vocabularies.choices("bureaus")
    return {word for bureau in bureaus for word in re.findall(r"[a-z]+", bureau.label.casefold())}


CHECK = Contact()
