"""Who acts, and in which role."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; the words are the program's own (City Data Steward, Privacy Champion, coordinator)."""

    STEWARD = "steward"                    # prepares and sends
    BUREAU_APPROVER = "bureau_approver"
    PRIVACY_CHAMPION = "privacy_champion"
    COORDINATOR = "coordinator"            # reviews, decides, publishes
    PRIVACY_REVIEWER = "privacy_reviewer"
    AUDITOR = "auditor"                    # reads only


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person who acts: sign-in name, name as shown, and the role they act in."""

    login: str
    name: str
    role: Role
