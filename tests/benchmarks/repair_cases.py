"""A sample for each change: a table of any height that holds what the change is for, and the step that does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from steward.table.sheet import Quarantined, Sheet
from steward.vocabulary.recipe import Step
from tests.builders import sheet_of, step

EVERY = 100     # rows; one of them is odd
Cell = Callable[[int], str]


@dataclass(frozen=True)
class Case:
    """A change, a cell it leaves alone made of its row's number, a cell it changes, and its parameters.

    `beside` are the other columns; `apart` says what a record that is set apart holds, one beside a hundred that are not.
    """

    usual: Cell
    odd: str = ""
    more: Mapping[str, object] = field(default_factory=dict)
    beside: Mapping[str, Cell] = field(default_factory=lambda: {"n": str})
    apart: Cell | None = None
    is_of_whole_table: bool = False


def numbered(text: str) -> Cell:
    """Return a cell that is another one in each row."""
    return lambda row: f"{text} {row}"


def label(row: int) -> str:
    """Return one of a few labels."""
    return ("North", "East", "Central", "Airport")[row % 4]


def spelled(row: int) -> str:
    """Return a name of letters alone that is another one in each row."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(row)).capitalize() + "a"


def day(row: int) -> str:
    """Return a day of 2024."""
    return f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}"


def unless_odd(cell: Cell) -> Cell:
    """Return a cell that is empty in the rows in which the change has something to do."""
    return lambda row: "" if row % EVERY == 0 else cell(row)


def nothing(_row: int) -> str:
    """Return an empty cell."""
    return ""


def odd_rows(rows: int) -> tuple[int, ...]:
    """Return the rows, as the file numbers them, that hold the odd cell: at most a thousand."""
    return tuple(range(2, rows + 2, EVERY))[:1_000]


SENSITIVE = {"words": ("assault",)}
CASES = {
    "add_minus": Case(lambda row: f"122.{row % 900 + 600}", more={"other": "n"},
                      beside={"n": lambda row: f"45.{row % 9_000 + 5_000}"}),
    "address_to_block": Case(lambda row: f"{row % 16_000 + 1} SE Division St", "12 N Main St Apt 4"),
    "address_to_zip": Case(lambda row: f"{row % 16_000 + 1} SE Division St, Portland, OR {97201 + row % 60}", "unknown"),
    "age_bands": Case(lambda row: str(row % 95), "104"),
    "birth_to_age": Case(lambda row: f"{1930 + row % 90}-{row % 12 + 1:02}-{row % 28 + 1:02}", more={"on": "2026-01-01"}),
    "blank_default_dates": Case(day, "1900-01-01"),
    "blank_missing_words": Case(str, "NULL"),
    "blank_sentinels": Case(lambda row: str(row % 900_000 / 100), "-999"),
    "date_to_month": Case(day),
    "date_to_year": Case(day),
    "decimal_points": Case(lambda row: f"{row},5", "1.204,50"),
    "disarm_formulas": Case(numbered("tree"), "=A1+B1"),
    "edit_cell": Case(numbered("tree"), "x", {"row": 500, "private_text": "new"}),
    "fill_down": Case(label, " "),
    "first_name_last_initial": Case(lambda row: f"{spelled(row)} Miller", "Miller, Ann"),
    "hide_place_of_rows": Case(numbered("theft"), "Assault", {**SENSITIVE, "places": ("n",)}),
    "iso_dates": Case(lambda row: f"{row % 12 + 1}/{row % 28 + 1}/2020", more={"order": "mdy"}),
    "keep_domain": Case(lambda row: f"ann{row}@example.org"),
    "keep_shown": Case(numbered("tree"), '=HYPERLINK("https://example.org","tree")'),
    "leave_out_blank_rows": Case(numbered("tree"), " ", beside={"n": unless_odd(str)}, is_of_whole_table=True),
    "leave_out_column": Case(numbered("tree"), "x"),
    "leave_out_duplicates": Case(label, "x", beside={"n": lambda row: "1" if row % EVERY == 0 else str(row)},
                                 is_of_whole_table=True),
    "leave_out_quarantined": Case(numbered("tree"), apart=numbered("tree"), is_of_whole_table=True),
    "leave_out_rows": Case(numbered("tree"), "x", is_of_whole_table=True),
    "leave_out_same_key": Case(numbered("tree"), "tree"),
    "leave_out_sensitive_rows": Case(numbered("theft"), "Assault", SENSITIVE),
    "leave_out_small_groups": Case(lambda row: str(row % 5_000), "0", {"columns": ("c",), "fewest": 5}, is_of_whole_table=True),
    "mask_all_but_last_four": Case(lambda row: f"{row:09}"),
    "mend_row": Case(numbered("tree"), apart=lambda row: f"tree,fell,{row}", more={"edits": (1, 0, 0)}, is_of_whole_table=True),
    "merge_labels": Case(label, "north"),
    "numbers_from_text": Case(str, "'12"),
    "one_line": Case(numbered("tree"), "tree\nfell"),
    "one_scale": Case(lambda row: str(20 + row % 70), "0.45"),
    "pad_zeros": Case(lambda row: f"{97000 + row % 999}", "2139"),
    "place_to_columns": Case(lambda row: f"(45.{row % 9_000 + 5_000}, -122.{row % 900 + 600})"),
    "plain_blanks": Case(numbered("tree"), "tree\u00a0fell"),
    "plain_numbers": Case(str, "$1,204"),
    "plain_text": Case(numbered("tree"), "<b>tree</b> &amp; wire"),
    "read_dates": Case(lambda row: f"{row % 12 + 1}/{row % 28 + 1}/2020", "Jan 5, 2020", {"order": "mdy"}),
    "read_times": Case(lambda row: f"{row // 60 % 24:02}:{row % 60:02}", "7:15 PM"),
    "rebuild_months": Case(lambda row: f"2020-{row % 12 + 1:02}-{row % 28 + 1:02}"),
    "rebuild_ranges": Case(lambda row: ("11-15", "16-20", "21-25", "65+")[row % 4], "5-Jan"),
    "recode_rare": Case(lambda row: f"rare {row // 1_000}" if row % 250 == 7 else str(row % 9)),
    "rename_column": Case(numbered("tree"), "x", {"name": "other"}),
    "rename_headers": Case(numbered("tree"), beside={"Number of the tree": str}, is_of_whole_table=True),
    "repair_encoding": Case(numbered("tree"), "Pe\u00c3\u00b1a"),
    "replace_by_random_id": Case(numbered("tree"), more={"private_key": "00" * 16, "hash": "blake2s"}),
    "replace_dashes": Case(str, " - ", {"means": "zero"}),
    "reproject_state_plane": Case(lambda row: f"76{row % 90_000:05}.5", more={"other": "n"},
                                  beside={"n": lambda row: f"6{row % 99_000:05}"}),
    "reproject_web_mercator": Case(lambda row: f"-136{row % 90_000:05}.5", more={"other": "n"},
                                   beside={"n": lambda row: f"56{row % 99_000:05}"}),
    "reshape": Case(str, more={"ids": ("place",), "values": ("c", "n"), "what": "month"}, is_of_whole_table=True,
                    beside={"n": str, "place": label}),
    "round_coordinates": Case(lambda row: f"45.{row % 900_000 + 100_000}"),
    "scrub_text": Case(numbered("tree fell, nobody was hurt"), "call 503-555-0142 or ann@example.org"),
    "serials_to_dates": Case(day, "43831.5"),
    "snap_to_block": Case(lambda row: f"45.{row % 900_000 + 100_000}", beside={"n": lambda row: f"{row % 9_000} SW Main St"}),
    "split_column": Case(label, "North; East", {"sign": "semicolon"}),
    "suppress_small_cells": Case(lambda row: str(12 + row % 50), "3", {"columns": ("c",), "totals": "unknown"},
                                 is_of_whole_table=True),
    "swap_coordinates": Case(lambda row: f"45.{row % 9_000 + 5_000}", more={"other": "n"},
                             beside={"n": lambda row: f"-122.{row % 900 + 600}"}),
    "titles_to_column": Case(numbered("tree"), "North", {"name": "District"}, beside={"n": unless_odd(str)},
                             is_of_whole_table=True),
    "top_and_bottom_code": Case(str, more={"percent": 1}),
    "trim_blanks": Case(numbered("tree"), " tree "),
    "unit_to_column": Case(lambda row: f"{row} ft", "3 mi"),
    "unit_to_header": Case(lambda row: f"{row} ft"),
    "unwrap_rows": Case(numbered("tree"), apart=lambda row: f'"tree,{row}"', is_of_whole_table=True),
    "whole_numbers": Case(lambda row: f"{row}.0"),
    "write_out_numbers": Case(str, "$1.2M"),
    "write_periods": Case(lambda row: f"{row % 12 + 1}/{2000 + row % 20}", "Jan 2019"),
    "write_durations": Case(lambda row: f"00:{row // 60 % 60:02}:{row % 60:02}"),
}
NAMING_ROWS = frozenset(("leave_out_rows", "titles_to_column", "mend_row"))


def table(case: Case, rows: int) -> Sheet:
    """Return a table of so many rows with the column under test beside ordinary ones."""
    cells = [case.odd if row % EVERY == 0 and case.odd else case.usual(row) for row in range(rows)]
    columns: dict[str, Sequence[str]] = {"c": cells, **{name: [cell(row) for row in range(rows)]
                                                       for name, cell in case.beside.items()}}
    made = sheet_of(columns, chunks=8, delimiter=",")
    if case.apart is None:
        return made
    first = rows + 2
    return replace(made, quarantine=tuple(Quarantined(row=row, line=row, cells=1, text=case.apart(row))
                                          for row in range(first, first + rows // EVERY)))


def wanted(name: str, sheet: Sheet) -> Step:
    """Return the step that makes the change on its table."""
    case, rows = CASES[name], odd_rows(sheet.height)
    if case.apart is not None:
        rows = tuple(one.row for one in sheet.quarantine)[:1_000]
    named = {"rows": rows} if name in NAMING_ROWS else {}
    return step(name, None if case.is_of_whole_table else "c", **case.more, **named)
