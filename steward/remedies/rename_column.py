"""Give a column another name."""

from dataclasses import replace

from steward.remedies._answers import Answers
from steward.remedies._step import column_of, name_of, refuse, text_of
from steward.table.sheet import Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.question import Question
from steward.vocabulary.recipe import Step

OLD, NEW = "old", "name"


class RenameColumn(Answers):
    """The table with one column under another name; parameter `name`, without it the old name with its blanks tidied.

    A step that answers a finding about the whole table names its column in the parameter `old`.
    """

    name = "rename_column"
    title = say("Rename this column")
    explain = say("The column gets another name in what is published. Your file stays as it is.")
    kinds = frozenset(("blank-label", "duplicate-label", "padded-label", "missing-label"))
    asks = (Question(parameter=NEW, text=say("The new name"),
                     explain=say("It says what the column holds, and no other column has it.")),)

    def step_for(self, finding: Finding) -> Step:
        """Return the step that answers this finding; a name with stray blanks is proposed without them."""
        step = Step(remedy=self.name, column=finding.column)
        return replace(step, parameters={NEW: _new_name(step)}) if finding.kind == "padded-label" else step

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column renamed. Raises: StepDoesNotFit if the new name is taken or empty."""
        column = column_of(sheet, replace(step, column=_old_name(step) or None))
        name = _new_name(step)
        if not name:
            raise refuse(say("The new name of a column is empty."), say("Type a name that says what the column holds."),
                         column.name)
        if name in sheet.names and name != column.name:
            raise refuse(say("Another column already has this name."), say("Choose a name that no other column has."), name)
        renamed = replace(column, name=name, label=name)
        return replace(sheet, columns=tuple(renamed if one is column else one for one in sheet.columns))

    def describe(self, step: Step) -> Message:
        """Return the old and the new name."""
        return say("Rename column {column} to {name}.", column=_old_name(step), name=_new_name(step))


def _old_name(step: Step) -> str:
    return name_of(step) or text_of(step, OLD)


def _new_name(step: Step) -> str:
    return " ".join(text_of(step, NEW, _old_name(step)).split())


REMEDY = RenameColumn()
