"""The whole way without a window, in practice mode: open, check, decide, describe, seal, send, review, approve, publish."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward.store.resources import resource_path
from steward.tasks.deciding import decide
from steward.tasks.describing import complete_record, practice_record
from steward.tasks.drafting import save
from steward.tasks.hiding import is_private, with_all_hidden
from steward.tasks.house import House
from steward.tasks.opening import begin, recheck
from steward.tasks.plan_parts import left_as_it_is
from steward.tasks.planning import RECOMMENDED, take_plan, whole_plan
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
from steward.workflow.needs import ASKED, is_open, may_answer

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
                plan: str = "", keep: bool = False) -> Published | Stopped:
    """Walk the whole way under `folder`; on the sample as scripted, on a file with all hidden that may harm a person.

    A file gets the plan that fits it, or the one that is named, and what that leaves open the gentlest change that hides it;
    with `keep` every column stays but for what a named plan takes. Raises: InputUnreadable, Trouble.
    """
    with House.open(folder) as house:
        clerk = house.acted_by(*CLERK)
        file = file or (resource_path(SAMPLE) if plan else None)
        bench = _decided(clerk, file, step, tell, progress)
        if file is not None:
            bench = _planned(clerk, bench, plan or ("" if keep else RECOMMENDED), tell)
            bench = bench if keep else _hidden(clerk, bench, tell)
            for left in left_as_it_is(bench.report, bench.draft.recipe.steps):
                tell(left)
            bench = _answered(clerk, bench, tell, keep=keep)
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
    """Return the workbench with a plan taken, each step told; as it is where none is asked for or it would change nothing."""
    found = whole_plan(clerk, bench, plan) if plan else None
    if found is None:
        return bench
    tell(say("Plan: {title}. {explain}", title=found.plan.title, explain=found.plan.explain))
    if found.doubt is not None:
        tell(found.doubt)
    bench = take_plan(clerk, bench, found.plan.name, found.parts, Silence())
    _tell_steps(bench, 0, tell)
    return bench


def _hidden(clerk: House, bench: Workbench, tell: Tell) -> Workbench:
    """Return the workbench with a change for all that may harm a person and still waits, each told."""
    before = len(bench.draft.recipe.steps)
    bench = with_all_hidden(clerk, bench, Silence())
    if len(bench.draft.recipe.steps) > before:
        tell(say("Some things about people still waited for a decision, and nobody is here to decide. Each is hidden by the "
                 "gentlest change that fits:"))
    _tell_steps(bench, before, tell)
    return bench


def _tell_steps(bench: Workbench, before: int, tell: Tell) -> None:
    for number, sentence in enumerate(recipe_in_words(bench.draft.recipe)[before:], start=before + 1):
        tell(say("Change {number}: {sentence}", number=number, sentence=sentence))


def _answered(clerk: House, bench: Workbench, tell: Tell, *, keep: bool) -> Workbench:
    """Return the workbench with the record filled in for practice, and "keep" for what waits and tells nothing of people.

    With `keep` also for what does; without it that stays open.
    """
    described = replace(bench.draft, record=practice_record(clerk, bench))
    described = replace(described, record=complete_record(clerk, described, bench.report.profile))
    bench = recheck(clerk, bench, described, Silence())
    waiting = [found for found in bench.report.findings if found.tier is Tier.DECIDE and is_open(bench.draft, found)
               and (keep or not is_private(found))]
    draft: Draft = bench.draft
    for finding in waiting:
        draft = decide(clerk, draft, finding, Choice.KEEP if may_answer(finding, Choice.KEEP) else Choice.NO, REASON)
    _tell_kept(waiting, tell)
    return described_for_practice(clerk, recheck(clerk, bench, draft, Silence()))


def _tell_kept(waiting: Sequence[Finding], tell: Tell) -> None:
    """Tell what was answered without anybody having answered: such answers are for practice alone."""
    about = [found for found in waiting if is_private(found)]
    if about:
        tell(say_count("Kept as it is, as you asked: {count} finding about people. In earnest a person decides about it.",
                       "Kept as they are, as you asked: {count} findings about people. In earnest a person decides about each.",
                       len(about)))
    if any(found.room == ASKED for found in waiting):
        tell(say("Answered with no, for practice: whether anybody in the table has a personal-safety request on file, and "
                 "whether some of it comes from DMV or another restricted source. In earnest a person must ask."))
    others = len([found for found in waiting if not is_private(found) and found.room != ASKED])
    if others:
        tell(say_count("Kept as it is, for practice: {count} thing about how the table is written or described.",
                       "Kept as they are, for practice: {count} things about how the table is written or described.", others))


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
