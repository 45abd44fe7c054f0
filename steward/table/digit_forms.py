"""Values with all digits alike, so that a pattern which does not tell 2 from 7 is tried once for each way of writing.

Context: a million measures, "12 ft", "13 ft", are a few dozen ways of writing. Decision: every digit but 0 becomes 1, byte by
byte, and the answer for each form that comes out is carried back to its values. Where a look at the first values finds nearly
as many forms as values, the values themselves are looked at: what tells them apart is not their digits.
"""

from collections.abc import Callable

import pyarrow as pa

from steward.table.distinct import Mask
from steward.table.text import mask_of

SAMPLE, WORTH = 2_000, 4     # values that are looked at first; forms must be so many times fewer
ALIKE = bytes.maketrans(b"23456789", b"11111111")


def forms_of(values: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Return the ways in which values are written, each once, and for each value the place of its own."""
    encoded = (_alike(values) if _is_worth(values) else values).dictionary_encode()
    return encoded.dictionary, encoded.indices


def by_form(values: pa.Array, write: Callable[[pa.Array], pa.Array]) -> pa.Array:
    """Return what `write` gives for each value. It must not tell digits apart, but 0 from others, and give no digit back."""
    if not _is_worth(values):
        return write(values)
    forms, places = forms_of(values)
    return write(forms).take(places)


def mask_by_form(values: pa.Array, look: Callable[[pa.Array], Mask]) -> Mask:
    """Return what `look` says of each value; it must not tell digits apart, but 0 from others."""
    return mask_of(by_form(values, lambda forms: pa.array(look(forms))))


def _is_worth(values: pa.Array) -> bool:
    return len(values) > SAMPLE >= len(_alike(values.slice(0, SAMPLE)).unique()) * WORTH


def _alike(values: pa.Array) -> pa.Array:
    """Return the values with 1 for each digit but 0, where they lie in memory one after the other."""
    flat = pa.concat_arrays([values]) if values.offset else values
    valid, offsets, text = flat.buffers()
    if text is None:
        return values
    return pa.Array.from_buffers(flat.type, len(flat), [valid, offsets, pa.py_buffer(text.to_pybytes().translate(ALIKE))])
