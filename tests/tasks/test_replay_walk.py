"""What is sealed after any walk through the changes is what the saved recipe makes of the file, byte for byte."""

import pytest

from tests.tasks.replay_walk import walks_on_a_file


@pytest.mark.parametrize("seed", [2, 3])      # a text file and a workbook
def test_a_saved_recipe_gives_the_bytes_that_were_seen_after_any_walk(house, tmp_path, seed):
    assert len(walks_on_a_file(house, tmp_path, seed, walks=5, moves=30)) > 10
