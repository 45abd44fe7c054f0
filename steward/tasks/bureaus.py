"""The bureaus of the program's list: found by any of their names, and the pairs that are taken for one another."""

from steward.metadata.bureau_search import Match, exactly, matches
from steward.metadata.vocabularies import Bureau
from steward.tasks.vocabulary import vocabularies

__all__ = ["Bureau", "Match", "active", "bureau", "found", "meant", "taken_for"]


def active() -> tuple[Bureau, ...]:
    """Return every bureau that can be chosen, in the order of the file."""
    return tuple(term for term in vocabularies().choices("bureaus") if isinstance(term, Bureau))


def found(text: str) -> tuple[Match, ...]:
    """Return the bureaus that a text may mean, the likeliest first; all for a blank one."""
    return matches(active(), text)


def meant(text: str) -> Bureau | None:
    """Return the one bureau that a text names in full, by a name or by letters."""
    return exactly(active(), text)


def bureau(identifier: str) -> Bureau | None:
    """Return one bureau, also one that can no longer be chosen."""
    return vocabularies().bureau(identifier)


def taken_for(identifier: str) -> Bureau | None:
    """Return the bureau that another one is easily taken for."""
    chosen = vocabularies().bureau(identifier)
    return vocabularies().bureau(chosen.look_alike) if chosen is not None and chosen.look_alike else None
