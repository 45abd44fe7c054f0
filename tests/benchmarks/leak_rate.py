"""Prints how many made-up people can still be identified in what is sealed after the recommended plan.

Run: `python -m tests.benchmarks.leak_rate [--tables N] [--seed N] [--misses]`. Every row of a table is one planted person.
After the plan and the sealing all files of the manifest are searched for each person's direct identifiers, as written and
with signs taken out. Rows unique in age, gender, race and ZIP code are counted apart.
"""

import argparse
import csv
import random
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from steward.tasks import describing, opening, planning, sealing, worded  # noqa: E402 - as a script, the checkout must be found first
from steward.tasks.deciding import decide  # noqa: E402
from steward.tasks.house import House  # noqa: E402
from steward.vocabulary.decision import Choice  # noqa: E402
from steward.vocabulary.progress import Silence  # noqa: E402
from steward.vocabulary.tier import Tier  # noqa: E402
from steward.workflow.needs import is_open  # noqa: E402
from tests.benchmarks import people  # noqa: E402
from tests.benchmarks.cells import cell  # noqa: E402

ROWS, TABLES = 300, 40
BLOCK = ("ssn", "license", "card", "mbi", "password")
DIRECT = ("name", "phone", "email", "address", "plate", "login", "patron")
QUASI = ("age", "gender", "race", "zip")
FIELDS = dict(
    line.split(": ", 1)
    for line in """\
ssn: ssn
license: pattern 9999999
card: card
mbi: mbi
password: password
phone: phone
email: email
address: address
plate: plate
login: user
zip: few 20 zip
age: int 16 92
gender: = F; M; F; M; F; M; X
race: = White; Black; Asian; Hispanic; White; White; Native
birth: date 1935 2008 us
diagnosis: = Diabetes; Asthma; Hypertension; Depression; None
lat: lat
lon: lon
parcel: pattern R999999
case: serial
patron: pattern 29834009999999
branch: = Central; Hillsdale; Gresham; Belmont
when: date 2025 2025 iso
bureau: = Parks; Water; Transportation; Housing
status: = Open; Closed; Pending
amount: real 20 900
crime: = Burglary; Assault; Theft; Vandalism
work: = New roof; Deck; Electrical; Plumbing
pay: int 42000 160000
firm: firm
result: = Pass; Fail; Conditional
fault: = Handwashing; Temperature; Exit blocked; None
inspector: = R. Okonkwo-Hale; T. Ferreira-Lund; B. Quist
job: = Planner II; Engineer; Clerk; Ranger""".splitlines()
)
KINDS = {
    kind: [tuple(line.split(": ")) for line in text.strip().splitlines()]  # headers that one is drawn from, and the field
    for kind, text in {
        "police": """
Case Number|Incident No|Report #: case
Offense|Offense Type|Crime: crime
Victim Name|Victim|Complainant: name
Victim Address|Home Address|Residence: address
Latitude|Lat: lat
Longitude|Lon: lon
Age|Victim Age: age
Sex|Gender: gender
Race|Victim Race: race
Phone|Contact Phone: phone
Narrative|Remarks|Officer Notes: note
""",
        "permits": """
Permit Number|Application No: case
Work Description|Work Class: work
Applicant|Owner Name|Homeowner: name
Site Address|Mailing Address|Owner Address: address
Applicant Email|Email: email
Cell|Owner Phone: phone
Parcel|Taxlot: parcel
Valuation|Fee: amount
Issue Date|Issued: when
Comments|Notes: note
""",
        "requests": """
Request ID|Ticket: case
Received|Submitted: when
Requester|Caller|Reported By: name
Callback|Phone: phone
Location|Requester Address: address
Category|Status: status
License Plate|Plate: plate
E-mail|Contact: email
Description|Details: note
""",
        "payroll": """
Employee|Employee Name: name
Job Title|Position: job
Annual Salary|Base Pay: pay
Bureau|Department: bureau
SSN|Soc Sec|Social Security Number: ssn
Birth Date|DOB: birth
Home Address|Address: address
Personal Email|Home Email: email
Home Phone|Cell: phone
""",
        "inspections": """
Inspection ID|Inspection Number: case
Facility|Establishment|Business Name: firm
Inspection Date|Inspected: when
Inspector: inspector
Result|Inspection Result: result
Violation|Deficiency: fault
Owner|Person in Charge|Complainant: name
Contact Phone|Owner Phone: phone
Owner Email|Email: email
Owner Address|Home Address: address
Comments|Inspector Comments: note
""",
        "participants": """
Participant|Student Name|Enrollee: name
Date of Birth|Birthdate: birth
Gender|Sex: gender
Race|Ethnicity: race
ZIP|Zip Code: zip
Guardian Phone|Phone: phone
Email|Parent Email: email
Medical Conditions|Diagnosis: diagnosis
Insurance ID|Medicare Number: mbi
Fee|Paid: amount
""",
        "loans": """
Loan|Transaction: case
Card|Card No|Barcode|Borrower Card: patron
Branch|Location: branch
Checked Out|Due: when
Fine|Amount: amount
Notes|Staff Notes: note
""",
        "customers": """
Customer|Account Holder|Customer Name: name
Service Address|Address: address
Card Number|Payment Card: card
Driver License|ODL: license
Balance|Amount Due: amount
User Name|Login: login
Password|Temp Password: password
Phone|Contact Phone: phone
ZIP|Zip: zip
Account Notes|Notes: note
""",
    }.items()
}
NOTES = (
    "Spoke to {name}, lives at {address}",
    "Caller {name} can be reached at {phone} after 5pm",
    "Please email {email} with the report",
    "Call back {phone}",
    "Met {name} on site",
    "Spoke w/ {name} re: fine",
    "{name} called, wants a waiver",
    "LVM for {name}, no answer",
    "Complaint from {name} about noise",
    "No action needed",
    "Work done, closed",
    "Reinspect in 30 days",
)


@dataclass
class Count:
    """What was found in all tables."""

    people: int = 0
    tables: int = 0
    stopped: int = 0  # tables that a block kept from being sealed
    block: int = 0    # people with one of the kinds that may never be public
    direct: int = 0
    alone: int = 0    # rows unique in what is left of age, gender, race and ZIP code
    where: Counter[str] = field(default_factory=Counter)


def person(draw: random.Random) -> dict[str, str]:
    """Return one made-up person by field."""
    made = {name: cell(spec.removeprefix("few 20 "), draw) for name, spec in FIELDS.items() if spec != "serial"}
    made["name"] = people.full(draw) if draw.random() < 0.7 else people.listed(draw)
    made["note"] = draw.choice(NOTES).format(**made)
    made["case"] = str(draw.randint(10**6, 10**7))
    return made


def table(kind: str, draw: random.Random, rows: int = ROWS) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Return the field of each header, some of them without meaning, and the people of one table."""
    chosen = {draw.choice(headers.split("|")): name for headers, name in KINDS[kind]}
    headers = {
        f"Column{place}" if draw.random() < 0.05 else header: name for place, (header, name) in enumerate(chosen.items(), 1)
    }
    zips = [cell("zip", draw) for _ in range(12)]
    planted = [{**person(draw), "zip": draw.choice(zips)} for _ in range(rows)]
    return headers, planted


def sealed(house: House, path: Path, out: Path) -> bool:
    """Return whether the file could be sealed after the recommended plan; what the plan leaves to a person is kept."""
    bench = planning.with_plan(house, opening.begin(house, path, Silence()), planning.RECOMMENDED, Silence())
    draft = replace(bench.draft, record=describing.practice_record(house, bench))
    draft = replace(draft, record=describing.complete_record(house, draft, bench.report.profile))
    bench = opening.recheck(house, bench, draft, Silence())
    for found in bench.report.findings:
        if found.tier is Tier.DECIDE and is_open(draft, found):
            draft = decide(house, draft, found, Choice.NO if found.room == "asked" else Choice.KEEP, "made-up people")
    bench = worded.described_for_practice(house, replace(bench, draft=draft))
    if sealing.outstanding(bench):
        return False
    sealing.seal(house, bench, out, Silence())
    return True


def squeezed(text: str) -> str:
    """Return a text with plain lower-case letters, no signs within numbers, and one blank for all other signs."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(sign))
    joined = re.sub(r"(?<=[0-9])[-. ()/]+(?=[0-9])", "", plain)
    return " " + re.sub(r"[^a-z0-9@]+", " ", joined) + " "


def found_in(text: str, one: dict[str, str], names: tuple[str, ...], used: set[str]) -> list[str]:
    """Return which direct identifiers of a person, of those that the table held, stand in a squeezed text."""
    hits = []
    for name in set(names) & used:
        ways = {squeezed(one[name])}
        if name == "name":
            words = ways.copy().pop().split()
            ways |= {f" {words[0]} {words[-1]} ", f" {words[-1]} {words[0]} "}
        hits += [name] if any(way in text for way in ways) else []
    return hits


def text_of(bag: Path) -> str:
    """Return all that a manifest holds, squeezed."""
    return "\n".join(squeezed(file.read_text("utf-8", "replace")) for file in sorted(bag.rglob("*")) if file.is_file())


def unique_rows(bag: Path, headers: dict[str, str]) -> int:
    """Return how many rows of the candidate are unique in the columns that held age, gender, race or ZIP code."""
    path = next(file for file in sorted((bag / "data" / "public").rglob("*.csv")) if "dictionary" not in file.name)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    quasi = {squeezed(header) for header, name in headers.items() if name in (*QUASI, "birth")}
    kept = [name for name in (rows[0] if rows else ()) if squeezed(name) in quasi]
    alike = Counter(tuple(row[name] for name in kept) for row in rows)
    return sum(1 for size in alike.values() if size == 1) if kept else 0


def measure(tables: int, seed: int, misses: list[str], rows: int = ROWS) -> Count:
    """Return the counts over some tables of every kind in turn; `misses` gets identifier and headers, never a cell."""
    total = Count()
    for number in range(tables):
        draw = random.Random(f"{seed} {number}")
        kind = list(KINDS)[number % len(KINDS)]
        headers, planted = table(kind, draw, rows)
        with tempfile.TemporaryDirectory() as folder:
            path, bag = Path(folder) / f"{kind}.csv", Path(folder) / "bag"
            with path.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([list(headers), *([one[name] for name in headers.values()] for one in planted)])
            with House.open(Path(folder) / "home") as house:
                is_sealed = sealed(house, path, bag)
            total.tables, total.people = total.tables + 1, total.people + len(planted)
            total.stopped += not is_sealed
            if is_sealed:
                _count(total, bag, headers, planted, misses)
    return total


def _count(total: Count, bag: Path, headers: dict[str, str], planted: list[dict[str, str]], misses: list[str]) -> None:
    text, used = text_of(bag), set(headers.values())
    used |= {"name", "address", "phone", "email"} if "note" in used else set()
    for one in planted:
        block, direct = found_in(text, one, BLOCK, used), found_in(text, one, DIRECT, used)
        total.block, total.direct = total.block + bool(block), total.direct + bool(direct)
        total.where.update((*block, *direct))
        misses += [f"{what} ({', '.join(headers)})" for what in (*block, *direct)]
    total.alone += unique_rows(bag, headers)


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=TABLES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    misses: list[str] = []
    total = measure(given.tables, given.seed, misses)
    print(f"{total.tables} tables, {total.people:,} people; not sealed because something still blocks: {total.stopped} tables")
    print(f"identifiable by kinds that block (number, password): {total.block} ({total.block / total.people:.2%})")
    print(f"identifiable by other direct identifiers:            {total.direct} ({total.direct / total.people:.2%})")
    print(f"by identifier: {dict(total.where)}")
    print(f"unique in age, gender, race and ZIP code as left:     {total.alone}")
    if given.misses:
        for line, count in Counter(misses).most_common():
            print(f"{count:5} {line}")


if __name__ == "__main__":
    main()
