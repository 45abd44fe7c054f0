"""How headers are read."""

import pytest

from steward.privacy.headers import HeaderReader, singular


@pytest.fixture(scope="module")
def read(knowledge):
    return HeaderReader(knowledge).read


@pytest.mark.parametrize(("header", "kind"), [
    ("E-mail Address", "email"), ("emailaddr", "email"), ("PhoneNbr", "phone"), ("CELL_PHONE", "phone"),
    ("Soc. Sec. No.", "ssn"),
    ("dob", "date_of_birth"), ("DateOfBirth", "date_of_birth"), ("BIRTHDATE", "date_of_birth"),
    ("Victim's Race", "race_ethnicity"),
    ("applicant_fname", "person_name"), ("LAST NAME", "person_name"), ("ownername", "person_name"),
    ("Home addr", "home_address"),
    ("Driver's License #", "driver_license"), ("ZIPCODE", "zip_code"), ("lat", "precise_geo"), ("X_COORD", "precise_geo"),
    ("MRN", "medical_id"), ("Annual household income", "income"), ("Plate No", "license_plate"),
    ("vetStatus", "veteran_status")])
def test_a_header_names_its_kind_however_it_is_written(read, header, kind):
    assert kind in read(header).strong


@pytest.mark.parametrize(("header", "kind"), [
    ("Phone type", "phone"), ("Number of victims", "victim_status"), ("Average age", "age"), ("Permit number", "ssn"),
    ("Race distance", "race_ethnicity"), ("Tree age", "age"), ("Pet name", "person_name"), ("Social media", "ssn"),
    ("Median household income", "income"), ("Park name", "person_name"), ("Sex offense count", "gender")])
def test_a_word_beside_it_may_take_the_meaning_away(read, header, kind):
    reading = read(header)
    assert kind not in reading.strong | reading.weak
    assert kind in reading.never | reading.against


@pytest.mark.parametrize(("header", "role"), [
    ("Inspector", "official"), ("assigned_to", "official"), ("Vendor", "business"), ("TAXLOT", "asset"), ("Dog Name", "animal"),
    ("Applicant", "subject"), ("Total", "statistic"), ("Home Phone", "personal"), ("Council District", "place")])
def test_a_header_tells_the_role_of_its_column(read, header, role):
    assert read(header).has(role)


@pytest.mark.parametrize("header", ["", "   ", "field_7", "Q12", "x1", "§§", "ß" * 500])
def test_a_header_without_known_words_says_nothing(read, header):
    assert read(header).is_meaningless


def test_short_words_inside_longer_ones_are_not_read(read):
    assert read("Usage").strong == frozenset()
    assert read("Essex").strong == frozenset()


def test_a_field_of_the_official_list_is_read_like_the_lexicon(knowledge):
    from dataclasses import replace

    from steward.privacy.knowledge import SensitiveField

    told = replace(knowledge, sensitive_fields=(SensitiveField(words="zorp code", kind="person_id"),))
    assert "person_id" in HeaderReader(told).read("ZORP_CODE").strong
    assert "person_id" not in HeaderReader(knowledge).read("ZORP_CODE").strong


@pytest.mark.parametrize(("word", "one"), [("addresses", "address"), ("names", "name"), ("cities", "city"), ("status",
                                                                      "status"), ("gas", "gas")])
def test_plural_words_are_read_in_the_singular(word, one):
    assert singular(word) == one


@pytest.mark.parametrize(("header", "kind"), [
    ("Fecha de nacimiento", "date_of_birth"), ("Número de seguro social", "ssn"), ("Correo electrónico", "email"),
    ("Teléfono", "phone"), ("País de origen", "national_origin"), ("GNDR_CD", "gender"), ("DISAB_IND", "disability"),
    ("What is the best number to reach you?", "phone"), ("How old are you?", "age"), ("Empl #", "person_id")])
def test_spanish_cut_off_and_asking_headers_name_their_kind(read, header, kind):
    reading = read(header)
    assert kind in reading.strong | reading.weak


@pytest.mark.parametrize(("header", "word"), [("VNDR_NM", "vendor"), ("CNTRCT", "contract"), ("PTNT", "patient")])
def test_a_word_without_its_vowels_is_read(read, header, word):
    assert word in read(header).words


@pytest.mark.parametrize(("header", "is_plural"), [("Arrests", True), ("Total Trips", True), ("Status", False), ("Age", False)])
def test_a_plural_is_told_from_a_singular(read, header, is_plural):
    assert read(header).is_plural is is_plural
