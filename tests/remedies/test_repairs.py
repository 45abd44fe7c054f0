"""What each repair makes of cells, and where it does not fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.remedies import StepDoesNotFit, remedies_for, remedy
from steward.schema.month_days import month_days
from steward.table.inference import profile_column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from tests.builders import cells_of, sheet_of, step
from tests.remedies.test_changes import changed
from tests.schema.spoiled import months_as_days


def refused(name, cells, **parameters):
    with pytest.raises(StepDoesNotFit) as refusal:
        changed(name, cells, **parameters)
    return str(refusal.value.words.what)


def questions(name, *cells):
    return remedy(name).questions(profile_column(sheet_of({"c": list(cells)}).columns[0]))


# Labels that look alike

AREAS = ["NE", "Northeast", "N.E.", "Northeast", "South", "east", "East", "East"]


@pytest.mark.parametrize(("keep", "wanted"), [
    ("commonest", ["Northeast", "Northeast", "Northeast", "Northeast", "South", "East", "East", "East"]),
    ("longest", ["Northeast", "Northeast", "Northeast", "Northeast", "South", "East", "East", "East"]),
    ("shortest", ["NE", "NE", "NE", "NE", "South", "East", "East", "East"]),
])
def test_labels_that_mean_the_same_become_one(keep, wanted):
    assert changed("merge_labels", AREAS, keep=keep) == wanted


def test_a_person_can_choose_the_spelling_that_stays():
    assert changed("merge_labels", AREAS, private_targets=("N.E.", "east")) == [
        "N.E.",
        "N.E.",
        "N.E.",
        "N.E.",
        "South",
        "east",
        "east",
        "east",
    ]


def test_a_person_can_say_that_a_label_means_something_else():
    assert changed("merge_labels", AREAS, private_apart=("NE", "east")) == [
        "NE",
        "Northeast",
        "Northeast",
        "Northeast",
        "South",
        "east",
        "East",
        "East",
    ]


def test_labels_without_a_double_stay():
    assert changed("merge_labels", ["North", "South", ""]) == ["North", "South", ""]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["NE", "ne", "N.E.", "Open", "open ", "A+", "A-", "", "Engine 1", "engine 1"]), max_size=12))
def test_merging_twice_is_merging_once(cells):
    once = changed("merge_labels", cells)
    assert changed("merge_labels", once) == once
    assert len(set(once)) <= len(set(cells))


# Dates

def test_dates_written_in_several_ways_become_iso_and_the_rest_stays():
    assert changed("read_dates", ["Jan 5, 2020", "5 January 2020", "2020/1/5", "1/5/2020", "soon", ""], order="mdy") == [
        "2020-01-05",
        "2020-01-05",
        "2020-01-05",
        "2020-01-05",
        "soon",
        "",
    ]


@pytest.mark.parametrize(("order", "wanted"), [("mdy", "2020-04-05"), ("dmy", "2020-05-04")])
def test_a_doubtful_date_is_read_as_the_person_said(order, wanted):
    assert changed("read_dates", ["4/5/2020", "13/4/2020", "4/13/2020"], order=order) == [wanted, "2020-04-13", "2020-04-13"]


def test_the_order_is_asked_only_where_it_is_in_doubt():
    assert len(questions("read_dates", "4/5/2020", "13/4/2020", "4/13/2020")) == 1
    assert questions("read_dates", "Jan 5, 2020", "13/4/2020", "2020-01-31") == ()


def test_a_column_without_dates_is_refused():
    assert "no dates" in refused("read_dates", ["oak", "elm"])


def test_months_are_rebuilt_from_days():
    assert changed("rebuild_months", ["2020-07-15", "2020-08-15", "2020-01-16", ""]) == ["2015-07", "2015-08", "2016-01", ""]


@pytest.mark.parametrize("cells", [["15-Jul", "15-Aug", "16-Jan"], ["Jul-15", "Aug-15", "Jan-16"],
                                   ["7/15/2020", "8/15/2020", "1/16/2020"], ["2020-07-15T00:00:00", "2020-08-15T00:00:00",
                                                                             "2020-01-16T00:00:00"]])
def test_months_are_rebuilt_however_the_day_is_shown(cells):
    assert changed("rebuild_months", cells) == ["2015-07", "2015-08", "2016-01"]


def test_months_are_rebuilt_for_the_century_a_person_chose():
    assert changed("rebuild_months", ["2020-07-15", "2020-01-16"], century=1900) == ["1915-07", "1916-01"]


@pytest.mark.parametrize("cells", [["2020-07-15", "2021-07-15"], ["soon", "later"]])
def test_days_of_several_years_and_words_are_no_months(cells):
    refused("rebuild_months", cells)


@settings(max_examples=40)
@given(first=st.integers(1, 12), count=st.integers(6, 40), year=st.integers(9, 24))
def test_any_run_of_months_that_became_days_comes_back(first, count, year):
    year = min(year, 28 - (first - 1 + count - 1) // 12)
    spoiled = months_as_days(first, count, year)
    wanted = [f"20{year + (first - 1 + place) // 12:02}-{(first - 1 + place) % 12 + 1:02}" for place in range(count)]
    assert changed("rebuild_months", spoiled) == wanted


def test_the_zeros_of_calendars_become_empty():
    cells = [f"2020-01-{day:02}" for day in range(1, 29)]
    assert changed("blank_default_dates", [*cells, "1900-01-00", "1970-01-01"]) == [*cells, "", ""]
    refused("blank_default_dates", ["oak", "1900-01-01"])


# Numbers and codes

def test_numbers_kept_as_text_become_digits():
    assert changed("numbers_from_text", ["'12", '="007"', "1 204", "1\u00a0204.5", "１２", "12", "a b", ""]) == [
        "12",
        "007",
        "1204",
        "1204.5",
        "12",
        "12",
        "a b",
        "",
    ]


@pytest.mark.parametrize(("cell", "wanted"), [
    ("2139", "02139"),
    ("501", "00501"),
    ("97201", "97201"),
    ("2139-1234", "02139-1234"),
    ("972011234", "972011234"),
    (" 2139", "02139"),
    ("OR", "OR"),
    ("", ""),
])
def test_zeros_come_back_in_front_of_zip_codes(cell, wanted):
    assert changed("pad_zeros", [cell]) == [wanted]


def test_zeros_come_back_to_the_width_that_a_person_chose():
    assert changed("pad_zeros", ["6", "41"], width=2) == ["06", "41"]


def test_a_step_without_a_width_replays_as_when_it_was_made_whatever_the_codes_of_the_column_tell():
    cells = ["410510101001", "041051010100", "51010100"]
    assert changed("pad_zeros", ["123", *cells]) == ["00123", *cells]
    assert "5 digits" in str(remedy("pad_zeros").describe(step("pad_zeros", "c")))


@pytest.mark.parametrize(("scale", "wanted"), [("100", ["45", "45", "45", "100", "n/a", ""]),
                                               ("1", ["0.45", "0.45", "0.45", "1", "n/a", ""])])
def test_percentages_come_to_one_scale(scale, wanted):
    assert changed("one_scale", ["45", "0.45", "45 %", "1" if scale == "1" else "1.00", "n/a", ""], scale=scale) == wanted


# Letters

def test_damaged_letters_are_read_again_and_lost_ones_stay():
    assert changed("repair_encoding", ["Pe\u00c3\u00b1a", "itâ€™s", "São", "Pe\ufffda"]) == ["Peña", "it’s", "São", "Pe\ufffda"]


def test_blanks_lines_and_tags_become_plain():
    assert changed("plain_blanks", ["a\u00a0b", " a"]) == ["a b", " a"]
    assert changed("one_line", ["a\nb", "c"]) == ["a b", "c"]
    assert changed("plain_text", ["<b>a</b> &amp; b", "c < d"]) == ["a & b", "c < d"]


# Columns and rows

def split(cells, **parameters):
    return cells_of(remedy("split_column").apply(sheet_of({"a": cells, "b": ["x"] * len(cells)}), step("split_column", "a",
                                                                                                         **parameters)))


def test_a_column_of_several_values_becomes_several_columns_in_its_place():
    assert split(["bus; rail", "bike", ""], sign="semicolon") == {"a 1": ["bus", "bike", ""], "a 2": ["rail", "", ""],
                                                                  "b": ["x", "x", "x"]}


def test_the_sign_is_the_commonest_where_none_is_chosen():
    assert list(split(["bus|rail|foot", "bike"])) == ["a 1", "a 2", "a 3", "b"]


def test_values_beyond_the_last_column_stay_together_in_it():
    assert split(["a;b;c;d"], sign="semicolon", most=2) == {"a 1": ["a"], "a 2": ["b; c; d"], "b": ["x"]}


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from(["bus", "rail", "bike"]), min_size=1, max_size=4), min_size=1, max_size=6))
def test_splitting_loses_no_value(records):
    cells = ["; ".join(record) for record in records]
    if max(map(len, records)) > 1:
        found = split(cells, sign="semicolon")
        columns = [values for name, values in found.items() if name != "b"]
        assert [[value for value in row if value] for row in zip(*columns, strict=True)] == records


def test_new_columns_are_named_as_the_file_rules_ask_where_the_column_was_and_old_steps_replay_as_before():
    def names(name, **parameters):
        sheet = sheet_of({name: ["bus; rail"], "b": ["x"]})
        return list(remedy("split_column").apply(sheet, step("split_column", name, sign="semicolon", **parameters)).names)

    assert names("modes", names="always ruled") == ["modes_1", "modes_2", "b"]
    assert names("modes") == ["modes 1", "modes 2", "b"]
    assert names("Modes used", names="always ruled") == ["modes_used_1", "modes_used_2", "b"]
    assert names("Modes used", names="ruled") == ["Modes used 1", "Modes used 2", "b"]
    assert all(len(name) <= 29 for name in names("m" * 29, names="always ruled"))
    made = remedy("split_column").step_for(Finding(kind="several-values", tier=Tier.WARN, column="modes", count=1,
                                                   words=Words(what=say("Several."))))
    assert made.parameters == {"names": "always ruled"}


def test_the_column_of_units_is_named_so_too():
    sheet, chosen = sheet_of({"depth": ["3 ft", "4 m"]}), remedy("unit_to_column")
    assert chosen.apply(sheet, step("unit_to_column", "depth", names="always ruled")).names == ("depth", "depth_unit")
    assert chosen.apply(sheet, step("unit_to_column", "depth")).names == ("depth", "depth unit")


def test_a_column_without_the_sign_and_names_that_are_taken_are_refused():
    assert "the character at which" in refused("split_column", ["bus"], sign="semicolon")
    with pytest.raises(StepDoesNotFit):
        remedy("split_column").apply(sheet_of({"a": ["x;y"], "a 1": ["z"]}), step("split_column", "a", sign="semicolon"))


def test_names_are_filled_down_and_blank_ones_at_the_top_stay():
    assert changed("fill_down", ["", "Parks", "", " ", "Water", ""]) == ["", "Parks", "Parks", "Parks", "Water", "Water"]


def test_titles_of_sections_go_into_a_column():
    sheet = sheet_of({"a": ["Parks", "x", "y", "Water", "z"], "b": ["", "1", "2", "", "3"]})
    found = remedy("titles_to_column").apply(sheet, step("titles_to_column", rows=(2, 5), name="Bureau"))
    assert cells_of(found) == {"Bureau": ["Parks", "Parks", "Water"], "a": ["x", "y", "z"], "b": ["1", "2", "3"]}


@pytest.mark.parametrize("parameters", [{}, {"rows": (3,)}, {"rows": (99,)}, {"rows": (2,), "name": "a"}])
def test_rows_that_are_no_titles_are_refused(parameters):
    sheet = sheet_of({"a": ["Parks", "x"], "b": ["", "1"]})
    with pytest.raises(StepDoesNotFit):
        remedy("titles_to_column").apply(sheet, step("titles_to_column", **parameters))


def test_later_records_of_a_number_are_left_out_and_those_without_one_stay():
    sheet = sheet_of({"id": ["1", "2", "1", "", ""], "b": list("vwxyz")})
    assert cells_of(remedy("leave_out_same_key").apply(sheet, step("leave_out_same_key", "id")))["b"] == list("vwyz")


def test_all_columns_are_renamed_in_one_step_and_columns_that_keep_the_rules_are_shared():
    sheet = sheet_of({"Opened At": ["1"], "status": ["2"], "opened at": ["3"]})
    found = remedy("rename_headers").apply(sheet, step("rename_headers"))
    assert (found.names, found.column("status") is sheet.column("status")) == (("opened_at", "status", "opened_at_2"), True)
    assert remedy("rename_headers").apply(found, step("rename_headers")) is found


# Places

def placed(name, **columns):
    first = next(iter(columns))
    return cells_of(remedy(name).apply(sheet_of(columns, chunks=2), step(name, first)))


def test_only_exchanged_places_are_exchanged():
    assert placed("swap_coordinates", lon=["-122.6", "45.5", "", "7"], lat=["45.5", "-122.6", "", "8"]) == {
        "lon": ["-122.6", "-122.6", "", "7"], "lat": ["45.5", "45.5", "", "8"]}


def test_a_minus_sign_is_put_before_longitudes_whose_place_then_lies_here():
    assert placed("add_minus", lon=["122.6", "-122.6", " +122.7", "122.6", ""], lat=["45.5", "45.5", "45.6", "31.2", ""]) == {
        "lon": ["-122.6", "-122.6", "-122.7", "122.6", ""], "lat": ["45.5", "45.5", "45.6", "31.2", ""]}


@pytest.mark.parametrize("first", ["x", "y"])
def test_feet_become_degrees_whichever_of_the_two_columns_is_named(first):
    sheet = sheet_of({"x": ["7645000", "0", ""], "y": ["684000", "0", ""]})
    found = cells_of(remedy("reproject_state_plane").apply(sheet, step("reproject_state_plane", first)))
    assert found["x"][0].startswith("-122.6")
    assert found["y"][0].startswith("45.5")
    assert (found["x"][1:], found["y"][1:]) == (["0", ""], ["0", ""])


def test_feet_with_separators_are_read_too():
    assert placed("reproject_state_plane", x=["7,645,000"], y=["684,000"]) == placed("reproject_state_plane", x=["7645000"],
                                                                                      y=["684000"])


@pytest.mark.parametrize("longitude", ["-122.676483", "-123.100000"])
def test_meters_of_a_map_on_the_web_become_the_degrees_that_they_were(longitude):
    from math import log, radians, tan

    x, y = radians(float(longitude)) * 6378137, log(tan(radians(45 + 45.523064 / 2))) * 6378137
    assert placed("reproject_web_mercator", x=[f"{x:.3f}", "0", ""], y=[f"{y:.3f}", "0", "7"]) == {
        "x": [longitude, "0", ""], "y": ["45.523064", "0", "7"]}


@pytest.mark.parametrize("name", ["swap_coordinates", "add_minus", "reproject_state_plane", "reproject_web_mercator"])
def test_tables_without_such_places_are_refused(name):
    for columns in ({"x": ["1"], "y": ["2"]}, {"x": ["45.5"], "b": ["-122.6"]}, {"a": ["1"]}):
        with pytest.raises(StepDoesNotFit):
            placed(name, **columns)


# What fits what

@pytest.mark.parametrize(("kind", "name"), [
    ("look-alike-label", "merge_labels"),
    ("two-date-orders", "read_dates"),
    ("text-date", "read_dates"),
    ("number-as-text", "numbers_from_text"),
    ("lost-zeros", "pad_zeros"),
    ("encoding-damage", "repair_encoding"),
    ("odd-blank", "plain_blanks"),
    ("invisible-sign", "plain_blanks"),
    ("line-break", "one_line"),
    ("html-cell", "plain_text"),
    ("several-values", "split_column"),
    ("filled-once", "fill_down"),
    ("state-plane", "reproject_state_plane"),
    ("web-mercator", "reproject_web_mercator"),
    ("swapped-coordinates", "swap_coordinates"),
    ("repeated-key", "leave_out_same_key"),
    ("mixed-percent", "one_scale"),
])
def test_each_fault_has_its_repair_and_can_be_left_out(kind, name):
    assert {name, "leave_out_column"} <= set(remedies_for(kind, "string"))


# The pilot's own workbook

def test_the_forty_eight_damaged_months_of_the_pilot_workbook_come_back(shared):
    from steward.schema.context import Context
    from steward.table.inference import profile_table
    from steward.vocabulary.progress import Silence
    from tests.schema.checks.pilot import pilot_workbook

    sheet = pilot_workbook(shared, "BDS - Apps received per month.xlsx", "BDS - Apps received per month")
    reading, = month_days(Context(profile=profile_table(sheet, Silence(), 1), fields={}))
    assert reading.column.distinct.count_where(reading.mask) == 48
    found = remedy("rebuild_months").apply(sheet, step("rebuild_months", reading.column.name)).column(reading.column.name)
    wanted = [f"{2015 + (month - 1) // 12}-{(month - 1) % 12 + 1:02}" for month in range(7, 31)]
    assert found.values.to_pylist() == [month for month in wanted for _twice in range(2)]
