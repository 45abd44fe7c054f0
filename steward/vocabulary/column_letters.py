"""The letters by which spreadsheets name their columns: A for the first, Z, AA."""


def letters_of(column: int) -> str:
    """Return the letters of a 1-based column; nothing for none."""
    letters = ""
    while column > 0:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def column_of(letters: str | bytes) -> int:
    """Return the 1-based column of letters, capital or small; for letters from A to Z alone."""
    column = 0
    for letter in (letters.encode() if isinstance(letters, str) else letters).upper():
        column = column * 26 + letter - ord("A") + 1
    return column
