"""How a text file writes the quotation marks that hold a cell together, and those within it."""

from enum import StrEnum


class Quoting(StrEnum):
    """One way of writing them."""

    DOUBLED = "doubled"                     # "5"" pipe": twice within a cell, as Excel writes them
    BACKSLASH = "backslash"                 # "5\" pipe": behind a backslash, as databases write them
    BLANK = "blank"                         # 1, "Elm, Ash": blanks behind a delimiter belong to nothing
    BLANK_BACKSLASH = "blank-backslash"     # both of them

    @property
    def escapes(self) -> bool:
        """Return whether a backslash takes the meaning from the sign behind it."""
        return self in (Quoting.BACKSLASH, Quoting.BLANK_BACKSLASH)

    @property
    def skips_blanks(self) -> bool:
        """Return whether blanks at the beginning of a cell are passed over."""
        return self in (Quoting.BLANK, Quoting.BLANK_BACKSLASH)
