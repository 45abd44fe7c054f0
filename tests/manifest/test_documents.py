import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.documents import (
    DocumentBroken,
    DocumentTooNew,
    decisions_from_json,
    decisions_to_json,
    document_bytes,
    draft_from_json,
    draft_to_json,
    findings_from_json,
    findings_to_json,
    load,
    recipe_from_json,
    recipe_to_json,
    record_from_json,
    record_to_json,
    sealed_recipe_to_json,
)
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import ELEMENT_IDS, Record
from steward.schema.field import Constraints, Field
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import StewardError, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.positions import Positions
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep, Recipe, Step
from steward.vocabulary.tier import Tier
from steward.workflow.draft import Draft, Source

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
maybe_texts = st.none() | texts
counts = st.integers(0, 10**9)
tuples = st.lists(texts, max_size=3).map(tuple) | st.lists(counts, min_size=1, max_size=3).map(tuple)
parameters = st.none() | texts | counts | st.booleans() | tuples
steps = st.builds(Step, remedy=texts, column=maybe_texts, reason=texts,
                  parameters=st.dictionaries(texts, parameters, max_size=3))
imports = st.builds(ImportStep, sheet=maybe_texts, encoding=maybe_texts, delimiter=maybe_texts,
                    quoting=st.none() | st.sampled_from(Quoting), cuts=st.none() | st.lists(counts, max_size=3).map(tuple),
                    header_rows=st.none() | st.lists(counts, max_size=3).map(tuple),
                    **{name: st.none() | st.booleans() for name in (
                        "include_hidden_rows", "include_filtered_rows", "include_grouped_rows", "include_hand_hidden_rows",
                        "include_low_rows", "include_hidden_columns")},
                    region=st.none() | st.lists(counts, min_size=4, max_size=4).map(tuple))
recipes = st.builds(Recipe, import_step=imports, steps=st.lists(steps, max_size=3).map(tuple))
decisions = st.builds(Decision, kind=texts, column=maybe_texts, choice=st.sampled_from(Choice), reason=texts, by=texts,
                      at=texts, step=st.none() | counts)
constraints = st.builds(Constraints, required=st.booleans(), unique=st.booleans(), minimum=maybe_texts, maximum=maybe_texts,
                        min_length=st.none() | counts, max_length=st.none() | counts, pattern=maybe_texts,
                        enum=st.none() | st.lists(texts, max_size=3).map(tuple))
columns = st.builds(Field, column=texts, name=texts, type=texts, format=maybe_texts, title=texts, description=texts, unit=texts,
                    missing_values=st.lists(texts, max_size=3).map(tuple), constraints=constraints)
records = st.builds(Record, **{name: st.lists(texts, max_size=3).map(tuple) if name in LIST_ELEMENTS else texts
                               for name in ELEMENT_IDS})
sources = st.builds(Source, path=texts, name=texts, sha256=texts, size_bytes=counts)
many = {"undone": steps, "undone_decisions": decisions, "decisions": decisions, "fields": columns, "confirmed": texts,
        "seen": texts}
drafts = st.builds(Draft, id=texts, source=sources, practice=st.booleans(), started=texts, changed=texts, title=texts,
                   updates=texts, recipe=recipes, record=records, submission=texts, revision=counts,
                   **{name: st.lists(item, max_size=2).map(tuple) for name, item in many.items()})


def through_text(document):
    return load(document_bytes(document), "test.json").values


@given(drafts)
def test_a_draft_comes_back_as_it_was_saved(draft):
    assert draft_from_json(through_text(draft_to_json(draft))) == draft


@given(records)
def test_a_record_comes_back_as_it_was_written(record):
    assert record_from_json(through_text(record_to_json(record))) == record


@given(recipes)
def test_a_recipe_comes_back_as_it_was_written(recipe):
    assert recipe_from_json(through_text(recipe_to_json(recipe))) == recipe


@given(st.lists(decisions, max_size=4).map(tuple))
def test_decisions_come_back_as_they_were_written(given_decisions):
    assert decisions_from_json(through_text(decisions_to_json(given_decisions))) == given_decisions


def finding(**changes):
    values = {"kind": "email", "tier": Tier.DECIDE, "column": "Contact", "count": 2, "rows": Positions([12, 14]),
              "lines": Positions([12, 15]), "room": "privacy", "basis": "rule-7", "remedies": ("leave_out_column",),
              "words": words(say_count("{count} row holds one.", "{count} rows hold one.", 2),
                             say("Column {column}.", column="Contact"), say("Look at {inner}.", inner=say("it")))}
    return Finding(**{**values, **changes})


def test_a_finding_comes_back_with_sentences_that_can_still_be_translated():
    whole_table = finding(column=None, rows=Positions(), lines=Positions(), basis="", remedies=())
    assert findings_from_json(through_text(findings_to_json([finding(), whole_table]))) == (finding(), whole_table)


def test_a_million_rows_are_counted_and_the_first_thousand_named():
    written = findings_to_json([finding(count=1_000_000, rows=Positions(range(1_000_000)))])
    read = findings_from_json(through_text(written))[0]
    assert (read.count, len(read.rows)) == (1_000_000, 1000)


@pytest.mark.parametrize("read", [record_from_json, recipe_from_json, decisions_from_json, findings_from_json, draft_from_json])
def test_a_document_of_a_newer_steward_is_refused_in_plain_words(read):
    with pytest.raises(DocumentTooNew) as refusal:
        read({"format": 99})
    assert "newer version of Steward" in refusal.value.words.what.show()


@pytest.mark.parametrize("read", [record_from_json, recipe_from_json, decisions_from_json, findings_from_json, draft_from_json])
@pytest.mark.parametrize("document", [{}, {"format": 0}, {"format": "1"}, {"format": True}, {"format": 1, "surprise": 1}])
def test_a_document_without_its_format_or_with_unknown_entries_is_refused(read, document):
    with pytest.raises(DocumentBroken):
        read(document)


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | texts,
                           lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8)


@given(drafts, st.data())
def test_a_draft_with_anything_in_the_place_of_an_entry_is_read_or_refused_in_plain_words(draft, data):
    document = through_text(draft_to_json(draft))
    place = data.draw(st.sampled_from(sorted(document)))
    broken = {**document, place: data.draw(json_values)}
    with contextlib.suppress(StewardError):
        assert isinstance(draft_from_json(broken), Draft)


@pytest.mark.parametrize("pattern", ["{count.__class__}", "{count:>999999999}", "{count!r}", "{other}", "{", "{0}", "{}"])
def test_a_sentence_that_reaches_for_more_than_its_own_values_is_refused(pattern):
    document = findings_to_json([finding()])
    document["findings"][0]["words"]["what"] = {"text": pattern, "values": {"count": 2}}
    with pytest.raises(DocumentBroken):
        findings_from_json(document)


def test_sentences_nested_without_end_are_refused():
    message = {"text": "{inner}", "values": {"inner": "x"}}
    for _ in range(9):
        message = {"text": "{inner}", "values": {"inner": message}}
    document = findings_to_json([finding()])
    document["findings"][0]["words"]["what"] = message
    with pytest.raises(DocumentBroken):
        findings_from_json(document)


@pytest.mark.parametrize("said", [True, False])
def test_an_older_answer_about_rows_hidden_by_hand_holds_for_closed_groups_which_it_meant_too(said):
    older = recipe_from_json({"format": 1, "import": {"include_hand_hidden_rows": said}, "steps": []})
    assert older.import_step == ImportStep(include_hand_hidden_rows=said, include_grouped_rows=said)


def test_a_sealed_recipe_carries_the_hash_of_what_is_private_and_never_the_thing():
    step = Step(remedy="replace", column="Name", parameters={"private_value": "Marker-9431", "shown": 3}, reason="asked")
    sealed = sealed_recipe_to_json(Recipe(steps=(step,)))
    assert "Marker-9431" not in json.dumps(sealed)
    assert sealed["steps"][0]["parameters"] == {"shown": 3}
    assert recipe_from_json(sealed).steps[0].parameters["private_sha256"] == sealed["steps"][0]["private_sha256"]


def test_a_region_of_three_numbers_is_refused():
    with pytest.raises(DocumentBroken):
        recipe_from_json({"format": 1, "import": {"region": [1, 1, 9]}})
