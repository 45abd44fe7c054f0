"""Hide all letters and digits of a value but the last four, as receipts do with card numbers."""

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

SPLIT = r"(?s)^(?P<head>.*?[\p{L}\p{N}].*?)(?P<tail>(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){4}[^\p{L}\p{N}]*)$"
HIDDEN = r"[\p{L}\p{N}]"


class MaskAllButLastFour(Answers):
    """The column with a star for each letter and digit before the last four; shorter values are hidden whole."""

    name = "mask_all_but_last_four"
    title = say("Hide all but the last four characters")
    explain = say("Each letter and digit before the last four becomes a star. Dashes and blanks stay.")
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
    import pyarrow.compute as pc

    parts = pc.extract_regex(values, SPLIT)
    hidden = pc.replace_substring_regex(pc.struct_field(parts, "head"), HIDDEN, "*")
    joined = pc.binary_join_element_wise(hidden, pc.struct_field(parts, "tail"), pa.scalar("", values.type))
    return pc.coalesce(joined, pc.replace_substring_regex(values, HIDDEN, "*"))


REMEDY = MaskAllButLastFour()
