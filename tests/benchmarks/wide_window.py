"""Prints how long the window stood still on each page of a table of thousands of columns.

    python tests/benchmarks/wide_window.py [--columns 5000] [--rows 400] [--kind answer] [--pictures FOLDER]

A block is the time between two beats of a timer of one millisecond, beside which stands the time that the window's own thread
worked in it. Figures are printed and never asserted: they are of one machine at one time.
"""

import argparse
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.benchmarks.blocks import blocks_table  # noqa: E402 - as a script, the checkout must be found first
from tests.benchmarks.wide_table import KINDS, write  # noqa: E402

PAGES = ("open", "table", "privacy", "columns", "reshape", "describe", "send")


def measure(path: Path, pictures: Path | None) -> dict[str, dict[str, float]]:
    """Return the blocks while the file was opened and while each page was shown first and once more."""
    from PySide6.QtWidgets import QApplication

    from steward.gui.app import make_window
    from tests.benchmarks.beats import Beats, quiet, rest, wait

    main = make_window(QApplication([]))
    main.resize(1366, 768)
    main.show()
    session = main.session
    wait(lambda: session.has_house)
    rest(1.0)
    found, beats = {}, Beats()
    session.go("open", "new")
    rest(0.2)
    beats.taken()
    session.begin(path)
    wait(lambda: session.workbench is not None or session.trouble is not None, 900)
    quiet(session)
    found["opening and checking"] = beats.taken()
    for words in ("{}", "{}, again"):
        for page in PAGES:
            session.go(page)
            quiet(session)
            found[words.format(page)] = beats.taken()
            if pictures is not None:
                main.grab().save(str(pictures / f"{page}.png"))
                beats.taken()
    return found


def table(path: Path, home: Path, pictures: Path | None) -> str:
    """Return the blocks as Markdown. Raises: RuntimeError where the window did not come to its end."""
    words = ["--file", str(path), *(["--pictures", str(pictures)] if pictures else [])]
    return blocks_table(Path(__file__), words, home)


def main() -> None:
    """Write the table, and print the blocks."""
    parser = argparse.ArgumentParser(description="Measure the window with a wide table.")
    parser.add_argument("--columns", type=int, default=5_000)
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--kind", action="append", choices=KINDS, help="only columns of this kind")
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of each page")
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.file:
        told = json.dumps(measure(words.file, words.pictures))
        sys.stdout.write(told + "\n")
        sys.stdout.flush()
        os._exit(0)   # what a window leaves behind is not measured
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "wide.csv", words.columns, words.rows, tuple(words.kind or KINDS))
        sys.stdout.write(table(path, Path(folder) / "home", words.pictures) + "\n")


if __name__ == "__main__":
    try:
        main()
    except Exception:  # noqa: BLE001 - told to whoever started it
        traceback.print_exc()
        os._exit(1)
