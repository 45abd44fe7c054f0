"""A share of the large run of tests/benchmarks/fuzz_readers.py: a damaged file gives a sentence or a sound table."""

import random

import pytest

from tests.readers.mutations import SEEDS, answer_to, mutated


@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_a_damaged_file_is_a_sound_table_or_one_sentence(tmp_path, kind):
    for seed in range(60):
        path = mutated(kind, random.Random(f"{kind} {seed}"), tmp_path)
        assert not answer_to(path, tmp_path).startswith("!"), f"{kind} {seed}"


@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_the_same_seed_makes_the_same_file(tmp_path, kind):
    first, second = (mutated(kind, random.Random(7), tmp_path).read_bytes() for _ in range(2))
    assert first == second or kind == "xlsx"   # openpyxl writes the time into it
