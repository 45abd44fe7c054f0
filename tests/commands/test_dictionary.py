"""`steward dictionary`: what it leaves open, and that a filled-in one is what `prepare` takes."""

import csv
import shutil

from steward.commands import run
from steward.store.resources import resource_path
from tests.commands.test_prepare import no_window

DOCUMENTS = ("record", "recipe", "decisions")
WORDS = "What the register of Urban Forestry says of it."


def rows_in(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_dictionary_is_filled_in_by_a_person_and_never_twice_written(tmp_path, capsys):
    table, words, full = tmp_path / "trees.csv", tmp_path / "words.csv", tmp_path / "full.csv"
    text = resource_path("samples/sample.csv").read_text(encoding="utf-8").splitlines()
    codes = ["Kind", *("AB"[row % 2] for row in range(len(text) - 1))]
    table.write_text("\n".join(f"{line},{code}" for line, code in zip(text, codes, strict=True)), encoding="utf-8")
    assert run(["dictionary", str(table), "--out", str(words)], no_window) == 0
    told = {row["column"]: row for row in rows_in(words)}
    assert not any(row["description"] for row in told.values())
    assert (told["Latitude"]["type"], told["Kind"]["meaning of values"]) == ("number", "A = ; B = ")
    assert told["Latitude"]["suggested description"]
    assert not told["Requester"]["meaning of values"]
    assert run(["dictionary", str(table), "--out", str(words)], no_window) == 3
    with full.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(told["Kind"]))
        writer.writeheader()
        writer.writerows({**row, "description": WORDS} for row in told.values())
    again = tmp_path / "again.csv"
    assert run(["dictionary", str(table), "--dictionary", str(full), "--out", str(again)], no_window) == 0
    assert {row["description"] for row in rows_in(again)} == {WORDS}
    assert capsys.readouterr().out.count("description") == 2      # said once for the first, and never for the last


def test_prepare_takes_a_dictionary_that_was_filled_in(tmp_path):
    table, words = tmp_path / "sample.csv", tmp_path / "words.csv"
    shutil.copy(resource_path("samples/sample.csv"), table)
    run(["dictionary", str(table), "--out", str(words)], no_window)
    given = [word for part in DOCUMENTS for word in (f"--{part}", str(resource_path(f"samples/prepare/{part}.json")))]
    ask = ["prepare", str(table), *given, "--dictionary", str(words), "--out", str(tmp_path / "bag")]
    assert run(ask, no_window) == 1
    rows = rows_in(words)
    with words.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "description": WORDS} for row in rows)
    assert run(ask, no_window) == 0
