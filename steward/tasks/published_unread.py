"""Says that the published version of a dataset is not as it was sealed: an update goes on without it, and not in silence."""


from steward.tasks.house import House
from steward.tasks.report import CheckReport
from steward.tasks.updating import why_unread
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft

UNREAD = "published-unread"


def with_published_unread(house: House, draft: Draft, report: CheckReport) -> CheckReport:
    """Return the report with a sentence where the published version cannot be used; unchanged where it can."""
    if draft.part_of:   # said once, at the first table
        return report
    try:
        why = why_unread(house, draft)
    except StewardError:
        return report
    if why is None:
        return report
    found = Finding(kind=UNREAD, tier=Tier.WARN, count=1, words=Words(
        what=say("The published version of this dataset is not as it was sealed, and is not used here."),
        where=why.where,
        next_step=say("Tell the coordinator. You can go on: the words, the changes and the answers of last time are not filled "
                      "in, and the file is not held against what is published.")))
    return report.also((found,))
