"""Makes resources/samples/sample.csv, byte for byte the same each time: a table of street tree requests that no one ever sent.

Everything in it is invented: names are the commonest of the 1990 census, telephone numbers are of the 555-01xx block kept free
for fiction, mail addresses end in example.com or example.org. Planted, so that the demo meets each kind of thing once:

    Requester, Contact Phone, Contact Email, Site Address   private columns
    Latitude, Longitude                                     places of single homes
    Notes                                                   one social security number in free text
    Received, Closed                                        dates as typed, month first
    Neighborhood                                            padded with blanks
    Trees, Fee                                              NULL and N/A among the numbers
    the last row but three                                  an exact copy of an earlier row

Run `python tests/resources/sample_table.py` to write it again.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

TARGET = Path(__file__).parents[2] / "resources" / "samples" / "sample.csv"
ROWS = 240
HEADER = ("Request ID", "Received", "Request Type", "Status", "Requester", "Contact Phone", "Contact Email", "Site Address",
          "Neighborhood", "Latitude", "Longitude", "Trees", "Fee", "Closed", "Notes")
FIRST = ("James", "Mary", "Robert", "Patricia", "John", "Jennifer", "Michael", "Linda", "David", "Elizabeth", "William",
         "Barbara", "Richard", "Susan", "Joseph", "Karen", "Thomas", "Nancy", "Daniel", "Lisa")
LAST = ("Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez", "Wilson",
        "Anderson", "Taylor", "Thomas", "Moore", "Jackson", "Martin", "Lee", "Thompson", "White")
TYPES = ("Pruning", "Removal", "Planting", "Root damage to sidewalk", "Storm damage")
STATUSES = ("Closed", "Closed", "Closed", "Open", "In review")
STREETS = (("SE Division St", "Richmond", 45.5047, -122.6257), ("NE Fremont St", "Beaumont-Wilshire", 45.5482, -122.6200),
           ("N Lombard St", "Kenton", 45.5770, -122.6900), ("SW Capitol Hwy", "Hillsdale", 45.4800, -122.6950),
           ("NW Thurman St", "Northwest District", 45.5355, -122.7080), ("SE Woodstock Blvd", "Woodstock", 45.4790, -122.6150),
           ("NE Alberta St", "Vernon", 45.5590, -122.6450), ("SE Foster Rd", "Foster-Powell", 45.4920, -122.5920))
NOTES = ("", "", "", "Large bigleaf maple, limbs over the roof.", "Caller asks for a call before the crew comes.",
         "Permit posted on the tree.", "Sidewalk panel lifted about two inches.", "Replanting within 30 days is required.",
         "Inspected, no action needed.", "Limb across the bike lane, cleared the same day.")
PLANTED_NOTE = "Fee waiver form on file, SSN 749-81-4417, copied from the paper form."
PLANTED_ROW, COPIED_ROW, COPY_AT = 151, 88, 236


def sample_bytes() -> bytes:
    """Return the whole file: UTF-8, LF."""
    rows = list(_requests(Random(503)))
    rows[PLANTED_ROW][-1] = PLANTED_NOTE
    rows[COPY_AT] = list(rows[COPIED_ROW])
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *rows])
    return text.getvalue().encode()


def _requests(chance: Random) -> Iterator[list[str]]:
    received = date(2024, 1, 8)
    for number in range(ROWS):
        received += timedelta(days=_pick(chance, (0, 1, 1, 2, 3)))
        yield _request(chance, number, received)


def _request(chance: Random, number: int, received: date) -> list[str]:
    first, last = _pick(chance, FIRST), _pick(chance, LAST)
    street, neighborhood, north, east = _pick(chance, STREETS)
    status = _pick(chance, STATUSES)
    return [f"TR-{received.year}-{number + 1:05}", _typed(received), _pick(chance, TYPES), status, f"{first} {last}",
            f"503-555-{100 + int(chance.random() * 100):04}", _mail(chance, first, last),
            f"{1000 + int(chance.random() * 4000)} {street}", _padded(chance, neighborhood),
            f"{north + chance.random() / 100:.6f}", f"{east - chance.random() / 100:.6f}",
            _pick(chance, ("1", "1", "1", "2", "3", "NULL")), _pick(chance, ("35.00", "35.00", "100.00", "0.00", "N/A")),
            _typed(received + timedelta(days=int(chance.random() * 60))) if status == "Closed" else "", _pick(chance, NOTES)]


def _mail(chance: Random, first: str, last: str) -> str:
    if chance.random() < 0.2:  # one in five left it blank
        return ""
    return f"{first}.{last}@{_pick(chance, ('example.com', 'example.org'))}".lower()


def _padded(chance: Random, text: str) -> str:
    return _pick(chance, (text, f"{text} ", f" {text}  "))


def _typed(day: date) -> str:
    return f"{day.month}/{day.day}/{day.year}"


def _pick(chance: Random, choices: Sequence[Any]) -> Any:
    return choices[int(chance.random() * len(choices))]  # random() is the one draw that never changes between Pythons


if __name__ == "__main__":
    TARGET.write_bytes(sample_bytes())
