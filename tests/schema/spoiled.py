"""One table for each fault that a schema cannot see, by the kind of finding; the faulty rows are always the last ones."""

from datetime import date, timedelta

from steward.schema.field import Field
from steward.schema.surroundings import Surroundings
from tests.builders import sheet_of
from tests.schema.faulty import MARKER

AROUND = Surroundings(today=date(2026, 1, 31), period=(date(2019, 1, 1), date(2025, 12, 31)),
                      earlier=(Field(column="was", name="was", type="integer"),))
HEIGHT = 40


def days(count=HEIGHT, first=date(2020, 1, 1), step=1, form="%Y-%m-%d"):
    """Return so many days, one after the other."""
    return [(first + timedelta(days=place * step)).strftime(form) for place in range(count)]


def months_as_days(first=7, count=24, year=15, typed=2020):
    """Return months from July 2015 on as a spreadsheet of 2020 keeps them: the year became the day."""
    return [f"{typed}-{(first - 1 + place) % 12 + 1:02}-{year + (first - 1 + place) // 12:02}" for place in range(count)]


def with_last(cells, *last):
    """Return the cells with others in the last places."""
    return [*cells[:len(cells) - len(last)], *last]


def table(name, cells, **more):
    """Return a table of one column under test and a column of numbers beside it."""
    cells = list(cells)
    beside = [str(place * 7 % 31) for place in range(len(cells))]
    return sheet_of({name: cells, "n": beside, **more})


def words(count=HEIGHT, length=5):
    """Return sentences of different lengths."""
    return [" ".join(["tree", MARKER, "fell", "on", "a", "wire", "near"][: 2 + place % length]) + "." * (place % 3)
            for place in range(count)]


def numbers(count=HEIGHT):
    """Return amounts as they should be."""
    return [f"{place * 37 % 911}.{place % 10}" for place in range(count)]


def labels(count=HEIGHT):
    """Return labels, each many times."""
    return [("North", "East", "Central", "Airport")[place % 4] for place in range(count)]


def long_texts(length, count, short=HEIGHT):
    """Return sentences, the last ones cut off at a length."""
    text = (f"the crew found a {MARKER} branch " * 20)
    return [*(f"crew {'x' * place} {MARKER}" for place in range(short)),
            *((str(place) + " " + text)[:length - 1] + "q" for place in range(count))]


def spots(*last):
    """Return a table of places in Portland, the last ones as given."""
    places = [(f"{-122.6 - place / 1000:.5f}", f"{45.5 + place / 1000:.5f}") for place in range(HEIGHT - len(last))]
    east, north = zip(*places, *last, strict=True)
    return table("longitude", east, latitude=list(north))


def sections():
    """Return a table in which two rows are titles."""
    records = [(f"{MARKER} {place}", "yes", str(place)) for place in range(10)]
    rows = [("Parks", "", ""), *records[:5], ("Water", "", ""), *records[5:]]
    name, asked, count = zip(*rows, strict=True)
    return sheet_of({"name": list(name), "asked": list(asked), "count": list(count)})


def sums():
    """Return a table whose last column adds up two others, but for the last record."""
    totals = with_last([str(3 * place) for place in range(HEIGHT)], "999")
    return sheet_of({"n": list("12345678") * 5, "a": list(map(str, range(HEIGHT))),
                     "b": [str(2 * place) for place in range(HEIGHT)], "Total": totals})


def disagreeing():
    """Return tables whose figures disagree, and whose days and months are written as something else."""
    dates = days()
    return {
        "difference-differs": sheet_of({"budget": [str(1000 + place * 37) for place in range(HEIGHT)],
                                        "spent": [str(place * place % 701 + 3) for place in range(HEIGHT)],
                                        "left": with_last([str(997 + place * 37 - place * place % 701)
                                                           for place in range(HEIGHT)], "7")}),
        "percents-differ": sheet_of({"owner": [str(20 + place) for place in range(HEIGHT)],
                                     "renter": ["30", "31"] * (HEIGHT // 2),
                                     "vacant": with_last([str(50 - place - place % 2) for place in range(HEIGHT)], "33")}),
        "valueless-row": sheet_of({"n": with_last([str(place * 7 % 31) for place in range(HEIGHT)], "NULL"),
                                   "paid": with_last(numbers(), "N/A"), "area": with_last(labels(), "")}),
        "serial-date": table("opened", with_last(dates, *(str(43831 + 9 * place) for place in range(15)))),
        "range-as-day": table("age", with_last(["11-15", "16-20", "21-25", "65+"] * 10, "5-Jan", "2020-06-10")),
        "period-form": table("month", with_last([f"{name} {year}" for year in (2017, 2018, 2019, 2020) for name in
                                                 ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")],
                                                "2020 September", "10/2020")),
    }


def spoiled():
    """Return the tables by the kind of their fault."""
    dates = days()
    listed = ["bus; rail", "rail", "bus", "bike; bus"] * 10
    return {
        **disagreeing(),
        "excel-date": table("month", months_as_days()),
        "outside-period": table("opened", with_last(dates, "2031-05-06", "1988-01-02")),
        "far-date": table("opened", with_last(dates, "2025-02-03")),
        "future-date": table("opened", with_last(dates, "2925-05-06")),
        "default-date": table("opened", with_last(dates, "1900-01-01")),
        "two-date-orders": table("opened", with_last(days(form="%m/%d/%Y"), "25/1/2020", "26/2/2020", "27/3/2020", "28/4/2020",
                                                     "29/5/2020", "30/6/2020")),
        "text-date": table("opened", with_last(dates, "Jan 5, 2020", "5 January 2020", "2020/1/5", "1-Feb-20", "Feb 3, 2020",
                                               "Mar 3, 2020")),
        "text-time": table("at", with_last([f"{7 + place % 12:02}:{place % 60:02}:00" for place in range(HEIGHT)], "7:15 AM")),
        "elapsed-time": table("call duration", [f"{place % 3}:{place % 60:02}:05" for place in range(HEIGHT)]),
        "place-as-text": table("location", [f"45.{5000 + place}, -122.{6000 + place}" for place in range(HEIGHT)]),
        "point-zero": table("year", with_last([str(1990 + place) for place in range(HEIGHT)], "2015.0", "2016.0")),
        "scientific-number": table("ref", with_last([f"10{place}" for place in range(HEIGHT)], "1.2E+11")),
        "decimal-comma": table("depth", with_last(numbers(), "12,5", "1.204,50", "0,75")),
        "sentinel-number": table("depth", with_last(numbers(), "-9999", "-9999", "99999", "99999")),
        "rounded-number": table("cost", [*(f"{place * 3717 + 1041}.{place % 9}1" for place in range(30)),
                                         *(f"{place}000" for place in range(3, 13))]),
        "cut-number": table("ref", [f"{4111111111111111 + place * 10:016}0"[:15] + "00" for place in range(HEIGHT)]),
        "number-as-text": table("count", with_last([str(place) for place in range(HEIGHT)], "'12", '="13"', "1 204")),
        "lost-zeros": table("zip", with_last([f"97{place:03}" for place in range(HEIGHT)], "2139", "501")),
        "encoding-damage": table("note", with_last(words(), f"Pe\u00c3\u00b1a {MARKER}")),
        "lost-letter": table("note", with_last(words(), f"Pe\ufffda {MARKER}")),
        "cut-text": table("note", long_texts(255, 5)),
        "invisible-sign": table("note", with_last(words(), f"{MARKER}\x07\u200bfell")),
        "too-narrow-cell": table("ref", with_last([f"10{place}" for place in range(HEIGHT)], "######")),
        "odd-blank": table("note", with_last(words(), f"{MARKER}\u00a0fell")),
        "line-break": table("note", with_last(words(), f"{MARKER}\nfell")),
        "html-cell": table("note", with_last(words(), f"<b>{MARKER}</b> fell")),
        "look-alike-label": table("area", with_last(labels(), "north", "NORTH.")),
        "negative-in-parentheses": table("balance", with_last(numbers(), "(1,234.50)", "$(7)")),
        "unit-in-cell": table("depth", with_last(numbers(), "12 ft", "3 feet")),
        "shortened-number": table("cost", with_last(numbers(), "$1.2M", "3k", "4.5 million")),
        "dash-for-number": table("paid", with_last(numbers(), " - ", "\u2013")),
        "missing-value-word": table("paid", with_last(numbers(), "NULL", "n/a", "none")),
        "perhaps-missing-word": table("area", with_last(labels(), "-", "None")),
        "similar-label": table("area", with_last(labels(), "Cenrtal", "Airpot")),
        "several-values": table("ways", listed),
        "section-title": sections(),
        "filled-once": sheet_of({"bureau": ["Parks", "", "", "Water", "", "", "Fire", "", ""], "n": list("123456789")}),
        "swapped-coordinates": spots(("45.51", "-122.61")),
        "state-plane": spots(("7645000.5", "684000.25")),
        "web-mercator": spots(("-13656000.5", "5700500.25")),
        "far-coordinates": spots(("0", "0")),
        "mixed-percent": table("percent", [*(str(20 + place) for place in range(30)),
                                           *(f"0.{20 + place}" for place in range(6))]),
        "sum-differs": sums(),
        "series-gap": table("opened", [*days(30), *days(30, date(2020, 6, 1))]),
        "changed-column": table("was", labels()),
        "repeated-key": table("id", with_last([f"K{place:04}" for place in range(100)], "K0003")),
        "header-form": table("Number of Trees (feet)", map(str, range(HEIGHT))),
    }
