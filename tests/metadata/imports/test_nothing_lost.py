"""Earlier metadata broken at every place: read or refused in a sentence, and each value told or kept for the person to see."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from steward.manifest.documents import record_to_json
from steward.metadata.exports.data_package import EXPORT as DATA_PACKAGE
from steward.metadata.exports.dcat_us_1_1 import EXPORT as DCAT_1_1
from steward.metadata.exports.dcat_us_3_0 import EXPORT as DCAT_3_0
from steward.metadata.imports import Imported, read_metadata, read_worksheet
from tests.metadata.samples import complete_record, program_vocabularies
from tests.metadata.test_exports import written

MARK = "zqxv told"
RECORD = complete_record(third_party="yes", third_party_source="A university", related=("PDX-BES-0412",))
TWO = [{"fn": "One desk", "hasEmail": "mailto:one@example.gov"}, {"fn": "Another", "hasEmail": "mailto:two@example.gov"}]
DCAT = written(DCAT_1_1, RECORD)
DOCUMENTS: dict[str, Any] = {
    "record": record_to_json(RECORD), "1.1": DCAT, "3.0": written(DCAT_3_0, RECORD), "package": written(DATA_PACKAGE, RECORD),
    "catalog": {"conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": [DCAT, {"title": "Another one"}]},
    "pilot": {**DCAT, "contactPoint": TWO, "bureau": {"name": "BES"}, "language": ["en-US", "es"], "accessRights": "SIGN",
              "distribution": [*DCAT["distribution"], *DCAT["distribution"]], "homepage": "https://example.gov/home"}}
HOSTILE = (MARK, f"<script>{MARK}</script>", f"\u202e{MARK} \u0645\u0631\u062d\u0628\u0627 \U0001f6b2", f"2026-02-31 {MARK}",
           [MARK], [[MARK]], {"a": MARK}, {"a": [{"b": MARK}]}, f"{MARK} " * 2_000)


def paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of every text, number and flag."""
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, (*above, step))
    else:
        yield above


def changed(document: Any, path: tuple[Any, ...], value: Any) -> str:
    whole = copy.deepcopy(document)
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(whole)


def shows(found: Imported) -> bool:
    return MARK in json.dumps([[one.value for one in found.told], [one.text for one in found.kept]])


def imported(text: str) -> Imported:
    return read_metadata(text, "earlier.json", program_vocabularies())


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_whatever_stands_in_the_place_of_an_answer_is_told_or_kept(kind):
    for path in paths(DOCUMENTS[kind]):
        for value in HOSTILE:
            if (kind, path) == ("record", ("format",)):
                continue
            found = imported(changed(DOCUMENTS[kind], path, value))
            assert shows(found) or "schema" in path, (path, str(value)[:60])
            assert MARK not in "".join(str(fault.words) for fault in found.faults)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_a_second_value_under_one_name_hides_is_kept_and_said(kind):
    text = json.dumps(DOCUMENTS[kind])
    for name in json.loads(text):
        found = imported("{" + f'"{name}": "{MARK}", ' + text[1:])
        assert shows(found), name
        assert "import-twice" in {fault.kind for fault in found.faults}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_byte_order_mark_and_other_line_ends_change_nothing(kind):
    text = json.dumps(DOCUMENTS[kind], indent=2)
    assert imported("\ufeff" + text.replace("\n", "\r\n")) == imported(text)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_we_wrote_ourselves_leaves_little_over(kind):
    found = imported(json.dumps(DOCUMENTS[kind]))
    technical = {"@type", "hash", "format", "mediatype", "path", "schema", "encoding", "profile", "coordinates"}
    assert not {name for one in found.kept for name in one.origin.split(", ")} & technical
    assert "import-wrong-kind" not in {fault.kind for fault in found.faults}


@pytest.mark.parametrize("value", [7, ["2026"], {"a": "2026"}])
@pytest.mark.parametrize("name", ["temporal", "spatial"])
def test_a_value_of_another_kind_than_the_standard_has_is_said(name, value):
    found = imported(json.dumps({**DCAT, name: value}))
    assert ("import-wrong-kind", f"earlier.json, under {name}.") in {(one.kind, str(one.words.where)) for one in found.faults}


ROWS = tuple((name, value, "", "JSON" if value == "My data.csv" else "") for name, value in (
    ("", "My data.csv"), ("Field", ""), ("title", "Trees"), ("description", "Where they stand"),
    ("keyword", '{"keyword": ["trees"]}'), ("accessLevel", "public"), ("modified", "2026-01-01"), ("Field", ""),
    ("@type", "dcat:Distribution"), ("format", "JSON"), ("mediaType", "text/csv"), ("title", "Trees by street")))


def test_no_cell_of_a_worksheet_is_lost_and_its_second_part_tells_of_the_file():
    for number, row in enumerate(ROWS):
        for place in range(len(row)) if row[1] and row[0] else ():
            cells = tuple(MARK if at == place else cell for at, cell in enumerate(row))
            found = read_worksheet((*ROWS[:number], cells, *ROWS[number + 1:]), "sheet.csv", program_vocabularies())
            assert shows(found) or place == 0, (number, place)
    found = read_worksheet(ROWS, "sheet.csv", program_vocabularies())
    assert "import-format" in {fault.kind for fault in found.faults}
    assert found.record.title == "Trees"
