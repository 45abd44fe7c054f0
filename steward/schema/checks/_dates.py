"""What the header of a column of dates says: when something happened, or another time, such as a due date or a birthday."""

from steward.table._words import words_of
from steward.table.profile import ColumnProfile

AHEAD = frozenset((
    "expire", "expires", "expired", "expiration", "expiry", "exp", "due", "deadline", "end", "ends", "ending", "until", "thru",
    "through", "planned", "plan", "scheduled", "schedule", "next", "target", "estimated", "est", "expected", "anticipated",
    "effective", "projected", "projection", "forecast", "renew", "renewal", "review", "proposed", "future", "valid", "goal",
    "completion", "finish", "event", "meeting", "hearing", "term", "close", "closing", "stop", "begin", "begins", "start",
))
EARLIER = frozenset((
    "birth", "dob", "born", "built", "build", "construction", "constructed", "install", "installed", "installation", "planted",
    "founded", "established", "hire", "hired", "acquired", "acquisition", "purchase", "purchased", "manufactured", "model",
    "previous", "last", "original", "annexed", "recorded",
))


def is_ahead(column: ColumnProfile) -> bool:
    """Return whether the header names a time that may lie ahead."""
    return bool(words_of(column.name) & AHEAD)


def is_about_earlier_times(column: ColumnProfile) -> bool:
    """Return whether the header names a time that may lie long before that of the record."""
    return bool(words_of(column.name) & EARLIER)


def is_about_other_times(column: ColumnProfile) -> bool:
    """Return whether the header names another time than that of the record."""
    return is_ahead(column) or is_about_earlier_times(column)
