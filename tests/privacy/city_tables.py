"""Labeled city tables: about half of their columns only look like personal information. Drawn with a seed."""

from tests.privacy import makers as m
from tests.privacy.makers import Columns

QUIET = ""

TABLES: dict[str, Columns] = {
    "rental assistance": {
        "Applicant": (m.full_name, "person_name"), "SSN": (m.ssn, "ssn"), "DOB": (m.us_birth_date, "date_of_birth"),
        "Home Address": (m.address, "home_address"), "Contact Phone": (m.phone, "phone"), "Email": (m.email, "email"),
        "Household Income": (m.amount(9000, 70000), "income"), "Case Manager": (m.few(m.full_name, 9), QUIET),
        "Status": (m.one_of("Open", "Closed", "Pending"), QUIET), "Application No": (m.code("RA-"), QUIET)},
    "meaningless headers": {
        "field_1": (m.full_name, "person_name"), "field_2": (m.ssn, "ssn"), "field_3": (m.email, "email"),
        "field_4": (m.dotted_phone, "phone"),
        "field_5": (m.address, "home_address"), "field_6": (m.birth_date, "date_of_birth"), "field_7": (m.card, "credit_card"),
        "field_8": (m.code("A", 7), QUIET), "field_9": (m.one_of("Y", "N"), QUIET), "field_10": (m.recent_date, QUIET)},
    "misleading headers": {
        "Reference": (m.ssn, "ssn"), "Code": (m.phone, "phone"), "Location": (m.email, "email"),
        "Comments": (m.bare_card, "credit_card"),
        "Group": (m.list_name, "person_name"), "Type": (m.address, "home_address"), "Phone": (m.one_of("yes", "no"), QUIET),
        "Email": (m.one_of("opted in", "opted out"), QUIET), "SSN": (m.one_of("on file", "missing"), QUIET),
        "Client": (m.code("C", 5), "person_id")},
    "parcels": {
        "Parcel No": (m.parcel, QUIET), "TAXLOT": (m.dashed(3, 2, 4), QUIET), "Account": (m.nine_digits, QUIET),
        "APN": (m.dashed(3, 3, 4), QUIET),
        "Zoning": (m.one_of("R5", "R2.5", "CM2"), QUIET), "Acres": (m.amount(0, 3), QUIET), "Latitude": (m.latitude, QUIET),
        "Longitude": (m.longitude, QUIET),
        "Site Address": (m.address, QUIET), "Year Built": (m.number(1890, 2024), QUIET)},
    "building permits": {
        "PermitNum": (m.phone_like, QUIET), "IVR": (m.nine_digits, QUIET), "Contractor": (m.trade, QUIET),
        "Contractor Phone": (m.phone, QUIET),
        "Inspector": (m.few(m.full_name, 12), QUIET), "Project Address": (m.address, QUIET), "Issued": (m.recent_date, QUIET),
        "Valuation": (m.amount(500, 900000), QUIET),
        "Applicant Name": (m.full_name, "person_name"), "Applicant Email": (m.email, "email")},
    "hydrants": {
        "HydrantID": (m.code("H", 5), QUIET), "lat": (m.latitude, QUIET), "lon": (m.longitude, QUIET),
        "Install Date": (m.install_date, QUIET),
        "Manufacturer": (m.one_of("Mueller", "Clow", "Kennedy", "Waterous"), QUIET),
        "Condition": (m.one_of("Good", "Fair", "Poor"), QUIET),
        "Serial": (m.sixteen_digits, QUIET), "Inspected By": (m.few(m.full_name, 7), QUIET), "Remarks": (m.remark, QUIET),
        "the_geom": (m.point, QUIET)},
    "pet licenses": {
        "Animal Name": (m.first_name, QUIET), "Breed": (m.one_of("Labrador", "Poodle", "Husky"), QUIET),
        "Sex": (m.one_of("M", "F"), QUIET),
        "Age": (m.number(0, 15), QUIET), "DOB": (m.recent_date, QUIET), "License Number": (m.code("", 7), QUIET),
        "ZIP": (m.zip_code, QUIET),
        "Owner Name": (m.full_name, "person_name"), "Owner Phone": (m.phone, "phone"), "Microchip": (m.code("985", 12), QUIET)},
    "food inspections": {
        "Restaurant": (m.shop, QUIET), "Business Phone": (m.phone, QUIET), "Address": (m.address, QUIET),
        "Zip": (m.zip_code, QUIET),
        "Inspector Name": (m.few(m.full_name, 14), QUIET), "Score": (m.number(60, 100), QUIET),
        "Inspection Date": (m.recent_date, QUIET),
        "Email": (m.office_email, QUIET), "License #": (m.nine_digits, QUIET), "Latitude": (m.latitude, QUIET),
        "Violation Notes": (m.remark, QUIET)},
    "police reports": {
        "Case Number": (m.dashed(2, 6), QUIET), "Offense": (m.one_of("Assault", "Theft", "Burglary"), QUIET),
        "Victim Name": (m.list_name, "person_name"),
        "Victim DOB": (m.us_birth_date, "date_of_birth"), "Victim Race": (m.one_of("W", "B", "H", "A", "U"), "race_ethnicity"),
        "Victim Sex": (m.one_of("M", "F"), "gender"), "Officer": (m.few(m.list_name, 30), QUIET),
        "Incident Address": (m.address, "home_address"),
        "Latitude": (m.latitude, "precise_geo"), "Longitude": (m.longitude, "precise_geo"),
        "Narrative": (m.mostly(m.remark, m.telling_remark, 0.5), "free_text_pii phone email"),
        "Officer Badge": (m.number(1000, 9999), QUIET)},
    "crime published": {
        "CaseNumber": (m.code("25-X"), QUIET), "Address": (m.block, QUIET), "Neighborhood": (m.one_of(*m.HOODS), QUIET),
        "OccurDate": (m.recent_date, QUIET),
        "OffenseCategory": (m.one_of("Larceny", "Assault", "Vandalism"), QUIET), "OpenDataLat": (m.latitude, QUIET),
        "OpenDataLon": (m.longitude, QUIET),
        "OpenDataX": (m.number(7600000, 7699999), QUIET), "OffenseCount": (m.number(1, 3), QUIET),
        "CrimeAgainst": (m.one_of("Person", "Property", "Society"), QUIET)},
    "payroll": {
        "EMP_ID": (m.code("E", 6), "person_id"), "First Name": (m.first_name, "person_name"),
        "Last Name": (m.last_name, "person_name"),
        "Hire Date": (m.recent_date, QUIET), "Home Phone": (m.dotted_phone, "phone"), "Personal E-mail": (m.email, "email"),
        "BirthDate": (m.birth_date, "date_of_birth"),
        "Ethnicity": (m.one_of("White", "Asian", "Hispanic or Latino", "Black or African American"), "race_ethnicity"),
        "Routing Number": (m.nine_digits, "bank_account"), "Job Title": (m.one_of("Engineer II", "Analyst", "Clerk"), QUIET),
        "Cost Center": (m.code("", 10), QUIET)},
    "salaries published": {
        "Employee Name": (m.list_name, QUIET), "Job Title": (m.one_of("Engineer II", "Analyst", "Clerk", "Fire Fighter"),
                                                             QUIET),
        "Department": (m.one_of("Water", "Transportation", "Parks"), QUIET), "Annual Salary": (m.amount(40000, 190000), QUIET),
        "Full or Part Time": (m.one_of("F", "P"), QUIET), "Fiscal Year": (m.number(2019, 2025), QUIET)},
    "service requests": {
        "Request ID": (m.code("SR", 8), QUIET), "caller": (m.mostly(m.full_name, m.world_name, 0.3), "person_name"),
        "callback": (m.bare_phone, "phone"),
        "issue": (m.one_of("Pothole", "Graffiti", "Street light"), QUIET), "created": (m.recent_date, QUIET),
        "cross streets": (m.crossing, QUIET),
        "notes": (m.mostly(m.remark, m.telling_remark, 0.03), "free_text_pii phone email"),
        "assigned_to": (m.few(m.full_name, 10), QUIET),
        "work_order": (m.nine_digits, QUIET), "contact_email": (m.email, "email")},
    "health program": {
        "MRN": (m.code("", 8), "medical_id"), "Pt Name": (m.world_name, "person_name"),
        "Dx": (m.one_of("Asthma", "Type 2 diabetes", "Hypertension", "Depression"), "health"),
        "Sex": (m.one_of("Female", "Male", "Nonbinary"), "gender"), "Age": (m.number(1, 96), "age"),
        "ZIP Code": (m.zip_code, "zip_code"),
        "Insurance": (m.one_of("OHP", "Private", "None"), QUIET), "Provider": (m.few(m.full_name, 15), QUIET),
        "Visit Date": (m.recent_date, QUIET),
        "Clinic Phone": (m.few(m.phone, 6), QUIET)},
    "survey": {
        "Response ID": (m.number(1, 99999), QUIET), "Gender identity": (m.one_of("Woman", "Man", "Non-binary",
                                                                      "Prefer not to say"), "gender"),
        "Sexual orientation": (m.one_of("Straight", "Gay", "Bisexual", "Queer"), "sexual_orientation"),
        "Religion": (m.one_of("Catholic", "Muslim", "None", "Buddhist"), "religion"),
        "Disability": (m.one_of("Yes", "No"), "disability"),
        "Veteran status": (m.one_of("Veteran", "Not a veteran"), "veteran_status"),
        "Country of birth": (m.one_of("USA", "Vietnam", "Mexico", "Ukraine", "Somalia"), "national_origin"),
        "Immigration status": (m.one_of("US citizen", "Permanent resident", "Refugee"), "immigration_status"),
        "Q7 rating": (m.number(1, 5), QUIET), "Age group": (m.one_of("1-20", "21-40", "41-60", "61-80"), QUIET)},
    "counts by race": {
        "Year": (m.number(2015, 2025), QUIET), "Race": (m.one_of("White", "Black", "Asian", "Hispanic"), QUIET),
        "Gender": (m.one_of("Male", "Female"), QUIET),
        "Total Arrests": (m.number(1, 900), QUIET), "Percent": (m.amount(0, 100), QUIET),
        "Average Age": (m.amount(20, 60), QUIET),
        "Median Income": (m.number(30000, 90000), QUIET), "Number of victims": (m.number(0, 60), QUIET)},
    "vendors": {
        "Vendor Name": (m.trade, QUIET), "Vendor Phone": (m.phone, QUIET), "Vendor Email": (m.office_email, QUIET),
        "Remit Address": (m.address, QUIET),
        "EIN": (m.dashed(2, 7), QUIET), "PO Number": (m.code("", 10), QUIET), "Contract No": (m.dashed(3, 2, 4), QUIET),
        "Buyer": (m.few(m.full_name, 8), QUIET),
        "Tax ID": (m.bare_ssn, "ssn"), "Amount Paid": (m.amount(10, 99999), QUIET)},
    "parking tickets": {
        "Citation": (m.code("", 9), QUIET), "Plate": (m.plate, "license_plate"), "State": (m.one_of("OR", "WA", "CA"), QUIET),
        "Driver License": (m.license_number, "driver_license"),
        "Registered Owner": (m.full_name, "person_name"), "Location": (m.block, QUIET), "Fine": (m.amount(20, 250), QUIET),
        "Officer ID": (m.number(100, 999), QUIET),
        "Violation": (m.one_of("No permit", "Expired meter", "Hydrant"), QUIET), "Issued At": (m.recent_date, QUIET)},
    "web accounts": {
        "login": (lambda draw: m.email(draw).split("@")[0], "username"), "ip": (m.ip_address, "ip_address"),
        "full name": (m.full_name, "person_name"),
        "last_seen": (m.recent_date, QUIET), "browser": (m.one_of("Firefox", "Chrome", "Safari"), QUIET),
        "version": (m.ip_address, QUIET),
        "sessions": (m.number(1, 400), QUIET), "card on file": (m.card, "credit_card")},
    "parks and facilities": {
        "Facility": (m.one_of("Laurelhurst Park", "Mt Scott Community Center", "Peninsula Pool",
                              "Matt Dishman Community Center"), QUIET),
        "Phone": (m.few(m.phone, 20), QUIET), "Email": (m.few(m.city_email, 20), QUIET), "Street Address": (m.address, QUIET),
        "Manager": (m.few(m.full_name, 10), QUIET),
        "Location": (m.point, QUIET), "Named after": (m.few(m.full_name, 12), QUIET), "Opened": (m.install_date, QUIET),
        "Capacity": (m.number(10, 900), QUIET)},
    "trees": {
        "Tree ID": (m.nine_digits, QUIET), "Common Name": (m.one_of("Norway Maple", "Douglas Fir", "Japanese Cherry"), QUIET),
        "Genus": (m.one_of("Acer", "Prunus", "Quercus"), QUIET),
        "DBH": (m.number(1, 60), QUIET), "Age": (m.number(1, 120), QUIET), "X": (m.longitude, QUIET),
        "Y": (m.latitude, QUIET), "Collected By": (m.few(m.full_name, 20), QUIET),
        "Health": (m.one_of("Good", "Poor", "Dead"), QUIET), "Date": (m.install_date, QUIET)},
    "rare cells": {
        "ticket": (m.code("T", 7), QUIET), "details": (m.mostly(m.remark,
                                                                lambda draw: f"Customer left ssn {m.ssn(draw)} on the form",
                                                                0.02), "ssn free_text_pii"),
        "resolution": (m.mostly(m.remark, lambda draw: f"Sent link to {m.email(draw)}", 0.02), "email free_text_pii"),
        "internal": (m.mostly(m.remark, lambda draw: f"gate code: {draw.randint(1000, 9999)}#", 0.02), "credential"),
        "payment": (m.mostly(m.one_of("check", "cash"), m.card, 0.02), "credit_card"),
        "queue": (m.one_of("North", "South"), QUIET), "minutes": (m.number(1, 400), QUIET)},
    "jail bookings": {
        "SWIS ID": (m.code("", 6), "person_id"), "Inmate": (m.list_name, "person_name"),
        "Charge": (m.one_of("Theft II", "DUII", "Assault IV"), "criminal_history"),
        "Prior convictions": (m.number(0, 6), "criminal_history"),
        "RACE": (m.one_of("White", "Black", "Hispanic"), "race_ethnicity"), "Booked": (m.recent_date, QUIET),
        "Facility": (m.one_of("MCDC", "MCIJ"), QUIET), "Bail": (m.number(0, 50000), QUIET),
        "yob": (m.number(1940, 2006), "date_of_birth")},
}

