"""Makes tables as people make them: reports laid out for reading, and honest wide tables that look a little like them."""

from random import Random

from tests.builders import sheet_of_rows

MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")
THINGS = ("New homes", "Additions", "Demolitions", "Fire repair", "Signs", "Trees", "Water mains",
          "Hydrants", "Sidewalks")


def amount(random):
    return random.choice([str(random.randint(0, 9_999)),
                          f"{random.randint(1_000, 99_999):,}", f"${random.randint(1, 9_999):,}"])


def across(random):
    """Return the names that a report has across its top."""
    year = random.randint(2001, 2023)
    short = [month[:3] for month in MONTHS]
    count = random.randint(6, 12)
    return random.choice([
        [f"{month}-{year % 100:02}" for month in short][:count], [f"{month} {year}" for month in MONTHS][:count], short,
        [str(year + place) for place in range(count)],
        [f"FY {year + place}-{(year + place + 1) % 100:02}" for place in range(count)],
        [f"Q{place % 4 + 1} {year + place // 4}" for place in range(8)],
        [f"District {place}" for place in range(1, count + 1)], [f"{low}-{low + 9}" for low in range(0, 80, 10)],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        [f"{month} {measure}" for month in short[:count] for measure in ("Count", "Valuation")],
        [f"{year + place} {way}" for place in range(4) for way in ("In", "Out")]])


def report(seed):
    """Return a report with some of the habits that reports have."""
    random = Random(seed)
    names = across(random)
    extra = random.sample(["Total", "% change", "YTD total"], random.randint(0, 2))
    rows = []
    for section in range(random.randint(1, 3)):
        if random.random() < 0.5:
            rows.append([f"SECTION {section}:", *[""] * (len(names) + len(extra))])
        rows += [["  " + thing, *(amount(random) if random.random() < 0.9 else "" for _ in names),
                  *(amount(random) for _ in extra)] for thing in random.sample(THINGS, random.randint(3, 8))]
        if random.random() < 0.5:
            rows.append(["Subtotal", *(amount(random) for _ in (*names, *extra))])
    if random.random() < 0.5:
        rows.append(["Grand total", *(amount(random) for _ in (*names, *extra))])
    if random.random() < 0.3:
        rows.append(["* preliminary", *[""] * (len(names) + len(extra))])
    return sheet_of_rows(["Category", *names, *extra], rows)


def honest(seed):
    """Return a wide table of records: a survey, sensors, flags, a series by date, distances, counts by kind."""
    random = Random(seed)
    height = random.randint(8, 60)
    make = random.choice([survey, sensors, flags, series, matrix, kinds, calendar, elections])
    header, row = make(random)
    return sheet_of_rows(header, [row(place) for place in range(height)])


def survey(random):
    count = random.randint(5, 20)
    return (["respondent", *(f"Q{place}" for place in range(1, count + 1)), "comment"],
            lambda place: [str(place), *(str(random.randint(1, 5)) for _ in range(count)), random.choice(["", "fine"])])


def sensors(random):
    count = random.randint(4, 24)
    return (["timestamp", *(f"{random.choice(['ch', 'pm', 'flow'])}{place}" for place in range(count))],
            lambda place: [f"2020-01-{place % 28 + 1:02}T00:00:00", *(f"{random.random():.3f}" for _ in range(count))])


def flags(random):
    names = random.sample(["ramp", "lift", "parking", "wifi", "restroom", "kitchen", "piano", "stage"], 6)
    return ["site", "address", *names], lambda place: [f"s{place}", f"{place} Oak St", *(random.choice("YN") for _ in names)]


def series(random):
    names = ["rain", "wind", "high", "low", "snow", "total precipitation"][:random.randint(3, 6)]
    return ["date", *names], lambda place: [f"2019-0{place % 9 + 1}-11", *(str(random.randint(0, 99)) for _ in names)]


def matrix(random):
    return (["from", *(f"Zone {place}" for place in range(1, 9))],
            lambda place: [f"Zone {place + 1}", *(str(random.randint(1, 99)) for _ in range(8))])


def kinds(random):
    names = ["oaks", "maples", "firs", "total trees", "population 2020", "area (acres)"]
    return ["neighborhood", *names], lambda place: [f"n{place}", *(str(random.randint(0, 99)) for _ in names)]


def calendar(random):
    days = [day.lower() for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")]
    return ["service_id", *days, "start_date"], lambda place: [f"c{place}", *(random.choice("01") for _ in days), "20200101"]


def elections(random):
    names = ["votes", "ballots", "turnout", "May 2020 registered", "Nov 2020 registered"]
    return ["precinct", "name", *names], lambda place: [
        str(place), f"hall {place}", *(str(random.randint(1, 999)) for _ in names)]
