"""A dataset of several tables goes the whole way without a window: prepared, sent, reviewed, published, and updated."""

import json
from dataclasses import replace

import pytest

from steward.commands import run
from steward.store.resources import resource_path
from steward.tasks import drafting, opening, sending
from steward.tasks.further_tables import begin_table, take_out_table
from steward.tasks.house import House
from steward.tasks.whole_dataset import TablesMissing
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.commands.test_prepare_sheets import TREES, VISITS, book
from tests.told_columns import dictionary_of_book

WHY = "Looked at it with the bureau."
LEAVE_OUT = {"format": 1, "import": {}, "steps": [
    {"remedy": "leave_out_column", "column": "species", "reason": "Not needed by readers of visits."}]}


@pytest.fixture
def ask(capsys):
    """Return a way to give a command, answered with its exit code and its JSON."""
    def asked(*words):
        capsys.readouterr()
        code = run([*map(str, words), "--json"], lambda _folder: None)
        return code, json.loads(capsys.readouterr().out)

    return asked


@pytest.fixture
def documents(tmp_path):
    """Return the paths of no decisions and of a recipe that leaves a column out."""
    decisions, recipe = tmp_path / "decisions.json", tmp_path / "recipe.json"
    decisions.write_text(json.dumps({"format": 1, "decisions": []}), encoding="utf-8")
    recipe.write_text(json.dumps(LEAVE_OUT), encoding="utf-8")
    return decisions, recipe


def prepare(ask, path, *words):
    record = resource_path("samples/prepare/record.json")
    return ask("prepare", path, "--record", record, "--sheet", "Visits", "--dictionary",
               dictionary_of_book(path.parent, path), *words)


def published(ask, submission):
    code, answer = ask("review", "approve", submission, "--revision", 1, "--reason", WHY)
    assert code == 0, answer
    code, answer = ask("publish", submission)
    assert code == 0, answer
    return answer


def portal():
    with House.open() as house:
        root = house.places.practice_portal
        catalog = json.loads((root / "catalog.json").read_text(encoding="utf-8"))
        return root, catalog["dataset"][0]


def test_two_tables_are_sent_reviewed_published_and_updated(ask, documents, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    code, sent = prepare(ask, path, "--further", "Trees", *documents, "--send")
    assert (code, sent["sent"]) == (0, True), sent
    _code, seen = ask("review", "show", sent["submission"])
    visits, trees = (table["name"] for table in seen["tables"])
    assert [(table["rows"], table["columns"]) for table in seen["tables"]] == [(60, 3), (40, 1)]
    answer = published(ask, sent["submission"])
    assert answer["tables"] == [f"{visits}.csv", f"{trees}.csv"]
    root, entry = portal()
    assert [one["downloadURL"].rpartition("/")[2] for one in entry["distribution"]] == answer["tables"]
    assert [one["describedBy"].rpartition("/")[2] for one in entry["distribution"]] == [
        f"{visits}.dictionary.csv", f"{trees}.dictionary.csv"]
    folder = (root / entry["distribution"][0]["downloadURL"]).parent
    dictionary = (folder / "dictionary.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[:2] for line in dictionary[1:]] == [
        *([visits, name] for name in ("visit", "tree_id", "height")), [trees, "tree_id"]]

    later = book(tmp_path / "later.xlsx", Visits=[*VISITS, ("V-060", "T-003", 4)], Trees=[*TREES, ("T-040", "Ash")])
    update = ("--updates", answer["identifier"], "--send")
    code, left = prepare(ask, later, *update)
    assert (code, [one["kind"] for one in left["outstanding"]]) == (1, ["tables-missing"])
    renamed = book(tmp_path / "renamed.xlsx", Visits=VISITS, Shrubs=TREES)
    code, left = prepare(ask, renamed, "--further", "Shrubs", *update)
    assert (code, [one["kind"] for one in left["outstanding"]]) == (1, ["tables-missing"])
    code, again = prepare(ask, later, "--further", "Trees", *update)
    assert code == 0, again
    _code, seen = ask("review", "show", again["submission"])
    assert [(table["rows"], table["columns"]) for table in seen["tables"]] == [(61, 3), (41, 1)]
    assert published(ask, again["submission"])["version"] == 2
    assert (next(root.glob("*/v2")) / f"{trees}.csv").read_text().splitlines()[-1] == "T-040"


def test_the_description_alone_is_sent_and_published_and_held_against_every_table(ask, documents, tmp_path):
    visits = [("visit", "tree_id", "Visited"), *((f"V-{number:03d}", f"T-{number % 40:03d}", f"2024-01-{number % 28 + 1:02d}")
                                                 for number in range(60))]
    trees = [("tree_id", "species", "Planted"), *((f"T-{number:03d}", "Oak", f"2025-06-{number % 28 + 1:02d}")
                                                  for number in range(40))]
    dated = tmp_path / "dated.json"
    record = json.loads(resource_path("samples/prepare/record.json").read_text(encoding="utf-8"))
    dated.write_text(json.dumps(record | {"temporal_start": "2024-01-01", "temporal_end": "2025-06-30",
                                          "frequency": "annual", "modified": "2025-06-28"}), encoding="utf-8")
    path = book(tmp_path / "trees.xlsx", Visits=visits, Trees=trees)
    code, sent = ask("prepare", path, "--record", dated, "--sheet", "Visits", "--further", "Trees", *documents, "--send",
                     "--dictionary", dictionary_of_book(tmp_path, path))
    assert code == 0, sent
    answer = published(ask, sent["submission"])
    root, _entry = portal()
    before = {one.name: one.read_bytes() for one in root.glob("*/v1/*.csv")}

    short = tmp_path / "short.json"
    short.write_text(json.dumps(record | {"temporal_start": "2024-01-01", "temporal_end": "2024-12-31", "identifier": "",
                                          "frequency": "annual", "modified": "2025-06-28"}), encoding="utf-8")
    code, left = ask("prepare-record", short, "--updates", answer["identifier"], "--send")
    assert (code, {one["kind"] for one in left["outstanding"]}) == (1, {"metadata-period-differs"})

    new = tmp_path / "new.json"
    new.write_text(json.dumps(json.loads(dated.read_text(encoding="utf-8")) | {"identifier": "", "contact_name": "New desk"}),
                   encoding="utf-8")
    code, again = ask("prepare-record", new, "--updates", answer["identifier"], "--send")
    assert code == 0, again
    assert published(ask, again["submission"])["version"] == 2
    _root, entry = portal()
    assert (entry["identifier"], entry["contactPoint"]["fn"]) == (answer["identifier"], "New desk")
    assert {one.name: one.read_bytes() for one in root.glob("*/v2/*.csv")} == before

    new.write_text(json.dumps(record | {"identifier": "PDX-OTHER-0001"}), encoding="utf-8")
    assert ask("prepare-record", new, "--updates", answer["identifier"], "--out", tmp_path / "bag")[0] == 3
    assert ask("prepare-record", new, "--updates", "PDX-NOBODY-0001", "--out", tmp_path / "bag")[0] == 3


def test_what_is_private_in_a_further_table_is_neither_sealed_nor_sent(ask, tmp_path):
    private = [("tree_id", "SSN"), *((f"T-{number:03d}", f"531-{number + 10}-{number + 1000}") for number in range(40))]
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=private)
    code, answer = prepare(ask, path, "--further", "Trees", "--send")
    assert code == 1
    blocks = [one for one in answer["outstanding"] if one["tier"] == str(Tier.BLOCK)]
    assert ("SSN", "Trees") in [(one["column"], one["sheet"]) for one in blocks]
    assert ask("review")[1]["submissions"] == []


def test_a_sheet_is_a_table_of_the_dataset_only_once(ask, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    assert prepare(ask, path, "--further", "Visits", "--send")[0] == 3
    assert prepare(ask, path, "--further", "Trees", "--further", "Trees", "--send")[0] == 3


def test_a_draft_is_sent_with_all_the_tables_that_it_names_as_they_were_saved(tmp_path):
    from tests.tasks.whole_way import decided, described

    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    with House.open() as house:
        bench = decided(house, described(house, opening.begin(house, path, Silence(), step=_sheet("Visits"))))
        first, _table = begin_table(house, bench.draft, "Trees", Silence())
        drafting.save(house, decided(house, _table).draft)
        bench = replace(bench, draft=first)
        with pytest.raises(TablesMissing):
            sending.send(house, bench, Silence(), ())
        with pytest.raises(TablesMissing):
            sending.send(house, _table, Silence())
        receipt = sending.send(house, bench, Silence())
        again = sending.send(house, replace(bench, draft=receipt.draft), Silence())
        assert (again.submission, again.revision) == (receipt.submission, receipt.revision)
        assert any("100 rows" in str(line) for line in receipt.lines)
        assert drafting.load(house, first.id).further == first.further
        drafting.remove(house, first.id)
        assert drafting.drafts(house)[0] == ()


def test_a_further_table_can_be_taken_out_again(tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    with House.open() as house:
        bench = opening.begin(house, path, Silence(), step=_sheet("Visits"))
        first, table = begin_table(house, bench.draft, "Trees", Silence())
        with pytest.raises(Refused):
            begin_table(house, first, "Trees", Silence())
        assert take_out_table(house, first, "Trees").further == ()
        assert {draft.id: draft.part_of for draft in drafting.drafts(house)[0]} == {first.id: "", table.draft.id: ""}


def _sheet(name):
    from steward.vocabulary.recipe import ImportStep

    return ImportStep(sheet=name)
