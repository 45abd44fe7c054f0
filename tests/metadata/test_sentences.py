"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.sentences import sentences, words_of

SHORT_FORMS = ("e.g. trees", "No. 5", "St. Johns", "i.e. bridges", "2.5 miles", "N. Lombard", "U.S. census", "Mr. Example",
               "1,204.75 dollars", "www.example.gov pages", "approx. 30 counters", "9 p.m. counts", "ORS 192.345(20) rows",
               "Inc. offices", "J. Doe", "data (e.g. names)", "vs. streets", "etc. in rivers", "A.B. Smith")
WORDS = st.lists(st.sampled_from(("trees", "stand", "in", "parks", "and", "streets", "counted", "twice", *SHORT_FORMS)),
                 min_size=1, max_size=60)
SENTENCE = WORDS.map(lambda words: f"The {' '.join(words)} end{{}}")
STOPS = st.sampled_from((".", "!", "?", '."', ".)", "…", "..."))
GAPS = st.sampled_from((" ", "  ", "\n", "\n\n", " \r\n"))


@given(st.lists(st.tuples(SENTENCE, STOPS, GAPS), min_size=1, max_size=6))
def test_short_forms_numbers_and_initials_break_no_sentence_up(parts):
    text = "".join(sentence.format(stop) + gap for sentence, stop, gap in parts)
    expected = [" ".join(sentence.format(stop).split()) for sentence, stop, _gap in parts]
    assert list(sentences(text)) == expected
    assert [words_of(one) for one in sentences(text)] == [len(one.split()) for one in expected]


@given(st.text(max_size=200))
def test_any_text_has_its_sentences_and_loses_no_word(text):
    told = sentences(text)
    assert all(one.strip() for one in told)
    assert sum(map(words_of, told)) <= words_of(text.replace("\n", " ")) + len(told)


@pytest.mark.parametrize(("text", "count"), [
    ("- one thing\n- another thing\n- a third", 3), ("1. First of all\n2. Second", 2),
    ("Rows end in 2015. 30 counters stay.", 2),
    ("It costs $3.50. Nobody pays.", 2), ("Counted by hand, etc. The rest is estimated.", 2), ("", 0), ("...", 0),
    ("It opens at 9 a.m. and closes at 5 p.m. every day.", 1), ("A heading\n\nA sentence that is broken\nover two lines.", 2),
    ("It comes from the U.S. Geological Survey.", 1), ("It was made in the U.S. It is old.", 2),

    ("the counts are estimated. they were never checked.", 2),
    ("Was it counted? Yes! By whom?", 3), ("Vea la tabla. Ésta es nueva.", 2), ("Why … because it is so.", 2),
])
def test_a_stop_a_bullet_and_an_empty_line_end_a_sentence(text, count):
    assert len(sentences(text)) == count


@pytest.mark.parametrize("unit", ["x", "日本", "http://a/", "x,", "a.b", ".", '."', "!)", ".x "])
def test_a_long_text_without_blanks_is_read_in_one_go(unit):
    """Half a million letters: read anew from each of them it would take hours, and the test its time."""
    assert "".join(sentences(unit * (500_000 // len(unit)))).startswith(unit.strip()) or not any(map(str.isalnum, unit))
