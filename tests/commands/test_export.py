"""`steward export`: every standard, from every kind of source, with the exit code that says how it ended."""

import json

import pytest

from steward.commands import run
from steward.manifest.documents import draft_to_json, record_to_json
from steward.metadata.exports._ckan import LONGEST_BYTES
from steward.tasks.drafting import new_draft
from steward.tasks.exporting import standards
from steward.tasks.house import House
from steward.workflow.draft import Source
from tests.commands.test_prepare import no_window, prepare
from tests.metadata.samples import complete_record

WANTED = ("dcat-us-1.1", "dcat-us-3.0", "datapackage", "ckan", "ckan-scheming", "ckan-datajson", "arcgis-hub")


@pytest.fixture
def record(tmp_path):
    def write(**changes):
        path = tmp_path / "record.json"
        path.write_text(json.dumps(record_to_json(complete_record(**changes))), encoding="utf-8")
        return path
    return write


@pytest.fixture(scope="module")
def bag(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported") / "bag"
    assert prepare(folder) == 0
    return folder


def export(source, standard, *more):
    return run(["export", str(source), "--format", standard, *map(str, more)], no_window)


def test_the_standards_are_those_that_were_promised():
    assert set(standards()) == set(WANTED)


@pytest.mark.parametrize("standard", WANTED)
def test_a_sealed_manifest_is_written_in_every_standard(standard, bag, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert export(bag, standard, "--out", out, "--json") == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["standard"], told["tables"], told["written"], told["left_out"]) == (standard, 1, True, [])
    assert json.loads(out.read_text(encoding="utf-8"))["title"]


def test_a_sealed_manifest_holds_the_same_document_as_is_written_later(bag, tmp_path):
    for standard in ("dcat-us-1.1", "dcat-us-3.0", "datapackage"):
        out = tmp_path / f"{standard}.json"
        assert export(bag, standard, "--out", out) == 0
        assert out.read_bytes() == (bag / "data/public" / out.name).read_bytes()


def test_without_a_file_the_document_is_printed(record, capsys):
    assert export(record(), "ckan") == 0
    assert json.loads(capsys.readouterr().out)["name"] == "bicycle-counts"


def test_as_json_the_document_stands_in_the_answer(record, capsys):
    assert export(record(), "arcgis-hub", "--json") == 0
    assert json.loads(capsys.readouterr().out)["document"]["title"] == "Bicycle counts on the bridges"


def test_a_record_that_is_not_complete_is_written_and_named(record, capsys):
    assert export(record(title=""), "dcat-us-1.1", "--json") == 1
    assert json.loads(capsys.readouterr().out)["standing"]


def test_what_a_portal_cannot_hold_is_named(record, capsys):
    assert export(record(source_system="é" * LONGEST_BYTES), "ckan") in (0, 1)
    assert "Source system" in capsys.readouterr().err


def test_the_draft_of_a_folder_is_written(tmp_path, capsys):
    with House.open(tmp_path / "home") as house:
        draft = new_draft(house, Source(path="a.csv", name="a.csv", size_bytes=1, sha256="ab" * 32))
    (tmp_path / "draft.json").write_text(json.dumps(draft_to_json(draft)), encoding="utf-8")
    assert export(tmp_path, "dcat-us-3.0", "--json") == 1
    assert json.loads(capsys.readouterr().out)["tables"] == 0


def test_what_is_no_record_is_refused(tmp_path, capsys):
    (tmp_path / "a.json").write_text("[", encoding="utf-8")
    assert export(tmp_path / "a.json", "ckan") == 2
    assert export(tmp_path / "none.json", "ckan") == 2
    assert export(tmp_path, "ckan") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_source_is_never_written_over(record):
    path = record()
    before = path.read_bytes()
    assert export(path, "ckan", "--out", path) == 3
    assert path.read_bytes() == before


def test_a_standard_that_nobody_knows_is_wrong_usage(record):
    with pytest.raises(SystemExit) as end:
        export(record(), "xml")
    assert end.value.code == 64


def test_a_changed_manifest_is_not_written(bag, tmp_path):
    import shutil
    shutil.copytree(bag, tmp_path / "bag")
    (tmp_path / "bag/data/public/known-limits.txt").write_text("other", encoding="utf-8")
    assert export(tmp_path / "bag", "ckan") == 5
