"""Names people sign in with, told by their header. Source: ORS 646A.602, category 2 (user name with a means to sign in)."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("jdoe42", "maria.q", "CITY\\jdoe", "@rosegarden")
NOT_SEEN = ("Parks and Recreation", "2024-01-05", "12")
RECOGNIZER = ByPattern(
    kind="username", family="number", core=r"@?(?:[A-Za-z]+\\)?[A-Za-z][A-Za-z0-9._-]{2,40}",
    left=r"(?:^\s*)", right=r"(?:\s*$)", needs=Needs(strong=0.6, weak=0.8))
