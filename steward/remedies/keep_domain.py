"""Keep only what stands behind the @ of an e-mail address: the organization, never the person."""

import re

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import PLAIN_SIGNS, name_of, with_quick
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

ONE_DOMAIN = r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
DOMAIN = re.compile(f"@({ONE_DOMAIN[1:]})")
ANOTHER = re.compile(r"[\w.+%-]{0,64}@")
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
        return with_quick(sheet, step, _single_domains, _domains)

    def describe(self, step: Step) -> Message:
        """Return which column keeps only its domains."""
        return say("Keep only the part behind the @ in column {column}.", column=name_of(step))


def _domains(cell: str) -> str:
    """Return the domains in a text. What stands between two @ is no domain, but may be the name of a person."""
    found = (match.group(1).lower() for match in DOMAIN.finditer(cell) if not ANOTHER.match(cell, match.end()))
    return BETWEEN.join(dict.fromkeys(found))


def _single_domains(values: pa.Array) -> pa.Array:
    """Return the same for values with one @ at most, where only plain signs stand behind it; null for others."""
    import pyarrow.compute as pc

    parts = pc.split_pattern(values, "@")
    is_single = pc.equal(pc.list_value_length(parts), 2)
    behind = pc.list_element(parts.filter(is_single), 1).dictionary_encode()     # few organizations, many people
    domains = _beginning_domains(behind.dictionary).take(behind.indices)
    without_any = pc.if_else(pc.equal(pc.list_value_length(parts), 1), pa.scalar("", values.type),
                             pa.scalar(None, values.type))
    return pc.replace_with_mask(without_any, is_single, domains)


def _beginning_domains(texts: pa.Array) -> pa.Array:
    """Return the domain with which each text begins, "" for those that begin with none; null where other signs follow."""
    import pyarrow.compute as pc

    domain = pc.struct_field(pc.extract_regex(texts, f"^(?P<domain>{ONE_DOMAIN[1:]})"), "domain")
    plain = pa.array(matching(texts, PLAIN_SIGNS))
    return pc.if_else(plain, pc.utf8_lower(pc.fill_null(domain, "")), pa.scalar(None, texts.type))


REMEDY = KeepDomain()
