"""Names of submissions and events, made once on the workstation, so that they need no server and do not clash."""

import secrets
import uuid

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # without 0 and O, 1, I and L, and U that sounds like "you": made to be read aloud
LENGTH = 6
LONGEST_PREFIX = 10
NO_BUREAU = "CITY"


def new_submission_id(bureau: str) -> str:
    """Return an id as "PBOT-7F3K2Q"; `bureau` is the bureau's short name."""
    letters = "".join(letter for letter in bureau.upper() if letter.isascii() and letter.isalnum())
    drawn = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:LONGEST_PREFIX] or NO_BUREAU}-{drawn}"


def is_submission_id(name: str) -> bool:
    """Return whether a name is one that `new_submission_id` could have made; nothing else may become a folder's name."""
    prefix, dash, drawn = name.partition("-")
    is_prefix = prefix.isascii() and prefix.isalnum() and prefix == prefix.upper() and len(prefix) <= LONGEST_PREFIX
    return bool(dash) and is_prefix and len(drawn) == LENGTH and set(drawn) <= set(LETTERS)


def new_event_id() -> str:
    """Return the id of an event."""
    return uuid.uuid4().hex
