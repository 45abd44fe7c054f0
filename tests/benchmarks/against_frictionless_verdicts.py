"""Prints on how many random schemas and tables Steward and frictionless differ in (row, field, kind), and the first ones.

    python tests/benchmarks/against_frictionless_verdicts.py 3000 --seed 1

Tables on which frictionless stops (a rule that does not fit its field, keys of lists) are counted apart and not compared.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.schema.random_schemas import compare  # noqa: E402 - as a script, the checkout must be found first

SHOWN = 5


def main() -> None:
    """Compare so many tables, and print the differences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shown", type=int, default=SHOWN)
    arguments = parser.parse_args()
    told: Counter[str] = Counter()
    for number in range(arguments.count):
        answer = compare(f"{arguments.seed}-{number}")
        outcome = "stopped" if answer is None else "differ" if answer[1] or answer[2] else "equal"
        told[outcome] += 1
        if outcome == "differ" and told[outcome] <= arguments.shown:
            theirs, ours = sorted(answer[1])[:4], sorted(answer[2])[:4]
            print(f"{number}: only frictionless {theirs}, only Steward {ours}, {answer[0]}")
    print(f"{arguments.count} tables, seed {arguments.seed}: {told['equal']} equal, {told['differ']} differ, "
          f"frictionless stopped on {told['stopped']}")


if __name__ == "__main__":
    main()
