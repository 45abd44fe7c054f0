"""Keep only the five-digit ZIP code of an address."""

import re
import unicodedata

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import PLAIN_SIGNS, name_of, with_quick
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

ZIP_AT_END = r"(?:^|[\s,])(?P<zip>[0-9]{5})(?:-[0-9]{4})?(?:[\s,]+(?:usa|u\.s\.a\.|united states))?[\s.]*$"
AT_END = re.compile(ZIP_AT_END, re.IGNORECASE)
OTHER_NUMBER = (r"(?:\b(?:box|bin|apartment|apt|unit|suite|ste|building|bldg|floor|fl|room|rm|lot|space|spc|no|number|case|hwy"
                r"|highway|route|rte?|rr)\b|#)[\s.#:,]*[0-9]{5}(?:-[0-9]{4})?[\s.]*$")
OTHER = re.compile(OTHER_NUMBER, re.IGNORECASE)


class AddressToZip(Answers):
    """The column with a ZIP code in place of each address; an address without one becomes empty."""

    name = "address_to_zip"
    title = say("Keep only the ZIP code")
    explain = say("Each address becomes the ZIP code at its end, without the four digits behind the dash.")
    loses = say("Nobody can see the street. An address without a ZIP code is gone altogether.")
    kinds = frozenset(("home_address", "precise_geo", "zip_code", "linked-column"))
    types = frozenset(("string",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with ZIP codes in the column."""
        return with_quick(sheet, step, _zips, zip_of)

    def describe(self, step: Step) -> Message:
        """Return which column keeps only its ZIP codes."""
        return say("Keep only the ZIP code in column {column}.", column=name_of(step))


def zip_of(cell: str) -> str:
    """Return the ZIP code at the end of an address, else an empty text. The number of a box or an apartment is no ZIP code."""
    plain = unicodedata.normalize("NFKC", cell)
    found = AT_END.search(plain)
    return found.group(1) if found and not OTHER.search(plain) else ""


def _zips(values: pa.Array) -> pa.Array:
    """Return the same for values of plain signs; null for others."""
    import pyarrow.compute as pc

    found = pc.struct_field(pc.extract_regex(values, f"(?i){ZIP_AT_END}"), "zip")
    found = pc.if_else(pa.array(matching(values, f"(?i){OTHER_NUMBER}")), pa.scalar("", found.type), found)
    return pc.if_else(pa.array(matching(values, PLAIN_SIGNS)), pc.fill_null(found, ""), pa.scalar(None, values.type))


REMEDY = AddressToZip()
