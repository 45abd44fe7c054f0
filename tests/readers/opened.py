"""Reads a file in this process, so that a test may read thousands."""

from pathlib import Path

from steward.readers.format import Reading
from steward.readers.limits import DEFAULT, Limits
from steward.readers.recognition import format_of, peek
from steward.table.preview import Preview
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep


def read_here(path: Path, limits: Limits = DEFAULT, **step) -> Reading:
    """Return the file as its format reads it."""
    first_look = peek(path)
    return format_of(first_look).read(first_look, ImportStep(**step), limits, Silence())


def look_here(path: Path, **step) -> Preview:
    """Return the file's first and last rows as its format would read them."""
    first_look = peek(path)
    return format_of(first_look).preview(first_look, ImportStep(**step), DEFAULT, Silence())


def read_text(folder: Path, content: bytes | str, name: str = "table.csv", **step) -> Reading:
    """Return a text file with that content as it is read."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_here(path, **step)


def cells_of(reading: Reading) -> list[tuple[str, ...]]:
    """Return the records as tuples of text."""
    columns = [[text for piece in column for text in piece.to_pylist()] for column in reading.columns]
    return list(zip(*columns, strict=True))
