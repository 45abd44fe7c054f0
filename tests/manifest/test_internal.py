import json

import pytest

from steward.manifest.bag import WrittenFile
from steward.manifest.contents import table_path
from steward.manifest.internal import internal_files, source_to_json
from steward.table.sheet import Provenance
from steward.vocabulary.tier import Tier
from tests.manifest.samples import candidate, contents, finding


def documents(**changes):
    chosen = contents(**changes)
    written = {table_path(table.name): WrittenFile(path=table_path(table.name), size_bytes=9, sha256="ef" * 32)
               for table in chosen.tables}
    return {path.rpartition("/")[2]: json.loads(content) for path, content in internal_files(chosen, written).items()}


def test_workflow_control_says_who_sealed_what_and_when():
    workflow = documents()["workflow.json"]
    assert workflow["sealed_by"] == {"login": "rex", "name": "R. Example", "role": "steward"}
    assert (workflow["sealed_at"], workflow["practice"], workflow["revision"]) == ("2026-11-23T10:05:00+00:00", True, 1)
    assert workflow["tables"] == [{"name": "bicycle-counts", "title": "Bicycle counts", "rows": 2, "columns": 3,
                                   "size_bytes": 9, "sha256": "ef" * 32}]


def test_findings_are_counted_by_tier_over_all_tables():
    tables = (candidate(), candidate(name="stations", findings=(finding(tier=Tier.NOTE), finding(tier=Tier.WARN))))
    assert documents(tables=tables)["workflow.json"]["tiers"] == {"block": 0, "decide": 1, "warn": 1, "note": 1}


@pytest.mark.parametrize("name", ["recipe.json", "decisions.json", "checks.json", "source.json"])
def test_each_table_has_its_own_part(name):
    tables = (candidate(), candidate(name="stations"))
    assert [table["name"] for table in documents(tables=tables)[name]["tables"]] == ["bicycle-counts", "stations"]


@pytest.mark.parametrize("file_name", ["/srv/marker/Counts.xlsx", "D:\\marker\\Counts.xlsx", "\\\\marker\\share\\Counts.xlsx",
                                       "marker/Counts.xlsx"])
def test_the_original_is_named_without_its_path(file_name):
    said = source_to_json(Provenance(file_name=file_name, sha256="cd" * 32, size_bytes=1))
    assert said["file_name"] == "Counts.xlsx"
    assert "marker" not in json.dumps(said)


def test_of_a_million_blank_rows_the_first_thousand_are_named():
    source = Provenance(file_name="a.csv", sha256="cd" * 32, size_bytes=1, blank_rows=tuple(range(1, 1_000_001)))
    assert len(source_to_json(source)["blank_rows"]) == 1000


def test_findings_are_kept_with_rows_and_without_cells():
    kept = documents()["checks.json"]["tables"][0]["findings"][0]
    assert (kept["count"], kept["rows"]) == (2, [3, 4])
    assert set(kept) <= {"kind", "tier", "room", "column", "count", "rows", "lines", "basis", "remedies", "words"}
