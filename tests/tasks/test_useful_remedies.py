"""What is offered does something: a change that finds nothing in the cells, or takes all of the table, is no answer."""

import pytest

from steward.tasks import deciding, opening
from steward.vocabulary.progress import Silence
from tests.builders import step

QUIET = Silence()
STREETS = ("SE Oak St", "N Lombard St", "NE Fremont St")


def bench_of(house, tmp_path, *, has_zip=False, calls=40):
    path = tmp_path / "people.csv"
    rows = [f'{person},"{301 + number} {STREETS[number % 3]}{f", Portland, OR 9720{number % 9}" if has_zip else ""}",'
            f"{'call 503-555-01' + str(10 + number) if number < calls else 'left a note about the tree'}"
            for number, person in enumerate(f"{one} {other}" for one in ("Maria", "Linda", "Robert", "James", "Susan")
                                            for other in ("Smith", "Garcia", "Johnson", "Brown", "Jones", "Davis", "Miller",
                                                          "Wilson"))]
    path.write_text("\n".join(["Client Name,Home Address,Notes", *rows]))
    return opening.begin(house, path, QUIET)


def offered(bench, kind, column):
    found = next(one for one in bench.report.findings if one.key == (kind, column))
    return [one.name for one in deciding.remedies_for(found, bench)]


def test_an_address_is_not_offered_to_be_rounded_or_every_row_to_go(house, tmp_path):
    names = offered(bench_of(house, tmp_path, has_zip=True), "home_address", "Home Address")
    assert names[:3] == ["address_to_block", "address_to_zip", "leave_out_column"]
    assert {"round_coordinates", "leave_out_rows"}.isdisjoint(names)


def test_a_zip_code_is_offered_only_where_the_addresses_hold_one(house, tmp_path):
    assert "address_to_zip" not in offered(bench_of(house, tmp_path), "home_address", "Home Address")


def test_rows_may_go_where_others_stay_and_sentences_may_be_scrubbed(house, tmp_path):
    names = offered(bench_of(house, tmp_path, calls=2), "phone", "Notes")
    assert {"leave_out_rows", "scrub_text"} <= set(names)


@pytest.mark.parametrize("kind_column", [("home_address", "Home Address"), ("person_name", "Client Name"), ("phone", "Notes")])
def test_every_change_that_is_offered_changes_the_table(house, tmp_path, kind_column):
    bench = bench_of(house, tmp_path, has_zip=True)
    found = next(one for one in bench.report.findings if one.key == kind_column)
    for one in deciding.remedies_for(found, bench):
        effect = deciding.preview(bench, deciding.step_for(found, bench, one))
        assert effect.cells + effect.rows_left_out + effect.columns_left_out > 0
        assert effect.rows_left_out < bench.candidate.height


def test_a_zip_with_its_four_more_digits_still_tells_the_block(house, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Client Name,Home Address,ZIP,ZIP4\n" + "".join(
        f"Maria Smith,{300 + number} SE Oak St,97202,97202-{1000 + number}\n" for number in range(30)))
    linked = deciding.preview(opening.begin(house, path, QUIET), step("address_to_block", "Home Address")).linked
    assert "ZIP4" in linked
    assert "ZIP" not in linked


@pytest.mark.parametrize(("beside", "is_offered"), [("Place,1{row} SW Main St", True), ("Area,Lents {row}", False)])
def test_coordinates_are_offered_to_be_moved_to_the_block_where_a_column_tells_it(house, tmp_path, beside, is_offered):
    header, cell = beside.split(",")
    lines = [f"Burglary,45.5{row}1,-122.6{row}1,{cell.format(row=row)}" for row in range(10, 60)]
    path = tmp_path / "cases.csv"
    path.write_text("\n".join([f"Offense,Latitude,Longitude,{header}", *lines]), encoding="utf-8")
    names = offered(opening.begin(house, path, QUIET), "precise_geo", "Latitude")
    assert ("snap_to_block" in names) is is_offered
