"""Trouble with the machine, a file, a rule or a portal. About the data: a Finding; about the machine: one of these.

Edges turn every foreign exception into a subclass of these, one per cause, and never repeat a cell, a token or a user path.
"""

from typing import ClassVar

from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import Message
from steward.vocabulary.words import Words


class StewardError(Exception):
    """Something stands in the way; `words` tells a person what, where, and what to do next."""

    exit_code: ClassVar[ExitCode] = ExitCode.TROUBLE

    def __init__(self, words: Words) -> None:
        """Keep the three sentences; the exception's own text is the first, in English."""
        super().__init__(str(words.what))
        self.words = words


class InputUnreadable(StewardError):
    """A file that cannot be opened as a table."""

    exit_code = ExitCode.UNREADABLE


class Refused(StewardError):
    """A rule or a role says no."""

    exit_code = ExitCode.REFUSED


class Trouble(StewardError):
    """The machine, the queue or the portal did not do what was asked; trying again may help."""


class VerificationFailed(StewardError):
    """Bytes differ from what was sealed."""

    exit_code = ExitCode.UNVERIFIED


class Cancelled(Exception):
    """The person stopped the work; nothing was changed."""


def words(what: Message, where: Message | None = None, next_step: Message | None = None) -> Words:
    """Return the three sentences of an error; what is not said stays empty."""
    return Words(what=what, where=where or Message(""), next_step=next_step or Message(""))
