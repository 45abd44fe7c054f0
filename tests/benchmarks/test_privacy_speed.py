"""The benchmark of speed runs on few rows; no figure is looked at."""

import random

import pytest

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.benchmarks import privacy_speed
from tests.privacy.tables import make_knowledge


def test_rows_a_second_are_told_of_both_times():
    wall, spent = privacy_speed.rows_a_second(300)
    assert wall > 0
    assert spent > 0


@pytest.mark.parametrize("way", privacy_speed.WAYS)
def test_no_way_that_is_timed_hides_a_number(way):
    draw = random.Random(way)
    cells = ["no access to the gate"] * 60 + [privacy_speed.WAYS[way]("ssn 517-44-8362", draw)]
    report = examine(privacy_speed.profiled(cells), make_knowledge(), Silence())
    assert "ssn" in {harm.kind for harm in report.columns[0].harmful}
