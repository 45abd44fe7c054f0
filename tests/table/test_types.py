"""Each type is inferred from every value, with noise beside it, and the noise is named by its rows. Oracle: frictionless."""

import random

import pytest

from steward.schema.field import Field
from steward.schema.rules import cell_reader
from steward.schema.table_schema import NUMERIC
from steward.table.inference import profile_column
from tests.builders import sheet_of

ROWS, ODD = 1_000, 11
WORDS = ("soon", "see note", "twelve", "n.b.", "x")


def day(draw):
    return draw.randint(1970, 2030), draw.randint(1, 12), draw.randint(1, 28)


MAKERS = {
    ("integer", None): lambda draw: str(draw.randint(-10**9, 10**9)),
    ("number", None): lambda draw: f"{draw.uniform(-1e6, 1e6):.{draw.randint(1, 4)}f}",
    ("boolean", None): lambda draw: draw.choice(("true", "false")),
    ("date", None): lambda draw: "{:04}-{:02}-{:02}".format(*day(draw)),
    ("date", "%m/%d/%Y"): lambda draw: "{1:02}/{2:02}/{0:04}".format(*day(draw)),
    ("date", "%d.%m.%Y"): lambda draw: "{2:02}.{1:02}.{0:04}".format(*day(draw)),
    ("datetime", None): lambda draw: "{:04}-{:02}-{:02}T{:02}:05:59".format(*day(draw), draw.randint(0, 23)),
    ("datetime", "%m/%d/%Y %H:%M"): lambda draw: "{1:02}/{2:02}/{0:04} {3:02}:30".format(*day(draw), draw.randint(0, 23)),
    ("time", None): lambda draw: f"{draw.randint(0, 23):02}:{draw.randint(0, 59):02}:{draw.randint(0, 59):02}",
    ("time", "%H:%M"): lambda draw: f"{draw.randint(0, 23):02}:{draw.randint(0, 59):02}",
    ("year", None): lambda draw: str(draw.randint(1900, 2030)),
    ("yearmonth", None): lambda draw: "{:04}-{:02}".format(*day(draw)),
    ("duration", None): lambda draw: draw.choice((f"P{draw.randint(1, 9)}D", f"PT{draw.randint(1, 9)}H{draw.randint(1, 59)}M3S",
                                                  f"P{draw.randint(1, 9)}Y")),
    ("geopoint", None): lambda draw: f"{draw.uniform(-123, -122):.5f}, {draw.uniform(45, 46):.5f}",
    ("geojson", None): lambda draw: f'{{"type": "Point", "coordinates": [{draw.uniform(-123, -122):.4f}, 45.5]}}',
}
EACH = pytest.mark.parametrize("kind", sorted(MAKERS, key=str), ids=lambda kind: f"{kind[0]} {kind[1] or ''}".strip())


def cells(kind, odd):
    draw = random.Random(str(kind))
    made = [MAKERS[kind](draw) for _ in range(ROWS)]
    places = sorted(draw.sample(range(ROWS), odd))
    for place in places:
        made[place] = draw.choice(WORDS)
    for place in set(range(0, ROWS, 97)) - set(places):
        made[place] = ""
    return made, places


def profile(kind, made):
    name = "Year built" if kind[0] == "year" else "Measured"
    return profile_column(sheet_of({name: made}).column(name))


@EACH
def test_each_type_is_found_from_its_values(kind):
    column = profile(kind, cells(kind, 0)[0])
    assert (column.type, column.format) == kind
    assert not column.odd.any()


@EACH
def test_a_few_other_cells_are_named_with_their_rows_and_do_not_make_it_text(kind):
    made, places = cells(kind, ODD)
    column = profile(kind, made)
    assert (column.type, column.format) == kind
    assert column.distinct.places_where(column.odd).tolist() == places


@EACH
def test_frictionless_reads_every_value_that_counts_as_one_of_the_type(kind):
    made, _ = cells(kind, 0)
    read = cell_reader(Field(column="a", name="a", type=kind[0], format=kind[1]))
    assert [read(value)[1] for value in made[:100]] == [None] * 100


@EACH
def test_where_one_in_six_cells_is_otherwise_the_column_is_text(kind):
    assert profile(kind, cells(kind, ROWS // 6)[0]).type == "string"


@pytest.mark.parametrize("cell", [
    '{"type": "Point", "coordinates": [1, 2]}', '{"coordinates":[1.5,-2],"type":"Point"}',
    '{"type":"LineString","coordinates":[[1,2],[3,4]]}', '{"type": "MultiPoint", "coordinates": [[1, 2]]}',
    '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}',
    '{"type":"MultiLineString","coordinates":[[[0,0],[1,0]],[[2,2],[3,3],[4,4]]]}',
    '{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}'])
def test_every_kind_of_shape_is_known(cell):
    assert profile_column(sheet_of({"shape": [cell]}).column("shape")).type == "geojson"
    assert cell_reader(Field(column="a", name="a", type="geojson"))(cell)[1] is None


@pytest.mark.parametrize("cell", [
    '{"type": "Point", "coordinates": [1]}', '{"type": "Point", "coordinates": [1, 2, 3]}',
    '{"type": "Polygon", "coordinates": [[[0,0],[1,0],[0,0]]]}',
    '{"type": "Point", "coordinates": [01, 2]}', '{"type": "Circle", "coordinates": [1, 2]}', '{"a": 1}', "{"])
def test_what_only_looks_like_a_shape_stays_text(cell):
    assert profile_column(sheet_of({"shape": [cell]}).column("shape")).type == "string"


@pytest.mark.parametrize(("name", "make"), [
    ("Zip", lambda draw: f"{draw.randint(97000, 97299)}"), ("Account", lambda draw: f"{draw.randint(10**9, 10**10)}"),
    ("Case", lambda draw: f"{draw.randint(0, 99999):07}"), ("Fiscal Year", lambda draw: f"{draw.randint(2010, 2026)}"),
    ("Parcel", lambda draw: f"{draw.randint(1, 10**6)}"), ("Call back", lambda draw: f"503{draw.randint(2000000, 9999999)}"),
    ("Barcode", lambda draw: "".join(draw.choice("123456789") for _ in range(20)))])
def test_names_of_things_that_are_made_of_figures_stay_text(name, make):
    draw = random.Random(name)
    assert profile_column(sheet_of({name: [make(draw) for _ in range(ROWS)]}).column(name)).type == "string"


def test_the_types_cover_all_that_a_table_can_be_inferred_to_hold():
    assert {kind for kind, _ in MAKERS} >= {*NUMERIC, "boolean", "date", "datetime", "time", "yearmonth", "duration",
                                            "geopoint", "geojson"}
