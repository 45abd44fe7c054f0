"""Faults among real records: what each check must find, and the columns that look alike and are none."""

from datetime import date

import pytest

from steward.remedies import remedy
from steward.schema.examine import examine
from steward.schema.inference import infer_fields
from steward.schema.surroundings import Surroundings
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from steward.vocabulary.question import answered
from tests.builders import cells_of, sheet_of
from tests.schema.spoiled import AROUND, days, numbers, table, with_last


def found(sheet):
    profile = profile_table(sheet, Silence(), 1)
    return {finding.kind: finding for finding in examine(profile, infer_fields(profile), Silence(), AROUND)}


def repaired(sheet, kind):
    """Return the cells after the recommended change, with the answer that is offered first to each of its questions."""
    finding = found(sheet)[kind]
    chosen = remedy(finding.remedies[0])
    step = chosen.step_for(finding)
    for question in chosen.questions(profile_table(sheet, Silence(), 1).column(finding.column)):
        step = answered(step, question, question.first)
    return cells_of(chosen.apply(sheet, step))


@pytest.mark.parametrize("cell", ["Monday, January 6, 2020", "Mon 01/06/2020", "Mon, 6 Jan 2020", "Jan. 6, 2020",
                                  "January 6th, 2020", "6th of January 2020", "2020.01.06", "6 Jan 2020 (Mon)"])
def test_a_date_is_read_past_its_weekday_and_endings(cell):
    sheet = table("opened", with_last(days(), cell, "2020-02-09"))
    assert list(found(sheet)["text-date"].rows) == [40]
    assert repaired(sheet, "text-date")["opened"][-2:] == ["2020-01-06", "2020-02-09"]


def test_dates_with_midnight_behind_them_are_dates_among_others():
    sheet = table("opened", ["July 4, 2020", *(f"{day}T00:00:00" for day in days(8)), "7/14/2020 12:00 AM", "7/15/2020"])
    assert found(sheet)["text-date"].count == 11
    assert repaired(sheet, "text-date")["opened"] == ["2020-07-04", *days(8), "2020-07-14", "2020-07-15"]
    assert "text-date" not in found(table("opened", with_last(days(), "July 4, 2020", "2020-02-11 08:15")))


@pytest.mark.parametrize(("shown", "order"), [("1-Feb", "dmy"), ("2-Jan", "mdy")])
def test_ranges_that_all_became_days_are_told_by_the_open_one_behind_them(shown, order):
    cells = [shown, {"dmy": "3-Apr", "mdy": "4-Mar"}[order], {"dmy": "5-Jun", "mdy": "6-May"}[order], "7+"] * 5
    assert repaired(table("persons", cells), "range-as-day")["persons"] == ["1-2", "3-4", "5-6", "7+"] * 5
    assert "range-as-day" not in found(table("due", [*cells[:3], "9+"] * 5))


@pytest.mark.parametrize(("name", "cells", "wanted"), [
    ("Age Group", ["5-Jan", "10-Jun", "12-Nov"], ["1-5", "6-10", "11-12"]), ("size", ["15-Jul", "20-Jul"], ["7-15", "7-20"]),
    ("house_numbers", ["2024-02-04", "2024-06-08"], ["2-4", "6-8"]), ("Bedrooms", ["1-Feb", "3-Apr"], ["1-2", "3-4"])])
def test_ranges_that_all_became_days_are_told_by_the_name_of_their_column(name, cells, wanted):
    assert repaired(table(name, cells * 6), "range-as-day")[name] == wanted * 6
    assert "range-as-day" not in found(table(f"{name} on", cells * 6))


def test_days_years_away_from_all_others_are_told():
    assert "far-date" not in found(table("built", [*days(), "2025-02-03"]))
    assert "far-date" not in found(table("opened", [*days(60), *days(30, date(2025, 3, 1))]))
    early = profile_table(table("opened", [*days(), "1024-02-03"]), Silence(), 1)
    far = [finding for finding in examine(early, infer_fields(early), Silence(), Surroundings()) if finding.kind == "far-date"]
    assert [list(finding.rows) for finding in far] == [[42]]


@pytest.mark.parametrize(("kind", "cells", "count"), [
    ("sentinel-number", [*numbers(), "-999"], 1), ("sentinel-number", [*numbers(), "9999.9", "9999.9"], 2),
    ("scientific-number", [*numbers(), "1.2E+03"], 1), ("scientific-number", [*numbers(), "1.204E+03"], 0),
    ("point-zero", [*map(str, range(40)), "7.0", "9.0"], 2), ("point-zero", [*map(str, range(40)), "7.0", "9.5"], 0),
    ("place-as-text", [f"{place}.{place}18,{place}3" for place in range(10, 40)], 0)])
def test_a_number_is_told_for_what_it_seems_to_be(kind, cells, count):
    finding = found(table("depth", cells)).get(kind)
    assert (finding.count if finding else 0) == count


@pytest.mark.parametrize(("cells", "wanted"), [
    (["1,5", "0,25", "1.204,5"] * 5, "decimal-comma"),
    (["1,500", "2,250", "1,204"] * 5, "formatted-number"),
    (["1,500", "2,250", "1,204.5"] * 5, "formatted-number"),
    (["1", "2", "3"] * 5 + ["1,2"], None),       # districts, and a record of two
])
def test_a_comma_is_a_point_only_where_it_can_be_nothing_else(cells, wanted):
    assert {"decimal-comma", "formatted-number"} & set(found(table("x", cells))) == ({wanted} if wanted else set())


@pytest.mark.parametrize("cells", [
    [str(90 + place) for place in range(20)],                            # a real 99
    [*map(str, range(20)), "99"],                                        # stands once
    [*(str(place * 900) for place in range(20)), "9999", "9999"],        # within
])
def test_a_number_of_nines_among_its_neighbors_is_a_number(cells):
    assert "sentinel-number" not in found(table("count", cells))


def test_codes_are_told_by_those_that_kept_their_zeros():
    sheet = table("fund", [*["000402", "000100"] * 5, *["402", "100"] * 15])
    assert found(sheet)["lost-zeros"].count == 30
    assert set(repaired(sheet, "lost-zeros")["fund"]) == {"000402", "000100"}


def test_a_sum_below_the_records_is_told_without_a_name():
    sheet = sheet_of({"site": [*"abcdefgh", ""], "a": [*"12345678", "36"], "b": [*"22222222", "16"]})
    assert list(found(sheet)["total-row"].rows) == [10]


def test_a_sum_above_the_records_is_told_without_a_name():
    sums = {"a": ["36", *"12345678"], "b": ["16", *"22222222"]}
    assert list(found(sheet_of({"site": ["Citywide", *"abcdefgh"], **sums}))["total-row"].rows) == [2]
    assert "total-row" not in found(sheet_of({"site": ["Citywide", *"abcdefgh"], "a": sums["a"]}))


def test_texts_that_all_end_alike_are_not_cut():
    long = [f"Item {number}: adopt the code change of 2024" for number in range(100, 118)]
    assert "cut-text" not in found(table("item", [*long, *(f"Item {number}: adopt it in 2024" for number in range(60))]))
    assert "cut-text" in found(table("item", [*long, *(f"Item {number}: adopted at last" for number in range(60))]))


def test_a_last_record_that_is_no_sum_is_a_record():
    sheet = sheet_of({"site": list("abcdefghi"), "a": [*"12345678", "36"], "b": [*"22222222", "17"]})
    assert "total-row" not in found(sheet)


def test_a_title_is_told_in_a_column_of_numbers():
    records = [[str(100 + place), "x", str(place * 7 % 31), "yes"] for place in range(60)]
    rows = [*records[:25], ["Section North", "", "", ""], *records[25:]]
    sheet = sheet_of({name: list(cells) for name, cells in zip("abcd", zip(*rows, strict=True), strict=True)})
    known = found(sheet)
    assert list(known["section-title"].rows) == [27]
    assert "type-error" not in known


def test_values_with_slashes_are_parted_and_names_are_not():
    listed = table("modes", ["bus", "rail", "bus/rail", "bike / rail", "bike"] * 6)
    named = table("kind", ["Hit/Run", "Asian/Pacific Islander", "Other", "Hit/Run"] * 6)
    assert "several-values" in found(listed)
    assert "several-values" not in found(named)


@pytest.mark.parametrize("sign", ["; ", "|", ", ", "/", " / "])
def test_the_sign_between_values_is_the_answer_that_is_offered_first(sign):
    sheet = table("modes", [f"bus{sign}rail", "bus", "rail", "bike", f"bike{sign}bus"] * 6)
    finding, split = found(sheet)["several-values"], remedy("split_column")
    (question,) = split.questions(profile_table(sheet, Silence(), 1).column("modes"))
    changed = split.apply(sheet, answered(split.step_for(finding), question, question.first))
    assert cells_of(changed)["modes_1"][0] == "bus"
    assert "several-values" not in found(changed)


@pytest.mark.parametrize(("header", "cells", "is_found"), [
    ("neighborhood", ["Clinton"] * 60 + ["Clifton"], False),
    ("neighborhood", ["Clinton"] * 60 + ["Clniton"], True),
    ("condition", ["Average"] * 60 + ["Averge"], True),
])
def test_names_that_differ_by_a_letter_are_two(header, cells, is_found):
    assert ("similar-label" in found(table(header, [*cells, *["Northbank", "Hillside"] * 5]))) == is_found


def test_a_day_among_months_is_a_month():
    sheet = table("month", [f"20{year}-{month:02}" for year in (15, 16) for month in range(1, 13)] + ["15-Jul"])
    assert list(found(sheet)["excel-date"].rows) == [26]
    assert repaired(sheet, "excel-date")["month"][-1] == "2015-07"


def test_estimates_that_end_in_all_kinds_of_zeros_are_not_rounded():
    assert "rounded-number" not in found(table("cost", [str(place * 50 + 1000) for place in range(60)]))
    assert "rounded-number" not in found(table("cost", numbers(60)))


def test_a_cell_that_another_finding_explains_is_not_told_again_as_odd():
    for last, kind in (("$ - ", "dash-for-number"), ("#####", "too-narrow-cell")):
        assert set(found(table("paid", with_last(numbers(), last)))) & {kind, "type-error"} == {kind}
    assert "type-error" in found(table("paid", with_last(numbers(), "soon")))


def test_a_word_for_nothing_lists_no_values():
    words = ["City", "Private", "State"] * 20
    assert "several-values" not in found(table("owner", with_last(words, "N/A", "n/a", "#N/A")))
    lists = ("N/A", "City/Private", "State/City", "City/State")
    assert found(table("owner", with_last(words, *lists)))["several-values"].count == 3


def test_a_minus_sign_behind_is_told_as_such_and_brought_to_the_front():
    sheet = table("change", with_last(numbers(), "12.50-", "3.25 -"))
    assert "minus sign behind" in str(found(sheet)["formatted-number"].words.what)
    assert repaired(sheet, "formatted-number")["change"][-2:] == ["-12.50", "-3.25"]
    assert "minus sign" not in str(found(table("fee", with_last(numbers(), "$1,204")))["formatted-number"].words.what)


def test_a_number_inside_a_formula_keeps_its_digits_and_any_other_formula_is_disarmed():
    sheet = table("meter", with_last([str(40_000 + place) for place in range(40)], '="40215"', '="0017"'))
    assert found(sheet)["formula-cell"].remedies[0] == "numbers_from_text"
    assert repaired(sheet, "formula-cell")["meter"][-2:] == ["40215", "0017"]
    others = found(table("note", with_last(["tree"] * 40, '="40215"', "=A1+B1")))
    assert others["formula-cell"].remedies == ("disarm_formulas", "leave_out_column")


def test_a_column_of_noughts_beside_percentages_is_no_part_of_them():
    shares = {"approve": [f"{30 + place % 20}.25" for place in range(40)],
              "unsure": [f"{69 - place % 20}.75" for place in range(40)]}
    assert "percents-differ" not in found(sheet_of({**shares, "war": [*["0"] * 36, *"1111"]}))
    assert "percents-differ" in found(sheet_of({**shares, "unsure": with_last(shares["unsure"], "12")}))


def test_values_parted_by_different_signs_are_parted_at_each_of_them():
    sheet = table("modes", [*["bus", "rail", "bike"] * 8, "bus; rail", "bike / rail", "rail|bus", "bus, bike, rail"])
    assert found(sheet)["several-values"].count == 4
    changed = repaired(sheet, "several-values")
    assert [changed[f"modes_{place}"][-1] for place in (1, 2, 3)] == ["bus", "bike", "rail"]


def test_numbers_cut_among_whole_ones_are_told_and_round_ones_are_not():
    whole = [f"41005123{place * 7919:010}" for place in range(1, 41)]
    cut = [f"{number[:15]}000" for number in whole[:6]]
    assert list(found(table("serial", [*whole, *cut]))["cut-number"].rows) == list(range(42, 48))
    assert "cut-number" not in found(table("serial", [*whole, *(f"4100{place}0000000000000" for place in range(10, 16))]))


def test_a_sum_is_known_by_its_name_in_one_word():
    parts = {"id": [f"A{place}" for place in range(30)], "units_30": numbers(30), "units_60": numbers(30)}
    sums = [str(2 * float(number)) for number in parts["units_30"][:-1]]
    for name in ("TotalUnits", "units_total"):
        assert list(found(sheet_of({**parts, name: [*sums, "3"]}))["sum-differs"].rows) == [31]


def test_points_of_the_compass_are_one_label_each_however_written():
    words = ["N", "S", "NE", "NW", "SE", "SW"] * 9
    assert found(table("district", [*words, "North", "N.", "South East", "S.W."]))["look-alike-label"].count == 4
    assert "look-alike-label" not in found(table("answer", ["N", "Y", "North", "U"] * 9))


def test_a_day_that_comes_years_after_all_others_is_told_where_days_may_lie_ahead():
    assert list(found(table("expires", [*days(), "2071-02-03"]))["far-date"].rows) == [42]


def test_a_place_of_another_city_is_far_and_feet_beside_degrees_are_no_fault():
    places = {"id": [f"A{place}" for place in range(200)], "longitude": [f"-122.6{place:03}" for place in range(200)],
              "latitude": [f"45.5{place:03}" for place in range(200)]}
    east, north = places["longitude"][:-1], places["latitude"][:-1]
    salem = {**places, "longitude": [*east, "-123.0351"], "latitude": [*north, "44.94291"]}
    assert list(found(sheet_of(salem))["far-coordinates"].rows) == [201]
    feet = {"x": [str(7_600_000 + place) for place in range(200)], "y": [str(680_000 + place) for place in range(200)]}
    assert "state-plane" in found(sheet_of({"id": places["id"], **feet}))
    assert not {"state-plane", "far-coordinates"} & set(found(sheet_of({**places, **feet})))


def test_days_that_all_records_lack_and_months_of_one_group_are_gaps():
    daily = [day for day in days(120) if day not in days(120)[60:62]]
    assert "series-gap" in found(table("day", daily))
    assert "series-gap" not in found(table("day", [day for day in days(120) if day != days(120)[60]]))
    rows = [(f"20{year}-{month:02}", place) for year in (20, 21) for month in range(1, 13) for place in "abcdef"]
    rows.remove(("2021-04", "c"))
    spelled = [place.upper() + " " if number % 11 == 0 else place for number, (_, place) in enumerate(rows)]
    assert "series-gap" in found(sheet_of({"month": [month for month, _ in rows], "branch": spelled, "n": numbers(len(rows))}))
