"""Makes dirtier files than dirty.py: any encoding and delimiter, titles, wide tables, cells of many bytes, notes below.

Each comes with how it must be opened and with the text it stands for, so that csv.reader can be asked about the same text.
"""

import codecs
import random
from dataclasses import dataclass

from steward.readers.formats._encodings import CP1252
from steward.vocabulary.quoting import Quoting

DELIMITERS = (",", ";", "\t", "|")
ENDS = ("\n", "\r\n", "\r")
MARKS = {"utf-8": b"", "utf-8-sig": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
         "cp1252": b""}
LETTERS = "abcxyz  019.-'éñ€–\x81\xa0\t,;|\\"
WIDE_LETTERS = "日本\U0001f600\u2028\ufeff\u0301\x85\x1c"
TITLES = ("Permits, roofs and fees", "Printed 1/2/2024", '"Title; in, quotes"', "", "City of Elm|Ash")
NOTES = ("Source: Elm, Ash; Oak", "Total,,9", "Generated on 1/2/2024", "", "* preliminary", "Total;3;4")


@dataclass(frozen=True)
class Dirty:
    """One file: its bytes, the text they stand for, and how they are to be read."""

    content: bytes
    text: str
    encoding: str
    delimiter: str
    quoting: Quoting = Quoting.DOUBLED


def dirty_file(dice: random.Random, quoting: Quoting = Quoting.DOUBLED) -> Dirty:
    """Return a file with everything that goes wrong in real ones, its quotation marks written in some way or another."""
    delimiter, encoding = dice.choice(DELIMITERS), dice.choice(tuple(MARKS))
    letters = LETTERS if encoding == "cp1252" else LETTERS + WIDE_LETTERS
    text = _text(dice, delimiter, letters, quoting).lstrip("\ufeff") or "x"     # there it would be the mark of the file
    return Dirty(content=MARKS[encoding] + _bytes(text, encoding), text=text, encoding=encoding, delimiter=delimiter,
                 quoting=quoting)


def _bytes(text: str, encoding: str) -> bytes:
    if encoding == "cp1252":
        return codecs.charmap_encode(text, "strict", codecs.charmap_build(CP1252))[0]
    return text.encode("utf-8" if encoding == "utf-8-sig" else encoding)


def _text(dice: random.Random, delimiter: str, letters: str, quoting: Quoting) -> str:
    width = dice.choice((1, 2, 3, 3, 4, 5, 8, 40)) if dice.random() < 0.98 else dice.randint(200, 700)
    own_end = dice.choice(ENDS)
    lines = [dice.choice(TITLES) for _ in range(dice.choice((0, 0, 0, 1, 2, 3)))]
    lines += [_record(dice, delimiter, letters, width, quoting) for _ in range(dice.randint(1, 14 if width < 100 else 4))]
    lines += [dice.choice(NOTES) for _ in range(dice.choice((0, 0, 0, 1, 3)))]
    text = "".join(line + (own_end if dice.random() < 0.93 else dice.choice(ENDS)) for line in lines)
    if dice.random() < 0.04:
        text += '"open' + dice.choice(("", "\n", delimiter, "\nmore" + delimiter))
    text = (text if dice.random() < 0.6 else text.rstrip("\r\n")) or "x"
    return text + "x" if quoting.escapes and text.rstrip("\r\n").endswith("\\") else text   # an end that goes on to nothing


def _record(dice: random.Random, delimiter: str, letters: str, width: int, quoting: Quoting) -> str:
    shown = dice.random()
    if shown < 0.05:
        return delimiter * dice.randint(0, width)
    if shown < 0.15:
        width = max(0, width + dice.choice((-2, -1, 1, 2)))
    cells = [_other_cell(dice, delimiter, letters, quoting) if quoting is not Quoting.DOUBLED and dice.random() < 0.5
             else _cell(dice, letters) for _ in range(width)]
    return delimiter.join(cells) + (delimiter if dice.random() < 0.03 else "")


def _other_cell(dice: random.Random, delimiter: str, letters: str, quoting: Quoting) -> str:
    """Return a cell as one way of writing quotation marks has it, or nearly so."""
    blanks = dice.choice(("", " ", "  ")) if "blank" in quoting else ""
    signs = ('"', "\\", delimiter, "\n", "\r", "\r\n", "N", "") if "backslash" in quoting else ()
    word = "".join(dice.choice(letters) for _ in range(dice.randint(0, 4)))
    within = word + "".join("\\" + dice.choice(signs) + dice.choice(letters) for _ in range(dice.randint(0, 3)) if signs)
    return blanks + dice.choice((f'"{within}"', f'"{within}"', f'"{within}{delimiter}x"', within, f'"{within}"{word}'))


def _cell(dice: random.Random, letters: str) -> str:
    size = dice.choice((0, 0, 1, 2, 3, 5)) if dice.random() < 0.99 else dice.randint(20, 400)
    word = "".join(dice.choice(letters) for _ in range(size))
    way = dice.random()
    if way < 0.5:
        return word
    if way < 0.8:
        inside = word + dice.choice(("", "\n", "\r", "\r\n", '""', "\n\n", "\n\r", '"" '))
        return f'"{inside}"'
    return dice.choice((f'"{word}"{word}', f'{word}"', f'{word}"{word}', f' "{word}"', f"'{word}'", f'"{word}" ', '""',
                        f"{word}\x00"))
