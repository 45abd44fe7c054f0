"""Several columns as one text for each row: rows are alike in all of the columns exactly where their texts are the same."""

from collections.abc import Sequence

import pyarrow as pa


def whole(values: pa.ChunkedArray) -> pa.Array:
    """Return the cells of a column in one piece, as text."""
    return values.cast(pa.string()).combine_chunks()


def together(parts: Sequence[pa.Array]) -> pa.Array:
    """Return one text for each row; of several parts each stands behind its length, so that no two rows meet by chance."""
    import pyarrow.compute as pc

    if len(parts) == 1:
        return parts[0]
    lengths = (pc.binary_length(part).cast(pa.string()) for part in parts)
    return pc.binary_join_element_wise(*(one for pair in zip(lengths, parts, strict=True) for one in pair), " ")
