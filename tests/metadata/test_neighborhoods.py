"""The city's neighborhoods: names and areas from a GeoJSON file that the city replaces, and what a table tells of them."""

import json

import numpy as np
import pytest

from steward.metadata.covered import covered
from steward.metadata.examine import examine
from steward.metadata.neighborhoods import NEIGHBORHOODS_FILE, Neighborhoods
from steward.metadata.strict_json import DocumentBroken
from steward.table.inference import profile_table
from steward.table.inside import inside
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of
from tests.metadata.samples import complete_record, program_profile, program_vocabularies, resource

SQUARE = [[[-122.70, 45.50], [-122.60, 45.50], [-122.60, 45.60], [-122.70, 45.60], [-122.70, 45.50]]]


def feature(name="Kenton", geometry=None, **properties):
    return {"type": "Feature", "properties": {"name": name, **properties}, "geometry": geometry}


def polygon(coordinates):
    return {"type": "Polygon", "coordinates": coordinates}


def city(*features, **more):
    return Neighborhoods.parse(json.dumps({"type": "FeatureCollection", "features": features, **more}, indent=1))


def told(columns, known, **options):
    return covered(profile_table(sheet_of(columns), Silence()).columns, known, **options)


def test_the_list_that_goes_with_steward_is_read_and_asks_the_city_to_confirm_it():
    known = Neighborhoods.parse(resource(NEIGHBORHOODS_FILE))
    assert len(known.listed) == 94
    assert not known.has_areas
    document = json.loads(resource(NEIGHBORHOODS_FILE))
    assert "The city is to confirm" in document["about"]
    assert document["confirmed_by"] == ""


@pytest.mark.parametrize(("typed", "name"), [
    ("KENTON", "Kenton"), ("saint johns", "St. Johns"), ("St Johns Neighborhood Association", "St. Johns"),
    ("Sullivans Gulch", "Sullivan's Gulch"), ("Mount Scott / Arleta", "Mt. Scott-Arleta"), ("Old Town/Chinatown", "Old Town"),
    ("Pearl", "Pearl District"), ("SELLWOOD-MORELAND IMPROVEMENT LEAGUE", "Sellwood-Moreland"), ("Gresham", ""), ("", ""),
])
def test_a_neighborhood_is_known_however_it_is_written(typed, name):
    assert Neighborhoods.parse(resource(NEIGHBORHOODS_FILE)).named(typed) == name


def test_a_layer_of_a_map_program_takes_the_place_of_the_list():
    layer = [{"type": "Feature", "id": 7, "geometry": polygon(SQUARE), "properties": {"OBJECTID": 7, "NAME": "KENTON"}},
             {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": [SQUARE, SQUARE]},
              "properties": {"NAME": "LENTS", "COALIT": "E"}}]
    known = city(*layer, name="Neighborhoods", crs={"type": "name"})
    assert [(one.name, len(one.rings)) for one in known.listed] == [("KENTON", 1), ("LENTS", 2)]
    assert city({**layer[0], "properties": {"HOOD": "Boise"}}, name_property="hood").named("boise") == "Boise"


@pytest.mark.parametrize("broken", [
    [feature(name="")], [feature(name="A, B")], [feature(), feature()], [feature(also=["Kenton", ""])], [{"type": "Feature"}],
    [feature(), feature("Lents", also=["kenton"])], [feature(geometry={"type": "Point", "coordinates": [1, 2]})],
    [feature(geometry=polygon([]))], [feature(geometry=polygon([SQUARE[0][:-1]]))],
    [feature(geometry=polygon([[[1, "a"]] * 4]))],
    [feature(geometry=polygon([[[7644000, 683000], [7645000, 683000], [7645000, 684000], [7644000, 683000]]]))],
    [feature(geometry=polygon([[1, 2, 3, 4]]))], [feature(geometry={"type": "MultiPolygon", "coordinates": SQUARE})], [],
])
def test_a_broken_file_is_refused_with_file_and_line(broken):
    with pytest.raises(DocumentBroken) as trouble:
        city(*broken)
    words = trouble.value.words
    assert "neighborhoods.geojson" in words.what.show()
    assert "line" in words.where.show()


def test_places_lie_within_an_area_and_not_in_its_hole():
    hole = np.array([[-122.66, 45.54], [-122.64, 45.54], [-122.64, 45.56], [-122.66, 45.56], [-122.66, 45.54]])
    rings = (np.array(SQUARE[0]), hole)
    east = np.array([-122.65, -122.61, -122.5, -122.69])
    north = np.array([45.55, 45.51, 45.55, 45.7])
    assert inside(rings, east, north).tolist() == [False, True, False, False]


def test_a_column_tells_of_neighborhoods_that_stand_in_many_rows():
    known = Neighborhoods.parse(resource(NEIGHBORHOODS_FILE))
    rows = ["lents"] * 20 + ["Saint Johns"] * 15 + ["Kenton"] * 3 + ["Nowhere"] * 12
    found = told({"Neighborhood": rows}, known)
    assert (found.names, found.unlisted, found.is_by_places) == (("Lents", "St. Johns"), 1, False)
    assert told({"Neighborhood": rows}, known, without={"Neighborhood"}).names == ()


def test_a_column_under_another_name_counts_where_nearly_all_values_are_neighborhoods():
    known = Neighborhoods.parse(resource(NEIGHBORHOODS_FILE))
    assert told({"Part of town": ["Lents", "Kenton", "Boise"] * 20}, known).names == ("Boise", "Kenton", "Lents")
    assert told({"Surname": ["King", "Reed", "Russell", "Smith", "Lee"] * 20}, known).names == ()


@pytest.mark.parametrize(("values", "count"), [
    (("Lents", "Kenton", "Boise", "Cully", "Elsewhere"), 4), (("Lents", "Kenton", "Boise", "Elsewhere", "Nowhere"), 0),
    (("Lents", "Kenton"), 0), ((), 0),
])
def test_four_in_five_values_must_be_neighborhoods_and_at_least_three(values, count):
    known = Neighborhoods.parse(resource(NEIGHBORHOODS_FILE))
    assert len(told({"Part of town": [*values] * 20}, known).names) == count


def test_places_tell_of_neighborhoods_where_the_city_gave_areas():
    other = [[[-122.60, 45.50], [-122.50, 45.50], [-122.50, 45.60], [-122.60, 45.60], [-122.60, 45.50]]]
    known = city(feature(geometry=polygon(SQUARE)), feature("Lents", polygon(other)), feature("Boise"))
    east = [f"-122.6{number % 10}1" for number in range(60)] + [f"-122.5{number}1" for number in range(5)]
    places = {"Longitude": east, "Latitude": [f"45.5{number % 9}2" for number in range(65)]}
    found = told(places, known)
    assert (found.names, found.is_by_places) == (("Kenton",), True)
    assert told({"x": ["7644000.5"] * 40, "y": ["683000.1"] * 40}, known).names == ()


@pytest.mark.parametrize(("answer", "column", "kinds"), [
    (("Kenton",), (), set()), (("Kentno",), (), {"unknown"}), (("Kenton",), ("Kenton", "Lents"), {"left-out"}),
    (("Boise",), ("Kenton",), {"left-out"}), (("Boise", "Kenton"), ("Kenton",), set()), ((), ("Kenton",), set()),
    (("Kenton",), ("Kenton", "Nowhere"), {"unlisted"}),
])
def test_an_answer_is_held_against_the_list_and_the_table(answer, column, kinds):
    known = Neighborhoods.parse(resource(NEIGHBORHOODS_FILE))
    found = told({"Neighborhood": [*column] * 20}, known) if column else told({"Name": ["a"]}, known)
    told_kinds = {finding.kind.removeprefix("metadata-neighborhood-") for finding in examine(
        complete_record(neighborhoods=answer), program_profile(), program_vocabularies(), city=known, covered=found)
        if "neighborhood" in finding.kind}
    assert told_kinds == kinds


def test_a_slip_of_the_finger_is_told_with_the_name_that_is_meant():
    known = Neighborhoods.parse(resource(NEIGHBORHOODS_FILE))
    (finding,) = examine(complete_record(neighborhoods=("Laurelhrust",)), program_profile(), program_vocabularies(), city=known)
    assert finding.words.next_step.show() == "Laurelhurst is probably meant. Write the names as the city does."
