"""Prints how long the disclosure risk of a table about people takes: python tests/benchmarks/disclosure.py."""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from steward.privacy.disclosure import disclosure, group_sizes
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

ROWS, RUNS = 1_000_000, 5
WORDS = {"zip": [f"97{number}" for number in range(200, 240)], "age": [str(age) for age in range(95)],
         "gender": ["F", "M", "X"], "race": [f"group {number}" for number in range(8)],
         "diagnosis": [f"code {number}" for number in range(30)]}


def timed(work):
    """Return the median of some runs, in seconds."""
    spent = []
    for _ in range(RUNS):
        started = perf_counter()
        work()
        spent.append(perf_counter() - started)
    return median(spent)


def main(rows=ROWS):
    """Print three lines: a dictionary of one column, the groups, and all risks."""
    dice = np.random.default_rng(1)
    columns = {name: np.array(words)[dice.integers(0, len(words), rows)].tolist() for name, words in WORDS.items()}
    profile = profile_table(sheet_of(columns), Silence())
    quasi, sensitive = profile.columns[:4], profile.columns[4:]
    unit = timed(lambda: profile.sheet.columns[0].values.combine_chunks().dictionary_encode())
    print(f"{rows:,} rows, 4 quasi-identifiers, 1 sensitive column")
    for name, work in (("dictionary of one column", None), ("groups and k", lambda: group_sizes(quasi)),
                       ("all risks, diversity, riskiest combinations", lambda: disclosure(quasi, 11, sensitive))):
        spent = unit if work is None else timed(work)
        print(f"{name:45} {spent:7.3f} s {spent / unit:7.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
