"""Draws the cells of a column from a short specification, as the labeled tables in `privacy_sets/` write them.

`full` is a maker, `int 1 90` one with arguments, `= Open; Closed` one of some words, `few 12 full` twelve values that repeat,
`~0.2 int 1 9 // full` a fifth of the cells names, `once remark // ssn` a single cell of all rows,
`both full // phone` two in one cell, `up street` upper case.
"""

import calendar
import random
import string
from collections.abc import Callable

from tests.benchmarks import businesses, people

Draw = random.Random
STREETS = (
    "Ainsworth Bybee Caruthers Dekum Emerson Failing Going Halsey Interlachen Jessup Knott Lambert Mason Nebraska Ogden "
    "Prescott Rosa Parks|Skidmore Tibbetts Umatilla Vancouver Webster Yamhill Zimmerman Cesar Chavez|Martin Luther King"
)
SUFFIXES = ("St", "Ave", "Dr", "Ct", "Ln", "Way", "Ter", "Pl", "Blvd")
PARKS = (
    "Wilshire",
    "Columbia",
    "Overlook",
    "Fernhill",
    "Irving",
    "Grant",
    "Creston",
    "Kenilworth",
    "Duniway",
    "Gabriel",
    "Lesser",
    "Sewallcrest",
    "Colonel Summers",
    "Jamison",
    "Dawson",
    "George",
    "Pier",
    "Elizabeth Caruthers",
)
PETS = (
    "Bella",
    "Max",
    "Luna",
    "Charlie",
    "Daisy",
    "Cooper",
    "Molly",
    "Rocky",
    "Ginger",
    "Oliver",
    "Sadie",
    "Henry",
    "Mr. Whiskers",
    "Princess Leia",
    "Stella",
    "Jack",
    "Ruby Sue",
    "Biscuit",
    "Olive",
    "Frankie",
)
MAILS = ("gmail.com", "outlook.com", "icloud.com", "aol.com", "msn.com", "q.com", "fastmail.com", "pdx.edu", "gmx.net")
REMARKS = (
    "Crew arrived at 8:30, gate locked, will return",
    "Replaced 6 in. gate valve near the curb",
    "Duplicate of ticket above",
    "Customer requests larger cart",
    "No action needed per supervisor",
    "Vegetation over the sidewalk, notice posted",
    "Sign bent, straightened on site",
    "Awaiting parts from Ferguson, ETA 2 weeks",
    "Water shut off at 10:15 and restored 11:40",
    "Measured 12 psi at the corner of Knott and 33rd",
    "See drawing A-102 rev 3",
    "Reinspect in 30 days",
    "Approved as noted",
    "Pipe size 8, depth 6.5 ft, PVC",
    "Referred to Multnomah County",
    "Left door hanger, call the main line for questions",
    "Trail closed at Wildwood until further notice",
    "Lincoln High School requested extra bins",
    "Paid at counter, receipt mailed",
    "Pothole approx 2x3 ft, 4 inches deep",
    "Jackson St ramp rebuilt 2021-06-14",
    "Invoice 20231187 split over two cost centers",
)
NUMBERED = "".join(sign for sign in string.ascii_uppercase if sign not in "IOQ")


def street(draw: Draw) -> str:
    name = draw.choice(STREETS.replace("|", " ").split()) if draw.random() < 0.8 else f"{draw.randint(2, 162)}th"
    return f"{draw.choice(('N', 'NE', 'SE', 'SW', 'NW', 'S'))} {name} {draw.choice(SUFFIXES)}"


def address(draw: Draw, style: str = "") -> str:
    unit = draw.choice(
        (f" Apt {draw.randint(1, 40)}", f" #{draw.randint(1, 400)}", f", Unit {draw.choice('ABCD')}", " ", "", "", "", "")
    )
    line = f"{draw.randint(102, 16200)} {street(draw)}{unit}".strip()
    if style == "long":
        return f"{line}, Portland, OR {zip5(draw)}"
    return line.upper() if style == "up" else line


def formal(draw: Draw) -> str:
    """Return a name as forms have it: with a title or a suffix, an initial, padded, or the family name first."""
    given, family = people.full(draw).split(" ", 1)
    middle = draw.choice(NUMBERED)
    ways = (f"{family}, {given} {middle}.", f"{given} {middle}. {family}", f"Ms. {given} {family}", f"{given} {family} Jr.",
            f" {given}  {family} ", f"{family.upper()}, {given.upper()} {middle}", f"{family}, {given}")
    return draw.choice(ways)


def filed(draw: Draw) -> str:
    """Return a name as old systems file it: family name, given name and an initial, capitals without a comma."""
    given, family = people.full(draw).split(" ", 1)
    return f"{family} {given} {draw.choice(NUMBERED)}".upper()


def two_families(draw: Draw) -> str:
    """Return a name with the family names of both parents."""
    return f"{people.full(draw, 'Hispanic')} {people.last(draw, 'Hispanic')}"


def abbreviated(draw: Draw) -> str:
    """Return an initial and a family name."""
    return f"{draw.choice(NUMBERED)}. {people.last(draw)}"


def block(draw: Draw) -> str:
    return f"{draw.randint(1, 160)}00 block of {street(draw)}"


def masked_block(draw: Draw) -> str:
    return f"{draw.randint(1, 160)}XX {street(draw)}".upper()


def crossing(draw: Draw) -> str:
    return f"{street(draw)} & {street(draw)}"


def zip5(draw: Draw) -> str:
    return f"97{draw.choice((0, 2))}{draw.randint(1, 99):02}"


def phone(draw: Draw, style: str = "") -> str:
    area, exchange = (
        draw.choice(("503", "971", "360", "541", "458", "206", "415")),
        draw.choice((222, 234, 287, 335, 460, 521, 618, 774, 823, 901)),
    )
    line = f"{draw.randint(0, 9999):04}"
    form = style or draw.choice(("({}) {}-{}", "{}-{}-{}", "{}.{}.{}"))
    return {"bare": "{}{}{}", "dash": "{}-{}-{}", "dot": "{}.{}.{}", "plus": "+1{}{}{}", "paren": "({}) {}-{}"}.get(
        form, form
    ).format(area, exchange, line)


def email(draw: Draw) -> str:
    given, family = people.first(draw, "Anglo").lower(), people.last(draw, "Anglo").lower()
    return draw.choice(
        (
            f"{given}.{family}",
            f"{given[0]}{family}{draw.randint(1, 99)}",
            f"{family}_{given}",
            f"{given}{draw.randint(1950, 2009)}",
        )
    ) + (f"@{draw.choice(MAILS)}")


def office_email(draw: Draw) -> str:
    desk, ending = draw.choice(("info", "office", "hello", "sales", "contact", "admin")), draw.choice(("llc", "inc", "pdx", ""))
    return f"{desk}@{people.last(draw, 'Anglo').lower()}{ending}.com"


def city_email(draw: Draw) -> str:
    return f"{people.first(draw, 'Anglo')}.{people.last(draw, 'Anglo')}@portlandoregon.gov".lower()


def ssn(draw: Draw, gap: str = "-") -> str:
    gap = "" if gap == "bare" else " " if gap == "space" else gap
    area = draw.choice([number for number in range(1, 900) if number != 666])
    return gap.join((f"{area:03}", f"{draw.randint(1, 99):02}", f"{draw.randint(1, 9999):04}"))


def wide_ssn(draw: Draw) -> str:
    """Return one in the digits of another keyboard."""
    return ssn(draw).translate({ord(digit): 0xFF10 + int(digit) for digit in string.digits})


def joined_ssn(draw: Draw) -> str:
    """Return one with signs between that nobody sees."""
    return "\u200d".join(ssn(draw))


def spelled_email(draw: Draw) -> str:
    """Return one that is spelled out for people."""
    given, _, host = email(draw).partition("@")
    ways = (f"{given} at {host.replace('.', ' dot ')}", f"{given} [at] {host}", f"{given}(at){host.replace('.', '(dot)')}")
    return draw.choice(ways)


def itin(draw: Draw) -> str:
    return f"9{draw.randint(0, 99):02}-{draw.choice((70, 75, 80, 88, 90, 92, 94, 99))}-{draw.randint(0, 9999):04}"


def card(draw: Draw, gap: str = " ") -> str:
    digits = [int(sign) for sign in draw.choice(("4", "52", "54", "6011", "2221"))]
    digits += [draw.randint(0, 9) for _ in range(15 - len(digits))]
    total = sum(digit if place % 2 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(digits))
    number = "".join(map(str, (*digits, -total % 10)))
    return ("" if gap == "bare" else gap).join(number[start : start + 4] for start in range(0, 16, 4))


def vin(draw: Draw) -> str:
    weights, values = (
        (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2),
        dict(
            zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", [*range(10), *range(1, 9), *range(1, 6), 7, 9, *range(2, 10)], strict=True)
        ),
    )
    signs = draw.choices("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", k=17)
    signs[8] = "0123456789X"[(sum(values[sign] * weight for sign, weight in zip(signs, weights, strict=True))) % 11]
    return "".join(signs)


def date(draw: Draw, low: str, high: str, form: str = "iso") -> str:
    year, month, day = draw.randint(int(low), int(high)), draw.randint(1, 12), draw.randint(1, 28)
    return {
        "iso": f"{year}-{month:02}-{day:02}",
        "us": f"{month}/{day}/{year}",
        "us2": f"{month:02}/{day:02}/{year}",
        "time": f"{year}-{month:02}-{day:02}T{draw.randint(0, 23):02}:{draw.randint(0, 59):02}:00",
        "packed": f"{year}{month:02}{day:02}",
        "short": f"{month:02}/{day:02}/{year % 100:02}",
        "oracle": f"{day:02}-{calendar.month_abbr[month].upper()}-{year % 100:02}",
        "long": f"{calendar.month_name[month]} {day}, {year}",
        "day": f"{day:02}/{month:02}/{year}",
    }[form]


def digits(draw: Draw, count: str) -> str:
    return str(draw.randint(1, 9)) + "".join(draw.choices(string.digits, k=int(count) - 1))


def dashed(draw: Draw, *widths: str) -> str:
    return "-".join(digits(draw, width) for width in widths)


def pattern(draw: Draw, *forms: str) -> str:
    """Return the forms with 9 as any digit, A as any letter and X as any hexadecimal digit."""
    signs = {"9": string.digits, "A": NUMBERED, "X": "0123456789abcdef"}
    return "".join(draw.choice(signs[sign]) if sign in signs else sign for sign in " ".join(forms))


def real(draw: Draw, low: str, high: str, places: str = "2") -> str:
    return f"{draw.uniform(float(low), float(high)):.{places}f}"


def personal_note(draw: Draw) -> str:
    name = people.full(draw, draw.choice(("Anglo", "Hispanic")))
    return draw.choice(
        (
            f"Spoke to {name}, lives at {address(draw)}, prefers mornings",
            f"RP {name} DOB {date(draw, '1940', '2005', 'us')} says loud music",
            f"Caller {name} can be reached at {phone(draw, 'dash')} after 5pm",
            f"Mrs. {people.last(draw, 'Anglo')} fell, has diabetes and takes insulin",
            f"Tenant {name} asked us to email {email(draw)} with the report",
            f"Victim {name} transported with chest pain, date of birth 3/4/1981",
        )
    )


def house(draw: Draw) -> str:
    """Return an address with its ZIP code, or its city, but not both."""
    line = f"{draw.randint(102, 16200)} {street(draw)}"
    ways = (f"{line} {zip5(draw)}", f"{line}, {zip5(draw)}", f"{line}, Portland",
            f"{line.upper()} {zip5(draw)}-{digits(draw, '4')}")
    return draw.choice(ways)


def id_of(draw: Draw, prefix: str, count: str = "6") -> str:
    return f"{prefix}{digits(draw, count)}"


SIMPLE: dict[str, Callable[..., str]] = {
    "first": people.first,
    "last": people.last,
    "full": people.full,
    "listed": people.listed,
    "formal": formal,
    "filed": filed,
    "apellidos": two_families,
    "initialed": abbreviated,
    "street": street,
    "address": address,
    "block": block,
    "xblock": masked_block,
    "crossing": crossing,
    "zip": zip5,
    "phone": phone,
    "email": email,
    "office_email": office_email,
    "city_email": city_email,
    "ssn": ssn,
    "wide": wide_ssn,
    "joined": joined_ssn,
    "atmail": spelled_email,
    "itin": itin,
    "card": card,
    "vin": vin,
    "date": date,
    "digits": digits,
    "dashed": dashed,
    "pattern": pattern,
    "real": real,
    "note": personal_note,
    "id": id_of,
    "int": lambda draw, low, high: str(draw.randint(int(low), int(high))),
    "firm": businesses.firm,
    "eatery": businesses.eatery,
    "park": lambda draw: f"{draw.choice(PARKS)} {draw.choice(('Park', 'Community Center', 'Playground', 'Natural Area'))}",
    "place": lambda draw: draw.choice(PARKS),
    "pet": lambda draw: draw.choice(PETS),
    "remark": lambda draw: draw.choice(REMARKS),
    "lat": lambda draw: f"{draw.uniform(45.43, 45.65):.6f}",
    "lon": lambda draw: f"{draw.uniform(-122.83, -122.47):.6f}",
    "point": lambda draw: f"POINT ({draw.uniform(-122.83, -122.47):.6f} {draw.uniform(45.43, 45.65):.6f})",
    "ip": lambda draw: ".".join(str(draw.randint(1, 254)) for _ in range(4)),
    "mac": lambda draw: ":".join(f"{draw.randint(0, 255):02x}" for _ in range(6)),
    "uuid": lambda draw: pattern(draw, "XXXXXXXX-XXXX-4XXX-aXXX-XXXXXXXXXXXX"),
    "plate": lambda draw: draw.choice(
        (pattern(draw, "999 AAA"), pattern(draw, "AAA 999"), pattern(draw, "AAA9999"), pattern(draw, "9AAA999"))
    ),
    "namesake": businesses.namesake,
    "firm_email": businesses.firm_email,
    "house": house,
    "user": lambda draw: (
        f"{people.first(draw, 'Anglo')[0]}{people.last(draw, 'Anglo')}{draw.choice(('', draw.randint(1, 99)))}".lower()
    ),
    "password": lambda draw: (
        f"{draw.choice(('Spring', 'Rose', 'dragon', 'Blazers'))}{draw.choice('!#$_')}{draw.randint(10, 2099)}"
    ),
    "mbi": lambda draw: pattern(draw, "1AA9-AA9-AA99").replace("S", "K").replace("L", "K").replace("B", "C").replace("Z", "Y"),
}


def cell(spec: str, draw: Draw) -> str:
    """Return one cell. Raises: KeyError for a maker that is not known."""
    spec = spec.strip()
    if spec.startswith("= "):
        return draw.choice(spec[2:].split(";")).strip()
    if spec.startswith("~"):
        share, both = spec[1:].split(" ", 1)
        usual, _, rare = both.partition(" // ")
        return cell(rare if draw.random() < float(share) else usual, draw)
    if spec.startswith("up "):
        return cell(spec[3:], draw).upper()
    if spec.startswith("both "):
        return ", ".join(cell(part, draw) for part in spec[5:].split(" // "))
    if spec == "blank":
        return ""
    word, *rest = spec.split(" ")
    return SIMPLE[word](draw, *rest)


def column(spec: str, rows: int, draw: Draw) -> list[str]:
    """Return the cells of a column."""
    if spec.startswith("once "):
        usual, _, rare = spec[5:].partition(" // ")
        cells = column(usual, rows, draw)
        cells[draw.randrange(rows)] = cell(rare, draw)
        return cells
    if spec.startswith("few "):
        _, count, rest = spec.split(" ", 2)
        some = [cell(rest, draw) for _ in range(int(count))]
        return draw.choices(some, k=rows)
    if spec == "serial":
        return [str(place + 1) for place in range(rows)]
    return [cell(spec, draw) for _ in range(rows)]
