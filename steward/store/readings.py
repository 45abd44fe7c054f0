"""How files of a shape were read by hand, remembered on this computer only.

Context: the same report comes every month with the same title rows, and a person should say once how it is read. Decision:
names of files, sheets and columns are kept only as keyed hashes (BLAKE2b with a key of this computer), so the file tells nobody
what they were; rows and columns are kept as numbers. Whether hidden rows and columns are
left out is not remembered: that is a decision about each file. Refused: a plain hash, which a list of likely names would undo.
"""

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from steward.disk.disk import Disk
from steward.store.places import Places
from steward.vocabulary.message import say

PLACE = say("What this computer remembers of how files were read.")
FORMAT = 1
MOST = 200
_LARGEST_BYTES = 1 << 20
_MOST_NUMBERS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One way of reading. Every text in it is a mark made by `Readings.mark`, an encoding or a delimiter."""

    file: str                               # mark of the file's ending, its name without figures, and its sheets
    guess: str                              # mark of the column names as they were guessed
    labels: str                             # mark of the column names as they were read
    guess_encoding: str | None = None       # as it was guessed; the step's own is for files that look alike
    sheet: str | None = None                # mark of the sheet's name
    encoding: str | None = None
    delimiter: str | None = None
    quoting: str | None = None
    header_rows: tuple[int, ...] | None = None
    cuts: tuple[int, ...] | None = None
    region: tuple[int, ...] | None = None   # its last row is 0: files of a shape are of different length
    below: tuple[str, ...] = ()             # one mark for each row that was passed over below the table


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """All that is remembered, the newest first."""

    key: str
    kept: tuple[Remembered, ...] = ()

    def mark(self, *texts: str | None) -> str:
        """Return what stands for some texts: the same for the same texts on this computer, and nothing to read."""
        plain = json.dumps(texts).encode("ascii")
        return hashlib.blake2b(plain, key=bytes.fromhex(self.key), digest_size=16).hexdigest()

    def fitting(self, file: str, guess: str) -> tuple[Remembered, ...]:
        """Return what was remembered of files of the same name or with the same names as guessed, the newest first."""
        return tuple(one for one in self.kept if one.file == file or one.guess == guess)

    def with_one(self, new: Remembered) -> "Readings":
        """Return them with a further one in the place of an older one of such files; of too many the oldest go."""
        others = (one for one in self.kept if one.file != new.file)
        return replace(self, kept=(new, *others)[:MOST])

    def without(self, file: str) -> "Readings":
        """Return them without what was remembered of files of that name."""
        return replace(self, kept=tuple(one for one in self.kept if one.file != file))


def load_readings(places: Places, disk: Disk | None = None) -> Readings:
    """Return what is remembered; nothing, with a new key, where the file is not there or not of our form. Raises: Trouble."""
    disk = disk or Disk(PLACE)
    raw = disk.read_if_there(places.readings)
    found = None if raw is None or len(raw) > _LARGEST_BYTES else _parsed(raw)
    return found or Readings(key=secrets.token_hex(32))


def save_readings(places: Places, readings: Readings, disk: Disk | None = None) -> None:
    """Keep them. Raises: Trouble; the old ones stay."""
    disk = disk or Disk(PLACE)
    disk.make_folder(places.data, private=True)
    content = {"format": FORMAT, "key": readings.key, "kept": [asdict(one) for one in readings.kept]}
    disk.write(places.readings, json.dumps(content).encode("ascii"))


def forget_readings(places: Places, disk: Disk | None = None) -> None:
    """Take everything that is remembered away, the key too. Raises: Trouble."""
    disk = disk or Disk(PLACE)
    if disk.read_if_there(places.readings) is not None:
        disk.remove(places.readings)


def _parsed(raw: bytes) -> Readings | None:
    try:
        found = json.loads(raw.decode("ascii"))
        key = found["key"]
        if found["format"] != FORMAT or len(bytes.fromhex(key)) != 32:  # noqa: PLR2004  # as long as it is made
            return None
        kept = [_remembered(one) for one in found["kept"][:MOST]]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    return Readings(key=key, kept=tuple(one for one in kept if one is not None))


def _remembered(values: dict[str, Any]) -> Remembered | None:
    """Return one of them, or None where something in it is not of the kind that we write."""
    sequences = {name: values.get(name) for name in ("header_rows", "region", "cuts", "below")}
    texts = {one.name: values.get(one.name) for one in fields(Remembered) if one.name not in sequences}
    is_known = (all(isinstance(texts[name], str) for name in ("file", "guess", "labels"))
                and all(value is None or isinstance(value, str) for value in texts.values())
                and all(_are(int, sequences[name]) for name in ("header_rows", "region", "cuts"))
                and _are(str, sequences["below"]) and len(sequences["region"] or [0] * 4) == 4)  # noqa: PLR2004  # its sides
    if not is_known:
        return None
    told: dict[str, Any] = {name: None if value is None else tuple(value) for name, value in sequences.items()}
    return Remembered(**{**texts, **told, "below": told["below"] or ()})


def _are(kind: type, values: list[Any] | None) -> bool:
    return values is None or (isinstance(values, list) and len(values) <= _MOST_NUMBERS
                              and all(type(one) is kind and (type(one) is not int or one >= 0) for one in values))
