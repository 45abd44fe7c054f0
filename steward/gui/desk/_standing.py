"""Where a submission stands, in sentences: who has it, who decided what and why, what it waits for."""

from collections.abc import Iterator

from steward.gui.desk._loading import Case
from steward.gui.desk._moments import shown_day
from steward.gui.desk._words import WAITING
from steward.vocabulary.message import Message, say, say_count


def standing_lines(case: Case) -> tuple[Message, ...]:
    """Return the sentences, the most telling first."""
    return (*_published(case), *_decided(case), *_claimed(case), *_open(case))


def _published(case: Case) -> Iterator[Message]:
    state = case.state
    if not state.published_at:
        return
    day, version = shown_day(state.published_at), state.published.get("version")
    if version:
        yield say("Published on {day} as version {version}.", day=day, version=str(version))
    else:
        yield say("Published on {day}.", day=day)


def _decided(case: Case) -> Iterator[Message]:
    state = case.state
    if state.decided_by is not None:
        yield say("{name} decided on {day}.", name=state.decided_by.name, day=shown_day(state.decided_at))
    if state.reason:
        yield say("Reason: {reason}", reason=state.reason)


def _claimed(case: Case) -> Iterator[Message]:
    state = case.state
    if state.claimed_by is None:
        return
    until = shown_day(state.claimed_until)
    if case.is_own_claim:
        yield say("You are reviewing it, until {day}.", day=until) if until else say("You are reviewing it.")
    elif until:
        yield say("{name} is reviewing it, until {day}.", name=state.claimed_by.name, day=until)


def _open(case: Case) -> Iterator[Message]:
    if case.state.waiting_on in WAITING:
        yield WAITING[case.state.waiting_on]
    if case.state.open_contests:
        yield say_count("The bureau asks to release {count} thing that Steward stopped.",
                        "The bureau asks to release {count} things that Steward stopped.", len(case.state.open_contests))
