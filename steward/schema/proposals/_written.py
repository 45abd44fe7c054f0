"""The one way in which all values of a column are written: "AA-0000" for PB-1204. Source: OpenRefine, "text facet"."""

import re
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase, digits

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.table.profile import ColumnProfile
from steward.table.text import is_short, matching

LONGEST_BYTES = 40
FEWEST_VALUES = 20        # different ones: two or three may be alike by chance
SAMPLE_VALUES = 1_000     # what differs among them differs among all; what does not is tried on every value
MOST_LENGTHS = 200        # different ways before runs are counted as one
SIGNS = {"0": "[0-9]", "A": "[A-Z]", "a": "[a-z]"}
SPECIAL = ".^$*+?()[]{}|\\"
Lengths = npt.NDArray[np.int64]
_SHAPE = str.maketrans(digits + ascii_uppercase + ascii_lowercase, "0" * 10 + "A" * 26 + "a" * 26)
_RUNS = re.compile(r"0+|A+|a+|[^0Aa]")


@dataclass(frozen=True, slots=True)
class WrittenWay:
    """The pattern of all values, and how many runs of signs are longer in some than in others."""

    pattern: str
    form: str       # the same for people: 0 for a figure, A and a for letters, … after a run that may be longer
    varying: int
    figures: bool


def written_way(column: ColumnProfile) -> WrittenWay | None:
    """Return how all filled values are written; None where they differ, are few, or hold other than plain letters."""
    values = column.distinct.values.filter(pa.array(~column.is_blank))
    if len(values) < FEWEST_VALUES or not is_short(values, LONGEST_BYTES).all():
        return None
    if len(values) <= SAMPLE_VALUES:
        return _way_of(values)
    sampled = _way_of(values.take(pa.array(np.linspace(0, len(values) - 1, SAMPLE_VALUES).astype(np.int64))))
    if sampled is None or matching(values, f"^{sampled.pattern}$").all():
        return sampled
    return _way_of(values)


def _way_of(values: pa.Array) -> WrittenWay | None:
    shapes = _shapes(values)
    if not 0 < len(shapes) <= MOST_LENGTHS or any(not shape.isascii() or " " in shape for shape in shapes):
        return None
    runs = [_RUNS.findall(shape) for shape in shapes]
    if len({"".join(run[0] for run in one) for one in runs}) > 1:
        return None
    lengths = np.array([[len(run) for run in one] for one in runs])
    parts = [_part(run[0], lengths[:, place]) for place, run in enumerate(runs[0])]
    varying = int((lengths.min(axis=0) != lengths.max(axis=0)).sum())
    forms = [_form(run[0], lengths[:, place]) for place, run in enumerate(runs[0])]
    return WrittenWay("".join(parts), "".join(forms), varying, any(run[0] == "0" for run in runs[0]))


def _shapes(values: pa.Array) -> list[str]:
    """Return the different shapes: figures as 0, letters as A and a, other signs as they are; too many are cut short."""
    if len(values) <= SAMPLE_VALUES:    # so few are translated faster than three patterns are made ready
        return list(dict.fromkeys(text.translate(_SHAPE) for text in values.to_pylist()))[:MOST_LENGTHS + 1]
    import pyarrow.compute as pc

    for pattern, sign in (("[0-9]", "0"), ("[A-Z]", "A"), ("[a-z]", "a")):
        values = pc.replace_substring_regex(values, pattern, sign)
    shapes: list[str] = pc.unique(values)[:MOST_LENGTHS + 1].to_pylist()
    return shapes


def _form(sign: str, lengths: Lengths) -> str:
    least, most = int(lengths.min()), int(lengths.max())
    return sign * least if least == most or sign not in SIGNS else f"{sign * least}…"


def _part(sign: str, lengths: Lengths) -> str:
    if sign not in SIGNS:
        return f"\\{sign}" if sign in SPECIAL else sign
    least, most = int(lengths.min()), int(lengths.max())
    if least != most:
        return f"{SIGNS[sign]}+"
    return SIGNS[sign] if least == 1 else f"{SIGNS[sign]}{{{least}}}"
