"""Tell the hundred block in place of the house, as the Portland Police Bureau's open data does.

Source: the bureau's notes on its open crime data, "addresses are given by 100 block".
"""

import re

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, quick_or_each, with_mapped
from steward.table.sheet import Sheet
from steward.table.text import matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

TYPE = (r"(?:st|street|ave?|avenue|blvd|boulevard|rd|road|dr|drive|ct|court|ln|lane|wa?y|ter|terrace|pl|place|pkwy|parkway|cir"
        r"|circle|loop|sq|square|trl|trail|aly|alley)")
DIRECTION = re.compile(r"(?i)(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.?")
# N, S, E, W begin the street's name.
NUMBER_LETTER = r"(?:-?[A-Za-z](?=\s)|\s+[A-DF-MO-RT-VX-Za-df-mo-rt-vx-z](?=\s))?"
FRACTION = r"(?:\s*(?:\d\s?[/\u2044]\s?\d|[\u00bc-\u00be\u2150-\u215e]))?"
HOUSE = re.compile(r"^\s*(?P<number>\d{1,4}[Xx]{2}(?![^\s])|\d{1,6})(?:\s*-\s*\d{1,6})?" + NUMBER_LETTER + FRACTION
                   + r"(?:\s+(?i:block|blk)\b\.?(?:\s+(?i:of)\b)?)?\s+(?P<street>\S.*)$", re.DOTALL)
UNIT = re.compile(r"(?i)[\s,]*(?:\b(?:apartments?|apts?|units?|suites?|ste|building|bldg|floor|fl|rooms?|rm|lot|trailer|trlr"
                  r"|space|spc|sp|no|ph|penthouse)\b\.?\s*#?\s*[\w/-]*|#\s*[\w/-]+)")
PLAIN_NUMBER = "^[0-9]{1,6}$"
PLAIN_HOUSE = (r"^[0-9]{1,6} (?:(?:N|S|E|W|NE|NW|SE|SW) )?(?:[0-9]{1,3}(?:st|nd|rd|th)|[A-Za-z]{2,})(?: [A-Za-z]{2,})*$")
NOT_PLAIN = (r"(?i)box|\b(?:apartments?|apts?|units?|suites?|ste|building|bldg|floor|fl|rooms?|rm|lot|trailer|trlr|space|spc|sp"
             r"|no|ph|penthouse|block|blk|rr)\b|^[0-9]+ [0-9]+[a-z]+$|\b" + TYPE + r" [a-z]| [a-z]{2} [0-9]{5}$"
             r"| (?:and|at|near)(?: |$)")
CROSSING = re.compile(r"(?i)\s(?:&|/|@|and|at|near)\s|(?<=\S)\s?[&/]\s?(?=\S)")
LOOSE_END = re.compile(r"(?i)(?:[\s;,&/@|+-]|\s(?:and|at|near|block)$)+$")
BOX = re.compile(r"(?i)\bp\.?\s?o\.?\s*b(?:ox)?\b|\bbox\s*#?\s*\d|\br\.?r\.?\s*#?\s*\d|\brural route\b")
ZIP_PLUS = re.compile(r"\b(\d{5})-\d{4}\b")
ASIDE = re.compile(r"\([^)]*\)?")
STATE_OR_ZIP = re.compile(r"(?:,\s*(?:OR|WA|CA|ID|Oregon|Washington)\.?|(?:[\s,]+[A-Z]{2}\.?)?[\s,]+\d{5})$")
ORDINAL = re.compile(r"(?i)\d+(?:st|nd|rd|th)")
HIGHWAY = re.compile(r"(?i)hwy|highway|route|rte?|us|or|wa|i|interstate|exit")
SHORT = re.compile(r"\d{1,3}")
OF_A_STREET = re.compile(rf"(?i)(?:^|\s)(?:ne|nw|se|sw|[nsew])\s|\b{TYPE}\b|\b\d+(?:st|nd|rd|th)\b")
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
        return with_mapped(sheet, step, blocks_of)

    def describe(self, step: Step) -> Message:
        """Return which column tells blocks."""
        return say("Tell the block in place of the house in column {column}.", column=name_of(step))


def blocks_of(values: pa.Array) -> pa.Array:
    """Return `block_of` each value."""
    return quick_or_each(values, _blocks, block_of)


def block_of(cell: str) -> str:
    """Return the hundred block of an address; a crossing without a house number as it is; empty for anything else.

    Of what stands behind the street only a town with its state or ZIP code stays: anything else may name a unit or a person.
    """
    text = " ".join(ZIP_PLUS.sub(r"\1", UNIT.sub("", ASIDE.sub(" ", cell))).split()).strip(" ,")
    if BOX.search(cell) or not text:
        return ""
    house = HOUSE.match(text)
    street, town = _parted(house["street"] if house else text)
    if house is None:
        return f"{street}{town}" if _is_crossing(street) else ""
    street = LOOSE_END.sub("", _without_numbers(street if town else _to_its_type(street)))
    number = int(house["number"].upper().replace("XX", "00"))
    return f"{number // 100 * 100} block of {street}{town}" if LETTERS.search(street) else ""


def _parted(text: str) -> tuple[str, str]:
    """Return the street, and the town with its state or ZIP code as they stand; no town where neither follows it."""
    ending = STATE_OR_ZIP.search(text)
    street, *others = text[:ending.start() if ending else len(text)].split(",")
    if ending is None:
        return street.strip(), ""
    town = f",{others[-1]}" if others and not re.search(r"\d", others[-1]) else ""
    return street.strip(), town + ending.group()


def _to_its_type(street: str) -> str:
    """Return a street up to its last "Ave" or the like and the direction behind it; "St" of "N St Helens" is none."""
    parts = street.split()
    ends = [place for place in range(1, len(parts)) if re.fullmatch(TYPE, parts[place].strip(".;"), re.IGNORECASE)
            and not DIRECTION.fullmatch(parts[place - 1])]
    if not ends:
        return street
    last = ends[-1] + 1
    while last < len(parts) and DIRECTION.fullmatch(parts[last]):
        last += 1
    return " ".join(parts[:last])


def _without_numbers(street: str) -> str:
    """Return a street up to the first number that is no part of its name, as an apartment or a second house is none."""
    parts = street.split()
    for place, part in enumerate(parts):
        names = (ORDINAL.search(part) or (place and HIGHWAY.fullmatch(parts[place - 1]))
                 or (SHORT.fullmatch(part) and (not place or (place == 1 and DIRECTION.fullmatch(parts[0])))))
        if re.search(r"\d", part) and not names:
            return " ".join(parts[:place])
    return street


def _is_crossing(text: str) -> bool:
    """Return whether a text without a house number names two streets: "Ann and Bob Lee" does not."""
    return (CROSSING.search(text) is not None and OF_A_STREET.search(text) is not None and _without_numbers(text) == text
            and not SHORT.match(text))


def _blocks(values: pa.Array) -> pa.Array:
    """Return the same for a house number and a street of plain words; null for others. Few streets have many houses."""
    import pyarrow.compute as pc

    parts = pc.split_pattern(values, " ", max_splits=1)
    is_parted = pc.equal(pc.list_value_length(parts), 2)
    numbers, streets = (pc.list_element(parts.filter(is_parted), place).dictionary_encode() for place in (0, 1))
    written = pc.binary_join_element_wise(_hundreds(numbers.dictionary).take(numbers.indices),
                                          _plain_streets(streets.dictionary).take(streets.indices),
                                          pa.scalar(" block of ", values.type))
    return pc.replace_with_mask(pa.nulls(len(values), values.type), is_parted, written)


def _hundreds(numbers: pa.Array) -> pa.Array:
    """Return the hundred of each house number; null for what is none."""
    import pyarrow.compute as pc

    plain = pc.if_else(pa.array(matching(numbers, PLAIN_NUMBER)), numbers, pa.scalar(None, numbers.type))
    return pc.multiply(pc.divide(plain.cast(pa.int64()), 100), 100).cast(numbers.type)


def _plain_streets(streets: pa.Array) -> pa.Array:
    """Return the streets of plain words as they are; null for others, which are read word by word."""
    import pyarrow.compute as pc

    whole = pc.binary_join_element_wise(pa.scalar("1", streets.type), streets, pa.scalar(" ", streets.type))
    plain = matching(whole, PLAIN_HOUSE) & ~matching(whole, NOT_PLAIN)
    return pc.if_else(pa.array(plain), streets, pa.scalar(None, streets.type))


REMEDY = AddressToBlock()
