"""E-mail addresses. Source: RFC 5321, section 4.1.2, as mail programs use it."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("maria.q@example.org", "write to <j_doe+park@mail.example.com>, she answers")
NOT_SEEN = ("@example", "5 apples @ 3.50", "SW 5th @ Main")
RECOGNIZER = ByPattern(
    kind="email", family="contact", core=r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}",
    left="", right="", candidates="@", needs=Needs(strong=0.2, weak=0.3, alone=0.3, single=True))
