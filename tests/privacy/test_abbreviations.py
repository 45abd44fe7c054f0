"""Headers that databases cut short are read as the words they stand for, and words of the language stay what they are."""

import pytest

from steward.privacy.abbreviations import Abbreviations
from steward.privacy.headers import HeaderReader
from steward.privacy.lexicon import Joined

SHORT = Abbreviations(frozenset(("passport", "disability", "vendor", "trainee", "participant", "parties", "partner", "device")),
                      whole=("train",))


@pytest.fixture(scope="module")
def read(knowledge):
    return HeaderReader(knowledge).read


@pytest.mark.parametrize(("part", "word"), [("dsblty", "disability"), ("dsblt", "disability"), ("vndr", "vendor"),
                                            ("prtcpnt", "participant"), ("passp", "passport"), ("pass", "passport"),
                                            ("disabil", "disability"), ("traine", "trainee")])
def test_a_word_cut_short_is_spelled_out(part, word):
    assert SHORT.word(part) == word


@pytest.mark.parametrize("part", ["train", "part", "pas", "xyzq", "rport", "", "passports"])
def test_words_of_the_language_those_of_many_meanings_and_very_short_ones_stay_as_they_are(part):
    assert SHORT.word(part) is None


def test_a_first_and_a_last_word_make_all_their_phrases():
    joined = Joined(kind="credential", first=("gate", "lock box"), last=("code", "combo"))
    assert joined.phrases == ("gate code", "gate combo", "lock box code", "lock box combo")


@pytest.mark.parametrize(("header", "kind"), [
    ("PASSP_NUM", "passport"), ("DSBLTY_STAT", "disability"), ("PRTCPNT_NM", "person_name"), ("EMPLY_ID", "person_id"),
    ("MED_REC", "medical_id"), ("INTLPWD", "credential"), ("VETER_STATU", "veteran_status"), ("GENDE", "gender"),
    ("Locker Combo", "credential"), ("KNOX_CD", "credential"), ("NET_INC", "income"), ("RefundAcct", "bank_account"),
    ("Bank Transit", "bank_account"), ("BorrowerKey", "person_id"), ("Detainee No", "person_id"), ("VCTM_YRS", "age"),
    ("Ingresos mensuales", "income"), ("Padecimientos", "health"), ("AmIndAKNative", "race_ethnicity"), ("EE_NO", "person_id")])
def test_a_header_cut_short_or_joined_names_its_kind(read, header, kind):
    assert kind in read(header).strong


@pytest.mark.parametrize(("header", "kind"), [
    ("TRAIN_NO", "person_id"), ("CUSTOM_NO", "person_id"), ("PASS_COUNT", "passport"), ("Building code", "credential"),
    ("Zip code", "credential"), ("Office", "credential"), ("TOTAL_INC", "income"), ("Income verified", "income"),
    ("ADA ramp", "disability"), ("Parent ID", "person_id"), ("Media", "income"), ("BNKRT", "bank_account"),
    ("Disposition date", "criminal_history")])
def test_words_that_only_begin_alike_name_nothing(read, header, kind):
    assert kind not in read(header).strong


def test_two_parts_are_one_abbreviation_only_where_it_stands_for_two_words(read):
    assert read("Pub Def").has("official")
    assert "bankruptcy" not in read("BNK_RT").words


def test_one_employee_is_no_count_and_employees_are(read):
    assert not read("EE").has("statistic")
    assert read("Employees").has("statistic")
