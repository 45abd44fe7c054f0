"""Says that the dataset which a draft brings up to date was taken down from the portal, and why."""


from steward.tasks.house import House
from steward.tasks.program import program
from steward.tasks.report import CheckReport
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft
from steward.workflow.submission import State, SubmissionState

DOWN = "published-taken-down"


def with_published_down(house: House, draft: Draft, report: CheckReport) -> CheckReport:
    """Return the report with a sentence where the dataset was taken down; unchanged else, and for a further table."""
    try:
        state = taken_down(house, draft.updates) if draft.updates and not draft.part_of else None
    except StewardError:
        return report
    if state is None:
        return report
    found = Finding(kind=DOWN, tier=Tier.WARN, count=1, words=Words(
        what=say("The data of this dataset was taken down from the portal."),
        where=say("The reason: {reason}", reason=verbatim(state.reason)),
        next_step=say("Look whether this version mends it. Once it is published, the data is on the portal again.")))
    return report.also((found,))


def taken_down(house: House, identifier: str) -> SubmissionState | None:
    """Return the submission taken down last under an identifier; None where a later one is published. Raises: Trouble."""
    ended = [state for state in program(house).queue.submissions() if state.identifier == identifier and state.published_at
             and state.state in (State.PUBLISHED, State.TAKEN_DOWN)]
    newest = max(ended, key=lambda state: state.published_at, default=None)
    return newest if newest is not None and newest.state is State.TAKEN_DOWN else None
