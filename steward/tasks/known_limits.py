"""What a person keeps although a check spoke, told in the known limits of the metadata: "this is right, because ..."."""

from steward.remedies.merge_labels import REMEDY as MERGE
from steward.remedies.merge_labels import apart_of
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.recipe import Step
from steward.workflow.draft import Draft

ROOMS = frozenset(("structure",))    # what is private, or of the record itself, is no limit of the data


def with_limit(draft: Draft, finding: Finding, decision: Decision) -> Draft:
    """Return the draft with the reason for keeping a finding as a line of its known limits, in place of an earlier one."""
    draft = without_limit(draft, finding)
    if finding.room not in ROOMS or decision.choice is not Choice.KEEP:
        return draft
    return with_line(draft, limit_of(finding, decision.reason))


def with_line(draft: Draft, line: str) -> Draft:
    """Return the draft with one more line of known limits, unless they hold it already."""
    lines = _lines(draft)
    return draft if line in lines else draft.with_answer("known_limits", "\n".join((*lines, line)))


def without_limit(draft: Draft, finding: Finding) -> Draft:
    """Return the draft without the line that tells why this finding was kept; other lines stay, those typed by hand too."""
    given = next((known for known in draft.decisions if known.key == finding.key), None)
    lines, told = _lines(draft), limit_of(finding, given.reason) if given is not None else ""
    if told not in lines:
        return draft
    lines.remove(told)
    return draft.with_answer("known_limits", "\n".join(lines))


def with_apart(draft: Draft, step: Step) -> Draft:
    """Return the draft with the line that tells why a step keeps labels apart that look alike; unchanged for other steps."""
    line = _apart_in_words(step)
    return with_line(draft, line) if line else draft


def without_apart(draft: Draft, step: Step) -> Draft:
    """Return the draft without the line of a step that keeps labels apart, unless another step tells the same."""
    line = _apart_in_words(step)
    if not line or line in map(_apart_in_words, draft.recipe.steps) or line not in (lines := _lines(draft)):
        return draft
    lines.remove(line)
    return draft.with_answer("known_limits", "\n".join(lines))


def _apart_in_words(step: Step) -> str:
    if step.remedy != MERGE.name or not step.reason or not apart_of(step):
        return ""
    return str(say("Labels of column {column} look alike and are kept apart. {reason}", column=step.column or "",
                   reason=" ".join(step.reason.split())))


def limit_of(finding: Finding, reason: str) -> str:
    """Return the line: what was found, where, and the person's reason on one line. Holds no cell."""
    told = finding.words
    return str(say("{what} {where} {reason}", what=told.what, where=told.where, reason=" ".join(reason.split())))


def _lines(draft: Draft) -> list[str]:
    return [line for line in draft.record.known_limits.split("\n") if line.strip()]
