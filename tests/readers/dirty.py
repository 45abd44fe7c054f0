"""Makes dirty texts, and says what csv.reader makes of them."""

import csv
import io
import random
from dataclasses import dataclass

PIECES = ("a", "bc", "é", '5" pipe', '"x"', '"x,y"', '"x\ny"', '"x\r\ny"', '"x\ry"', '"a""b"', '""', "", "", " ", ' "q"',
          '"q"z', '"q"z"w', 'q"', "\x00", "1", "2024-01-02", "'", "\t", '"\n\n"', '"\r"', '"\n"')
ENDS = ("\n", "\r\n", "\r")


@dataclass(frozen=True)
class Expected:
    """What csv.reader says: records with the line each begins on, and whether a quotation mark stays open."""

    records: list[tuple[int, list[str]]]
    is_open: bool
    lines: int


def dirty_text(dice: random.Random) -> str:
    """Return a text of a few records of about the same width, with everything that goes wrong in real files."""
    width, own_end = dice.randint(1, 4), dice.choice(ENDS)
    records = []
    for _ in range(dice.randint(1, 12)):
        wide = width if dice.random() < 0.85 else dice.randint(0, 6)
        end = own_end if dice.random() < 0.9 else dice.choice(ENDS)
        records.append(",".join(dice.choice(PIECES) for _ in range(wide)) + end)
    text = "".join(records)
    if dice.random() < 0.05:
        text += '"open' + dice.choice(("", "\n", "\nmore,\n"))
    return text if dice.random() < 0.7 else text.rstrip("\r\n")


def expected(text: str, delimiter: str = ",") -> Expected:
    """Return what csv.reader says of a text."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records, line = [], 1
    for cells in reader:
        records.append((line, cells))
        line = reader.line_num + 1
    marked = list(csv.reader(io.StringIO(f"{text}\n\nend of text\n", newline=""), delimiter=delimiter))
    return Expected(records=records, is_open=marked[-1] != ["end of text"], lines=line - 1)
