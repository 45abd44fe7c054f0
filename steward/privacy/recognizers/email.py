"""E-mail addresses, spelled out for people too. Source: RFC 5321, section 4.1.2, as mail programs use it."""

from steward.privacy.recognizers._recognizer import ByPattern, Needs

SEEN = ("maria.q@example.org", "write to <j_doe+park@mail.example.com>, she answers", "maria.q [at] example [dot] org",
        "j_doe at example dot com", "maria.q @ example.com", "mariaq(at)example.org")
NOT_SEEN = ("@example", "5 apples @ 3.50", "SW 5th @ Main", "meet at park dot", "Vendor @ Market. Com")
_LOCAL, _HOST = r"[A-Za-z0-9._%+'-]+", r"[A-Za-z0-9-]+"
_AT, _DOT = r" ?(?i:[\[({<] ?at ?[\])}>]|[\[({<] ?@ ?[\])}>]) ?", r" ?(?:\.|(?i:[\[({<] ?(?:dot|\.) ?[\])}>]| dot )) ?"
_TOP = r"(?:com|net|org|edu|gov|us|info|io)"
RECOGNIZER = ByPattern(
    kind="email", family="contact",
    core=rf"{_LOCAL}@(?:{_HOST}\.)+[A-Za-z]{{2,24}}|{_LOCAL}{_AT}{_HOST}(?:{_DOT}{_HOST})*{_DOT}[A-Za-z]{{2,24}}"
         rf"|{_LOCAL} at {_HOST}(?: dot {_HOST})* dot {_TOP}|{_LOCAL} ?@ ?(?:{_HOST}\.)+{_TOP}",
    left="", right="", candidates=r"@|[\[({<] ?(?i:at) ?[\])}>]| at [A-Za-z0-9-]+ dot ",
    needs=Needs(strong=0.2, weak=0.3, alone=0.3, single=True))
