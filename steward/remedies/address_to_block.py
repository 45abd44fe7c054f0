"""Tell the hundred block in place of the house, as the Portland Police Bureau's open data does.

Source: the bureau's notes on its open crime data, "addresses are given by 100 block".
"""

import re

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

NUMBER_LETTER = r"(?:[A-Za-z](?=\s)|\s+[A-DF-MO-RT-VX-Za-df-mo-rt-vx-z](?=\s))?"   # N, S, E, W begin the street's name
HOUSE = re.compile(r"^\s*(?P<number>\d{1,6})(?:\s*-\s*\d{1,6})?" + NUMBER_LETTER + r"(?:\s+\d/\d)?\s+(?P<street>\S.*)$",
                   re.DOTALL)
UNIT = re.compile(r"(?i)[\s,]*(?:\b(?:apartment|apt|unit|suite|ste|building|bldg|floor|fl|room|rm|lot|trailer|trlr|space|spc|sp"
                  r"|no)\b\.?\s*#?\s*[\w-]*|#\s*[\w-]+)")
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
    kinds = frozenset(("home_address", "precise_geo", "victim_status"))
    types = frozenset(("string",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with blocks in the column."""
        return with_each(sheet, step, block_of)

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


REMEDY = AddressToBlock()
