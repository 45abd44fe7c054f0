"""Numbers as text with a fixed count of decimals, the same text as Python writes, many at a time.

Context: `%.6f` takes a second for a million numbers. Decision: the digits are those of the nearest whole number of millionths,
as Arrow writes decimals, wherever that number is certain; near the middle between two, and where a minus sign stands before
nothing but noughts, Python decides.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

CERTAIN = 0.499            # of a step from the nearest whole number: what multiplying rounds away is far smaller than the rest
LARGEST = float(1 << 40)   # steps; so much smaller is it below
TOGETHER = 1 << 14         # numbers, so that what is reckoned with stays near the processor
DIGITS = 18                # of an Arrow decimal, more than LARGEST has
Numbers = npt.NDArray[np.float64]


def written(numbers: Numbers, decimals: int) -> pa.Array:
    """Return each number as `%.6f` writes it, with so many decimals; "nan" and "inf" for what is no number."""
    pieces = [_written(numbers[start:start + TOGETHER], decimals) for start in range(0, len(numbers), TOGETHER)]
    return pa.concat_arrays(pieces) if pieces else pa.array([], pa.string())


def _written(numbers: Numbers, decimals: int) -> pa.Array:
    import pyarrow.compute as pc

    is_small = np.abs(numbers) < LARGEST / 10.0 ** decimals
    steps = np.where(is_small, numbers, 0.0) * 10.0 ** decimals
    whole = np.rint(steps)
    certain = is_small & (np.abs(steps - whole) < CERTAIN) & ((whole != 0) | ~np.signbit(steps))
    texts = _decimals(np.where(certain, whole, 0).astype(np.int64), decimals)
    if certain.all():
        return texts
    others = [f"{number:.{decimals}f}" for number in numbers[~certain].tolist()]
    return pc.replace_with_mask(texts, pa.array(~certain), pa.array(others, texts.type))


def _decimals(whole: npt.NDArray[np.int64], decimals: int) -> pa.Array:
    """Return whole numbers of steps as text; an Arrow decimal is a number of 128 bits, its sign carried through."""
    bits = np.stack([whole, whole >> 63], axis=1)
    return pa.Array.from_buffers(pa.decimal128(DIGITS, decimals), len(whole), [None, pa.py_buffer(bits)]).cast(pa.string())
