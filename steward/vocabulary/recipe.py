"""The way from the original to the candidate: step 0 is the import, every other step is a remedy a person chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from steward.vocabulary.quoting import Quoting

Parameter = str | int | float | bool | None | tuple[str, ...] | tuple[int, ...]


class HiddenRows(StrEnum):
    """Why nobody sees some rows in the spreadsheet; each kind is decided about by itself."""

    FILTER = "filter"    # a filter took them away
    GROUP = "group"      # they lie in a group that somebody closed
    HAND = "hand"        # somebody hid them
    HEIGHT = "height"    # they are shown with a height of nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStep:
    """How the file is read. None means: as Steward proposes, of hidden rows and columns: not decided yet."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    quoting: Quoting | None = None              # of a text file
    cuts: tuple[int, ...] | None = None         # of a text file of columns without a sign between: at which character of a line
    #                                             all but the first begin, from 1 on; (): where all lines have blanks
    header_rows: tuple[int, ...] | None = None  # rows as the spreadsheet numbers them; () where there is no header
    include_hidden_rows: bool | None = None     # of every kind that has no answer of its own
    include_filtered_rows: bool | None = None
    include_grouped_rows: bool | None = None
    include_hand_hidden_rows: bool | None = None
    include_low_rows: bool | None = None
    include_hidden_columns: bool | None = None
    region: tuple[int, ...] | None = None       # first row, first column, last row, last column, header inside; 0: to the end

    def includes(self, kind: HiddenRows) -> bool | None:
        """Return whether hidden rows of a kind are part of the table; None where nobody has decided."""
        own = {HiddenRows.FILTER: self.include_filtered_rows, HiddenRows.GROUP: self.include_grouped_rows,
               HiddenRows.HAND: self.include_hand_hidden_rows, HiddenRows.HEIGHT: self.include_low_rows}[kind]
        return self.include_hidden_rows if own is None else own

    def with_hidden(self, kind: HiddenRows, included: bool | None) -> "ImportStep":
        """Return the step with another answer about hidden rows of one kind; what was answered of the others stands."""
        answers = {**{each: self.includes(each) for each in HiddenRows}, kind: included}
        return replace(self, include_hidden_rows=None, include_filtered_rows=answers[HiddenRows.FILTER],
                       include_grouped_rows=answers[HiddenRows.GROUP], include_low_rows=answers[HiddenRows.HEIGHT],
                       include_hand_hidden_rows=answers[HiddenRows.HAND])


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One remedy with its parameters. `private` parameters stay on the workstation; the manifest holds their hash."""

    remedy: str
    column: str | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All steps in order. Replaying them on the same original gives the same bytes."""

    import_step: ImportStep = ImportStep()
    steps: tuple[Step, ...] = ()
