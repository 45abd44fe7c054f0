"""What the questions about a reading offer, in words, and what the answers stand for."""

from typing import TYPE_CHECKING

from steward.gui.text import tr
from steward.table.sheet import SheetListing
from steward.vocabulary.column_letters import letters_of
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import HiddenRows

if TYPE_CHECKING:
    from steward.table.preview import Preview

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252", "utf-8+cp1252")
LETTERS: dict[str, Message] = {
    "utf-8": say("UTF-8 (usual today)"), "utf-8-sig": say("UTF-8 with a mark at the beginning"),
    "utf-16-le": say("UTF-16 (Unicode text of Excel)"), "utf-16-be": say("UTF-16, high byte first"),
    "cp1252": say("Windows Western (cp1252, older Excel)"),
    "utf-8+cp1252": say("UTF-8 and Windows Western mixed")}
ENDINGS: dict[str, Message] = {
    ",": say("Comma"), ";": say("Semicolon"), "\t": say("Tab"), "|": say("Upright line"), ":": say("Colon"),
    "^": say("Caret"), "~": say("Tilde"), " ": say("One blank")}
QUOTINGS: dict[Quoting, Message] = {
    Quoting.DOUBLED: say('Twice within a cell, as Excel does: ""'), Quoting.BACKSLASH: say('A backslash before them: \\"'),
    Quoting.BLANK: say('Twice, and a blank before a cell: , "'),
    Quoting.BLANK_BACKSLASH: say("A backslash, and a blank before a cell")}
STATES = {"hidden": say("hidden"), "very_hidden": say("hidden by a program")}
CONTENTS = {"metadata": say("describes a dataset"), "empty": say("empty"), "cover": say("a cover page")}
NONE, ONE, SEVERAL = "none", "one", "several"


def header_kind(rows: tuple[int, ...]) -> str:
    """Return which of the choices about names the rows stand for."""
    return NONE if not rows else ONE if len(rows) == 1 else SEVERAL


def hidden_choice(chosen: bool | None) -> str:
    """Return the choice about hidden rows or columns."""
    return {None: "", True: "in", False: "out"}[chosen]


def hidden_words(kind: HiddenRows | None, count: int) -> Message:
    """Return how many rows of one kind nobody sees in the spreadsheet; columns where no kind of rows is named."""
    if kind is HiddenRows.FILTER:
        return say_count("One row is hidden by a filter", "{count} rows are hidden by a filter", count)
    if kind is HiddenRows.GROUP:
        return say_count("One row is in a closed group", "{count} rows are in closed groups", count)
    if kind is HiddenRows.HAND:
        return say_count("One row is hidden by hand", "{count} rows are hidden by hand", count)
    if kind is HiddenRows.HEIGHT:
        return say_count("One row has no height", "{count} rows have no height", count)
    return say_count("One column is hidden", "{count} columns are hidden", count)


def region_name(region: tuple[int, ...]) -> str:
    """Return a region as the value of a choice."""
    return ",".join(map(str, region))


def region_of(name: str) -> tuple[int, ...]:
    """Return the region that a choice stands for."""
    return tuple(int(number) for number in name.split(","))


def region_words(region: tuple[int, ...]) -> Message:
    """Return where a region lies, in words."""
    top, left, bottom, right = region
    last = letters_of(right) if right else say("the last one")
    if not bottom:
        return say("Rows from {top} on, columns {left} to {right}", top=top, left=letters_of(left), right=last)
    return say("Rows {top} to {bottom}, columns {left} to {right}", top=top, bottom=bottom, left=letters_of(left), right=last)


def listing_words(listing: SheetListing) -> str:
    """Return a sheet with its size and state, in words."""
    size = say("{name} ({rows} rows, {columns} columns)", name=listing.name, rows=listing.rows, columns=listing.columns)
    more = [tr(words[key]) for words, key in ((STATES, listing.state), (CONTENTS, listing.content)) if key in words]
    return " – ".join((tr(size), *more))


def why_words(preview: "Preview") -> str:
    """Return which sheet is proposed and why; empty where there is none to choose."""
    from steward.tasks.previewing import why_sheet

    proposed = why_sheet(preview)
    return tr(say("Steward proposes {name}. {why}", name=proposed[0], why=proposed[1])) if proposed else ""
