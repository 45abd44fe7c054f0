"""Round coordinates to three decimals, about a block: they no longer point at one house.

Source: police.uk and DataSF, which publish places by block.
"""

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, number_of, refuse, with_mapped
from steward.table.numerals import PLAIN
from steward.table.sheet import Sheet
from steward.table.text import changed_where, matching
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

DECIMALS = 3
MOST_DECIMALS = 6
DEGREES = 360.0
A_DIGIT = r"\p{N}"
DEGREES_ONLY = r"^[^\p{N}.]*(?:[0-9]{1,3}\.[0-9]+|-[0-9]{1,3})(?:[^\p{N}.'\"′″]+(?:[0-9]{1,3}\.[0-9]+|0))*[^\p{N}.'\"′″]*$"


class RoundCoordinates(Answers):
    """The column with coordinates in degrees rounded; parameter `decimals`, three where none is given."""

    name = "round_coordinates"
    title = say("Round the coordinates")
    explain = say("Three decimals of a degree tell the block, about a hundred meters, and no longer the house. What is "
                  "not in degrees with a point, such as minutes and seconds, becomes empty.")
    loses = say("Nobody can see the exact place.")
    kinds = frozenset(("precise_geo", "home_address", "linked-column"))
    types = frozenset(("number", "geopoint", "string"))
    asks = (Question(
        parameter="decimals", text=say("How near may the place be told?"), first=DECIMALS,
        explain=say("The fewer decimals stay, the more houses share the place."),
        options=(Option(value=4, label=say("4 decimals: about 10 meters, one house")),
                 Option(value=3, label=say("3 decimals: about 100 meters, a block")),
                 Option(value=2, label=say("2 decimals: about a kilometer, a neighborhood")))),)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column rounded. Raises: StepDoesNotFit for numbers that are no degrees."""
        column = column_of(sheet, step)
        decimals = min(max(number_of(step, "decimals", DECIMALS), 0), MOST_DECIMALS)
        return with_mapped(sheet, step, lambda values: _rounded(values, decimals, column.name))

    def describe(self, step: Step) -> Message:
        """Return which column is rounded, and how far."""
        return say("Round the coordinates of column {column} to {decimals} decimals.", column=name_of(step),
                   decimals=number_of(step, "decimals", DECIMALS))


def _rounded(values: pa.Array, decimals: int, column: str) -> pa.Array:
    """Return numbers rounded, and every number within other texts cut off after its decimals.

    Texts whose numbers may be something else than decimal degrees become empty: minutes and seconds, meters, other digits.
    """
    import pyarrow.compute as pc

    numeric = matching(values, PLAIN)
    numbers = pc.cast(pc.if_else(pa.array(numeric), values, pa.scalar("0", values.type)), pa.float64())
    if float(np.abs(numbers.to_numpy()).max(initial=0.0)) > DEGREES:
        raise refuse(say("These coordinates are not in degrees, so rounding them does not hide the place."),
                     say("Leave the column out, or open a file with longitude and latitude."), column)
    rounded = pc.cast(pc.add(pc.round(numbers, decimals), 0.0), values.type)
    others = changed_where(~numeric, values, lambda some: _cut(some, decimals))
    return pc.if_else(pa.array(numeric), rounded, others)


def _cut(values: pa.Array, decimals: int) -> pa.Array:
    import pyarrow.compute as pc

    cut = pc.replace_substring_regex(values, rf"([0-9]*\.[0-9]{{{decimals}}})[0-9]+", r"\1")
    is_read = pa.array(matching(values, DEGREES_ONLY) | ~matching(values, A_DIGIT))
    return pc.if_else(is_read, cut, pa.scalar("", values.type))


REMEDY = RoundCoordinates()
