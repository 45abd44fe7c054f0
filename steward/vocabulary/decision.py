"""What a person chose about a finding, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """The answers a finding can get."""

    KEEP = "keep"                # publish as it is, with a reason
    REMEDY = "remedy"            # a step of the recipe takes care of it
    NOT_PRIVATE = "not_private"  # "this is not what it looks like, because ..."
    YES = "yes"                  # the answer to a question about what the program cannot know
    NO = "no"
    CONTEST = "contest"          # a block that the person asks the program to release; `about` names its rows


def key_of(kind: str, column: str | None, which: str = "") -> tuple[str, str | None]:
    """Return what names a finding among those of its table; `which` tells apart those that are alike in kind and column."""
    return (f"{kind} {which}" if which else kind, column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One answer. It names the finding by kind and column, so it survives a re-check, and holds no cell."""

    kind: str
    column: str | None
    choice: Choice
    reason: str
    by: str            # login
    at: str            # ISO 8601 with offset
    which: str = ""    # as `Finding.which`
    step: int | None = None  # the recipe step that was chosen, counted from 1 (step 0 is the import)
    since: str = ""          # when it was given first, where it is an answer of last time that was confirmed
    about: str = ""          # SHA-256 of what was answered; the answer is void where that is another

    @property
    def key(self) -> tuple[str, str | None]:
        """Return which finding this answers."""
        return key_of(self.kind, self.column, self.which)
