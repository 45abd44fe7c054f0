"""Builds knowledge and profiles for the tests of the privacy room."""

from functools import cache
from pathlib import Path

from steward.privacy.knowledge import Knowledge
from steward.store.names import first_names, ordinary_words, surnames
from steward.table.inference import profile_table
from steward.table.profile import TableProfile
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

POLICY = Path(__file__).resolve().parents[2] / "resources" / "policy"


@cache
def make_knowledge() -> Knowledge:
    names = ("tiers", "header_words", "sensitive_fields", "counted_people", "sensitive_incidents",
             "sensitive_places", "city_offices")
    texts = {name: (POLICY / f"{name}.json").read_text("utf-8") for name in names}
    return Knowledge.parse(**texts, first_names=first_names(), surnames=surnames(), ordinary_words=ordinary_words())


def make_profile(columns: dict[str, list[str]]) -> TableProfile:
    return profile_table(sheet_of(columns), Silence())

