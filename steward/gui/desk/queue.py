"""The queue: what waits for me, who sent it, where it stands and since when."""

from collections.abc import Callable, Sequence

from steward.gui.desk._list_page import ListPage, Part
from steward.gui.desk._loading import Listing, QueueItem, load_queue
from steward.gui.desk._moments import how_long, shown_day
from steward.gui.desk._words import WAITING, state_tag, state_words
from steward.gui.page import Page
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.list_row import ListRow
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import Message, say
from steward.workflow.states import LABELS, State, SubmissionState

ALL = Part(name="all", label=say("All submissions"), holds=lambda _item: True)
STATES = (State.SUBMITTED, State.IN_REVIEW, State.PRIVACY_ASSESSMENT, State.APPROVED, State.CHANGES_REQUESTED, State.RESTRICTED,
          State.DECLINED, State.PUBLISHED, State.UPDATED, State.WITHDRAWN, State.TAKEN_DOWN)


def _in(state: State) -> Callable[[QueueItem], bool]:
    return lambda item: item.state.state is state


PARTS = (
    Part(name="mine", label=say("Waiting for me"), holds=lambda item: item.is_mine or item.state.problem is not None),
    ALL,
    *(Part(name=state.value, label=LABELS[state], holds=_in(state)) for state in STATES),
)


class Queue(ListPage):
    """Every submission on a line of its own; pressing one opens it."""

    def work(self) -> Callable[..., Listing[QueueItem]]:
        """Return what looks the queue up."""
        return load_queue

    def parts(self) -> Sequence[Part]:
        """Return what waits for me, everything, and each state by itself."""
        return PARTS

    def line(self, item: QueueItem) -> ListRow:
        """Return one submission as a line to press."""
        state = item.state
        title = state.title or tr(say("Submission {number}", number=state.id))
        known = [item.bureau, state.id, tr(say("revision {revision}", revision=state.revision)) if state.revision else ""]
        lines = [" · ".join(part for part in known if part), *self._told_since(state)]
        side = _side(item)
        spoken = ". ".join(part for part in (title, state_words(state), side, *lines) if part)
        line = ListRow(title, lines, state_tag(state), spoken, side=side)
        line.setObjectName(state.id)
        line.clicked.connect(lambda: self.session.go("submission", state.id))
        return line

    def nothing(self, part: Part) -> EmptyState:
        """Return why there is nothing here."""
        if self.listing is not None and not self.listing.items:
            return EmptyState(tr(say("Nothing has been sent yet.")), picture="desk",
                              hint=tr(say("When a bureau sends a dataset, it appears here.")))
        show_all = secondary_button(tr(say("Show all submissions")))
        show_all.clicked.connect(lambda: self.choose(ALL.name))
        what = say("Nothing waits for you.") if part.name == "mine" else say("No submission is in this state.")
        return EmptyState(tr(what), tr(say("Choose another part of the queue to see the others.")), picture="check",
                          action=show_all)

    def _told_since(self, state: SubmissionState) -> list[str]:
        if not state.submitted_at or self.listing is None:
            return []
        who = ", ".join(dict.fromkeys(sender.name for sender in state.submitters[-1:]))
        ago = how_long(state.submitted_at, self.listing.today)
        return [tr(say("Sent by {name} on {day} ({ago})", name=who, day=shown_day(state.submitted_at), ago=ago))]


def _side(item: QueueItem) -> str:
    state = item.state
    parts: list[Message] = []
    if state.claimed_by is not None:
        parts.append(say("Claimed by you") if item.is_own_claim else say("Claimed by {name}", name=state.claimed_by.name))
    elif state.is_decided and state.decided_by is not None:
        parts.append(say("Decided by {name}", name=state.decided_by.name))
    if state.waiting_on in WAITING:
        parts.append(WAITING[state.waiting_on])
    return "\n".join(tr(part) for part in parts)


def build(session: Session) -> PageView:
    """Return the page."""
    return Queue(session, title=say("Queue"), lead=say("Datasets that bureaus sent, and where each of them stands."),
                 is_wide=True)


PAGE = Page(order=10, name="queue", title=say("Queue"), icon="desk", build=build)
