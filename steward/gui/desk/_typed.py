"""What is being typed at the Desk, kept while the window lives: going away and coming back loses no word of a reason."""

from weakref import WeakKeyDictionary

from steward.gui.session import Session

_KEPT: "WeakKeyDictionary[Session, dict[str, str]]" = WeakKeyDictionary()


def keep(session: Session, submission: str, text: str) -> None:
    """Remember the reason begun for a submission."""
    _KEPT.setdefault(session, {})[submission] = text


def kept(session: Session, submission: str) -> str:
    """Return the reason begun for a submission, or nothing."""
    return _KEPT.get(session, {}).get(submission, "")


def forget(session: Session, submission: str) -> None:
    """Drop the reason; it was given."""
    _KEPT.get(session, {}).pop(submission, None)
