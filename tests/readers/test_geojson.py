import json
import random
from decimal import Decimal

import pytest

from steward.readers.errors import EncodingUnfit, FileDamaged, FileEmpty, FileTooLarge, NotATable, SheetMissing
from steward.readers.formats import _features, _json_stream
from steward.readers.recognition import format_of, peek
from tests.readers.opened import cells_of, read_text
from tests.readers.opened import read_text as opened


def layer(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more})


def feature(geometry=None, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(*coordinates):
    return {"type": "Point", "coordinates": list(coordinates)}


def table(folder, content, name="a.geojson", **step):
    reading = opened(folder, content, name, **step)
    return [reading.labels, *cells_of(reading)]


def oddities(reading):
    return {one.kind: (one.count, list(one.rows)) for one in reading.oddities}


def test_properties_become_columns_in_the_order_they_are_first_met(tmp_path):
    text = layer(feature(b="1", a="2"), feature(c="3", a="4"))
    assert table(tmp_path, text) == [("b", "a", "c"), ("1", "2", ""), ("", "4", "3")]


def test_numbers_stay_as_they_are_written(tmp_path):
    text = '[{"a":0.10,"b":1e5,"c":12345678901234567890,"d":-0,"e":1E+2,"f":%s}]' % ("9" * 5000)
    assert table(tmp_path, text)[1] == ("0.10", "1e5", "12345678901234567890", "-0", "1E+2", "9" * 5000)


def test_truth_null_and_nested_values_become_text(tmp_path):
    text = '[{"a":true,"b":false,"c":null,"d":{"x": [1.50, null, true, "é\\"\\n"]},"e":[ ]}]'
    assert table(tmp_path, text)[1] == ("true", "false", "", '{"x":[1.50,null,true,"é\\"\\n"]}', "[]")


def test_a_point_becomes_two_columns_and_its_height_a_third(tmp_path):
    text = layer(feature(point(-122.5, 45.25), a="x"), feature(point(-122.75, 45.5, 12.5), a="y"))
    assert table(tmp_path, text) == [("a", "longitude", "latitude", "altitude"), ("x", "-122.5", "45.25", ""),
                                     ("y", "-122.75", "45.5", "12.5")]


def test_coordinates_beyond_the_globe_are_not_called_longitude(tmp_path):
    assert table(tmp_path, layer(feature(point(7644000.5, 683000.1))))[0] == ("x", "y")
    assert table(tmp_path, layer(feature(point(10, 91))))[0] == ("x", "y")


@pytest.mark.parametrize(("geometry", "text"), [
    ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "LINESTRING (1 2, 3 4)"),
    ({"type": "MultiPoint", "coordinates": [[1, 2, 3]]}, "MULTIPOINT Z (1 2 3)"),
    ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]], [[2, 2]]]}, "POLYGON ((0 0, 1 0, 0 0), (2 2))"),
    ({"type": "MultiPolygon", "coordinates": [[[[0, 0]]], [[[1, 1]]]]}, "MULTIPOLYGON (((0 0)), ((1 1)))"),
    ({"type": "Polygon", "coordinates": []}, "POLYGON EMPTY"),
    ({"type": "GeometryCollection", "geometries": [point(1, 2)]}, "GEOMETRYCOLLECTION (POINT (1 2))"),
    ({"type": "GeometryCollection", "geometries": []}, "GEOMETRYCOLLECTION EMPTY")])
def test_other_shapes_become_well_known_text(tmp_path, geometry, text):
    reading = opened(tmp_path, layer(feature(geometry)), "a.geojson")
    assert (reading.labels, cells_of(reading), reading.oddities) == (("geometry",), [(text,)], ())


@pytest.mark.parametrize("geometry", [
    {"type": "Point", "coordinates": [1]}, {"type": ["Point"]},
    {"type": "Point", "coordinates": [1, 2, 3, 4]}, {"type": "Circle", "radius": 1},
    {"type": "Point", "coordinates": ["1", "2"]}, {"type": "LineString", "coordinates": [[1, 2], [1, 2, 3]]},
    {"type": "Polygon", "coordinates": [[1, 2]]}, {"type": "Point", "coordinates": [1, 2], "precision": 3},
    {"rings": [[[1, 2]]]}])
def test_a_shape_that_well_known_text_cannot_hold_is_kept_as_it_is_written_and_said(tmp_path, geometry):
    reading = opened(tmp_path, layer(feature(geometry)), "a.geojson")
    assert json.loads(cells_of(reading)[0][0]) == geometry
    assert oddities(reading) == {"odd-shape": (1, [1])}


def test_points_and_other_shapes_in_one_layer_stand_in_columns_of_their_own(tmp_path):
    text = layer(feature(point(1, 2)), feature({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}), feature())
    assert table(tmp_path, text) == [("longitude", "latitude", "geometry"), ("1", "2", ""), ("", "", "LINESTRING (1 2, 3 4)"),
                                     ("", "", "")]


def test_what_is_no_record_is_set_apart_with_its_text(tmp_path):
    reading = opened(tmp_path, layer(feature(a="x"), None, [1, 2.50], "é", feature(a="y")), "a.geojson")
    assert reading.rows.tolist() == [1, 5]
    assert [(one.row, one.text) for one in reading.quarantine] == [(2, "null"), (3, "[1,2.5]"), (4, '"é"')]
    assert (reading.account.total, reading.account.quarantined, reading.account.missing) == (5, 3, 0)


def test_a_type_that_is_no_word_is_a_cell_like_any_other(tmp_path):
    assert table(tmp_path, '[{"type":["x"],"a":1},{"type":{"y":2}}]') == [("type", "a"), ('["x"]', "1"), ('{"y":2}', "")]


def test_a_name_that_stands_twice_loses_no_value(tmp_path):
    reading = opened(tmp_path, '[{"a":1,"b":2,"a":3},{"a":4}]', "a.json")
    assert (reading.labels, cells_of(reading)) == (("a", "b", "a"), [("1", "2", "3"), ("4", "", "")])
    assert oddities(reading) == {"repeated-name": (1, [1])}


def test_what_stands_beside_properties_is_kept(tmp_path):
    text = layer({**feature(a="1"), "id": 7, "style": "red"}, {"type": "Feature", "properties": None, "geometry": None})
    assert table(tmp_path, text) == [("id", "a", "style"), ("7", "1", "red"), ("", "", "")]


def test_an_id_beside_properties_with_an_id_has_a_name_of_its_own(tmp_path):
    assert table(tmp_path, layer({**feature(id="x"), "id": 7}))[:2] == [("feature id", "id"), ("7", "x")]


def test_entries_beside_the_features_are_said(tmp_path):
    assert oddities(opened(tmp_path, layer(feature(a=1), name="x", note="y"), "a.json")) == {"beside-features": (1, [])}


@pytest.mark.parametrize(("name", "is_other"), [
    ("urn:ogc:def:crs:OGC:1.3:CRS84", False), ("EPSG:4326", False), ("urn:ogc:def:crs:EPSG::4326", False),
    ("http://www.opengis.net/def/crs/EPSG/0/4326", False), ("urn:ogc:def:crs:EPSG::2913", True), ("EPSG:3857", True)])
def test_another_coordinate_system_is_said(tmp_path, name, is_other):
    text = layer(feature(point(1, 2)), crs={"type": "name", "properties": {"name": name}})
    assert ("other-coordinates" in oddities(opened(tmp_path, text, "a.json"))) is is_other


def test_a_layer_of_arcgis_opens_and_says_that_the_service_left_records_out(tmp_path):
    text = json.dumps({"features": [{"attributes": {"A": 1}, "geometry": {"x": 1.5, "y": 2.5}}],
                       "spatialReference": {"wkid": 4326}, "exceededTransferLimit": True})
    reading = opened(tmp_path, text, "a.json")
    assert (reading.labels, cells_of(reading)) == (("A", "longitude", "latitude"), [("1", "1.5", "2.5")])
    assert set(oddities(reading)) == {"cut-export"}


@pytest.mark.parametrize("text", ['{"a":1}\n{"a":2}\n', '[{"a":1},{"a":2}]', '\x1e{"a":1}\n\x1e{"a":2}\n', ' {"a":1} {"a":2}',
                                  '[{"a":1}]\n[{"a":2}]'])
def test_lists_and_lines_of_plain_objects_open_the_same_way(tmp_path, text):
    assert table(tmp_path, text) == [("a",), ("1",), ("2",)]


@pytest.mark.parametrize("text", ['{"a":1}', "[1,2]", "[[1],[2]]", '{"type":"Topology","arcs":[]}',
                                  '{"type":"FeatureCollection"}', '{"type":"FeatureCollection","features":{"a":1}}'])
def test_other_json_is_no_table(tmp_path, text):
    with pytest.raises(NotATable, match="not a list of records"):
        opened(tmp_path, text, "a.json")


@pytest.mark.parametrize("text", ["[]", layer(), " [ ] \n", "[{},{}]"])
def test_a_list_without_records_is_empty(tmp_path, text):
    with pytest.raises(FileEmpty):
        opened(tmp_path, text, "a.json")


@pytest.mark.parametrize("text", [
    '[{"a":1},]', '[{"a":1}', '[{"a":1} {"a":2}]', '[{"a":1}] x', '{"type":"FeatureCollection","features":[{"a":1}',
    '{"type":"FeatureCollection","features":[{"a":1},{"b":', '[{"a":' + "[" * 100_000, "[" * 100_000, '{"a":1,}', "{'a':1}",
    '{"a":1}\n{"a":\n', '{"a":01}', '{"features":[{"a":1}]'])
def test_a_file_that_breaks_off_gives_one_sentence_and_no_table(tmp_path, text):
    with pytest.raises(FileDamaged, match="record"):
        opened(tmp_path, text, "a.json")


def test_a_damaged_file_is_named_by_record_and_line(tmp_path):
    with pytest.raises(FileDamaged) as caught:
        opened(tmp_path, '[{"a":1},\n{"a":2},\n{"a" 3}]', "a.json")
    assert (str(caught.value.words.what).count("record 3"), str(caught.value.words.where).count("line 3")) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_is_read(tmp_path, encoding):
    assert table(tmp_path, '[{"a":"é","b":"x"}]'.encode(encoding))[1] == ("é", "x")


def test_an_encoding_that_does_not_fit_is_said(tmp_path):
    with pytest.raises(EncodingUnfit):
        opened(tmp_path, '[{"a":"é"}]'.encode("cp1252"), "a.json", encoding="utf-8")
    with pytest.raises(EncodingUnfit):
        opened(tmp_path, b'[{"a":1}]', "a.json", encoding="klingon")


def test_half_a_letter_is_shown_as_it_is_written(tmp_path):
    reading = opened(tmp_path, '[{"a":"x\\ud800y"},{"a":"\\ud83d\\ude00"}]', "a.json")
    assert cells_of(reading) == [("x\\ud800y",), ("😀",)]
    assert oddities(reading) == {"half-letter": (1, [1])}


def test_more_names_than_a_table_may_have_columns_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(_features, "MOST_COLUMNS", 3)
    with pytest.raises(FileTooLarge):
        opened(tmp_path, json.dumps([{f"n{number}": 1} for number in range(4)]), "a.json")


def test_one_endless_value_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(_json_stream, "LONGEST_VALUE", 100)
    monkeypatch.setattr(_json_stream, "BLOCK_BYTES", 50)
    with pytest.raises(FileTooLarge):
        opened(tmp_path, '[{"a":"' + "x" * 1000, "a.json")


def test_a_sheet_of_another_name_is_not_there(tmp_path):
    with pytest.raises(SheetMissing):
        opened(tmp_path, '[{"a":1}]', "a.json", sheet="Data")


@pytest.mark.parametrize("text", ["{id},b\n1,2\n", "[a],b\n1,2\n", '"{""a"": 1}",2\n3,4\n', "{,}\n1,2\n"])
def test_a_table_whose_first_name_has_brackets_is_still_text(tmp_path, text):
    (tmp_path / "a.csv").write_text(text)
    assert format_of(peek(tmp_path / "a.csv")).name == "delimited"


def any_value(dice, depth=0):
    kind = dice.randrange(9 if depth < 3 else 6)
    if kind > 6:
        return {dice.choice("abc"): any_value(dice, depth + 1) for _ in range(dice.randrange(3))}
    if kind == 6:
        return [any_value(dice, depth + 1) for _ in range(dice.randrange(3))]
    return (None, True, dice.randrange(10**18), dice.random() * 10.0**dice.randrange(-9, 20), "é\n😀\u2028", "")[kind]


def is_told(text, value):
    """Return whether a cell tells a value: nothing of it is lost."""
    if value is None or isinstance(value, str):
        return text == (value or "")
    if isinstance(value, float):
        return Decimal(text) == Decimal(repr(value))
    return json.loads(text) == value


@pytest.mark.parametrize("block_bytes", [7, 64, 1 << 20])
def test_any_list_of_objects_is_read_as_json_reads_it(tmp_path, monkeypatch, block_bytes):
    monkeypatch.setattr(_json_stream, "BLOCK_BYTES", block_bytes)
    monkeypatch.setattr(_features, "ROWS_AT_ONCE", 3)
    dice = random.Random(block_bytes)
    for _ in range(100):
        records = [{dice.choice("pqrst"): any_value(dice) for _ in range(dice.randrange(5))} for _ in range(dice.randrange(9))]
        records.append({"p": 1})
        text = json.dumps(records, ensure_ascii=dice.random() < 0.5, indent=dice.choice([None, 1]))
        reading = read_text(tmp_path, text, "any.json")
        assert len(reading.rows) == len(records)
        assert reading.account.missing == 0
        for cells, record in zip(cells_of(reading), records, strict=True):
            found = dict(zip(reading.labels, cells, strict=True))
            assert all(is_told(found.pop(name), value) for name, value in record.items())
            assert not any(found.values())
