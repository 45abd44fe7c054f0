"""Values that a column's field says stand for no value, as frictionless takes them: exactly as they are written."""

import numpy as np
import pyarrow as pa

from steward.schema.field import Field
from steward.table.distinct import Mask
from steward.table.profile import ColumnProfile
from steward.table.text import mask_of


def declared_nothing(column: ColumnProfile, field: Field) -> Mask:
    """Return which of the column's values the field declares as missing; blank ones are not looked at."""
    import pyarrow.compute as pc

    values, words = column.distinct.values, field.nothing_words
    return mask_of(pc.is_in(values, pa.array(words, values.type))) if words else np.zeros(len(values), np.bool_)
