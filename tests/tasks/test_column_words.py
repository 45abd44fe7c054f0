"""Words about the columns: offered, weighed, taken from a file, written to one, and sealed."""

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pytest

from steward.metadata.record import Record
from steward.schema.field import Field
from steward.tasks import column_words, dictionaries, drafting
from steward.tasks.deciding import apply_remedy
from steward.tasks.documents import DocumentUnreadable
from steward.tasks.opening import begin, recheck
from steward.tasks.sealing import outstanding
from steward.tasks.vocabulary import metadata_profile
from steward.tasks.without_data import begin_without_data
from steward.tasks.worded import described_for_practice
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import Step
from steward.vocabulary.tier import Tier
from steward.workflow.needs import StepName, step_of

WORDS = "How the tree was when it was looked at."


@pytest.fixture
def bench(house, tmp_path):
    path = tmp_path / "trees.csv"
    states = ("G", "F", "P", "D")
    lines = [f"T-{number},{states[number % 4]},{number % 30 + 2},{number * 3}" for number in range(60)]
    path.write_text("Tree,Condition,Height (ft),latitude\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return begin(house, path, Silence())


def described(bench, column, **said):
    field = next(field for field in bench.report.fields if field.column == column)
    return replace(field, **said)


def profile_of(bench, column):
    return next(one for one in bench.report.profile.columns if one.name == column)


def test_a_small_vocabulary_is_asked_about_and_other_columns_are_not(bench):
    assert column_words.codes_of(profile_of(bench, "Condition")) == ("D", "F", "G", "P")
    assert column_words.are_codes(("D", "F", "G", "P"))
    assert column_words.codes_of(profile_of(bench, "Tree")) == ()
    assert not column_words.are_codes(("Good condition", "Fair condition"))
    assert not column_words.are_codes(())


def test_the_glossary_and_the_header_offer_words(house, bench):
    known = column_words.known_words(house, bench.draft)
    by_name = {field.column: column_words.offers_for(field, known) for field in bench.report.fields}
    assert "WGS 84" in by_name["latitude"][0].description
    assert by_name["Height (ft)"][0].unit == "feet"
    assert by_name["Tree"] == ()


def test_what_was_written_for_an_earlier_table_is_offered_first(house, bench, tmp_path):
    other = drafting.new_draft(house, bench.draft.source)
    said = Field(column="CONDITION", name="CONDITION", description=WORDS, codes=(("G", "Good"),))
    drafting.save(house, other.with_field(said))
    found = column_words.known_words(house, bench.draft)
    offer = column_words.offers_for(described(bench, "Condition"), found)[0]
    assert (offer.description, offer.codes) == (WORDS, (("G", "Good"),))
    assert column_words.offers_for(described(bench, "Condition", description=WORDS), found) == ()
    assert column_words.known_words(house, other).earlier == {}


def test_columns_without_words_and_with_poor_ones_are_told_until_they_are_described(house, bench):
    def kinds(draft):
        return {found.kind: found.count for found in recheck(house, bench, draft, Silence()).report.findings
                if found.kind.startswith("columns-")}

    draft = bench.draft
    assert kinds(draft) == {"columns-not-described": 4}
    draft = draft.with_field(described(bench, "Condition", description="Condition"))
    assert kinds(draft) == {"columns-not-described": 3, "columns-described-weakly": 1}
    draft = draft.with_field(described(bench, "Condition", description=WORDS))
    assert kinds(draft) == {"columns-not-described": 3}


def test_words_alone_do_not_have_the_table_checked_again(house, bench, monkeypatch):
    monkeypatch.setattr("steward.tasks.opening.check", lambda *_given, **_named: pytest.fail("the whole table was checked"))
    draft = bench.draft.with_field(described(bench, "Condition", description=WORDS, codes=(("G", "Good"),)))
    after = recheck(house, bench, draft, Silence())
    assert next(field for field in after.report.fields if field.column == "Condition").codes == (("G", "Good"),)


ALL_FOUR = (("D", "Dead"), ("F", "Fair"), ("G", "Good"), ("P", "Poor"))


@pytest.mark.parametrize(("codes", "key"), [(ALL_FOUR, "categories"), (ALL_FOUR[:2], "codes")])
def test_only_codes_that_are_all_explained_become_the_standards_categories(house, bench, tmp_path, codes, key):
    draft = bench.draft.with_field(described(bench, "Condition", description=WORDS, codes=codes))
    after = recheck(house, bench, draft, Silence())
    dictionaries.write_words(after, tmp_path / "out.json")
    fields = json.loads((tmp_path / "out.json").read_text())["fields"]
    condition = next(field for field in fields if field["name"] == "Condition")
    assert [tuple(code.values()) for code in condition[key]] == list(codes)
    assert not {"categories", "codes"} - {key} & set(condition)


@pytest.mark.parametrize("name", ["out.json", "out.csv"])
def test_what_was_written_to_a_file_can_be_taken_from_it(house, bench, tmp_path, name):
    draft = bench.draft.with_field(described(bench, "Condition", description=WORDS, title="State", codes=ALL_FOUR))
    dictionaries.write_words(recheck(house, bench, draft, Silence()), tmp_path / name)
    gained = dictionaries.said_again(bench.report.fields, dictionaries.words_from(house, tmp_path / name).of(()))
    assert [(field.column, field.description, field.title, field.codes) for field in gained] == [
        ("Condition", WORDS, "State", ALL_FOUR)]


def test_the_dictionary_in_csv_has_a_row_for_each_column(house, bench, tmp_path):
    dictionaries.write_words(bench, tmp_path / "out.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))
    assert [row["column"] for row in rows] == ["Tree", "Condition", "Height (ft)", "latitude"]


@pytest.mark.parametrize("header", ["Field Name,Definition", "COLUMN_NAME,Column Description", "\ufeffname,description,notes"])
def test_the_dictionary_of_another_program_is_taken_too(house, bench, tmp_path, header):
    (tmp_path / "theirs.csv").write_bytes(f"{header}\ncondition,{WORDS}\nNo such column,Words\n,\n".encode())
    gained = dictionaries.said_again(bench.report.fields, dictionaries.words_from(house, tmp_path / "theirs.csv").of(()))
    assert [(field.column, field.description) for field in gained] == [("Condition", WORDS)]


def test_what_a_person_said_is_never_written_over(house, bench, tmp_path):
    (tmp_path / "theirs.csv").write_text("name,description,unit\nCondition,Other words entirely,points\n")
    mine = [described(bench, "Condition", description=WORDS)]
    gained = dictionaries.said_again(mine, dictionaries.words_from(house, tmp_path / "theirs.csv").of(()))
    assert [(field.description, field.unit) for field in gained] == [(WORDS, "points")]


@pytest.mark.parametrize(("name", "raw"), [
    ("a.csv", b"a,b\n1,2\n"), ("a.csv", b""), ("a.csv", b"\xff\xfe\x00"), ("a.json", b"{"), ("a.json", b'{"fields": 3}')])
def test_a_file_that_says_nothing_of_columns_is_told_in_words(house, tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Exception) as refusal:
        dictionaries.words_from(house, tmp_path / name)
    assert str(refusal.value.words.next_step)
    assert isinstance(refusal.value, DocumentUnreadable) or name.endswith(".json")


def test_a_draft_keeps_the_meanings_of_its_codes(house, bench):
    saved = drafting.save(house, bench.draft.with_field(described(bench, "Condition", codes=ALL_FOUR)))
    assert drafting.load(house, saved.id).fields[0].codes == ALL_FOUR


def test_columns_without_words_stand_in_the_way_unless_the_program_only_recommends_them(house, bench, monkeypatch):
    found = next(one for one in bench.report.findings if one.kind == "columns-not-described")
    assert found in outstanding(bench)
    assert step_of(found) is StepName.COLUMNS
    assert "Tree, Condition, Height (ft), latitude" in str(found.words.where)
    told = described_for_practice(house, bench)
    assert not {one.kind for one in outstanding(told)} & {"columns-not-described", "columns-described-weakly"}
    recommended = replace(metadata_profile(), column_description="recommended")
    monkeypatch.setattr(column_words, "metadata_profile", lambda: recommended)
    assert {one.tier for one in column_words.examine_words(bench.report.fields)} == {Tier.WARN}


def test_a_column_that_is_left_out_and_a_dataset_without_data_are_not_asked(house, bench):
    for column in ("Tree", "Height (ft)", "latitude"):
        bench = apply_remedy(house, bench, None, Step(remedy="leave_out_column", column=column, reason="No use."), Silence())
    assert "Column: Condition." in [str(one.words.where) for one in outstanding(bench)]
    without = begin_without_data(house, Record(data_status="planned"))
    assert not [one for one in without.report.findings if one.kind.startswith("columns-")]


def test_a_dictionary_beside_the_table_is_offered_and_no_word_is_taken_by_itself(house, bench, tmp_path):
    (tmp_path / "trees.dictionary.csv").write_text(f"column,description\nCONDITION,{WORDS}\nNo such,Nothing\n")
    known = column_words.known_words(house, bench.draft)
    (first, *_rest) = found = column_words.offered(bench.report.fields, known)
    assert (first.field.column, first.worded.description) == ("Condition", WORDS)
    assert "trees.dictionary.csv" in str(first.offer.why)
    assert not [field for field in bench.report.fields if field.description]
    assert [one.key for one in column_words.offered(bench.report.fields, known, [first.key])] == [one.key for one in found[1:]]


def test_a_dictionary_of_several_tables_tells_each_its_own_and_may_be_a_sheet_of_a_workbook(house, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["About this workbook"])
    sheet = book.create_sheet("Dictionary")
    for line in (["Our tables"], [], ["Table name", "Field name", "Definition"], ["Visits", "id", "Number of the visit."],
                 ["Trees", "id", "Number on the tag of the tree."], ["Trees", "-kind", "'=What kind of tree it is."]):
        sheet.append(line)
    book.save(tmp_path / "dictionary.xlsx")
    found = dictionaries.words_from(house, tmp_path / "dictionary.xlsx")
    assert [one.description for one in found.of(["trees"])] == ["Number on the tag of the tree.", "=What kind of tree it is."]
    assert [one.description for one in found.of(["", "Visits"])] == ["Number of the visit."]
    assert found.of(["Benches"]) == ()
    assert dictionaries.unused(found, ["ID"]) == ("-kind",)
