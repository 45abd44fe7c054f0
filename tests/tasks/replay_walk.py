"""Random walks of a person who repairs a table: any change, by hand too, undone, done again, taken out; and what is sealed.

Run: `python -m tests.tasks.replay_walk [--files N] [--seed N]` for as many as wanted, from CSV files and workbooks in turn.
"""

import argparse
import csv
import io
import random
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from steward.remedies import Remedy, all_remedies, remedy
from steward.remedies.edit_cell import edit_step
from steward.remedies.mend_row import mend_step
from steward.table.canonical import write_csv
from steward.table.sheet import Sheet
from steward.tasks import deciding, drafting, opening
from steward.tasks.changed_file import source_of
from steward.tasks.house import House
from steward.tasks.reshaping import remembering
from steward.vocabulary.errors import Refused, StewardError
from steward.vocabulary.progress import Silence
from steward.vocabulary.question import answered
from steward.vocabulary.recipe import ImportStep, Step
from steward.workflow.draft import Draft
from steward.workflow.replay import replay

QUIET = Silence()
KINDS = (
    ("", " oak ", "N.E.", "NE", "Northeast", "a; b", "Ã±", "<b>x</b>", "line\nbreak", "-", "NULL", "Ann Lee", "x@example.org"),
    ("$1,204", "12", "(7)", "2139", "1.234,50", "0.45", "45", "-999", "5 ft", "3 mi", "2015.0", " - ", "'12", "1.2M"),
    ("4/30/2018", "2020-07-15", "2020-08-16", "Jul-15", "1900-01-01", "Jan 5, 2020", "7:15 PM", "19:15", "5/6/2018 7:15 PM"),
    ("-122.65", "45.52", "7640000", "680000", "-13650000", "5700000", "45.5", "-122.6", "0"),
    ("2020-07-15", "2020-08-16", "2020-09-17", ""), ("4/30/2018", "5/13/2018"), ("45.52", "45.53"), ("-122.65", "-122.66"),
    ("7640000", "7650000.5"), ("680000", "690000"), ("-13650000", "-13655000"), ("5700000", "5710000"), ("3", "40", "50", "1"),
    ("3 ft", "4 ft"), ("a; b", "c"), ("North", "South", ""), ("2024-01-05", "1900-01-01", "1985-06-30"),
    ("12 SE Oak St", "1200 N Main St, Portland, OR 97201", "503-555-0142", "=A1", '=HYPERLINK("https://x.org","t")', "Total"),
)
TEXTS = ("", "new", "b", "7", "2020-01-31", "Größe\t1", 'say "no"', "é")
NAMES = ("other", "Number of the tree", "longitude", "lat", "c")
WRAPPED, WHOLE, TITLED = 0.1, 0.8, 0.3     # how often a row is of that kind
WALKS, LONG = 20, 40     # on each file, and moves of each
MOVES = ("step", "step", "step", "step", "hand", "undo", "redo", "out")
TYPED = {"on": ("2026-01-31",), "name": NAMES}
PAIRS = ((("45.52", "45.53"), ("-122.65", "-122.66")), (("7640000", "7650000.5"), ("680000", "690000")),
         (("-13650000", "-13655000"), ("5700000", "5710000")))


def write_table(folder: Path, chance: random.Random, ending: str) -> Path:
    """Write a table of odd cells, in a text file with records that do not fit, and return where it is."""
    width, height = chance.randint(2, 6), chance.randint(0, 12)
    kinds = [*chance.choice(PAIRS), *(chance.choice(KINDS) for _ in range(width))] if chance.random() < TITLED else [
        chance.choice(KINDS) for _ in range(width)]
    width = len(kinds)
    rows = [[chance.choice(kind) for kind in kinds] for _ in range(height)]
    rows += [list(row) for row in chance.choices(rows, k=2)] if rows else []
    rows += [["North", *[""] * (width - 1)]] if chance.random() < TITLED else []
    header = chance.sample(("c", "k", "zip code", "jan", "longitude", "latitude", "Opened At", " padded "), width)
    path = folder / f"table.{ending}"
    if ending == "xlsx":
        from openpyxl import Workbook

        book = Workbook()
        for row in (header, *rows):
            book.active.append([float(cell) if cell.replace(".", "").isdigit() and chance.random() < 0.5 else cell or None
                                for cell in row])
        book.save(path)
        return path
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        for row in rows:
            is_wrapped, is_whole = chance.random() < WRAPPED, chance.random() < WHOLE
            cells = row if is_whole else [*row, "too", "many"][:chance.randint(1, width + 2)]
            writer.writerow([_as_line(cells)] if is_wrapped else cells)
    return path


def _as_line(cells: Sequence[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="").writerow(cells)
    return stream.getvalue()


def some_step(sheet: Sheet, chance: random.Random) -> Step:
    """Return a step of any change, with any answers, that may or may not fit the sheet."""
    one: Remedy = chance.choice(all_remedies())
    named = Step(remedy=one.name, column=chance.choice(sheet.names), parameters=_parameters(one, sheet, chance))
    for question in one.asks:
        typed = TYPED.get(question.parameter, TEXTS)
        named = answered(named, question, chance.choice([option.value for option in question.options] or list(typed)))
    if one.name == "mend_row" and sheet.quarantine:
        row = chance.choice(sheet.quarantine).row
        return mend_step((row,), (chance.randint(1, 3), chance.randint(0, 3), chance.randint(0, 2)), chance.randint(1, 2))
    return deciding.with_secret(named)


def _parameters(one: Remedy, sheet: Sheet, chance: random.Random) -> dict[str, object]:
    columns = tuple(chance.sample(sheet.names, min(len(sheet.names), chance.randint(1, 2))))
    rows = tuple(sorted(set(chance.choices(sheet.rows.tolist(), k=2)))) if sheet.height else ()
    if one.name == "reshape":
        ids = tuple(name for name in sheet.names if name not in columns)
        return {"ids": ids, "values": columns, "what": "month", "value": "n", "blanks": chance.choice(("keep", "leave")),
                "rows_left_out": rows[:chance.randint(0, 1)], "filled_down": ids[:chance.randint(0, 1)]}
    return {"leave_out_rows": {"rows": rows}, "titles_to_column": {"rows": rows[:1], "name": "section"},
            "fill_down": {"rows": rows} if chance.random() < WHOLE else {},
            "leave_out_small_groups": {"columns": columns, "fewest": 2},
            "suppress_small_cells": {"columns": columns}, "swap_coordinates": {"other": columns[0]},
            "add_minus": {"other": columns[0]},
            "reproject_state_plane": {"other": columns[0]}, "reproject_web_mercator": {"other": columns[0]},
            "leave_out_sensitive_rows": {"words": ("oak", "ann")}, "hide_place_of_rows": {"words": ("oak",), "places": columns},
            "recode_rare": {"fewest": 2}, "edit_cell": {"row": rows[0] if rows else 1, "private_text": "x"},
            }.get(one.name, {})


def walked(draft: Draft, original: Sheet, chance: random.Random, moves: int) -> tuple[Draft, Sheet, set[str]]:
    """Return the draft after so many moves, the table as the person sees it then, and which changes were made on the way."""
    seen, back, made = [original], list[Sheet](), set[str]()
    for _move in range(moves):
        move = chance.choice(MOVES)
        if move == "undo" and len(seen) > 1:
            draft, back = draft.undo(), [seen.pop(), *back]
        elif move == "redo" and back:
            draft, seen, back = draft.redo(), [*seen, back[0]], back[1:]
        elif move == "out" and len(seen) > 1:
            draft, seen, back = _without_one(draft, seen, chance)
        elif move in ("step", "hand") and seen[-1].names:
            step = _by_hand(seen[-1], chance) if move == "hand" and seen[-1].height else some_step(seen[-1], chance)
            with suppress(Refused):
                step = remembering(seen[-1], step)
                seen, back = [*seen, remedy(step.remedy).apply(seen[-1], step)], []
                draft = draft.with_step(step)
                made.add(step.remedy)
    return draft, seen[-1], made


def _without_one(draft: Draft, seen: list[Sheet], chance: random.Random) -> tuple[Draft, list[Sheet], list[Sheet]]:
    """Return the draft without one of its steps, with the tables after each that is left; unchanged where others need it."""
    less = draft.without_step(chance.randint(1, len(draft.recipe.steps)))
    tables = seen[:1]
    for step in less.recipe.steps:
        try:
            tables.append(remedy(step.remedy).apply(tables[-1], step))
        except Refused:
            return draft, seen, []
    return less, tables, []


def _by_hand(sheet: Sheet, chance: random.Random) -> Step:
    return edit_step(sheet, chance.choice(sheet.names), chance.randrange(sheet.height), chance.choice(TEXTS), "so it was")


def sealed_bytes(sheet: Sheet, folder: Path) -> bytes:
    """Return the bytes of the candidate as they are sealed."""
    path = folder / "sealed.csv"
    with path.open("wb") as stream:
        write_csv(sheet, list(sheet.names), stream, QUIET)
    return path.read_bytes()


def walks_on_a_file(house: House, folder: Path, seed: int, walks: int, moves: int) -> set[str]:
    """Walk several times from one file, each time holding what the saved draft makes of it anew against what was seen.

    Returns which changes were made.
    """
    chance = random.Random(seed)
    path, made = write_table(folder, chance, ("csv", "xlsx")[seed % 2]), set[str]()
    try:
        original, anew = (opening.open_sheet(house, path, ImportStep(), QUIET) for _time in range(2))
    except StewardError:
        return made    # a file that is no table, or a computer that is too busy to read it
    for _walk in range(walks):
        draft, seen, changes = walked(drafting.new_draft(house, source_of(original, str(path))), original, chance, moves)
        saved = drafting.load(house, drafting.save(house, draft).id)
        again = replay(anew, saved.recipe, QUIET)
        assert sealed_bytes(again, folder) == sealed_bytes(seen, folder)
        assert (again.names, again.rows.tolist(), again.quarantine) == (seen.names, seen.rows.tolist(), seen.quarantine)
        made |= changes
    return made


def main(arguments: Sequence[str]) -> None:
    """Walk as often as wanted, and tell how often each change was made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    made: dict[str, int] = {one.name: 0 for one in all_remedies()}
    with tempfile.TemporaryDirectory() as folder, House.open(Path(folder) / "home") as house:
        for seed in range(chosen.seed, chosen.seed + chosen.files):
            try:
                for name in walks_on_a_file(house, Path(folder), seed, WALKS, LONG):
                    made[name] += 1
            except Exception as trouble:
                trouble.add_note(f"seed {seed}")
                raise
    print(f"{chosen.files * WALKS:,} walks of {LONG} moves alike; files on which each change was made:")
    print(", ".join(f"{name} {count}" for name, count in sorted(made.items(), key=lambda pair: pair[1])))


if __name__ == "__main__":
    main(sys.argv[1:])
