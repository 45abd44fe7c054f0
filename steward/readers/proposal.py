"""Proposes the sheet of a workbook that is data, and says why."""

import re

from steward.table.sheet import SheetListing
from steward.vocabulary.message import Message, say, say_count

_NOT_DATA_NAMES = re.compile(r"\s*(meta ?data|(data ?)?dictionary|read ?me|cover|notes?|instructions?|about|lookups?|lists?"
                             r"|legend|contents)\s*", re.IGNORECASE)


def propose(listings: tuple[SheetListing, ...]) -> tuple[str, Message]:
    """Return the name of the sheet that looks most like data, and the reason.

    Shape: `listings` has at least one sheet. Order: visible before hidden, table before others, then the most cells.
    """
    best = max(listings, key=_weight)
    return best.name, _reason(best, listings)


def _weight(listing: SheetListing) -> tuple[bool, bool, bool, bool, int]:
    is_named_so = _NOT_DATA_NAMES.fullmatch(listing.name) is not None
    return (listing.rows > 0, listing.state == "visible", listing.content == "table", not is_named_so,
            listing.rows * listing.columns)


def _reason(best: SheetListing, listings: tuple[SheetListing, ...]) -> Message:
    others = [listing for listing in listings if listing.name != best.name]
    filled = [listing for listing in others if listing.rows]
    if not others:
        return say("It is the only sheet of the workbook.")
    if not filled:
        return say("It is the only sheet with anything on it.")
    if all(listing.content != "table" for listing in filled):
        return say("The other sheets describe the table and are not data.")
    if not any(listing.state == "visible" and listing.content == "table" for listing in filled):
        return say("The other sheets with tables are hidden.")
    return _by_size(best, filled)


def _by_size(best: SheetListing, filled: list[SheetListing]) -> Message:
    if best.alike:
        return say_count("One other sheet has the same columns. This one has the most cells; the other is a table of its own.",
                         "{count} other sheets have the same columns. This one has the most cells; the others are tables of "
                         "their own.", best.alike)
    if any(listing.rows * listing.columns > best.rows * best.columns and listing.state == "visible" for listing in filled):
        return say("The name or the content of the larger sheets says that they describe the data.")
    return say("It is the sheet with the most cells: {rows} rows and {columns} columns.", rows=best.rows, columns=best.columns)
