"""Makes dirty texts, and says what csv.reader makes of them."""

import csv
import io
import random
from dataclasses import dataclass

from steward.vocabulary.quoting import Quoting

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


def expected(text: str, delimiter: str = ",", quoting: Quoting = Quoting.DOUBLED) -> Expected:
    """Return what csv.reader says of a text; a backslash before a sign without a meaning stands for itself."""
    way = {"delimiter": delimiter, "skipinitialspace": "blank" in quoting, "escapechar": None}
    if "backslash" in quoting:
        text, way["escapechar"] = _with_plain_backslashes(text, delimiter), "\\"
    reader = csv.reader(io.StringIO(text, newline=""), **way)
    records, line = [], 1
    for cells in reader:
        records.append((line, cells))
        line = reader.line_num + 1
    marked = list(csv.reader(io.StringIO(f"{text}\n\nend of text\n", newline=""), **way))
    return Expected(records=records, is_open=marked[-1] != ["end of text"], lines=line - 1)


def _with_plain_backslashes(text: str, delimiter: str) -> str:
    signs, place, written = f'\\"\r\n{delimiter}', 0, []
    while place < len(text):
        has_meaning = text[place + 1:place + 2] and text[place + 1] in signs and text[place + 1:place + 3] != "\r\n"
        size = 2 if text[place] == "\\" and has_meaning else 1
        written.append("\\\\" if size == 1 and text[place] == "\\" else text[place:place + size])
        place += size
    return "".join(written)
