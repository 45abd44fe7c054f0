"""What is hidden comes back from the reading process as kinds, places and counts."""

from steward.readers.hiding import things_from, to_plain
from steward.readers.opening import look
from steward.store import names
from steward.store.resources import resource_text
from steward.vocabulary.hidden import HiddenThing
from steward.vocabulary.message import say
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.readers.books import book


def given():
    return {"tiers": resource_text("policy/tiers.json"), "header_words": resource_text("policy/header_words.json"),
            "first_names": sorted(names.first_names()), "surnames": sorted(names.surnames())}


def nothing():
    raise AssertionError("it was not asked for")


def test_what_is_hidden_comes_back_from_the_reading_process(tmp_path):
    def hide(workbook):
        workbook.create_sheet("Old").append(["Zqxvmark", "mary.johnson@example.org"])
        workbook["Old"].append(["b", "john.smith@example.org"])
        workbook["Old"].sheet_state = "hidden"

    (thing,) = look(book(tmp_path / "a.xlsx", [["a"], [1]], hide), given, Silence())
    assert (thing.kind, str(thing.where)) == ("hidden_sheet", "Sheet Old.")
    assert "email" in dict(thing.found)
    assert "Zqxvmark" not in repr(thing)


def test_a_text_file_hides_nothing_and_starts_no_process(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n")
    assert look(tmp_path / "a.csv", nothing, Silence()) == look(tmp_path / "gone.csv", nothing, Silence()) == ()


def test_things_survive_the_way_through_json():
    thing = HiddenThing(kind="comment", where=say("Sheet {sheet}.", sheet="A"), count=3, tier=Tier.WARN, found=(("email", 2),))
    assert things_from(to_plain([thing])) == (thing,)
