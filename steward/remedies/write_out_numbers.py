"""Write shortened numbers with all their digits: 1.2M becomes 1200000."""

import re
from decimal import Decimal

import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_mapped
from steward.table.numerals import SHORTENED
from steward.table.sheet import Sheet
from steward.table.text import changed_where, matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

_TIMES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_PARTS = re.compile(r"(?P<open>[(]?)\s*[^0-9.]*?(?P<digits>[0-9.,]*[0-9])\s*(?P<unit>[a-zA-Z\u017f\u212a]+)")


class WriteOutNumbers(Answers):
    """The column with its shortened numbers written out; all other cells stay."""

    name = "write_out_numbers"
    title = say("Write these numbers out")
    explain = say("1.2M becomes 1200000, and $3k becomes 3000. What was rounded away before does not come back.")
    loses = say("Nobody can see any more that these numbers were rounded. Say so in the description of the column.")
    kinds = frozenset(("shortened-number",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with those numbers written out."""
        return with_mapped(sheet, step, lambda values: changed_where(
            matching(values, SHORTENED), values, lambda some: pa.array(map(written_out, some.to_pylist()), some.type)))

    def describe(self, step: Step) -> Message:
        """Return in which column."""
        return say("Write out the shortened numbers of column {column}.", column=name_of(step))


def written_out(text: str) -> str:
    """Return a shortened number with all its digits; the same text where it is none."""
    found = _PARTS.search(text.strip())
    if found is None:
        return text
    unit = found["unit"].casefold()
    times = _TIMES.get("k" if unit.startswith("thousand") else unit[:1], 0)
    if not times:
        return text
    number = Decimal(found["digits"].replace(",", "")) * times
    return _trimmed(-number if found["open"] or "-" in text else number)


def _trimmed(number: Decimal) -> str:
    """Return the digits without zeros behind the point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


REMEDY = WriteOutNumbers()
