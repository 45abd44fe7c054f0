"""Numbers with a fixed count of decimals, written as Python writes them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from steward.table.decimals import written

ODD = (0.0, -0.0, -4e-7, 5e-7, -5e-7, 0.0005, 0.0015, 1.0000005, 45.5000005, -122.6543215, 1e9 + 0.5, 1e18, -1e300,
       float("nan"), float("inf"))


@given(st.lists(st.floats() | st.floats(-180, 180) | st.integers(-10**9, 10**9).map(lambda steps: steps / 2_000_000)),
       st.sampled_from((0, 3, 6)))
def test_numbers_are_written_as_python_writes_them(numbers: list[float], decimals: int) -> None:
    numbers = [*ODD, *numbers]
    assert written(np.array(numbers), decimals).to_pylist() == [f"{number:.{decimals}f}" for number in numbers]
