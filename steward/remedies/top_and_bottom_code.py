"""Tell the highest and lowest numbers as a common bound: top and bottom coding, so that a record income names nobody.

Source: Hundepool and others 2012, "Statistical Disclosure Control", section 3.2.3.
"""

import re

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, number_of, refuse
from steward.table.distinct import Mask, distinct, rows_of
from steward.table.numerals import PLAIN
from steward.table.sheet import Sheet
from steward.table.text import changed_where, matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

PERCENT = 5
WRITTEN = re.compile(r"\s*\$?\s*([+-]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*")
Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


class TopAndBottomCode(Answers):
    """The column with the outermost numbers replaced by the number at their bound; parameter `percent` at each end."""

    name = "top_and_bottom_code"
    title = say("Hide the highest and lowest numbers")
    explain = say("The outermost numbers at both ends become the number where they begin. All others stay as they are; what "
                  "cannot be read as a number, such as a range, becomes empty.")
    loses = say("Nobody can see how high or low the outermost numbers were; sums and averages change.")
    kinds = frozenset(("income", "age", "small-groups", "k-anonymity"))
    types = frozenset(("integer", "number"))
    asks = (Question(parameter="percent", text=say("How many at each end?"), first=PERCENT,
                     explain=say("The more are told together, the fewer people can be singled out."),
                     options=(Option(value=1, label=say("1 of 100")), Option(value=5, label=say("5 of 100")),
                              Option(value=10, label=say("10 of 100")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with bounded numbers. Raises: StepDoesNotFit if the column holds no plain numbers."""
        column = column_of(sheet, step)
        known = distinct(column.values)
        numeric = matching(known.values, PLAIN)
        if not numeric.any():
            raise refuse(say("The column does not hold plain numbers."), say("Take the step out of the recipe."), column.name)
        low, high = _bounds(known.values, known.counts, numeric, number_of(step, "percent", PERCENT))
        return sheet.with_values(column.name, rows_of(known, _all_bounded(known.values, numeric, low, high)))

    def describe(self, step: Step) -> Message:
        """Return which column is bounded, and how far."""
        return say("Hide the highest and lowest {percent} of 100 numbers in column {column}.", column=name_of(step),
                   percent=number_of(step, "percent", PERCENT))


def _bounds(values: pa.Array, counts: Counts, numeric: Mask, percent: int) -> tuple[str, str]:
    """Return the texts of the numbers at both bounds, as they stand in the column."""
    plain = values.filter(pa.array(numeric))
    order = np.argsort(_numbers(plain), kind="stable")
    reached = np.cumsum(counts[numeric][order])
    aside = reached[-1] * percent // 100
    first = int(np.searchsorted(reached, aside, side="right"))
    last = int(np.searchsorted(reached, reached[-1] - aside, side="left"))
    return plain[int(order[first])].as_py(), plain[int(order[max(last, first)])].as_py()


def _numbers(plain: pa.Array) -> Numbers:
    """Return plain numbers as numbers; Arrow reads no plus sign."""
    import pyarrow.compute as pc

    numbers: Numbers = pc.utf8_ltrim(plain, "+").cast(pa.float64()).to_numpy()
    return numbers


def _all_bounded(values: pa.Array, numeric: Mask, low: str, high: str) -> pa.Array:
    """Return every value within the bounds: plain numbers together, and what is left one by one."""
    import pyarrow.compute as pc

    numbers = np.full(len(values), np.nan)
    numbers[numeric] = _numbers(values.filter(pa.array(numeric)))
    text = [pa.scalar(one, values.type) for one in (low, high)]
    bounded = pc.if_else(pa.array(numbers < float(low)), text[0], pc.if_else(pa.array(numbers > float(high)), text[1], values))
    return changed_where(~numeric, bounded,
                         lambda some: pa.array([_bounded(one, low, high) for one in some.to_pylist()], some.type))


def _bounded(text: str, low: str, high: str) -> str:
    """Return the text within the bounds. Numbers in other forms are bounded too; words without a digit stay."""
    bare = WRITTEN.fullmatch(text)
    if bare is None:
        return "" if re.search(r"\d", text) else text
    number = float(bare.group(1).replace(",", ""))
    if number < float(low):
        return low
    return high if number > float(high) else text


REMEDY = TopAndBottomCode()
