"""The whole way without a window, in practice mode: open, check, decide, describe, seal, send, review, approve, publish."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from steward.store.resources import resource_path
from steward.tasks.deciding import decide
from steward.tasks.describing import complete_record, practice_record
from steward.tasks.drafting import save
from steward.tasks.house import House
from steward.tasks.opening import begin, recheck
from steward.tasks.planning import with_plan
from steward.tasks.preparing import prepared, read_script
from steward.tasks.publishing import publish
from steward.tasks.recipe_in_words import recipe_in_words
from steward.tasks.report import CheckReport
from steward.tasks.report_page import looked_at
from steward.tasks.reviewing import approve, claim
from steward.tasks.sealing import outstanding
from steward.tasks.sending import send
from steward.tasks.worded import described_for_practice
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Choice
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.progress import Part, Progress, Silence
from steward.vocabulary.recipe import ImportStep
from steward.vocabulary.tier import Tier
from steward.workflow.draft import Draft
from steward.workflow.needs import is_open, may_answer

CLERK = ("practice-clerk", "Practice Clerk")
COORDINATOR = ("practice-coordinator", "Practice Coordinator")
REASON = "practice decision"
SAMPLE = "samples/sample.csv"
SCRIPT = ("samples/prepare/record.json", "samples/prepare/recipe.json", "samples/prepare/decisions.json",
          "samples/sample.dictionary.csv")
Tell = Callable[[Message], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How a demo ends well."""

    submission: str
    identifier: str
    rows: int
    columns: int
    candidate: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """How a demo ends where something cannot be sent."""

    blocks: tuple[Finding, ...]
    report: CheckReport


def demonstrate(folder: Path, file: Path | None, step: ImportStep | None, tell: Tell, progress: Progress, *,
                plan: str = "") -> Published | Stopped:
    """Walk the whole way under `folder`; on the sample as scripted, on a file keeping every column but for what a plan takes.

    Raises: InputUnreadable, Trouble.
    """
    with House.open(folder) as house:
        clerk = house.acted_by(*CLERK)
        file = file or (resource_path(SAMPLE) if plan else None)
        bench = _decided(clerk, file, step, tell, progress)
        bench = _kept(clerk, _planned(clerk, bench, plan, tell)) if file is not None else bench
        bench = _told(clerk, bench, tell)
        standing = outstanding(bench)
        if standing:
            return Stopped(blocks=standing, report=bench.report)
        return _sent_and_published(clerk, house.acted_by(*COORDINATOR), bench, tell, progress)


def _decided(clerk: House, file: Path | None, step: ImportStep | None, tell: Tell, progress: Progress) -> Workbench:
    tell(say("Open and check {name}", name=(file or resource_path(SAMPLE)).name))
    if file is None:
        script = read_script(clerk, *(resource_path(name) for name in SCRIPT))
        bench = prepared(clerk, resource_path(SAMPLE), script, Part(progress, 0.0, 0.5))
    else:
        bench = begin(clerk, file, Part(progress, 0.0, 0.5), step=step)
    return bench


def _told(clerk: House, bench: Workbench, tell: Tell) -> Workbench:
    """Return the workbench with its draft saved, after what was looked at, decided and described is told."""
    tell(looked_at(bench.report))
    tell(say_count("Decide: {count} answer was given", "Decide: {count} answers were given", len(bench.draft.decisions)))
    tell(say("Describe: {title}", title=bench.draft.record.title))
    tell(say_count("Describe: {count} column", "Describe: {count} columns", len(bench.report.fields)))
    return replace(bench, draft=save(clerk, bench.draft))


def _planned(clerk: House, bench: Workbench, plan: str, tell: Tell) -> Workbench:
    """Return the workbench with a plan taken, each step told; as it is where none is asked for."""
    bench = with_plan(clerk, bench, plan, Silence()) if plan else bench
    for number, sentence in enumerate(recipe_in_words(bench.draft.recipe), start=1):
        tell(say("Plan, step {number}: {sentence}", number=number, sentence=sentence))
    return bench


def _kept(clerk: House, bench: Workbench) -> Workbench:
    """Return the workbench with every question answered "keep" and the record filled in for practice."""
    described = replace(bench.draft, record=practice_record(clerk, bench))
    described = replace(described, record=complete_record(clerk, described, bench.report.profile))
    bench = recheck(clerk, bench, described, Silence())
    draft: Draft = bench.draft
    for finding in bench.report.findings:
        if finding.tier is Tier.DECIDE and is_open(draft, finding):
            draft = decide(clerk, draft, finding, Choice.KEEP if may_answer(finding, Choice.KEEP) else Choice.NO, REASON)
    return described_for_practice(clerk, recheck(clerk, bench, draft, Silence()))


def _sent_and_published(clerk: House, coordinator: House, bench: Workbench, tell: Tell, progress: Progress) -> Published:
    receipt = send(clerk, bench, Part(progress, 0.5, 0.8))
    tell(say("Seal and send: submission {submission}", submission=receipt.submission))
    claim(coordinator, receipt.submission)
    tell(say("Review: {name} looks at the evidence", name=COORDINATOR[1]))
    approve(coordinator, receipt.submission, REASON)
    tell(say("Approve: {name} approves it, with a reason", name=COORDINATOR[1]))
    published = publish(coordinator, receipt.submission, Part(progress, 0.8, 1.0))
    tell(say("Publish: {identifier}", identifier=published.identifier))
    return Published(submission=receipt.submission, identifier=published.identifier, rows=bench.candidate.height,
                     columns=len(bench.candidate.columns), candidate=published.candidate)
