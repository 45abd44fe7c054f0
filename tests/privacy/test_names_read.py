"""Names that a language pipeline reads in sentences, where one is installed."""

import re

import pytest

from steward.privacy.examine import examine
from steward.privacy.names_read import LONGEST, MOST_TEXTS, NamesRead
from steward.vocabulary.message import to_json
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.privacy.tables import make_profile

PLAIN = "The crew cleared the ditch behind the school and left it tidy"
NAMED = "The ditch was full again and the crew will go back to Grant Woods on Monday"


class Reads:
    """Takes every two words that begin with a capital for a name, as a pipeline in doubt does."""

    def __init__(self, most=MOST_TEXTS, has_stopped=False):
        self.most, self.has_stopped, self.asked = most, has_stopped, []

    def names_in(self, texts):
        self.asked += texts
        names = tuple(tuple(re.findall(r"(?<!^)\b[A-Z]\w+ [A-Z]\w+", text)) for text in texts[:self.most])
        return NamesRead(names=names, has_stopped=self.has_stopped)


def look(columns, knowledge, reader):
    return examine(make_profile(columns), knowledge, Silence(), reader=reader)


def found(report, kind="free_text_pii"):
    return [one for one in report.findings if one.kind == kind]


def notes(texts, **more):
    return {"Ticket": [f"T-{number}" for number in range(len(texts))], "Notes": texts, **more}


def test_a_bare_name_in_a_sentence_is_found_with_a_pipeline_and_missed_without(knowledge):
    table = notes([*[f"{PLAIN} {number}" for number in range(30)], NAMED])
    assert found(look(table, knowledge, None)) == []
    told, = found(look(table, knowledge, Reads()))
    assert (told.column, told.count, list(told.rows)) == ("Notes", 1, [32])
    assert "language pipeline installed here read a name in 1 text" in str(told.words.where)
    assert "Woods" not in str(to_json(told.words.where))


def test_what_patterns_find_stays_found_beside_what_is_read(knowledge):
    told, = found(look(notes([PLAIN, NAMED, "Tenant can be reached at 503-555-0123 after six"]), knowledge, Reads()))
    assert list(told.rows) == [3, 4]


@pytest.mark.parametrize("thing", ["Laurelhurst Park", "Zorbatron Qwex", "Cedar Creek", "Garcia Plumbing", "Main Street"])
def test_what_a_pipeline_takes_for_a_name_counts_only_where_the_lists_know_it(knowledge, thing):
    assert found(look(notes([f"{PLAIN} near {thing} in the rain {number}" for number in range(20)]), knowledge, Reads())) == []


@pytest.mark.parametrize("columns", [
    {"Business Name": ["The Maria Garcia Taco Stand on Main"] * 12}, {"Amount": ["12", "13"]}, {"Status": ["Open", "Closed"]},
    {"Inspector Notes by": ["Maria Garcia"] * 12}])
def test_only_columns_of_sentences_are_read(knowledge, columns):
    reader = Reads()
    look(columns, knowledge, reader)
    assert reader.asked == []


def test_a_large_table_is_read_up_to_a_limit_and_says_so(knowledge):
    reader = Reads()
    report = look(notes([f"{PLAIN} {number} {'x' * 2_000}" for number in range(MOST_TEXTS + 5)]), knowledge, reader)
    assert (len(reader.asked), max(map(len, reader.asked))) == (MOST_TEXTS, LONGEST)
    note, = found(report, "language-pipeline")
    assert (note.tier, str(note.words.where)) == (Tier.NOTE, f"It read {MOST_TEXTS:,} of {MOST_TEXTS + 5:,} sentences.")


def test_a_pipeline_that_stops_is_told_and_what_it_read_still_counts(knowledge):
    report = look(notes([NAMED, f"{PLAIN} 1", f"{PLAIN} 2"]), knowledge, Reads(most=1, has_stopped=True))
    note, = found(report, "language-pipeline")
    assert "stopped" in str(note.words.what)
    assert "1 of 3" in str(note.words.where)
    assert list(found(report)[0].rows) == [2]
