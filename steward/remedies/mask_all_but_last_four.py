"""Hide all letters and digits of a value but the last four, as receipts do with card numbers; of a short one at least four."""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.sheet import Sheet
from steward.table.text import byte_lengths, flat_bytes
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

SPLIT = (r"(?s)^(?P<head>(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){4}.*?)"
         r"(?P<tail>(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){1,4}[^\p{L}\p{N}]*)$")
HIDDEN = r"[\p{L}\p{N}]"
SHOWN, HIDDEN_AT_LEAST = 4, 4    # four of five would be nearly all: ten tries find the other
COUNTED = np.frombuffer(b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", np.uint8)


class MaskAllButLastFour(Answers):
    """The column with a star for each letter and digit before the last four; of shorter values fewer are seen, or none."""

    name = "mask_all_but_last_four"
    title = say("Hide all but the last four characters")
    explain = say("Each letter and digit before the last four becomes a star, and never fewer than four. Dashes and "
                  "blanks stay.")
    loses = say("Nobody can see the whole value. Who knows it can still recognize it, and two people may share the last four.")
    kinds = frozenset(("phone", "credit_card", "bank_account", "medical_id", "person_id", "device_id", "license_plate", "vin",
                       "passport", "driver_license"))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column masked."""
        return with_mapped(sheet, step, _masked)

    def describe(self, step: Step) -> Message:
        """Return which column is masked."""
        return say("Hide all but the last four characters in column {column}.", column=name_of(step))


def _masked(values: pa.Array) -> pa.Array:
    """Return the values masked: plain letters on their bytes at once, others, far slower, by pattern."""
    import pyarrow.compute as pc

    plain = pc.string_is_ascii(values)
    masked = _masked_bytes(pc.if_else(plain, values, pa.scalar("", values.type)))
    return pc.replace_with_mask(masked, pc.invert(plain), _masked_letters(values.filter(pc.invert(plain))))


def _masked_bytes(values: pa.Array) -> pa.Array:
    lengths = byte_lengths(values)
    written = flat_bytes(values).copy()
    counts = np.isin(written, COUNTED)
    reached = np.concatenate([[0], np.cumsum(counts)])
    ends = np.cumsum(lengths)
    shown = np.clip(reached[ends] - reached[ends - lengths] - HIDDEN_AT_LEAST, 0, SHOWN)
    still_to_come = np.repeat(reached[ends], lengths) - reached[1:]
    hidden = counts & (still_to_come >= np.repeat(shown, lengths))
    written[hidden] = ord("*")
    offsets = np.concatenate([[0], ends]).astype(np.int64)
    made = pa.Array.from_buffers(pa.large_string(), len(values), [None, pa.py_buffer(offsets), pa.py_buffer(written)])
    return made.cast(values.type)


def _masked_letters(values: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    parts = pc.extract_regex(values, SPLIT)
    hidden = pc.replace_substring_regex(pc.struct_field(parts, "head"), HIDDEN, "*")
    joined = pc.binary_join_element_wise(hidden, pc.struct_field(parts, "tail"), pa.scalar("", values.type))
    return pc.coalesce(joined, pc.replace_substring_regex(values, HIDDEN, "*"))


REMEDY = MaskAllButLastFour()
