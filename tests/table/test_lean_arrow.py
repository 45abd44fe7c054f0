"""pyarrow gives arrays back without pandas, and who imports pandas gets it."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from steward.table.lean_arrow import keep_pandas_out
keep_pandas_out()
import pyarrow as pa
assert pa.array(["a", "b"]).to_numpy(zero_copy_only=False).tolist() == ["a", "b"]
assert "pandas" not in sys.modules
import pandas as pd
keep_pandas_out()
assert pd.factorize(pd.array(pa.array(["b", "a", "b"]), dtype=pd.ArrowDtype(pa.string())))[0].tolist() == [0, 1, 0]
"""


@pytest.mark.starts_process
def test_pandas_stays_out_until_somebody_wants_it():
    assert subprocess.run([sys.executable, "-c", PROGRAM], check=False).returncode == 0
