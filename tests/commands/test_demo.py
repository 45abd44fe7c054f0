"""The whole way in practice mode, on the sample and on the city's own pilot files."""

import contextlib
import csv
import io
import json
import shutil

import pytest

from steward.commands import run


def no_window(_folder):
    raise AssertionError("no window was asked for")


def demo(out, *words):
    return run(["demo", *map(str, words), "--out", str(out)], no_window)


@pytest.fixture(scope="module")
def practiced(tmp_path_factory):
    """Return the folder of one demo on the sample, only to be read, and what it said."""
    out, said = tmp_path_factory.mktemp("practiced") / "out", io.StringIO()
    with contextlib.redirect_stdout(said):
        assert demo(out) == 0
    return out, said.getvalue()


def published_rows(out):
    table = next(path for path in (out / "portal").rglob("*.csv") if path.name != "dictionary.csv")
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def source_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def test_the_sample_goes_the_whole_way(practiced):
    out, _ = practiced
    assert {"drafts", "portal", "queue"} <= {path.name for path in out.iterdir()}
    assert len(published_rows(out)) > 200


def test_the_demo_says_each_step_and_how_to_see_it(practiced):
    out, said = practiced
    words = ["Open and check", "Decide", "Describe", "Seal and send", "Review", "Approve", "Publish"]
    assert [said.find(word) for word in words] == sorted(said.find(word) for word in words)
    assert -1 not in [said.find(word) for word in words]
    assert f"open {out}" in said.splitlines()[-1]


def test_clerk_and_coordinator_are_two_persons(practiced):
    out, _ = practiced
    events = [path.read_text(encoding="utf-8").partition("\n# sha256")[0] for path in sorted((out / "queue").rglob("0*.json"))]
    people = {json.loads(event)["type"]: json.loads(event)["actor"]["login"] for event in events}
    assert people["submitted"] == "practice-clerk"
    assert people["approved"] == people["published"] == "practice-coordinator"


def test_the_catalog_keeps_to_dcat_us_1_1(practiced, shared):
    from jsonschema import Draft202012Validator
    out, _ = practiced
    catalog = json.loads((out / "portal/catalog.json").read_text(encoding="utf-8"))
    schema = json.loads((shared / "schemas/dcatus1.1/non-federal_dataset.json").read_text(encoding="utf-8"))
    assert len(catalog["dataset"]) == 1
    assert [error.message for error in Draft202012Validator(schema).iter_errors(catalog["dataset"][0])] == []


def test_a_second_demo_in_the_same_folder_publishes_a_second_version(practiced, tmp_path, capsys):
    shutil.copytree(practiced[0], tmp_path / "out")
    assert demo(tmp_path / "out") == 0
    assert len(list((tmp_path / "out/portal").glob("*/v[12]/datapackage.json"))) == 2


def test_a_file_is_published_row_for_row(tmp_path, capsys):
    path = tmp_path / "counts.csv"
    path.write_text('Counter,Day,Bicycles\r\n"Tilikum, east",2020-01-31,12\r\nHawthorne,2020-02-01,7\r\n', encoding="utf-8")
    assert demo(tmp_path / "out", path) == 0
    assert published_rows(tmp_path / "out") == source_rows(path)


PEOPLE = ("Mariner Quill", "Ottoline Vance", "Peregrine Stroud", "Ludovica Marsh")


@pytest.fixture
def private(tmp_path):
    """Return a file of made-up people; one of its columns no plan for a kind of table decides about."""
    path = tmp_path / "cases.csv"
    lines = [f"{PEOPLE[n % 4]},{100 + n} SE Oak St,{'Theft' if n % 2 else 'Fraud'},503-555-{1000 + n},"
             f"{'SSN 531-45-6789 given' if n == 5 else 'none'},K{71_003 + n * 37}" for n in range(60)]
    path.write_text("\n".join(["Victim Name,Home Address,Prior Arrests,Phone,Notes,Ref", *lines]), encoding="utf-8")
    return path


def test_a_file_with_private_columns_is_published_without_what_may_harm_a_person(private, tmp_path, capsys):
    assert demo(tmp_path / "out", private) == 0
    said, published = capsys.readouterr().out, "\n".join(",".join(row) for row in published_rows(tmp_path / "out"))
    assert not [hidden for hidden in (*PEOPLE, "531-45-6789", "503-555", "105 SE Oak", "Theft") if hidden in published]
    assert "Plan: " in said
    assert "Leave out column Prior Arrests" in said.partition("gentlest change")[2]
    assert "as you asked" not in said
    assert "a number of its own in Ref." in said


def test_who_keeps_everything_is_stopped_by_a_block_and_nothing_is_sent(private, tmp_path, capsys):
    assert demo(tmp_path / "out", private, "--keep") == 1
    assert "Kept as they are, as you asked" in capsys.readouterr().out
    assert not list((tmp_path / "out").rglob("bagit.txt"))
    assert list((tmp_path / "out/drafts").rglob("draft.json"))


def test_a_program_is_never_reached_by_the_demo(practiced):
    out, _ = practiced
    charter = json.loads((out / "queue/queue.json").read_text(encoding="utf-8"))
    assert charter["practice"] is True


def test_the_calls_of_april_2018_are_published_row_for_row(tmp_path, shared, capsys):
    path = shared / "data/portland-pilot/BOEC-April2018-Filtered-In.csv"
    assert demo(tmp_path / "out", path) == 0
    assert published_rows(tmp_path / "out") == source_rows(path)


@pytest.mark.parametrize("name", ["BDS - Permits issued Sample.csv", "Fire response time 2019.csv",
                                  "BDS - Apps received per month.xlsx"])
def test_the_pilot_files_go_through(tmp_path, shared, capsys, name):
    assert demo(tmp_path / "out", shared / "data/portland-pilot" / name) == 0


def test_the_worksheet_sent_by_mistake_is_named_for_what_it_is(tmp_path, shared, capsys):
    assert demo(tmp_path / "out", shared / "data/portland-pilot/Fire-incident-history-2019.csv") == 1
    assert "metadata worksheet" in capsys.readouterr().out


def test_the_sheets_of_the_pilot_workbook_are_listed(shared, capsys):
    run(["check", str(shared / "data/portland-pilot/BDS - Apps received per month.xlsx"), "--json"], no_window)
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["sheets"]) == 2
    assert answer["table"]["sheet"] == answer["sheets"][0]["name"]


def test_a_file_in_the_place_of_the_folder_is_said_and_left_alone(tmp_path, capsys):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert demo(tmp_path / "out") == 4
    assert "could not be made" in capsys.readouterr().err
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_demo_with_the_recommended_plan_publishes_what_the_plan_leaves(tmp_path, capsys):
    assert demo(tmp_path / "out", "--plan", "recommended") == 0
    assert "Change 1: " in capsys.readouterr().out
    header, *rows = published_rows(tmp_path / "out")
    assert "notes" not in header
    assert rows
