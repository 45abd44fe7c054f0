"""Rules a person agrees to on their way: in the draft, in the package, and in the next file of the dataset."""

import json
from dataclasses import replace

import pytest

from steward.schema.proposing import agreed
from steward.tasks import drafting, opening, proposing, sealing
from steward.vocabulary.progress import Silence
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()


@pytest.fixture
def trees(tmp_path):
    path = tmp_path / "trees.csv"
    lines = "\n".join(f"T-{number:04d},{['Good', 'Fair', 'Poor'][number % 3]},{number % 5 + 1}" for number in range(60))
    path.write_text(f"Tree ID,Condition,Rating\n{lines}\n", encoding="utf-8")
    return path


def all_taken(house, path):
    bench = opening.begin(house, path, QUIET)
    offered = proposing.proposals_of(bench)
    fields = {field.column: field for field in bench.report.fields}
    for one in offered.rules:
        fields[one.column] = agreed(fields[one.column], one)
    draft = replace(bench.draft, fields=tuple(fields.values())).with_key(offered.keys[0].columns)
    return opening.recheck(house, bench, draft, QUIET)


def ready(house, bench):
    return decided(house, described(house, bench, identifier="portland-trees", slug="trees"))


def test_what_is_agreed_to_stands_in_the_draft_and_is_kept_when_it_is_resumed(house, trees):
    bench = all_taken(house, trees)
    drafting.save(house, bench.draft)
    again = drafting.load(house, bench.draft.id)
    assert again == bench.draft
    assert again.primary_key == ("Tree ID",)
    assert {field.column: field.constraints for field in again.fields}["Condition"].enum == ("Fair", "Good", "Poor")
    assert proposing.proposals_of(bench).rules == ()
    assert proposing.proposals_of(bench).keys == ()


def test_the_sealed_package_carries_the_rules_and_frictionless_holds_the_table_to_them(house, trees, tmp_path):
    from frictionless import Package

    bench = ready(house, all_taken(house, trees))
    sealing.seal(house, bench, tmp_path / "bag", QUIET)
    public = tmp_path / "bag/data/public"
    described = json.loads((public / "datapackage.json").read_text())["resources"][0]["schema"]
    assert described["primaryKey"] == ["Tree ID"]
    assert described["fields"][2]["constraints"] == {"required": True, "minimum": 1, "maximum": 5}
    package = Package(str(public / "datapackage.json"))
    assert package.validate().valid
    table = next(public.glob("*.csv"))
    table.write_text(table.read_text().replace("T-0001,Fair,2", "T-0000,Awful,9"), encoding="utf-8")
    told = {kind for kind, in Package(str(public / "datapackage.json")).validate().flatten(["type"])}
    assert {"constraint-error", "primary-key", "unique-error"} <= told


def test_next_months_file_is_held_to_the_rules_of_the_last(house, trees):
    done = published(house, ready(house, all_taken(house, trees)))
    trees.write_text(trees.read_text().replace("T-0001,Fair,2", "T-0000,Awful,nine"), encoding="utf-8")
    update = opening.begin(house, trees, QUIET, updates=done.identifier)
    found = {(one.kind, one.column): list(one.rows) for one in update.report.findings}
    assert found["constraint-error", "Condition"] == [3]
    assert found["type-error", "Rating"] == [3]
    assert found["unique-error", "Tree ID"] == [3]
    assert found["primary-key", None] == [3]


def test_the_report_for_programs_offers_rules_without_a_value(house, trees):
    from steward.tasks.stable_form import stable_form

    bench = opening.begin(house, trees, QUIET)
    told = stable_form(bench.report, "0", {}, proposed=proposing.proposals(bench.report))["proposed"]
    assert {"column": "Condition", "rule": "enum", "type": None, "pattern": None, "values": 3} in told["rules"]
    assert told["keys"] == [["Tree ID"]]
    assert "Fair" not in json.dumps(told)
