"""Keep only what stands behind the @ of an e-mail address: the organization, never the person."""

import re

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

DOMAIN = re.compile(r"@([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+)")
BETWEEN = "; "


class KeepDomain(Answers):
    """The column with the domain in place of each address; a cell without an address becomes empty."""

    name = "keep_domain"
    title = say("Keep only the part behind the @")
    explain = say("Each e-mail address becomes its domain, such as portland.gov. A cell without an address becomes empty.")
    loses = say("Nobody can see whose address it is. A domain that belongs to one family or a small firm still tells them.")
    kinds = frozenset(("email",))
    types = frozenset(("string",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with domains in the column."""
        return with_each(sheet, step, _domains)

    def describe(self, step: Step) -> Message:
        """Return which column keeps only its domains."""
        return say("Keep only the part behind the @ in column {column}.", column=name_of(step))


def _domains(cell: str) -> str:
    return BETWEEN.join(dict.fromkeys(domain.lower() for domain in DOMAIN.findall(cell)))


REMEDY = KeepDomain()
