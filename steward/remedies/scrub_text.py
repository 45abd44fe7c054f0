"""Take what tells of a person out of sentences: addresses, numbers, birth dates, names beside a telling word.

Broader than what the privacy room looks for, since here a word too many is taken out rather than one too few: every number of
seven and more digits goes, whatever it is. Names that stand bare inside a sentence stay: nothing tells them from a street.
"""

import re
import unicodedata

from steward.remedies._answers import Answers
from steward.remedies._step import name_of, with_each
from steward.table.names_told import AFTER, BEFORE
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

INSTEAD = "[removed]"
_UNSEEN = frozenset(("Cf", "Mn"))
_NAME = r"[A-Z][\w'’-]*(?:,? (?:[A-Z]\.? )?[A-Z][\w'’-]+)*"
_FULL_NAME = r"[A-Z][\w'’-]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+"
_WAY = (r"(?:st|street|ave|avenue|blvd|boulevard|rd|road|dr|drive|ct|court|ln|lane|way|ter|terrace|pl|place|pkwy|hwy|cir"
        r"|circle|loop)")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_HOST = r"(?:[\w-]+(?:\.| ?[\[({] ?(?:dot|\.) ?[\])}] ?| dot ))+[a-z]{2,24}"
_MAIL = rf"(?i)[\w.%+'-]+(?:@| ?[\[({{<] ?(?:at|@) ?[\])}}>] ?| at (?=[\w-]+ dot )){_HOST}"
_LOOSE_MAIL = r"(?i)[\w.%+'-]+ ?@ ?(?:[\w-]+\.)+[a-z]{2,24}"
_SIGN_IN = (r"(?i)\b(?:pass ?(?:word|code|phrase)|pwd|pin|code|(?:gate|door|access|entry|alarm|lock ?box|key ?pad|security)"
           r" ?(?:code|pin)) ?(?:is|:|=|#)? ?(?=\S*[0-9!#$%&*])\S{3,40}")
_BORN = (r"(?i)\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?|birth ?da(?:te|y))[ :.]*"
         rf"(?:[0-9]{{1,4}}[-/. ][0-9]{{1,2}}[-/. ][0-9]{{1,4}}|[0-9]{{8}}|{_MONTH} [0-9]{{1,2}},? [0-9]{{4}}"
         rf"|[0-9]{{1,2}} {_MONTH} [0-9]{{4}}|[0-9]{{4}})")
_HOUSE = (r"(?i)\b[0-9]{1,6}(?:-[0-9]+| [0-9]/[0-9])?[a-z]? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.? )?"
          rf"(?:[\w.'’]+ ){{1,3}}?{_WAY}\b\.?(?:,? ?(?:apt|apartment|unit|suite|ste|#)\.? ?#?[\w-]+)?")
_QUADRANT = r"(?i)\b[0-9]{2,6}[a-z]?(?: [0-9]/[0-9])? (?:ne|nw|se|sw)\.? (?:[a-z][\w'’]{2,}|[0-9]{1,3}(?:st|nd|rd|th))\b"
_BOX = r"(?i)\bp\.? ?o\.? ?box ?#? ?[0-9]+"
_CUED = (r"(?i)\b(?:ssn|social(?: security)?|odl|dl|driver(?:'?s)? licen[sc]e|(?:licen[sc]e )?plate|passport|mrn|account|acct)"
         r"\b\.?(?: (?:no|num|number|is|digits|last|4|four|ending|in)\b\.?)*[ :#=]{0,3}"
         r"(?:[a-z]{1,3}[ -]?[0-9]{3,6}|[0-9]{1,3}[ -]?[a-z]{3}|(?:[x*]+[ -]?){0,3}[0-9]{3,})\b")
_LAST_FOUR = (r"(?i)\blast (?:4|four)(?: digits)?(?: of (?:the |his |her |their )?(?:ssn|social))?(?: is| are)?[ :#=]{1,3}"
              r"[0-9]{4}\b")
_MACHINE = (r"(?i)\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b|\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b"
            r"|\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b")
_VIN = r"(?<![\w])(?=[A-HJ-NPR-Z0-9]*[0-9])(?=[A-HJ-NPR-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b"
_NUMBER = r"(?:\+ ?)?\(?(?<![0-9])[0-9](?:[ ().·/_-]{0,3}[0-9]){6,}"
_TITLED = rf"(?<=\b)(?:Mr|Mrs|Ms|Mx|Miss|Dr)\.? {_NAME}"
_PATTERNS = tuple(re.compile(pattern) for pattern in (
    _MAIL, _LOOSE_MAIL, _SIGN_IN, _BORN, _HOUSE, _QUADRANT, _BOX, _MACHINE, _VIN, _NUMBER, _CUED, _LAST_FOUR, _TITLED))
_LED = rf"{BEFORE}(?:[,:]{{0,2}}\s{{1,2}}|:)(?:is |was |by )?"
_SAID_NAME = re.compile(rf"\b({_LED}){_NAME}(?: (?:and|&) {_NAME})?")
_SAYING_NAME = re.compile(rf"\b{_FULL_NAME}(?={AFTER})")
_DAY = re.compile(r"(?:18|19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2}")
# RE2, which looks neither ahead nor behind: what holds none of these, in plain signs, is left as it stands.
_SIEVES = (r"@", r"(?i)\bat\b", _SIGN_IN.replace(r"(?=\S*[0-9!#$%&*])", ""), _BORN, _HOUSE, _MACHINE, "[A-HJ-NPR-Z0-9]{17}",
           r"[0-9](?:[ ().·/_-]{0,3}[0-9]){6}", rf"(?:Mr|Mrs|Ms|Mx|Miss|Dr)\.? {_NAME}",
           rf"\b{_LED}{_NAME}", rf"{_FULL_NAME}{AFTER}", _CUED, _LAST_FOUR, _QUADRANT, _BOX, r"[^\x00-\x7f]")
SIEVE = "|".join(f"(?:{sieve})" for sieve in _SIEVES)


class ScrubText(Answers):
    """The column with "[removed]" in place of what tells of a person; the rest of each sentence stays."""

    name = "scrub_text"
    title = say("Take out what tells of a person")
    explain = say("In each sentence, e-mail and street addresses, long numbers, birth dates, passwords and names beside "
                  'words such as "caller" become "[removed]". A name that stands bare inside a sentence stays, so read '
                  "them yourself.")
    loses = say("Nobody can see the parts taken out. Long numbers that tell of nobody go, too.")
    kinds = frozenset(("free_text_pii", "ssn", "itin", "credit_card", "phone", "email", "credential", "bank_account",
                       "home_address", "vin", "ip_address", "mac_address"))
    types = frozenset(("string",))

    def apply(self, sheet: Sheet, step: Step) -> Sheet:
        """Return the sheet with the column's sentences scrubbed."""
        return with_each(sheet, step, scrubbed, SIEVE)

    def describe(self, step: Step) -> Message:
        """Return which column is scrubbed."""
        return say("Take out what tells of a person from the sentences in column {column}.", column=name_of(step))


def scrubbed(cell: str) -> str:
    """Return a text without what tells of a person; one that holds nothing of it stays sign for sign."""
    plain = cell if cell.isascii() else _plain(cell)
    left = _SAID_NAME.sub(rf"\1{INSTEAD}", plain)
    left = _SAYING_NAME.sub(INSTEAD, left)
    for pattern in _PATTERNS:
        left = pattern.sub(_instead, left)
    return cell if left == plain else left


def _instead(found: re.Match[str]) -> str:
    """Return what stands in place of a match: a bare day is no number of a person and stays."""
    text = found.group()
    if not _DAY.match(text):
        return INSTEAD
    return text if not re.search("[0-9]{7}", re.sub(r"\W", "", _DAY.sub("", text, count=1))) else INSTEAD


def _plain(cell: str) -> str:
    """Return a text with the digits of all scripts made plain and the signs that nobody sees taken out; accents stay."""
    signs = (sign for sign in unicodedata.normalize("NFC", cell) if unicodedata.category(sign) not in _UNSEEN)
    return "".join(_plain_sign(sign) for sign in signs)


def _plain_sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    kind = unicodedata.category(sign)
    plain = unicodedata.normalize("NFKC", sign)
    if kind == "No" and "\u2044" in plain:
        return " " + plain.replace("\u2044", "/")     # the half behind the number of a house
    return "-" if kind == "Pd" else " " if kind == "Zs" else plain


REMEDY = ScrubText()
