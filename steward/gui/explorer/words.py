"""What the explorer says: how many rows are shown, in which order, and what became of a row that is not there."""

from steward.vocabulary.message import Message, say, say_count


def fate_words(fate: str, row: int) -> Message:
    """Return the sentence that says what became of a row. Raises: KeyError for a row that is in the table."""
    number = str(row)
    return {
        "quarantined": say("Row {row} does not fit the table. It is among the rows that were laid aside.", row=number),
        "left_out": say("A change that you chose left row {row} out.", row=number),
        "blank": say("Row {row} is blank in the file and was passed over.", row=number),
        "title": say("Row {row} stands above the table and was passed over as a title.", row=number),
        "header": say("Row {row} holds the names of the columns.", row=number),
        "unknown": say("Row {row} is not a row of its own in the table: it is hidden, or part of the row before.", row=number),
        "beyond": say("Row {row} comes after the last row of the table.", row=number),
    }[fate]


def counted(shown: int, total: int) -> Message:
    """Return how many rows are shown."""
    if shown == total:
        return say_count("{count} row.", "{count} rows.", total)
    return say("{shown} of {total} rows are shown.", shown=shown, total=total)


def order_words(column: str | None, *, descending: bool) -> Message:
    """Return in which order the rows stand."""
    if column is None:
        return say("In the order of the file.")
    named = " ".join(column.split())
    return (say("Sorted by {column}, the largest first. Blank cells are last.", column=named) if descending
            else say("Sorted by {column}, the smallest first. Blank cells are last.", column=named))


def copied_words(rows: int, columns: int, defused: int) -> Message:
    """Return what was copied, and that cells a spreadsheet would run were defused."""
    if defused:
        return say_count("Copied {rows} × {columns} cells. {count} begins like a formula and has an apostrophe before it.",
                         "Copied {rows} × {columns} cells. {count} begin like formulas and have an apostrophe before them.",
                         defused, rows=rows, columns=columns)
    return say("Copied {rows} × {columns} cells.", rows=rows, columns=columns)
