"""`steward review ...`: what waits in the queue, and the coordinator's answer to it, without the window.

The rules are those of the window: a decision is about one revision, has a reason, and comes from a person whose settings give
the role. The revision must be named, so that nobody decides by script about one that nobody has looked at.
"""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from steward.commands._outlet import FORMAT, Outlet, sentences
from steward.vocabulary.errors import Refused
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.vocabulary.words import Words
from steward.workflow.contesting import Contest
from steward.workflow.states import Contested, EventType, State, SubmissionState

if TYPE_CHECKING:
    from steward.tasks.house import House
    from steward.tasks.reviewing import Evidence, Sealed, TableEvidence
    from steward.vocabulary.decision import Decision
    from steward.vocabulary.finding import Finding

LIST, SHOW, APPROVE, RETURN, DECLINE, RELEASE, REFUSE, TAKE_DOWN = (
    "list", "show", "approve", "return", "decline", "release-block", "refuse-block", "take-down")
ABOUT_BLOCKS = (RELEASE, REFUSE)
EVENTS = {APPROVE: EventType.APPROVED, RETURN: EventType.RETURNED, DECLINE: EventType.DECLINED}
AGAIN = say("Look at the submission again.")
WAITING = frozenset((State.SUBMITTED, State.IN_REVIEW, State.PRIVACY_ASSESSMENT))


class Review:
    """Lists what waits, shows one submission, and gives the coordinator's answer."""

    name = "review"
    summary = say("See what waits in the program's queue, look at a submission, and approve it, return it, decline it, or "
                  "answer what the bureau asks to let pass.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what is done, to which submission, and why."""
        parser.add_argument("action", nargs="?", default=LIST, metavar="ACTION",
                            choices=(LIST, SHOW, APPROVE, RETURN, DECLINE, RELEASE, REFUSE, TAKE_DOWN),
                            help=str(say("list, show, approve, return, decline, release-block, refuse-block, or take-down: of "
                                         "what is published; without one: list")))
        parser.add_argument("submission", nargs="?", default="", metavar="SUBMISSION",
                            help=str(say("the number of a submission, as the list names it")))
        parser.add_argument("--all", action="store_true", help=str(say("list what is decided, too")))
        parser.add_argument("--revision", type=int, metavar="N", help=str(say("the revision that you looked at")))
        parser.add_argument("--reason", metavar="TEXT", help=str(say("why, in a few words; it is kept with the submission")))
        parser.add_argument("--block", type=int, metavar="N", help=str(say("which request, as they are numbered when shown")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Do it. Exit: 0 done, 1 shown and something stopped stands in it, 3 refused by a rule, 4 trouble, 5 altered."""
        from steward.tasks.house import House

        missing = _missing(arguments)
        if missing is not None:
            outlet.trouble(Words(what=missing, where=say("steward review {action}", action=arguments.action),
                                 next_step=say('"steward review --help" names what it takes.')))
            return ExitCode.USAGE
        with House.open() as house:
            if arguments.action == LIST:
                return _list(house, outlet, is_all=arguments.all)
            if arguments.action == SHOW:
                return _show(house, outlet, arguments.submission)
            return _answer(house, outlet, arguments)


def _missing(arguments: argparse.Namespace) -> Message | None:
    """Return what the words lack, None where they are complete."""
    if arguments.action == LIST:
        return None
    if not arguments.submission:
        return say("Name a submission.")
    if arguments.action == SHOW:
        return None
    if arguments.revision is None:
        return say("Name the revision that you looked at.")
    if arguments.reason is None:
        return say("Give a reason; it is kept with the submission.")
    return say("Name the request by its number.") if arguments.action in ABOUT_BLOCKS and arguments.block is None else None


def _list(house: "House", outlet: Outlet, *, is_all: bool) -> ExitCode:
    from steward.tasks.reviewing import submissions

    found = [one for one in submissions(house) if is_all or one.state in WAITING]
    outlet.answer({"format": FORMAT, "practice": house.is_practice, "submissions": [_told(one) for one in found]})
    for one in found:
        outlet.line(say("{id}: {title}, {bureau}. Revision {revision}. {state}.", id=one.id, title=verbatim(one.title),
                        bureau=verbatim(one.bureau), revision=one.revision, state=one.state.label))
        if one.open_contests:
            outlet.line(_asked(len(one.open_contests)))
    outlet.line(say_count("{count} submission.", "{count} submissions.", len(found)))
    return ExitCode.DONE


def _told(state: SubmissionState) -> dict[str, object]:
    return {"id": state.id, "title": state.title, "bureau": state.bureau, "identifier": state.identifier,
            "state": str(state.state), "revision": state.revision, "submitted_at": state.submitted_at,
            "claimed_by": state.claimed_by.name if state.claimed_by else "", "waiting_on": state.waiting_on,
            "contested": len(state.open_contests), "reason": state.reason,
            "problem": str(state.problem) if state.problem is not None else ""}


def _asked(count: int) -> Message:
    return say_count("  The bureau asks to let {count} thing pass.", "  The bureau asks to let {count} things pass.", count)


def _show(house: "House", outlet: Outlet, submission: str) -> ExitCode:
    """Print what was found, decided and asked; no cell of the candidate."""
    from steward.tasks.releasing import stopped
    from steward.tasks.reviewing import evidence

    seen = evidence(house, submission)
    standing = stopped(seen.manifest, seen.state)
    tables = [{"name": one.table.name, "rows": one.table.rows, "columns": len(one.header)} for one in seen.tables]
    outlet.answer({"format": FORMAT, **_told(seen.state), "rows": sum(one.table.rows for one in seen.tables), "tables": tables,
                   "findings": [{**_finding(one), "table": name} for name, part in seen.parts for one in part.findings],
                   "decisions": [{**_given(one), "table": name} for name, part in seen.parts for one in part.decisions],
                   "requests": [{**_request(number, one, contested, seen.state), "table": asked.table.name}
                                for number, (asked, one, contested) in enumerate(_requests(seen), start=1)],
                   "stopped": len(standing)})
    _tell(seen, outlet)
    return ExitCode.BLOCKED if standing else ExitCode.DONE


def _finding(found: "Finding") -> dict[str, object]:
    return {"kind": found.kind, "column": found.column, "tier": str(found.tier), "count": found.count, **sentences(found.words)}


def _given(decision: "Decision") -> dict[str, object]:
    return {"kind": decision.kind, "column": decision.column, "choice": str(decision.choice), "reason": decision.reason,
            "by": decision.by, "at": decision.at}


def _requests(seen: "Evidence") -> "list[tuple[TableEvidence, Contest, Contested]]":
    """Return what the bureau asks to let pass, with its table, in the order of its numbers."""
    return [(one, contest, contest.of(one.table.sha256)) for one in seen.tables for contest in one.table.contests]


def _request(number: int, contest: Contest, contested: Contested, state: SubmissionState) -> dict[str, object]:
    from steward.tasks.contesting import shape_in_words

    return {"number": number, "kind": contest.kind, "column": contest.column, "count": contest.count, "reason": contest.reason,
            "by": contest.by, "written_as": [str(shape_in_words(shape)) for shape in contest.shapes],
            "released": contested in state.released}


def _tell(seen: "Evidence", outlet: Outlet) -> None:
    state = seen.state
    outlet.line(say("{title}, {bureau}. Revision {revision}. {state}.", title=verbatim(state.title),
                    bureau=verbatim(state.bureau), revision=state.revision, state=state.state.label))
    for name, part in seen.parts:
        _tell_part(name if len(seen.tables) > 1 else "", part, outlet)
    for number, (asked, contest, contested) in enumerate(_requests(seen), start=1):
        what = next((found.words.what for found in asked.table.findings if found.key == contest.key), verbatim(contest.kind))
        _tell_request(number, contest, what, outlet, is_released=contested in state.released)


def _tell_part(name: str, part: "Sealed", outlet: Outlet) -> None:
    """Print what was found and decided in one table; of several, each under its name."""
    if name:
        outlet.line(say("Table {name}:", name=verbatim(name)))
    for found in part.findings:
        outlet.line(say("- {what} {where}", what=found.words.what, where=found.words.where))
    for given in part.decisions:
        outlet.line(say("Decided by {name}, {choice}: {reason}", name=verbatim(given.by), choice=verbatim(str(given.choice)),
                        reason=verbatim(given.reason)))


def _tell_request(number: int, contest: Contest, what: Message, outlet: Outlet, *, is_released: bool) -> None:
    from steward.tasks.contesting import shape_in_words

    shapes = "; ".join(str(shape_in_words(shape)) for shape in contest.shapes) or str(say("Not about single cells"))
    outlet.line(say("Request {number}, {state}: {what} Written as: {shapes}. {name} asks: {reason}", number=number,
                    state=say("released") if is_released else say("not released"), what=what, shapes=verbatim(shapes),
                    name=verbatim(contest.by), reason=verbatim(contest.reason)))


def _answer(house: "House", outlet: Outlet, arguments: argparse.Namespace) -> ExitCode:
    """Give the answer to the revision that was looked at. Raises: Refused, Trouble."""
    from steward.tasks.reviewing import evidence

    seen = evidence(house, arguments.submission)
    if seen.state.revision != arguments.revision:
        return _refused(outlet, say("The newest revision is {newest}, not {named}.", newest=seen.state.revision,
                                    named=arguments.revision))
    if arguments.action == TAKE_DOWN:
        after = _taken_down(house, seen.state, arguments.reason)
    elif arguments.action in ABOUT_BLOCKS:
        requests = _requests(seen)
        if not 0 < arguments.block <= len(requests):
            return _refused(outlet, say("There is no request {number}.", number=arguments.block))
        after = _block(house, seen.state, requests[arguments.block - 1][2], arguments)
    else:
        after = _decision(house, seen, arguments)
    outlet.answer({"format": FORMAT, **_told(after)})
    outlet.line(say("{title} is now: {state}.", title=verbatim(after.title), state=after.state.label))
    return ExitCode.DONE


def _refused(outlet: Outlet, why: Message) -> ExitCode:
    outlet.trouble(Words(what=why, where=say("Nothing was decided."), next_step=AGAIN))
    return ExitCode.REFUSED


def _block(house: "House", state: SubmissionState, contested: Contested, arguments: argparse.Namespace) -> SubmissionState:
    from steward.tasks.releasing import refuse_block, release_block

    act = release_block if arguments.action == RELEASE else refuse_block
    return act(house, state, contested, arguments.reason)


def _taken_down(house: "House", state: SubmissionState, reason: str) -> SubmissionState:
    from steward.tasks.taking_down import take_down

    return take_down(house, state, reason)


def _decision(house: "House", seen: "Evidence", arguments: argparse.Namespace) -> SubmissionState:
    """Return the submission as decided; the review is begun first where nobody has, once nothing else speaks against it."""
    from steward.tasks.deciding import checked_reason
    from steward.tasks.releasing import check_released
    from steward.tasks.reviewing import approve, claim, decline, request_changes, why_not

    state, reason = seen.state, checked_reason(house, arguments.reason)
    if arguments.action == APPROVE:
        check_released(seen.manifest, state)
    begun = replace(state, state=State.IN_REVIEW) if state.state is State.SUBMITTED else state
    refusal = why_not(house, begun, EVENTS[arguments.action])
    if refusal is not None:
        raise Refused(Words(what=refusal, where=say("Nothing was decided."), next_step=AGAIN))
    if state.state is State.SUBMITTED:
        claimed = claim(house, state)
        state = claimed if claimed.revision == state.revision else state
    acts = {APPROVE: approve, RETURN: request_changes, DECLINE: decline}
    return acts[arguments.action](house, state, reason)


COMMAND = Review()
