"""Labeled city tables of a third round; scored first at F1 0.80 before any rule was changed for them."""

from tests.privacy import makers as m
from tests.privacy.makers import Columns

QUIET = ""


def long_phone(draw):
    return (
        f"+1-{draw.choice(['503', '971', '206'])}-{draw.randint(220, 899)}-{draw.randint(1000, 9999)}x{draw.randint(1, 999)}"
    )


def dotted_number(draw):
    return f"{draw.randint(200, 999)}.{draw.randint(220, 899)}.{draw.randint(1000, 9999)}"


def initial(draw):
    return f"{draw.choice(m.FIRST)[0]}. {draw.choice(m.LAST)}"


def titled_name(draw):
    return f"{draw.choice(['Mr.', 'Ms.', 'Dr.'])} {m.full_name(draw)}"


def rural_address(draw):
    road = f"{draw.choice(('Clackamas River', 'Springwater', 'Foster'))} {draw.choice(('Rd', 'Road', 'Dr'))}"
    return f"{draw.randint(1001, 39999)} {draw.choice(('S', 'SE'))} {road}"


def block_number(draw):
    return f"{draw.randint(1, 140) * 100} SE {draw.choice(m.STREETS)} St"


def worded_date(draw):
    return f"{draw.randint(1, 28)}-{draw.choice(['Jan', 'Mar', 'Oct'])}-{draw.randint(1940, 2005)}"


def loud_email(draw):
    return m.email(draw).upper()


def two_names(draw):
    return f"{m.full_name(draw)} & {draw.choice(m.FIRST)} {draw.choice(m.LAST)}"


TABLES: dict[str, Columns] = {
    "youth": {
        "Child's name": (m.full_name, "person_name"),
        "Child DOB": (
            lambda draw: f"{draw.randint(2010, 2020)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
            "date_of_birth",
        ),
        "Parent/guardian": (m.full_name, "person_name"),
        "Best phone": (dotted_number, "phone"),
        "Allergies": (m.one_of("peanuts", "none", "bee stings", "penicillin"), "health"),
        "Grade": (m.number(1, 12), QUIET),
        "Session": (m.one_of("A", "B"), QUIET),
        "Site": (m.one_of("Mt Scott CC", "East Portland CC"), QUIET),
        "Swim level": (m.number(1, 6), QUIET),
        "Fee paid": (m.amount(0, 200), QUIET),
    },
    "code enforcement": {
        "Case": (m.dashed(2, 6), QUIET),
        "Complainant": (m.mostly(m.full_name, m.one_of("Anonymous"), 0.3), "person_name"),
        "Complainant Ph": (m.phone, "phone"),
        "Property Address": (m.address, QUIET),
        "Property Owner": (m.mostly(m.list_name, m.trade, 0.2), "person_name"),
        "Owner Mailing Addr": (m.address, "home_address"),
        "Violation": (m.one_of("Tall grass", "Trash"), QUIET),
        "Inspector Initials": (m.one_of("JD", "KL"), QUIET),
        "Next Visit": (m.recent_date, QUIET),
        "Fee": (m.amount(0, 900), QUIET),
    },
    "tow": {
        "Tow #": (m.code("", 8), QUIET),
        "VIN/Serial": (m.code("1HGCM8263", 8), QUIET),
        "Lic Plate": (m.plate, "license_plate"),
        "Make": (m.one_of("HOND", "FORD"), QUIET),
        "R/O Name": (m.list_name, "person_name"),
        "R/O Address": (rural_address, "home_address"),
        "Tow Company": (m.trade, QUIET),
        "Towed From": (block_number, QUIET),
        "Dispatcher": (m.few(initial, 9), QUIET),
        "Tow Lot Phone": (m.few(m.phone, 4), QUIET),
    },
    "cols": {
        "Column1": (titled_name, "person_name"),
        "Column2": (worded_date, "date_of_birth"),
        "Column3": (long_phone, "phone"),
        "Column4": (loud_email, "email"),
        "Column5": (rural_address, "home_address"),
        "Column6": (m.number(1, 99), QUIET),
        "Column7": (m.one_of("Catholic", "Muslim", "Jewish", "Buddhist"), "religion"),
        "Column8": (m.one_of("Straight", "Gay", "Lesbian", "Bisexual"), "sexual_orientation"),
        "Column9": (m.zip_code, "zip_code"),
        "Column10": (m.recent_date, QUIET),
    },
    "liquor": {
        "Applicant/Trade Name": (m.shop, QUIET),
        "Premises": (m.address, QUIET),
        "License Type": (m.one_of("F-COM", "L"), QUIET),
        "Processed by": (m.few(m.full_name, 4), QUIET),
        "OLCC #": (m.number(100000, 999999), QUIET),
        "Neighborhood Assn": (m.one_of(*m.HOODS), QUIET),
        "Contact Phone": (m.phone, QUIET),
        "Recv'd": (m.recent_date, QUIET),
    },
    "water leaks": {
        "LeakNo": (m.dashed(3, 3, 4), QUIET),
        "MainDiam": (m.number(2, 60), QUIET),
        "Depth": (m.amount(1, 9), QUIET),
        "GPS_X": (m.longitude, QUIET),
        "GPS_Y": (m.latitude, QUIET),
        "Foreman": (m.few(m.full_name, 6), QUIET),
        "Pipe Age": (m.number(1, 120), QUIET),
        "Install Yr": (m.number(1900, 2020), QUIET),
        "Cause": (m.one_of("Corrosion", "Freeze"), QUIET),
        "Notes": (m.remark, QUIET),
    },
    "court": {
        "Defendant": (m.list_name, "person_name"),
        "D.O.B.": (m.us_birth_date, "date_of_birth"),
        "OLN": (m.license_number, "driver_license"),
        "Charges": (m.one_of("DUII", "Theft III", "Assault IV"), "criminal_history"),
        "Judge": (m.few(m.list_name, 12), QUIET),
        "Courtroom": (m.number(100, 400), QUIET),
        "Attorney": (m.few(m.full_name, 20), QUIET),
        "Hearing": (m.recent_date, QUIET),
        "Docket": (m.dashed(2, 5), QUIET),
        "Eyes": (m.one_of("BRO", "BLU"), QUIET),
    },
    "covid clinic": {
        "Patient": (m.world_name, "person_name"),
        "Sex at birth": (m.one_of("F", "M"), "gender"),
        "Preferred language": (m.one_of("Spanish", "Vietnamese", "English", "Somali"), "national_origin"),
        "Medicaid #": (m.code("AB", 7), "medical_id"),
        "Test result": (m.one_of("Positive", "Negative"), "health"),
        "Lot number": (m.code("EW", 4), QUIET),
        "Vaccinator": (m.few(m.full_name, 5), QUIET),
        "Site": (m.one_of("OCC", "PDX"), QUIET),
        "Dose": (m.number(1, 3), QUIET),
        "Race/Ethnicity": (m.one_of("White", "Latino/a", "Asian", "Native Hawaiian/Pacific Islander"), "race_ethnicity"),
    },
    "homeless count": {
        "Shelter": (m.one_of("Rose Haven", "Transition Projects"), QUIET),
        "Women": (m.number(0, 90), QUIET),
        "Men": (m.number(0, 90), QUIET),
        "Veterans": (m.number(0, 20), QUIET),
        "Disabled": (m.number(0, 30), QUIET),
        "Night": (m.recent_date, QUIET),
        "Beds": (m.number(10, 200), QUIET),
    },
    "cameras": {
        "Camera": (m.code("CAM", 3), QUIET),
        "IP": (m.ip_address, QUIET),
        "Login": (m.one_of("admin", "root"), "username"),
        "Pwd": (m.one_of("Traffic#1", "Portland2020!"), "credential"),
        "Lat": (m.latitude, QUIET),
        "Lng": (m.longitude, QUIET),
        "Model": (m.one_of("AXIS Q6045"), QUIET),
    },
    "refunds": {
        "Payee": (m.full_name, "person_name"),
        "Amount": (m.amount(5, 900), QUIET),
        "Account No": (m.code("", 10), "person_id"),
        "Routing": (m.nine_digits, "bank_account"),
        "Card last4": (m.number(1000, 9999), QUIET),
        "CC": (m.card, "credit_card"),
        "Reason": (m.one_of("Duplicate", "Class cancelled"), QUIET),
        "GL": (m.dashed(4, 4, 4), QUIET),
        "Check #": (m.number(100000, 999999), QUIET),
    },
    "grants": {
        "Grantee": (m.one_of("Rose CDC", "APANO", "Latino Network", "IRCO"), QUIET),
        "Exec Director": (m.few(m.full_name, 30), QUIET),
        "Org Email": (m.office_email, QUIET),
        "Org Phone": (m.phone, QUIET),
        "EIN": (m.dashed(2, 7), QUIET),
        "Award": (m.amount(1000, 90000), QUIET),
        "Serves Disabled": (m.one_of("Yes", "No"), QUIET),
        "Serves Immigrants": (m.one_of("Yes", "No"), QUIET),
        "Address": (m.address, QUIET),
    },
    "park reservations": {
        "Reserved by": (m.full_name, "person_name"),
        "Party size": (m.number(5, 100), QUIET),
        "Email Addr.": (m.email, "email"),
        "Park": (m.one_of("Mt Tabor Park", "Laurelhurst Park"), QUIET),
        "Picnic Site": (m.one_of("A", "B"), QUIET),
        "Permit #": (m.nine_digits, QUIET),
        "Event type": (m.one_of("Birthday", "Wedding"), QUIET),
        "Alcohol": (m.one_of("Y", "N"), QUIET),
    },
    "lobbyists": {
        "Lobbyist": (m.full_name, QUIET),
        "Entity": (m.trade, QUIET),
        "Official Contacted": (m.few(m.full_name, 12), QUIET),
        "Quarter": (m.one_of("Q1", "Q2"), QUIET),
        "Hours": (m.number(1, 40), QUIET),
        "Topic": (m.one_of("Housing"), QUIET),
    },
    "joint owners": {
        "Owner1": (two_names, "person_name"),
        "Situs": (m.address, QUIET),
        "RMV": (m.number(10000, 900000), QUIET),
        "R Number": (m.code("R", 6), QUIET),
        "Map Tax Lot": (m.dashed(3, 2, 4), QUIET),
        "Owner Zip": (m.zip_code, "zip_code"),
        "Prop Class": (m.number(100, 999), QUIET),
    },
}
