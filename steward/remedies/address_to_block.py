"""Tell the hundred block in place of the house, as the Portland Police Bureau's open data does.

Source: the bureau's notes on its open crime data, "addresses are given by 100 block".
"""

import re

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_quick
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

NUMBER_LETTER = r"(?:[A-Za-z](?=\s)|\s+[A-DF-MO-RT-VX-Za-df-mo-rt-vx-z](?=\s))?"   # N, S, E, W begin the street's name
HOUSE = re.compile(r"^\s*(?P<number>\d{1,6})(?:\s*-\s*\d{1,6})?" + NUMBER_LETTER + r"(?:\s+\d/\d)?\s+(?P<street>\S.*)$",
                   re.DOTALL)
UNIT = re.compile(r"(?i)[\s,]*(?:\b(?:apartment|apt|unit|suite|ste|building|bldg|floor|fl|room|rm|lot|trailer|trlr|space|spc|sp"
                  r"|no)\b\.?\s*#?\s*[\w-]*|#\s*[\w-]+)")
PLAIN_HOUSE = (r"^(?P<number>[0-9]{1,6}) (?P<street>(?:(?:N|S|E|W|NE|NW|SE|SW) )?(?:[0-9]{1,3}(?:st|nd|rd|th)|[A-Za-z]{2,})"
               r"(?: [A-Za-z]{2,})*)$")
NOT_PLAIN = (r"(?i)box|\b(?:apartment|apt|unit|suite|ste|building|bldg|floor|fl|room|rm|lot|trailer|trlr|space|spc|sp|no)\b"
             r"|^[0-9]+ [0-9]+[a-z]+$")
CROSSING = re.compile(r"(?i)\s(?:&|/|@|and|at|near)\s|[^\s]\s?[&/]\s?[^\s]")
BOX = re.compile(r"(?i)\bp\.?\s?o\.?\s*box\b")
ZIP_PLUS = re.compile(r"\b(\d{5})-\d{4}\b")
LETTERS = re.compile(r"[^\W\d_]{2,}")


class AddressToBlock(Answers):
    """The column with "1200 block of SW Main St" in place of each address; what is no address becomes empty."""

    name = "address_to_block"
    title = say("Tell the block, not the house")
    explain = say('"1234 SW Main St Apt 5" becomes "1200 block of SW Main St". A crossing of two streets stays. A cell that '
                  "cannot be read as an address becomes empty.")
    loses = say("Nobody can see the house or the apartment. Coordinates, parcel or case numbers may still tell it.")
    kinds = frozenset(("home_address", "linked-column", "precise_geo", "victim_status"))
    types = frozenset(("string",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with blocks in the column."""
        return with_quick(sheet, step, _blocks, block_of)

    def describe(self, step: Step) -> Message:
        """Return which column tells blocks."""
        return say("Tell the block in place of the house in column {column}.", column=name_of(step))


def block_of(cell: str) -> str:
    """Return the hundred block of an address; a crossing without a house number as it is; empty for anything else."""
    text = " ".join(ZIP_PLUS.sub(r"\1", UNIT.sub("", cell)).split()).strip(" ,")
    if BOX.search(cell) or not text:
        return ""
    house = HOUSE.match(text)
    if house is None:
        is_crossing = CROSSING.search(text) and not re.search(r"\d{3,}", text)
        return text if is_crossing else ""
    street = house["street"].strip(" ,")
    if not LETTERS.search(street) or re.search(r"\d{3,}(?!\d*(?:st|nd|rd|th)\b)", re.sub(r"\b\d{5}$", "", street)):
        return ""
    return f"{int(house['number']) // 100 * 100} block of {street}"


def _blocks(values: pa.Array) -> pa.Array:
    """Return the same for a house number and a street of plain words; null for others."""
    import pyarrow.compute as pc

    parts = pc.extract_regex(values, PLAIN_HOUSE)
    hundreds = pc.divide(pc.cast(pc.struct_field(parts, "number"), pa.int64()), 100)
    number = pc.cast(pc.multiply(hundreds, 100), values.type)
    written = pc.binary_join_element_wise(number, pc.struct_field(parts, "street"), pa.scalar(" block of ", values.type))
    return pc.if_else(pa.array(~matching(values, NOT_PLAIN)), written, pa.scalar(None, values.type))


REMEDY = AddressToBlock()
