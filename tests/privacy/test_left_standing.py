"""What is said of the columns that a plan leaves as they are."""

from steward.privacy.examine import examine
from steward.privacy.left_standing import left_standing
from steward.vocabulary.progress import Silence
from tests.privacy.tables import make_profile

NOTES = ["Gate was locked, will return on Monday", "Replaced the cap and flushed the main", "Closed"]
COLUMNS = {"Loan": [f"{70_000 + place * 37}" for place in range(60)], "Remarks": [NOTES[place % 3] for place in range(60)],
           "Bureau": ["Bureau of Planning and Sustainability", "Office of the City Auditor"] * 30,
           "Paid": [f"{1 + place ** 3 % 97_001}" for place in range(60)], "Due": ["2025-03-04"] * 60}


def told(knowledge, treated=()):
    profile = make_profile(COLUMNS)
    return [str(one) for one in left_standing(profile.columns, examine(profile, knowledge, Silence()).columns, treated)]


def test_sentences_and_numbers_of_their_own_are_told_and_offices_amounts_and_days_are_not(knowledge):
    sentences, numbers = told(knowledge)
    assert "sentences of Remarks." in sentences
    assert "own in Loan." in numbers


def test_what_a_step_treats_is_not_told(knowledge):
    assert told(knowledge, {"Remarks", "Loan"}) == []
