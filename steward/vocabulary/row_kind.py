"""What a row of a file is taken for."""

from enum import StrEnum


class RowKind(StrEnum):
    """What a row is. Stable: a step keeps rows, never their kind."""

    TITLE = "title"        # stands above the table
    HEADER = "header"      # the names of the columns, also where they come again
    SUBHEADER = "subheader"  # a second row of names, below the names of the columns
    SECTION = "section"    # the title of a section
    RECORD = "record"
    TOTAL = "total"        # adds up others
    NOTE = "note"          # text below the last record
    PAGE = "page"          # a line of the printed page
    ELEMENT = "element"    # says something of a dataset
    OTHER = "other"        # of a file that is no table
