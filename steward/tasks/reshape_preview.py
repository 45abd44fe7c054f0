"""What a reshape would make of the table: rows before and after, how many there are, and where every filled cell is then."""

from dataclasses import dataclass

from steward.remedies import remedy
from steward.tasks.reshaping import Wish, step_of
from steward.tasks.row_kinds import RowPicture, rows_shown
from steward.tasks.workbench import Workbench
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Step
from steward.workflow.reshaped import ReshapeAccount, account_of

ROWS_AFTER = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ReshapePreview:
    """The step, the first rows of what it makes, and the account of every filled cell."""

    step: Step
    after: RowPicture
    rows_before: int
    columns_before: int
    rows: int
    columns: int
    account: ReshapeAccount


def preview(bench: Workbench, wish: Wish, progress: Progress) -> ReshapePreview:
    """Return what the wish would do to the candidate. Raises: Refused where it cannot be done, Cancelled."""
    sheet, step = bench.candidate, step_of(bench.candidate, wish)
    progress.report(0.1, say("Reshaping the table"))
    after = remedy(step.remedy).apply(sheet, step)
    progress.report(0.6, say("Finding every cell again"))
    account = account_of(sheet, after, step)
    return ReshapePreview(step=step, after=rows_shown(after, {}, ROWS_AFTER), rows_before=sheet.height,
                          columns_before=len(sheet.columns), rows=after.height, columns=len(after.columns), account=account)
