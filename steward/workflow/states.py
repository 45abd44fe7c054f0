"""The words of a submission's life: its states, what can happen to it, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor


class State(StrEnum):
    """Where a dataset stands on its way; the first three are on the workstation, the others in the queue."""

    DRAFT = "draft"
    READY = "ready"
    SIGNED = "signed"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    PRIVACY_ASSESSMENT = "privacy_assessment"
    APPROVED = "approved"
    CHANGES_REQUESTED = "changes_requested"
    RESTRICTED = "restricted"
    DECLINED = "declined"
    PUBLISHED = "published"
    UPDATED = "updated"        # a later submission's data took its place on the portal
    WITHDRAWN = "withdrawn"
    TAKEN_DOWN = "taken_down"

    @property
    def label(self) -> Message:
        """Return the state as a person reads it."""
        return LABELS[self]


LABELS: Mapping[State, Message] = MappingProxyType({
    State.DRAFT: say("Draft"),
    State.READY: say("Ready to send"),
    State.SIGNED: say("Signed by the bureau"),
    State.SUBMITTED: say("Sent, waiting for review"),
    State.IN_REVIEW: say("In review"),
    State.PRIVACY_ASSESSMENT: say("In privacy assessment"),
    State.APPROVED: say("Approved"),
    State.CHANGES_REQUESTED: say("Changes requested"),
    State.RESTRICTED: say("Restricted sharing only"),
    State.DECLINED: say("Declined"),
    State.PUBLISHED: say("Published"),
    State.UPDATED: say("Published, since updated"),
    State.WITHDRAWN: say("Withdrawn"),
    State.TAKEN_DOWN: say("Taken down"),
})


class EventType(StrEnum):
    """What can happen to a submission. The words are stored: never rename one."""

    SUBMITTED = "submitted"            # a first or a newer revision arrives
    WITHDRAWN = "withdrawn"            # the bureau takes it back; for a published one, the program on the bureau's wish
    CLAIMED = "claimed"                # a coordinator takes the review; details: until
    RELEASED = "released"              # and gives it back
    COMMENT = "comment"
    WAITING = "waiting"                # details: on ("bureau", "privacy", "legal" or "" for nobody)
    ASSESSMENT = "assessment"          # sent to privacy assessment
    BLOCK_RELEASED = "block_released"  # a contested block may be published; details: as `Contested`
    BLOCK_REFUSED = "block_refused"    # a contested block may not, and the bureau has it back; details: as `Contested`
    RETURNED = "returned"              # changes are requested; details may name fields
    APPROVED = "approved"
    RESTRICTED = "restricted"          # may be shared, but not with the public
    DECLINED = "declined"
    REOPENED = "reopened"              # a decision is taken back, openly and with a reason
    PUBLISHING = "publishing"          # work on the portal has begun; details: target
    PUBLISHED = "published"            # details: what the portal answered
    AMENDED = "amended"                # a later submission took its place; details: by
    RETRACTED = "retracted"            # taken down from the portal


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. Made once, never changed; `id` lets a repeated sending count once."""

    type: EventType
    actor: Actor
    at: str                            # ISO 8601 with offset, by the clock of the person's computer
    id: str
    practice: bool = False
    revision: int = 0                  # the revision it speaks of; 0 where it speaks of none
    tagmanifest: str = ""              # SHA-256 of that revision's tagmanifest
    text: str = ""                     # the reason or comment, as typed
    details: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    app: str = ""                      # version of Steward


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """One block that a revision asks to release: how many, in which rows of which candidate. Names places, never a cell."""

    kind: str
    column: str | None      # both as `Finding.key`
    count: int = 0
    rows: str = ""          # SHA-256 of the numbers of the rows
    candidate: str = ""     # SHA-256 of the candidate's CSV

    @property
    def key(self) -> tuple[str, str | None]:
        """Return which finding this is about."""
        return (self.kind, self.column)

    def told(self) -> dict[str, str | int | None]:
        """Return what an event keeps of it."""
        return {"kind": self.kind, "column": self.column, "count": self.count, "rows": self.rows,
                "candidate": self.candidate}

    @classmethod
    def read(cls, details: Mapping[str, Any]) -> "Contested":
        """Return what an event's details tell; what they do not tell is empty, and so equals nothing that was sealed."""
        column, count = details.get("column"), details.get("count", 0)
        return cls(kind=str(details.get("kind", "")), column=None if column is None else str(column),
                   count=count if isinstance(count, int) else 0, rows=str(details.get("rows", "")),
                   candidate=str(details.get("candidate", "")))


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionState:
    """Where one submission stands, told by its events."""

    id: str
    practice: bool = False
    state: State = State.READY
    revision: int = 0
    tagmanifest: str = ""
    title: str = ""
    bureau: str = ""
    identifier: str = ""
    submitters: tuple[Actor, ...] = ()          # who sent a revision, the last one last
    submitted_at: str = ""                      # of the newest revision
    claimed_by: Actor | None = None
    claimed_until: str = ""
    decided_by: Actor | None = None
    decided_at: str = ""
    reason: str = ""                            # of the last decision
    waiting_on: str = ""                        # "bureau", "privacy", "legal" or ""
    is_publishing: bool = False
    published: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    published_at: str = ""
    contested: tuple[Contested, ...] = ()       # blocks that the newest revision asks to release
    released: tuple[Contested, ...] = ()        # those of them that were released
    events: tuple[Event, ...] = ()              # that count, in order
    passed_over: tuple[Event, ...] = ()         # that were not allowed when they came, and changed nothing
    head: str = ""                              # SHA-256 of the last event as it is stored
    problem: Message | None = None              # why the history cannot be trusted; nobody may decide then

    @property
    def open_contests(self) -> tuple[Contested, ...]:
        """Return the contested blocks that nobody has released."""
        return tuple(key for key in self.contested if key not in self.released)

    @property
    def is_decided(self) -> bool:
        """Return whether a decision stands."""
        return self.decided_by is not None
