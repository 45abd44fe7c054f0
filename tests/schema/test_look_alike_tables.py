"""Tables that look spoiled and are not: real days, real places, real labels. No check of what a schema cannot see speaks."""

from datetime import date

import pytest

from tests.builders import sheet_of
from tests.schema.spoiled import HEIGHT, days, labels, spoiled, spots, table, with_last, words
from tests.schema.test_spoiled import findings

KINDS = frozenset(spoiled()) - {"header-form"}
MONTHLY = [f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in (15, 16, 17)]
NUMBERED = [str(place) for place in range(HEIGHT)]
QUIET = {
    "monthly reports of one year": table("opened", [f"2020-{month:02}-15" for month in range(1, 13)] * 3),
    "three days of each month, in order": table("opened", MONTHLY),
    "days of one month": table("opened", days(28, date(2020, 3, 1))),
    "days of several years": table("opened", days(200, date(2019, 6, 1), 5)),
    "meetings in the middle of months": table("held", [f"2020-{month:02}-{10 + month % 9}" for month in range(1, 13)] * 2),
    "birthdays and due dates outside the period": table("date_of_birth", days(HEIGHT, date(1950, 1, 1)),
                                                        due_date=days(HEIGHT, date(2027, 1, 1))),
    "an expiration in years to come": table("license expires", with_last(days(), "2022-01-01")),
    "plans of which most lie ahead": table("planned for", days(HEIGHT, date(2025, 12, 1), 2)),
    "houses of 1900": table("year_built_on", [f"{year}-01-01" for year in range(1890, 1930)]),
    "days around 1970": table("filed last", days(HEIGHT, date(1969, 12, 20))),
    "one order of month and day": table("opened", days(form="%m/%d/%Y")),
    "days that can all be read both ways": table("opened", [f"{1 + place % 12}/{1 + place % 11}/2020" for place in range(36)]),
    "section numbers": table("section", [f"{1 + place % 14}.{1 + place % 13}.{place % 90 + 10}.1" for place in range(36)]),
    "measurements": table("mass", with_last(NUMBERED, "1.2E+11", "3.1E-05", "6.0E+23")),
    "hexadecimal codes": table("code", [f"{place}E{place % 7}A" for place in range(HEIGHT)]),
    "long numbers that end as they like": table("card", [f"{41111111111111111 + place * 137}" for place in range(HEIGHT)]),
    "two long numbers that end in zero": table("ref", with_last(NUMBERED, "1234567890123450", "9876543210987650")),
    "apostrophes in words": table("name", with_last(labels(), "O'Hare", "'t Veld", "O'Hare", "'t Veld")),
    "ZIP codes with four more digits": table("zip", [f"97{place:03}-{place + 1000}" for place in range(HEIGHT)]),
    "numbers that count": table("case id", [str(place) for place in range(95, 95 + HEIGHT)]),
    "status codes of one digit": table("code", with_last([str(place % 20 + 10) for place in range(HEIGHT)], "1", "2")),
    "Portuguese and French": table("name", ["São João", "Âge d'or", "Ångström", "naïve façade", "ÂNGELA", "Ça va"] * 6),
    "euro signs and quotation marks": table("note", ["“quoted”", "€ 5 – or so", "it’s", "«à»"] * 9),
    "texts of one length": table("hash", [f"{place * 104729:032x} {place * 7:07x}" for place in range(HEIGHT)]),
    "texts of many lengths": table("note", words(HEIGHT, 6)),
    "comparisons": table("size", ["<5", "5<10", "a < b", "R&D", "A&P; B", "x<y>z"] * 6),
    "blanks between words": table("note", ["two words", "three  blanks", "one"] * 9),
    "grades and blood types": table("grade", ["A+", "A-", "A", "AB+", "AB-", "B+"] * 6),
    "ranges of numbers": table("age", ["1-2 years", "12 years", "1.2 years", "2-1 years", "21 years"] * 6),
    "directions": table("from", ["North to South", "South to North", "East to West", "West to East"] * 9),
    "units that differ by their number": table("unit", ["Engine 1", "Engine 2", "Engine 12", "Engine 1-2"] * 9),
    "initials": table("party", ["N", "No", "NO answer", "S", "So", "E", "W"] * 6),
    "cities with their states": table("place", ["Portland, OR", "Salem, OR", "Vancouver, WA", "Gresham, OR"] * 9),
    "names of people, family name first": table("by", [f"Lee{place}, Ann" for place in range(HEIGHT)]),
    "sentences with semicolons": table("note", [f"it rained; the crew number {place} waited" for place in range(HEIGHT)]),
    "an optional column in front": table("flag", ["yes", "", "yes", "yes", "", "yes", "", ""] * 5),
    "a column that is filled now and then": table("note", ["a", "", "", "", "a", "", "b", "", "", "", "", ""] * 4),
    "places in Portland": spots(),
    "places all over the country": table("longitude", [f"{-70 - place}.5" for place in range(HEIGHT)],
                                         latitude=[f"{30 + place % 18}.25" for place in range(HEIGHT)]),
    "times of day": table("start time", [f"{place % 24:02}:{place % 60:02}:05" for place in range(HEIGHT)]),
    "times at which a wait began": table("wait started at", [f"{place % 24:02}:{place % 60:02}:00" for place in range(HEIGHT)]),
    "durations in the standard's form": table("call duration", [f"PT{place}M" for place in range(1, HEIGHT)]),
    "points as the standard has them": table("point", [f"-122.{6000 + place}, 45.{5000 + place}" for place in range(HEIGHT)]),
    "pairs of small numbers": table("score", [f"{place}, {place + 7}" for place in range(HEIGHT)]),
    "screen coordinates": table("x", NUMBERED, y=NUMBERED[::-1]),
    "small percentages": table("percent", [f"{place / 7:.2f}" for place in range(1, HEIGHT)]),
    "rates above and below one": table("rate", ["0.5", "0.8", "1.5", "1.1", "2.5", "0.2", "3.1", "1.0"] * 5),
    "a total that adds up": table("a", NUMBERED, b=NUMBERED, Total=[str(2 * place) for place in range(HEIGHT)]),
    "a total of other things": table("a", NUMBERED, b=NUMBERED, Total=[str(place * place) for place in range(HEIGHT)]),
    "working days": table("opened", [day for day in days(200) if date.fromisoformat(day).weekday() < 5]),
    "days now and then": table("opened", [day for place, day in enumerate(days(900)) if place * place % 17 == 1]),
    "identifiers of many records each": table("station id", [f"S{place % 9}" for place in range(HEIGHT * 3)]),
    "identifiers, each once": table("id", [f"K{place}" for place in range(100)]),
    "lists that are free text": table("note", [f"seen, noted {place}, closed" for place in range(HEIGHT)]),
    "records of two cells": sheet_of({"name": ["Parks", "Water", "Fire"] * 5, "head": ["", "x", ""] * 5,
                                      "n": ["", "", "1"] * 5}),
}


@pytest.mark.parametrize("name", QUIET)
def test_no_false_alarm(name):
    assert [(finding.kind, finding.column) for finding in findings(QUIET[name]) if finding.kind in KINDS] == []
