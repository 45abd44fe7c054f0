"""Writes the table that the benchmark opens: a million service requests in twelve columns, about 160 MB, always the same.

Planted in each million rows: 21 dates that are none, 24 words among the status codes, 957 ZIP codes of four digits, 23
latitudes out of range, and 8 copies of earlier rows. People, telephone numbers and mail addresses are invented.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

HEADER = "case_id,opened_at,status,category,requester,phone,email,address,zip,latitude,longitude,notes"
BATCH = 100_000
FIRST = ("James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "David", "Elizabeth", "William")
LAST = ("Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Wilson", "Anderson", "Taylor")
STATUSES = ("Open", "Closed", "In review", "Duplicate")
CATEGORIES = tuple(f"{what} {where}" for what in ("Pothole", "Graffiti", "Street light", "Illegal dumping", "Abandoned vehicle")
                   for where in ("arterial", "residential", "park", "downtown", "right of way"))
STREETS = ("SE Division St", "NE Fremont St", "N Lombard St", "SW Capitol Hwy", "NW Thurman St", "SE Woodstock Blvd")
NOTES = ("", "", "Answer by mail", "Crew sent", '"Photo, two callers"', "No action")
FIRST_MOMENT = 1_640_995_200  # 2022-01-01, in seconds


def write(path: Path, rows: int = 1_000_000) -> Path:
    """Write the table and return its path."""
    with path.open("wb") as stream:
        stream.write(f"{HEADER}\n".encode())
        for start in range(0, rows, BATCH):
            stream.write(_lines(np.arange(start, min(start + BATCH, rows))))
    return path


def _lines(numbers: np.ndarray) -> bytes:
    chance = np.random.RandomState(int(numbers[0]) + 1)  # of all of numpy's, the one that never changes
    order = np.arange(len(numbers))
    order[numbers % 125_000 == 99_999] -= 100            # copies of earlier rows
    lines = pc.binary_join_element_wise(*_columns(chance, numbers), ",").take(pa.array(order))
    together = pa.ListArray.from_arrays(pa.array([0, len(lines)], pa.int32()), lines)
    return pc.binary_join(together, "\n")[0].as_buffer().to_pybytes() + b"\n"


def _columns(chance: np.random.RandomState, numbers: np.ndarray) -> Iterator[pa.Array]:
    count = len(numbers)
    first, last = _some(chance, FIRST, count), _some(chance, LAST, count)
    yield _joined("C-", _digits(numbers, 8))
    yield _planted(_moments(chance, numbers), numbers, 47_000, "2022-02-30 soon")
    yield _planted(_some(chance, STATUSES, count), numbers, 41_000, "see notes")
    yield _some(chance, CATEGORIES, count)
    yield _joined(first, " ", last)
    yield _joined("503-555-", _digits(chance.randint(100, 200, count), 4))
    yield _joined(pc.utf8_lower(first), ".", pc.utf8_lower(last), _digits(chance.randint(1, 99_999, count), 1), "@example.org")
    yield _joined(_digits(chance.randint(100, 16_000, count), 1), " ", _some(chance, STREETS, count))
    yield _planted(_joined("972", _digits(chance.randint(1, 67, count), 2)), numbers, 1_044, "9720")
    yield _planted(_joined("45.", _digits(chance.randint(430_000, 630_000, count), 6)), numbers, 43_000, "455.1")
    yield _joined("-122.", _digits(chance.randint(500_000, 840_000, count), 6))
    yield _some(chance, NOTES, count)


def _some(chance: np.random.RandomState, choices: tuple[str, ...], count: int) -> pa.Array:
    return pa.array(choices).take(pa.array(chance.randint(0, len(choices), count)))


def _digits(numbers: np.ndarray, width: int) -> pa.Array:
    return pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), width, "0")


def _joined(*parts: "pa.Array | str") -> pa.Array:
    return pc.binary_join_element_wise(*parts, "")


def _moments(chance: np.random.RandomState, numbers: np.ndarray) -> pa.Array:
    seconds = FIRST_MOMENT + numbers * 60 + chance.randint(0, 60, len(numbers))
    return pc.strftime(pa.array(seconds.astype("datetime64[s]")), "%Y-%m-%d %H:%M")


def _planted(values: pa.Array, numbers: np.ndarray, every: int, wrong: str) -> pa.Array:
    return pc.if_else(pa.array(numbers % every == every - 1), wrong, values)
