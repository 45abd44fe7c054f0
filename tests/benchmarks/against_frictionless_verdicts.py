"""Prints on how many random schemas and tables Steward and frictionless differ in (row, field, kind), and the first ones.

    python tests/benchmarks/against_frictionless_verdicts.py 3000 --seed 1

Tables on which frictionless stops (a rule that does not fit its field, keys of lists) cannot be compared: tables are made until
so many are compared, and what frictionless stopped on is counted and told.
"""

import argparse
import sys
from collections import Counter
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.schema.random_schemas import Stopped, compare  # noqa: E402 - as a script, the checkout must be found first

SHOWN = 5


def main() -> None:
    """Compare so many tables, and print the differences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shown", type=int, default=SHOWN)
    arguments = parser.parse_args()
    equal, differing, stops = 0, 0, Counter[str]()
    for number in count():
        if equal + differing == arguments.count:
            break
        try:
            schema, *only = compare(f"{arguments.seed}-{number}")
        except Stopped as reason:
            stops[str(reason)] += 1
            continue
        equal, differing = (equal, differing + 1) if any(only) else (equal + 1, differing)
        if any(only) and differing <= arguments.shown:
            theirs, ours = (sorted(one)[:4] for one in only)
            print(f"{number}: only frictionless {theirs}, only Steward {ours}, {schema}")
    print(f"{arguments.count} tables compared, seed {arguments.seed}: {equal} equal, {differing} differ")
    print(f"not compared, since frictionless stopped, {sum(stops.values())}:")
    for reason, times in stops.most_common():
        print(f"  {times} {reason}")


if __name__ == "__main__":
    main()
