"""Split a column whose cells list several values into columns of one value each."""

import re
from dataclasses import replace

import numpy as np
import pyarrow as pa

from steward.remedies._answers import Answers
from steward.remedies._new_columns import AS_RULED, beside
from steward.remedies._step import column_of, name_of, number_of, refuse, text_of
from steward.table.distinct import distinct, rows_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Column, Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Option, Question
from steward.vocabulary.recipe import Step

SIGNS = {"semicolon": ";", "comma": ",", "bar": "|", "slash": "/", "line": "\n"}
NAMES = {"semicolon": say("semicolon"), "comma": say("comma"), "bar": say("bar"), "slash": say("slash"),
         "line": say("line break"), "any": say("semicolon, comma, bar, slash or line break")}
ANY = "any"         # each of them
GUESSED = ("semicolon", "bar", "comma", "line", "slash")
MOSTLY = 0.8        # of the cells that are split hold the same sign; else any of them
MOST_COLUMNS = 30


class SplitColumn(Answers):
    """The table with columns "name_1", "name_2" and so on in place of one; parameters `sign`, `most` (columns) and `names`.

    Steps that say nothing of `names` were made when the new columns were called "name 1", and replay so.

    Cells with more values than columns keep the rest in the last column, with the signs between (semicolons where it is split
    at any sign): no value is lost.
    """

    name = "split_column"
    title = say("Split it into columns")
    explain = say("Each value of a cell gets a column of its own, in the order in which they stand.")
    kinds = frozenset(("several-values",))
    types = frozenset(("string",))
    asks = (Question(
        parameter="sign", text=say("What stands between the values?"), first="semicolon",
        explain=say("The cell is taken apart wherever this character stands."),
        options=(*(Option(value=name, label=NAMES[name]) for name in SIGNS), Option(value=ANY, label=NAMES[ANY]))),)

    def questions(self, column: ColumnProfile | None) -> tuple[Question, ...]:
        """Return the question with the sign as the first answer that most cells of the column hold."""
        sign = _guessed(column.distinct.values.to_pylist()) if column is not None else ""
        return self.asks if not sign else (replace(self.asks[0], first=sign),)

    def step_for(self, finding: Finding) -> Step:
        """Return the step that gives the new columns names that the file rules allow."""
        return Step(remedy=self.name, column=finding.column, parameters=AS_RULED)

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column split. Raises: StepDoesNotFit where no cell holds the sign, or names are taken."""
        column = column_of(sheet, step)
        known = distinct(column.values)
        texts = known.values.to_pylist()
        signs = _signs_of(text_of(step, "sign") or _guessed(texts))
        sign = re.compile("[" + re.escape(signs) + "]" if signs else "(?!)")
        parts = [[part.strip() for part in sign.split(text)] if sign.search(text) else [text] for text in texts]
        width = min(max(map(len, parts), default=0), max(2, number_of(step, "most", MOST_COLUMNS)))
        if width < 2:  # noqa: PLR2004  # one part is no split
            raise refuse(say("No cell of the column holds the character at which it is to be split."),
                         say("Choose another character, or take the step out of the recipe."), column.name)
        cells = [_fitted(one, width, signs[:1]) for one in parts]
        names = [beside(step, column.name.strip(), str(number)) for number in range(1, width + 1)]
        if taken := set(names) & set(sheet.names):
            raise refuse(say("The table has columns already that are named as the new ones would be."),
                         say("Rename them first."), min(taken))
        new = tuple(Column(name=name, label=name, position=column.position,
                           values=rows_of(known, pa.array([one[place] for one in cells], column.values.type)))
                    for place, name in enumerate(names))
        place = sheet.names.index(column.name)
        return replace(sheet, columns=(*sheet.columns[:place], *new, *sheet.columns[place + 1:]))

    def describe(self, step: Step) -> Message:
        """Return which column is split, and at which sign."""
        return say("Split column {column} into columns of one value each, at every {sign}.", column=name_of(step),
                   sign=NAMES.get(text_of(step, "sign", "semicolon"), NAMES["semicolon"]))


def _guessed(texts: list[str]) -> str:
    """Return the name of the sign that most cells hold, `ANY` where they hold different ones; empty where none holds any."""
    holds = np.array([[SIGNS[name] in text for name in GUESSED] for text in texts], np.bool_).reshape(-1, len(GUESSED))
    counts = holds.sum(axis=0)
    if not counts.any():
        return ""
    return GUESSED[int(counts.argmax())] if counts.max() >= MOSTLY * holds.any(axis=1).sum() else ANY


def _signs_of(name: str) -> str:
    """Return what a column is split at, one sign or several; empty for a name that is none."""
    return "".join(SIGNS.values()) if name == ANY else SIGNS.get(name, "")


def _fitted(parts: list[str], width: int, sign: str) -> list[str]:
    if len(parts) > width:
        parts = [*parts[:width - 1], f"{sign} ".join(parts[width - 1:])]
    return parts + [""] * (width - len(parts))


REMEDY = SplitColumn()
