"""Keeps pyarrow from loading pandas.

Context: pyarrow looks for pandas once, with the first list it takes or the first array it gives back, and loads it: 0.4 CPU
seconds and 40 MB in each process, for conversions that nobody asks for. Decision: it finds none that one time. Whoever imports
pandas himself gets it as always.
"""

import sys
from importlib.machinery import ModuleSpec


class _NoPandas:
    """An import finder that has no pandas."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name == "pandas":
            raise ModuleNotFoundError(name)
        return None


def keep_pandas_out() -> None:
    """Let pyarrow look for pandas now, and find none; where pandas is loaded already, nothing is to be saved."""
    if "pandas" in sys.modules:
        return
    import pyarrow as pa

    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        pa.array([""])
    finally:
        sys.meta_path.remove(finder)
