"""Small tables with the faults of the city's pilot files; wherever text is free a marker stands in it."""

from dataclasses import replace

from steward.table.sheet import Oddity, Quarantined, Sheet
from steward.vocabulary.positions import Positions
from tests.builders import sheet_of, sheet_of_rows

MARKER = "zqxj"
FAULTY = ("values", "ragged", "blank", "headless", "empty", "worksheet", "dictionary", "json", "log", "report",
          "no records", "odd", "footed", "drawn", "lined up", "wrapped", "garbled", "two tables",
          "beside", "unsigned", "elsewhere")
WORKSHEET = ("title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel",
             "license", "rights")


def faulty_sheets() -> tuple[Sheet, ...]:
    """Return the tables in the order of `FAULTY`."""
    return (values(), ragged(), blank(), headless(), empty(), worksheet(), dictionary(), json_lines(), log(), report(),
            sheet_of({"a": []}), odd(), footed(), drawn(), lined_up(), wrapped(), garbled(), two_tables(), beside(),
            located(longitude=122.6), located(latitude=47.6, longitude=-122.3))


def located(latitude: float = 45.5, longitude: float = -122.6) -> Sheet:
    """Return a table of places that lie close together."""
    return sheet_of({"name": [f"{MARKER}{number}" for number in range(12)],
                     "latitude": [f"{latitude + number / 1000:.4f}" for number in range(12)],
                     "longitude": [f"{longitude + number / 1000:.4f}" for number in range(12)]})


def two_tables() -> Sheet:
    """Return a table with another one directly below it."""
    return sheet_of_rows(["id", "name", "fee"], [["1", MARKER, "2"], ["2", "y", "3"], ["year", f"{MARKER}s", "calls"],
                                                 ["2019", "z", "4"], ["2020", "w", "5"]])


def beside() -> Sheet:
    """Return a table with another one directly beside it."""
    return sheet_of_rows(["id", "name", "id", "name"], [["1", MARKER, "2", "y"], ["3", "z", "4", "w"]])


def values() -> Sheet:
    """Return a table of odd cells, words for nothing, dressed numbers, other dates, formulas, blanks, totals and repeats."""
    height = 20
    columns = {
        "when": [f"{day % 12 + 1}/15/2020" for day in range(height)],
        "count": [*map(str, range(height - 2)), f"{MARKER}", "NULL"],
        "paid": [f"${day + 1},200" for day in range(height)],
        "note": [f" {MARKER} ", f"={MARKER}", *[f"{MARKER}{day}" for day in range(height - 3)], "Total"],
    }
    return sheet_of({name: [*cells, cells[0]] for name, cells in columns.items()})


def ragged() -> Sheet:
    """Return a table with records set apart, and labels that are blank, repeated or padded."""
    apart = [Quarantined(row=4, line=4, cells=9, text=MARKER), Quarantined(row=5, line=5, cells=1, text=MARKER),
             Quarantined(row=6, line=6, cells=4, text=MARKER)]
    return sheet_of_rows(["", "b", "b", " d "], [[MARKER, "1", "2", "3"], ["y", "2", "3", "4"]], quarantine=apart)


def blank() -> Sheet:
    """Return a table with an empty record."""
    return sheet_of({"a": ["1", "", "3"], "b": [MARKER, "", "x"]}, blank_rows=(9,))


def headless() -> Sheet:
    """Return a table without column names, below titles."""
    return sheet_of_rows([None, None], [[MARKER, "1"], ["y", "2"]], first_row=3, header_rows=(), title_rows=(1, 2))


def empty() -> Sheet:
    """Return a table with an empty column, and empty rows that were left out when it was read."""
    return sheet_of({"a": ["1", "2"], "b": ["", " "]}, blank_rows=(4, 5))


def worksheet() -> Sheet:
    """Return a metadata worksheet as the pilot's, saved as CSV."""
    rows = [[name, f'{{"{name}": "{MARKER}"}}', "", ""] for name in WORKSHEET]
    return sheet_of_rows(["", f"{MARKER}.csv".replace(MARKER, "dataset"), "", "JSON"], rows)


def dictionary() -> Sheet:
    """Return a data dictionary."""
    return sheet_of({"Field Name": ["a", "b"], "Type": ["text", "number"], "Description": [MARKER, "how many"]})


def json_lines() -> Sheet:
    """Return what a reader makes of JSON in a file named .csv."""
    return sheet_of_rows(['{"id": 1', ' "name": "x"}'], [[f'{{"id": {number}',
                                                          f' "name": "{MARKER}"}}'] for number in range(9)])


def log() -> Sheet:
    """Return what a reader makes of a log."""
    stamps = [f"2024-01-05 10:11:{second} INFO [main] {MARKER} started" for second in range(10, 30)]
    return sheet_of_rows(["2024-01-05 10:11:09 INFO [main] started"], [[stamp] for stamp in stamps])


def report() -> Sheet:
    """Return a report with months across the top, a second header and titles of sections."""
    header = ["Permits", "Jul-15", "", "Aug-15", "", "Sep-15", ""]
    second = ["Issued", "No.", "Value", "No.", "Value", "No.", "Value"]
    body = [[f"  {MARKER} {number}", "1", "$2,000 ", "3", "$4,000 ", "5", "$6,000 "] for number in range(8)]
    return sheet_of_rows(header, [second, ["HOMES:", *[""] * 6], *body, ["SHOPS:", *[""] * 6], *body, ["Total", *["9"] * 6],
                                  ["Page 1 of 2", *[""] * 6]])


def odd() -> Sheet:
    """Return a table whose reader noticed one oddity of each kind."""
    sheet = sheet_of({"a": [MARKER, "x"], "when": ["2020-07-15", "2020-07-16"]}, hidden_columns=1, hidden_rows=1)
    kinds = ("nul-byte", "undefined-byte", "second-encoding", "assumed-encoding", "half-character", "inner-mark", "stray-quote",
             "single-quotes", "many-line-breaks", "swallowed-row", "hidden-row", "error-cell", "repeated-name", "odd-shape",
             "delimiter-hint", "long-header", "blank-header-cells", "short-header", "header-like-record", "nul-tail",
             "end-sign", "further-mark", "cut-word",
             "half-letter", "other-coordinates", "beside-features", "cut-export",
             "open-elsewhere",
             "uncached-formula", "zero-formula", "empty-formula", "cell-twice",
             "outside-region", "number-shown-otherwise", "date-shown-otherwise",
             "long-number", "filtered-row", "grouped-row", "low-row", "merged-rows", "merged-across", "formats-unread",
             "escaped-quote", "spaced-quote", "backslash-quoting", "blank-quoting", "of a later version")
    return replace(sheet, oddities=tuple(Oddity(kind=kind, count=1, rows=Positions([2])) for kind in kinds))


def footed() -> Sheet:
    """Return a table with its source and a note below it, one of them set apart."""
    apart = [Quarantined(row=8, line=8, cells=1, text=f"Note: {MARKER}")]
    records = [[MARKER, "1", "2"], ["y", "2", "3"], ["z", "4", "5"], ["w", "4", "6"], [f"Source: {MARKER}", "", ""]]
    return sheet_of_rows(["a", "b", "c"], records, quarantine=apart)


def drawn() -> Sheet:
    """Return a table with a line drawn below its names."""
    return sheet_of_rows(["a", "b"], [["---", "----"], [MARKER, "1"], ["y", "2"]])


def lined_up() -> Sheet:
    """Return a table whose columns nothing but blanks divide."""
    return sheet_of({"name      count": [f"{MARKER}      {number}" for number in range(4)]})


def wrapped() -> Sheet:
    """Return a table whose rows stand in one cell each."""
    return sheet_of({"name,count": [f"{MARKER},{number}" for number in range(4)]})


def garbled() -> Sheet:
    """Return a table with letters that were read wrongly before, and with a blank that has no width."""
    return sheet_of({"name": [f"{MARKER}Ã©", "Jos\ufffd"], "na\u200bme": ["x", f"{MARKER}\x07"], "aÃ±o": ["x", "y"],
                     "id": ["#####", "1.23457E+11"]})
