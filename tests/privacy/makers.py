"""Makes the cells of city tables: people, offices, numbers and places, drawn with a seed. Nobody in them exists."""

import random
from collections.abc import Callable

FIRST = ["Maria", "James", "Linda", "Robert", "Patricia", "Carlos", "Jennifer", "Ahmed", "Susan", "Olena", "Thomas", "Mei",
         "Karen", "Daniel", "Nancy", "Jose", "Betty", "Anthony", "Fatima", "Mark", "Sandra", "Steven", "Ashley", "Paul",
         "Kimberly", "Andrew", "Emily", "Joshua", "Donna", "Kenneth", "Michelle", "Kevin", "Carol", "Brian", "Amanda",
         "George", "Dorothy", "Edward", "Melissa", "Ronald", "Deborah", "Luis", "Stephanie", "Jason", "Rebecca", "Jeffrey",
         "Laura", "Ryan", "Cynthia", "Jacob"]
LAST = ["Garcia", "Smith", "Johnson", "Nguyen", "Williams", "Brown", "Jones", "Miller", "Davis", "Rodriguez", "Martinez",
        "Hernandez", "Lopez", "Gonzalez", "Wilson", "Anderson", "Thomas", "Taylor", "Moore", "Jackson", "Martin", "Lee",
        "Perez", "Thompson", "White", "Harris", "Sanchez", "Clark", "Ramirez", "Lewis", "Robinson", "Walker", "Young",
        "Allen", "King", "Wright", "Scott", "Torres", "Hill", "Flores", "Green", "Adams", "Nelson", "Baker", "Hall", "Rivera",
        "Campbell", "Mitchell", "Carter", "Roberts"]
OTHER_FIRST = ["Nguyet", "Thanh", "Abdirahman", "Oleksandr", "Xiaoming", "Hodan", "Yevhen", "Phuong", "Asad", "Liubov",
               "Guadalupe", "Khadija"]
OTHER_LAST = ["Tran", "Pham", "Warsame", "Shevchenko", "Zhang", "Abdi", "Bondarenko", "Vuong", "Farah", "Kovalenko", "Huynh",
              "Osman"]
STREETS = ["Ankeny", "Burnside", "Couch", "Davis", "Everett", "Flanders", "Glisan", "Hoyt", "Irving", "Johnson", "Kearney",
           "Lovejoy", "Marshall", "Northrup", "Overton", "Pettygrove", "Quimby", "Raleigh", "Savier", "Thurman", "Belmont",
           "Hawthorne", "Division", "Clinton", "Woodstock", "Holgate", "Alberta", "Killingsworth"]
HOODS = ["Lents", "Sellwood-Moreland", "St. Johns", "Kenton", "Cathedral Park", "Buckman", "Richmond", "Hazelwood",
         "Powellhurst-Gilbert", "Montavilla", "Concordia", "Brentwood-Darlington", "Woodstock", "Foster-Powell",
         "Pearl District", "Hayden Island", "Arbor Lodge", "Mt. Tabor"]
TRADES = ["Plumbing", "Construction LLC", "Electric Inc", "Roofing Co", "Heating & Cooling", "Builders", "Landscaping LLC",
          "Remodeling", "& Sons", "Design Group"]
SHOPS = ["Coffee", "Bakery", "Auto Repair", "Market", "Kitchen", "Pub", "Nails", "Dental", "Cleaners", "Deli", "Tacos",
         "Thai Cuisine", "Brewing Company", "Books"]
AREAS = [number for number in range(1, 773) if number != 666]
EXCHANGES = [number for number in range(220, 900) if number % 100 != 11]

Maker = Callable[[random.Random], str]
Columns = dict[str, tuple[Maker, str]]   # header: how its cells are made, and the kinds a careful person would name


def full_name(draw: random.Random) -> str:
    return f"{draw.choice(FIRST)} {draw.choice(LAST)}"


def list_name(draw: random.Random) -> str:
    return f"{draw.choice(LAST)}, {draw.choice(FIRST)} {draw.choice('ABCDEFGHJKLM')}".upper()


def world_name(draw: random.Random) -> str:
    return f"{draw.choice(OTHER_FIRST)} {draw.choice(OTHER_LAST)}"


def first_name(draw: random.Random) -> str:
    return draw.choice(FIRST)


def last_name(draw: random.Random) -> str:
    return draw.choice(LAST)


def ssn(draw: random.Random) -> str:
    return f"{draw.choice(AREAS):03}-{draw.randint(1, 99):02}-{draw.randint(1, 9999):04}"


def bare_ssn(draw: random.Random) -> str:
    return ssn(draw).replace("-", "")


def nine_digits(draw: random.Random) -> str:
    return f"{draw.randint(0, 999_999_999):09}"


def parcel(draw: random.Random) -> str:
    return f"{draw.randint(100, 140)}-{draw.randint(10, 30)}-{draw.randint(1000, 9999)}"


def phone(draw: random.Random) -> str:
    area = draw.choice(("503", "971", "360", "541"))
    return f"({area}) {draw.choice(EXCHANGES)}-{draw.randint(1000, 9999)}"


def dotted_phone(draw: random.Random) -> str:
    return phone(draw).replace("(", "").replace(") ", ".").replace("-", ".")


def bare_phone(draw: random.Random) -> str:
    return "".join(sign for sign in phone(draw) if sign.isdigit())


def phone_like(draw: random.Random) -> str:
    return f"{draw.randint(100, 999)}-{draw.randint(100, 999)}-{draw.randint(1000, 9999)}"


def email(draw: random.Random) -> str:
    name = draw.choice((f"{draw.choice(FIRST)}.{draw.choice(LAST)}", f"{draw.choice(LAST)}{draw.randint(1, 99)}",
                        f"{draw.choice(FIRST)[0]}{draw.choice(LAST)}"))
    return f"{name}@{draw.choice(('gmail.com', 'yahoo.com', 'comcast.net', 'proton.me', 'hotmail.com'))}".lower()


def office_email(draw: random.Random) -> str:
    desk, trade_name = draw.choice(("info", "office", "permits", "contact", "sales")), draw.choice(("builds", "co", "group"))
    return f"{desk}@{draw.choice(LAST).lower()}{trade_name}.com"


def city_email(draw: random.Random) -> str:
    return f"{draw.choice(FIRST)}.{draw.choice(LAST)}@portlandoregon.gov".lower()


def card(draw: random.Random, gap: str = " ") -> str:
    digits = [int(sign) for sign in draw.choice(("4", "51", "55", "6011"))]
    digits += [draw.randint(0, 9) for _ in range(15 - len(digits))]
    total = sum(digit if place % 2 else sum(divmod(digit * 2, 10)) for place, digit in enumerate(digits))
    number = "".join(map(str, [*digits, -total % 10]))
    return gap.join(number[start:start + 4] for start in range(0, 16, 4))


def bare_card(draw: random.Random) -> str:
    return card(draw, "")


def sixteen_digits(draw: random.Random) -> str:
    return f"{draw.randint(4 * 10**15, 6 * 10**15)}"


def birth_date(draw: random.Random) -> str:
    return f"{draw.randint(1935, 2008)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def us_birth_date(draw: random.Random) -> str:
    return f"{draw.randint(1, 12)}/{draw.randint(1, 28)}/{draw.randint(1935, 2008)}"


def recent_date(draw: random.Random) -> str:
    return f"{draw.randint(2019, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def install_date(draw: random.Random) -> str:
    return f"{draw.randint(1948, 2024)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def address(draw: random.Random) -> str:
    unit = f" Apt {draw.randint(1, 40)}" if draw.random() < 0.3 else ""
    quarter, suffix = draw.choice(("SE", "NE", "N", "SW", "NW")), draw.choice(("St", "Ave", "Ct", "Blvd"))
    return f"{draw.randint(101, 14999)} {quarter} {draw.choice(STREETS)} {suffix}{unit}"


def block(draw: random.Random) -> str:
    return f"{draw.randint(1, 140)}00 BLOCK OF {draw.choice(('SE', 'NE', 'N'))} {draw.choice(STREETS).upper()} ST"


def crossing(draw: random.Random) -> str:
    return f"{draw.choice(('SE', 'NE'))} {draw.choice(STREETS)} St & {draw.choice(('SE', 'NE'))} {draw.randint(10, 99)}th Ave"


def latitude(draw: random.Random) -> str:
    return f"{draw.uniform(45.43, 45.65):.6f}"


def longitude(draw: random.Random) -> str:
    return f"{draw.uniform(-122.83, -122.47):.6f}"


def point(draw: random.Random) -> str:
    return f"POINT ({longitude(draw)} {latitude(draw)})"


def zip_code(draw: random.Random) -> str:
    return f"972{draw.randint(1, 36):02}"


def trade(draw: random.Random) -> str:
    return f"{draw.choice(LAST)} {draw.choice(TRADES)}"


def shop(draw: random.Random) -> str:
    owner = draw.choice((f"{draw.choice(FIRST)}'s", draw.choice(STREETS), "Rose City", "Lucky"))
    return f"{owner} {draw.choice(SHOPS)}"


def ip_address(draw: random.Random) -> str:
    return ".".join(str(draw.randint(1, 254)) for _ in range(4))


def plate(draw: random.Random) -> str:
    return f"{draw.randint(100, 999)} {''.join(draw.choices('ABCDEFGHJKLMNPRSTUVWXYZ', k=3))}"


def license_number(draw: random.Random) -> str:
    return f"{draw.randint(1_000_000, 9_999_999)}"


def one_of(*words: str) -> Maker:
    return lambda draw: draw.choice(words)


def number(low: int, high: int) -> Maker:
    return lambda draw: str(draw.randint(low, high))


def amount(low: int, high: int) -> Maker:
    return lambda draw: f"{draw.uniform(low, high):.2f}"


def code(prefix: str, digits: int = 6) -> Maker:
    return lambda draw: f"{prefix}{draw.randint(0, 10**digits - 1):0{digits}}"


def dashed(*widths: int) -> Maker:
    return lambda draw: "-".join(f"{draw.randint(0, 10**width - 1):0{width}}" for width in widths)


def mostly(usual: Maker, rare: Maker, share: float) -> Maker:
    return lambda draw: rare(draw) if draw.random() < share else usual(draw)


def few(maker: Maker, count: int, seed: int = 5) -> Maker:
    draw = random.Random(seed)
    return one_of(*(maker(draw) for _ in range(count)))


def remark(draw: random.Random) -> str:
    return draw.choice((
        "Replaced the valve and flushed the main", "Crew returned twice, no access to the gate",
        "Pothole filled with cold mix, review in spring",
        "Sidewalk lifted by roots on the north side", "Light out since the storm, part ordered",
        "Closed as duplicate of an older request",
        "Graffiti removed from the Hawthorne Bridge ramp", "Referred to Bureau of Transportation for review",
        "No violation seen at time of visit"))


def telling_remark(draw: random.Random) -> str:
    return draw.choice((
        f"Spoke with {full_name(draw)} about the fence, call back {phone(draw)}",
        f"Resident {full_name(draw)} lives at {address(draw)}",
        f"Patient DOB {us_birth_date(draw)}, taken to hospital by the crew", f"Write to {email(draw)} when the crew is done",
        f"Mrs. {draw.choice(LAST)} says the neighbor parks there every night"))
