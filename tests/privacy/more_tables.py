"""Labeled city tables of a second round; scored first at F1 0.88 before any rule was changed for them."""


from tests.privacy import makers as m
from tests.privacy.makers import Columns

QUIET = ""


def post_office_box(draw):
    return f"PO Box {draw.randint(10, 9999)}, Portland, OR 97{draw.randint(200, 299)}"


def full_address(draw):
    street = draw.choice(("Maple", "Oak", "River", "Lincoln", "Sunset")) + draw.choice((" Dr", " Lane", " Way", " Street"))
    return f"{draw.randint(10, 9999)} {street}, {draw.choice(('Portland', 'Gresham'))}, OR 97{draw.randint(200, 299)}"


def short_birth_date(draw):
    return f"{draw.randint(1, 12):02}/{draw.randint(1, 28):02}/{draw.randint(40, 99)}"


def long_birth_date(draw):
    return f"{draw.choice(['January', 'March', 'July'])} {draw.randint(1, 28)}, {draw.randint(1940, 2004)}"


def spaced_ssn(draw):
    return m.ssn(draw).replace("-", " ")


def vin(draw):
    from steward.privacy.recognizers.vin import _has_check_digit

    while True:
        b = "".join(draw.choices("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", k=17))
        for c in "0123456789X":
            v = b[:8] + c + b[9:]
            if _has_check_digit(v):
                return v


def full_width(s):
    return lambda draw: "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in s(draw))


def with_joiners(s):
    return lambda draw: "\u200b".join(s(draw))


def mac(draw):
    return ":".join(f"{draw.randint(0, 255):02X}" for _ in range(6))


def narrative(draw):
    return draw.choice(
        [
            f"On arrival officers contacted {m.full_name(draw)} ({m.us_birth_date(draw)}) who stated the vehicle was gone.",
            f"RP {m.full_name(draw)} reports neighbor at {m.address(draw)} threatened her.",
            f"{m.full_name(draw)} called again, ph {m.phone(draw)}, wants supervisor",
        ]
    )


def survey_section(draw):
    section = f"{draw.randint(1, 36):02}{draw.choice('ABCD')}{draw.choice('ABCD')}"
    return f"{draw.randint(1, 3)}{draw.choice('NS')}{draw.randint(1, 3)}E{section} -{draw.randint(100, 9999):05}"


TABLES: dict[str, Columns] = {
    "tenants": {
        "Tenant": (m.full_name, "person_name"),
        "Unit #": (m.number(1, 400), QUIET),
        "Rent": (m.amount(500, 3000), QUIET),
        "Monthly Income": (m.amount(500, 9000), "income"),
        "Soc. Sec. #": (spaced_ssn, "ssn"),
        "Mailing Address": (post_office_box, "home_address"),
        "Emergency Contact Phone": (m.dotted_phone, "phone"),
        "Birthdate": (short_birth_date, "date_of_birth"),
        "Property Manager": (m.few(m.full_name, 6), QUIET),
        "Building": (m.one_of("Bud Clark Commons", "Hazel Heights", "Rose Manor"), QUIET),
        "Move-in Date": (m.recent_date, QUIET),
        "Voucher Number": (m.dashed(3, 2, 4), QUIET),
    },
    "volunteers": {
        "Vol. First": (m.first_name, "person_name"),
        "Vol. Last": (m.last_name, "person_name"),
        "e-mail": (m.email, "email"),
        "Mobile #": (m.phone, "phone"),
        "T-shirt size": (m.one_of("S", "M", "L"), QUIET),
        "Birth Year": (m.number(1940, 2005), "date_of_birth"),
        "Pronouns": (m.one_of("she/her", "he/him", "they/them"), "gender"),
        "Park assigned": (m.one_of("Laurelhurst Park", "Mt. Tabor Park"), QUIET),
        "Hours": (m.number(1, 80), QUIET),
        "Comments": (m.one_of("", "great", "Prefers mornings"), QUIET),
    },
    "column letters": {
        "A": (m.list_name, "person_name"),
        "B": (long_birth_date, "date_of_birth"),
        "C": (full_address, "home_address"),
        "D": (m.bare_ssn, "ssn"),
        "E": (m.phone, "phone"),
        "F": (m.one_of("Male", "Female"), "gender"),
        "G": (m.one_of("White", "Asian", "Hispanic/Latino", "Black/African American"), "race_ethnicity"),
        "H": (m.one_of("Diabetes", "Asthma", "Hypertension", "Cancer"), "health"),
        "I": (m.amount(10, 900), QUIET),
        "J": (m.one_of("A", "B", "C"), QUIET),
    },
    "unicode": {
        "x1": (full_width(m.ssn), "ssn"),
        "x2": (with_joiners(m.email), "email"),
        "x3": (full_width(m.phone), "phone"),
        "x4": (m.code("Ü", 5), QUIET),
    },
    "city staff directory": {
        "Name": (m.full_name, QUIET),
        "Title": (m.one_of("Planner", "Engineer"), QUIET),
        "Bureau": (m.one_of("BDS", "PBOT", "BES"), QUIET),
        "Work Phone": (m.phone, QUIET),
        "Work Email": (m.city_email, QUIET),
        "Office Location": (m.one_of("1900 SW 4th Ave", "1120 SW 5th Ave"), QUIET),
    },
    "business licenses": {
        "Business Name": (m.shop, QUIET),
        "DBA": (m.shop, QUIET),
        "Owner": (m.full_name, "person_name"),
        "Owner Home Phone": (m.phone, "phone"),
        "Business Address": (m.address, QUIET),
        "City": (m.one_of("Portland", "Gresham"), QUIET),
        "Zip Code": (m.zip_code, QUIET),
        "NAICS": (m.number(100000, 999999), QUIET),
        "License Number": (m.dashed(3, 2, 4), QUIET),
        "Phone": (m.phone, QUIET),
        "Expires": (m.recent_date, QUIET),
        "Account Number": (m.nine_digits, QUIET),
    },
    "bridges": {
        "Bridge Name": (m.one_of("Hawthorne Bridge", "Burnside Bridge", "St Johns Bridge"), QUIET),
        "NBI": (m.sixteen_digits, QUIET),
        "Lat": (m.latitude, QUIET),
        "Long": (m.longitude, QUIET),
        "Built": (m.number(1900, 2015), QUIET),
        "Condition Rating": (m.number(1, 9), QUIET),
        "Last Inspection": (m.recent_date, QUIET),
        "Inspector": (m.few(m.list_name, 5), QUIET),
        "Sufficiency": (m.amount(0, 100), QUIET),
        "Owner": (m.one_of("City", "County", "State"), QUIET),
    },
    "crashes": {
        "Crash ID": (m.number(1000000, 9999999), QUIET),
        "Crash Date": (m.recent_date, QUIET),
        "Driver Age": (m.number(16, 90), "age"),
        "Driver Sex": (m.one_of("M", "F"), "gender"),
        "Driver Zip": (m.zip_code, "zip_code"),
        "Injury Severity": (m.one_of("Fatal", "Minor", "None"), QUIET),
        "LAT": (m.latitude, "precise_geo"),
        "LONGTD": (m.longitude, "precise_geo"),
        "VIN": (vin, "vin"),
        "Plate No.": (m.plate, "license_plate"),
        "Insurance Policy": (m.code("P", 8), QUIET),
        "Road": (m.one_of("I-5", "US-26", "SE Powell Blvd"), QUIET),
    },
    "311": {
        "SR Number": (m.dashed(2, 8), QUIET),
        "Requester Name": (m.mostly(m.full_name, m.world_name, 0.2), "person_name"),
        "Requester Email": (m.email, "email"),
        "Requester Phone": (m.bare_phone, "phone"),
        "Category": (m.one_of("Noise", "Abandoned Auto"), QUIET),
        "Description": (m.mostly(m.remark, narrative, 0.4), "free_text_pii phone"),
        "Block": (m.block, QUIET),
        "Council District": (m.number(1, 4), QUIET),
        "Staff Assigned": (m.few(m.full_name, 8), QUIET),
        "Days Open": (m.number(0, 90), QUIET),
    },
    "wifi": {
        "Device MAC": (mac, "mac_address"),
        "Client IP": (m.ip_address, "ip_address"),
        "AP Name": (m.code("AP-", 4), QUIET),
        "Session Start": (m.recent_date, QUIET),
        "Bytes": (m.number(1000, 10**9), QUIET),
        "Username": (lambda draw: (draw.choice(m.FIRST)[0] + draw.choice(m.LAST)).lower(), "username"),
    },
    "servers": {
        "Hostname": (m.code("srv", 4), QUIET),
        "IP Address": (m.ip_address, QUIET),
        "MAC": (mac, QUIET),
        "OS Version": (m.ip_address, QUIET),
        "Serial Number": (m.code("SN", 8), QUIET),
        "Location": (m.one_of("Portland Building", "1900 Bldg"), QUIET),
        "Installed": (m.install_date, QUIET),
    },
    "census": {
        "Tract": (m.code("41051", 6), QUIET),
        "Total Population": (m.number(500, 9000), QUIET),
        "Hispanic": (m.number(0, 900), QUIET),
        "White alone": (m.number(0, 9000), QUIET),
        "Median Household Income": (m.number(20000, 190000), QUIET),
        "Veterans": (m.number(0, 300), QUIET),
        "With a disability": (m.number(0, 900), QUIET),
        "Pct Foreign Born": (m.amount(0, 50), QUIET),
        "Age 65+": (m.number(0, 900), QUIET),
    },
    "shelter animals": {
        "Animal ID": (m.code("A", 6), QUIET),
        "Name": (m.first_name, QUIET),
        "Species": (m.one_of("Dog", "Cat"), QUIET),
        "DOB": (m.birth_date, QUIET),
        "Gender": (m.one_of("Male", "Female"), QUIET),
        "Color": (m.one_of("Black", "White", "Brown"), QUIET),
        "Intake Type": (m.one_of("Stray", "Surrender"), QUIET),
        "Finder Phone": (m.phone, "phone"),
        "Intake Address": (m.address, QUIET),
        "Microchip #": (m.code("98514", 10), QUIET),
    },
    "utility accounts": {
        "Acct": (m.dashed(3, 3, 4), "person_id"),
        "Cust Name": (m.list_name, "person_name"),
        "Svc Addr": (m.address, "home_address"),
        "Cell": (m.bare_phone, "phone"),
        "Autopay Card": (m.bare_card, "credit_card"),
        "Bank Acct": (m.code("", 10), "bank_account"),
        "Meter": (m.code("", 9), QUIET),
        "Usage CCF": (m.number(0, 90), QUIET),
        "Read Date": (m.recent_date, QUIET),
        "Low Income": (m.one_of("Y", "N"), "income"),
    },
    "contracts": {
        "Contract #": (m.dashed(3, 2, 4), QUIET),
        "Contractor": (m.trade, QUIET),
        "Project Manager": (m.few(m.full_name, 15), QUIET),
        "PM Email": (m.few(m.city_email, 15), QUIET),
        "PM Phone": (m.few(m.phone, 15), QUIET),
        "Amount": (m.amount(100, 10**6), QUIET),
        "Awarded": (m.recent_date, QUIET),
        "Signatory": (m.few(m.full_name, 40), QUIET),
        "Vendor Contact": (m.full_name, QUIET),
        "Vendor Tax ID": (m.dashed(2, 7), QUIET),
    },
    "council testimony": {
        "Speaker": (m.full_name, "person_name"),
        "Agenda Item": (m.number(100, 999), QUIET),
        "Organization": (m.trade, QUIET),
        "Position": (m.one_of("Support", "Oppose"), QUIET),
        "Contact": (m.email, "email"),
        "Date": (m.recent_date, QUIET),
    },
    "overdose": {
        "Incident": (m.code("I", 7), QUIET),
        "Pt Age": (m.number(14, 80), "age"),
        "Pt Sex": (m.one_of("M", "F", "X"), "gender"),
        "Primary Impression": (m.one_of("Overdose - opioid", "Overdose - fentanyl", "Seizure", "Chest pain"), "health"),
        "Housing": (m.one_of("Housed", "Unhoused"), QUIET),
        "Longitude": (m.longitude, "precise_geo"),
        "Latitude": (m.latitude, "precise_geo"),
        "Unit": (m.one_of("E01", "M22"), QUIET),
        "Dispatch Time": (m.recent_date, QUIET),
        "Medic": (m.few(m.full_name, 20), QUIET),
    },
    "library": {
        "Card": (m.code("2116800", 7), "person_id"),
        "Patron": (m.world_name, "person_name"),
        "PIN": (m.number(1000, 9999), "credential"),
        "Title": (m.one_of("Circe", "Dune"), QUIET),
        "Author": (m.few(m.full_name, 40), QUIET),
        "ISBN": (m.code("978", 10), QUIET),
        "Due": (m.recent_date, QUIET),
        "Branch": (m.one_of("Albina", "Holgate"), QUIET),
    },
    "streets": {
        "Segment": (m.nine_digits, QUIET),
        "Street": (m.one_of(*m.STREETS), QUIET),
        "From": (m.one_of(*m.STREETS), QUIET),
        "PCI": (m.number(1, 100), QUIET),
        "State Plane X": (m.number(7600000, 7690000), QUIET),
        "State Plane Y": (m.number(600000, 690000), QUIET),
        "RNO": (survey_section, QUIET),
        "Phone Poles": (m.number(0, 9), QUIET),
        "Zip": (m.zip_code, QUIET),
    },
    "misfit": {
        "Permit Type": (m.mostly(m.one_of("Electrical", "Plumbing"), m.ssn, 0.02), "ssn"),
        "Valve Size": (m.mostly(m.number(2, 16), m.phone, 0.02), "phone"),
        "Zone": (m.mostly(m.one_of("N", "S"), m.email, 0.02), "email"),
        "Length": (m.amount(1, 100), QUIET),
        "Material": (m.one_of("DI", "CI"), QUIET),
    },
    "published salaries": {
        "Name": (m.full_name, QUIET),
        "Job Titles": (m.one_of("SERGEANT", "POLICE OFFICER"), QUIET),
        "Department": (m.one_of("POLICE", "FIRE"), QUIET),
        "Full or Part-Time": (m.one_of("F", "P"), QUIET),
        "Salary or Hourly": (m.one_of("SALARY", "HOURLY"), QUIET),
        "Annual Salary": (m.amount(30000, 180000), QUIET),
    },
    "bike counts": {
        "Location": (m.one_of("Hawthorne Bridge East", "Tilikum Crossing"), QUIET),
        "Date": (m.recent_date, QUIET),
        "Count": (m.number(0, 9000), QUIET),
        "Female": (m.number(0, 4000), QUIET),
        "Helmet %": (m.amount(0, 100), QUIET),
        "Lat": (m.latitude, QUIET),
        "Lon": (m.longitude, QUIET),
    },
    "stops": {
        "Stop Date": (m.recent_date, QUIET),
        "Perceived Race": (m.one_of("Black", "White", "Hispanic", "Asian"), "race_ethnicity"),
        "Perceived Gender": (m.one_of("Male", "Female"), "gender"),
        "Age": (m.number(12, 90), "age"),
        "Stop Reason": (m.one_of("Speeding", "Equipment"), QUIET),
        "Search": (m.one_of("Yes", "No"), QUIET),
        "Citizenship": (m.one_of("US citizen", "Non-citizen"), "immigration_status"),
        "Officer DPSST": (m.number(20000, 60000), QUIET),
    },
}
