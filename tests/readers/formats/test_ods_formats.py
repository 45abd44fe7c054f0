"""The data styles of OpenDocument as the codes that Excel would write."""

import pytest

from steward.readers.formats._number_format import Kind, parsed
from steward.readers.formats._ods_formats import DataStyle, codes
from steward.readers.formats._ods_styles import OdsStyles


def style(kind, *parts, maps=(), **given):
    return DataStyle(kind=kind, given=given, parts=[(name, more, [text] if text else []) for name, more, text in parts],
                     maps=list(maps))


def digits(decimals=None, whole=1, **more):
    given = {"min-integer-digits": str(whole), **more}
    return ("number", given if decimals is None else given | {"decimal-places": str(decimals)}, "")


@pytest.mark.parametrize(("made", "stored", "published"), [
    (style("number-style", digits(0, 5)), "2139", "02139"),
    (style("number-style", digits(2)), "5", "5.00"),
    (style("number-style", digits(3, **{"min-decimal-places": "1"})), "5.25", "5.25"),
    (style("number-style", digits(0, grouping="true")), "1234567", "1234567"),
    (style("number-style", ("text", {}, "SR-"), digits(0, 4)), "12", "SR-0012"),
    (style("percentage-style", digits(1), ("text", {}, "%")), "0.125", "12.5%"),
    (style("percentage-style", digits(0), ("text", {}, " %")), "0.07", "7%"),
    (style("currency-style", ("currency-symbol", {}, "$"), digits(2, grouping="true")), "1234.5", "$1,234.50"),
    (style("currency-style", digits(2), ("text", {}, " "), ("currency-symbol", {}, "€")), "3", "3.00 €")])
def test_a_number_is_published_as_its_style_shows_it(made, stored, published):
    assert parsed(codes({"N": made})["N"]).shown(stored) == (published, False)


@pytest.mark.parametrize("made", [
    style("number-style", digits(0, **{"display-factor": "1000"})),
    style("number-style", ("scientific-number", {"decimal-places": "2", "min-exponent-digits": "2"}, "")),
    style("number-style", ("fraction", {}, ""))])
def test_a_number_that_is_shown_otherwise_stays_as_stored_and_is_told_of(made):
    assert parsed(codes({"N": made})["N"]).shown("1234") == ("1234", True)


def test_a_style_that_says_nothing_of_digits_leaves_the_number_as_it_is():
    assert parsed(codes({"N": style("number-style", digits())})["N"]).kind is Kind.PLAIN


def test_negative_amounts_take_the_style_of_the_base_and_others_that_of_the_condition():
    plus = style("currency-style", ("currency-symbol", {}, "$"), digits(2))
    minus = style("currency-style", ("text", {}, "-"), ("currency-symbol", {}, "$"), digits(2), maps=[("value()>=0", "P0")])
    known = parsed(codes({"P0": plus, "N": minus})["N"])
    assert [known.shown(stored)[0] for stored in ("5", "-5", "0")] == ["$5.00", "-$5.00", "$0.00"]


def test_a_condition_of_its_own_chooses_the_style():
    long = style("number-style", digits(0, 9))
    short = style("number-style", digits(0, 5), maps=[("value()>99999", "P0"), ("nonsense", "P0"), ("value()<1", "gone")])
    known = parsed(codes({"P0": long, "N": short})["N"])
    assert [known.shown(stored)[0] for stored in ("97201", "972011234")] == ["97201", "972011234"]


@pytest.mark.parametrize(("parts", "code"), [
    ((("year", {"style": "long"}, ""), ("month", {"style": "long"}, ""), ("day", {}, "")), "yyyymmd"),
    ((("day-of-week", {}, ""), ("month", {"textual": "true", "style": "long"}, ""), ("year", {}, "")), "dddmmmmyy"),
    ((("hours", {}, ""), ("minutes", {}, ""), ("seconds", {"decimal-places": "2"}, ""), ("am-pm", {}, "")), "hmmss.00AM/PM"),
    ((("quarter", {}, ""), ("era", {}, "")), "")])
def test_dates_and_times_have_the_letters_of_excel(parts, code):
    assert codes({"N": style("date-style", *parts)})["N"] == code


def test_hours_beyond_a_day_are_a_duration():
    made = style("time-style", ("hours", {}, ""), **{"truncate-on-overflow": "false"})
    assert codes({"N": made})["N"] == "[h]"


def test_a_cell_style_takes_its_format_from_its_parent_and_a_circle_of_parents_ends():
    styles = OdsStyles()
    styles.begin("number-style", {"name": "N"})
    styles.begin("number", {"decimal-places": "0", "min-integer-digits": "5"})
    styles.end("number")
    styles.end("number-style")
    for name, more in (("base", {"data-style-name": "N"}), ("child", {"parent-style-name": "base"}),
                       ("round", {"parent-style-name": "trip"}), ("trip", {"parent-style-name": "round"})):
        styles.begin("style", {"name": name, "family": "table-cell", **more})
    known = styles.formats(["child", "round", "unknown", "base"], {})
    assert sorted(known) == [0, 3]
    assert known[0].shown("7") == ("00007", False)


@pytest.mark.parametrize(("units", "code"), [
    (("hours", "minutes"), "[hh]\\:mm"), (("minutes", "seconds"), "[mm]\\:ss"), (("seconds",), "[ss]")])
def test_the_first_unit_of_elapsed_time_goes_on_counting(units, code):
    parts = [part for unit in units for part in ((unit, {"style": "long"}, ""), ("text", {}, ":"))][:-1]
    made = codes({"N": style("time-style", *parts, **{"truncate-on-overflow": "false"})})["N"]
    assert made == code
    assert parsed(made).kind is Kind.DURATION
