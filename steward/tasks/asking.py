"""Asks what only a person can know of a table, and takes the answers; both travel to the coordinator."""

from collections.abc import Iterable
from dataclasses import replace

from steward.privacy.asked import asked, is_of_questions
from steward.tasks.house import House
from steward.tasks.knowing import knowledge
from steward.tasks.report import CheckReport, in_order
from steward.vocabulary.decision import Decision


def with_asked(house: House, report: CheckReport, decisions: Iterable[Decision] = ()) -> CheckReport:
    """Return the report with the questions that its table raises, and what the answers among the decisions lead to."""
    kinds = {verdict.kind for column in report.privacy.columns for verdict in column.harmful}
    found = asked(report.privacy.about, kinds, report.profile.sheet.height, decisions, knowledge(house).policy)
    others = tuple(finding for finding in report.findings if not is_of_questions(finding))
    if not found and len(others) == len(report.findings):
        return report
    return replace(report, findings=in_order((*others, *found), report.profile.sheet))
