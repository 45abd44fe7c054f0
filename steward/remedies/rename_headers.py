"""Rename all columns as the program's file rules ask, in one step.

Source: the file rules of DataSF and California: fewer than 30 characters; letters, digits and . - _ alone.
"""

from dataclasses import replace

from steward.remedies._answers import Answers
from steward.remedies._step import number_of
from steward.table.header_names import LONGEST, ruled_names
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step


class RenameHeaders(Answers):
    """The table with every name as the rules ask; parameter `longest`, in letters."""

    name = "rename_headers"
    title = say("Rename all columns as the rules ask")
    explain = say("Names become short, with underscores for blanks: opened_at for Opened At. Names that keep the rules stay.")
    loses = say("The names of your file are no longer the names of the columns. Put them into the descriptions.")
    kinds = frozenset(("header-form",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with its columns renamed."""
        names = ruled_names(sheet.names, max(1, number_of(step, "longest", LONGEST)))
        if names == sheet.names:
            return sheet
        return replace(sheet, columns=tuple(column if column.name == name else replace(column, name=name, label=name)
                                            for column, name in zip(sheet.columns, names, strict=True)))

    def describe(self, step: Step) -> Message:  # noqa: ARG002  # there is nothing else to say
        """Return what is renamed."""
        return say("Rename all columns as the file rules ask.")


REMEDY = RenameHeaders()
