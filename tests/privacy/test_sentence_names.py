import pyarrow as pa

from steward.privacy.sentence_names import naming_somebody
from tests.privacy.note_sentences import NAMED, UNNAMED
from tests.privacy.tables import make_knowledge


def test_sentences_that_naming_somebody_are_told_from_streets_parks_firms_and_officials():
    found = naming_somebody(pa.array([*NAMED, *UNNAMED]), make_knowledge())
    assert sorted(found) == list(range(len(NAMED)))


def test_each_word_is_looked_up_once_and_a_column_without_words_names_nobody():
    assert not len(naming_somebody(pa.array(["", "12 14 16", "--"]), make_knowledge()))
