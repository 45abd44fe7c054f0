"""A draft with its table open: what the wizard works on."""

from dataclasses import dataclass, field

from steward.table.sheet import Sheet
from steward.tasks.changed_file import FileChange
from steward.tasks.report import CheckReport
from steward.tasks.states_before import State
from steward.workflow.draft import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """The draft, the table as it was opened, the candidate after the recipe, and what was found in the candidate."""

    draft: Draft
    original: Sheet
    candidate: Sheet
    report: CheckReport
    before: tuple[State, ...] = field(default=(), repr=False)   # other states of the table that were checked, the last first
    change: FileChange | None = None   # what is different, where the draft was just taken to a changed file
