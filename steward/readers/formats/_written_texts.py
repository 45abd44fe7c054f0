"""Texts that are no tables: programs, settings, logs, pages of tags, typeset texts, packed letters. Known by what is written.

The name's ending alone says nothing: it only counts where the lines do not hold equally many cells. A table that is named
like a program, or tells of programs, stays a table.
"""

import re
from collections import Counter

from steward.readers.formats._kinds import DOCUMENT, PAGE, Kind
from steward.vocabulary.message import say

_EXPORT = say("Ask for the table itself as an Excel workbook or a CSV file, and open that.")
CODE = Kind(what=say("This is a program or script written as text, not a table."), next_step=_EXPORT)
SETTINGS = Kind(what=say("This is a list of settings or properties, one name with its value on each line, not a table."),
                next_step=_EXPORT)
LOG = Kind(what=say("This is a log that a program wrote, not a table with columns."), next_step=say(
    "Ask whether the program can export its entries as a CSV file or an Excel workbook, and open that."))
LETTERS = Kind(what=say("This is a file packed into letters (base64), as it is sent in e-mails, not a table."), next_step=say(
    "Ask the sender for the file itself as an attachment, and open that."))

_LOOK_AT = 200          # lines
_FEWEST = 3
_EVEN, _MOSTLY = 0.8, 0.7
_SIGNS = (",", ";", "\t", "|")
_PART_OF_LINES = 5      # in a page of tags, one line in so many closes one
_LONG = 200             # letters without a blank

_BEGINNINGS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"#!\s*/"), CODE), (re.compile(r"\s*<\?(php|=)", re.IGNORECASE), CODE),
    (re.compile(r"\s*@echo o(n|ff)\b", re.IGNORECASE), CODE),
    (re.compile(r"(?:\s*%[^\r\n]*[\r\n]+)*\s*\\(documentclass|documentstyle|begin\{|input\{|usepackage)"), DOCUMENT),
    (re.compile(r"\s*\{\\rtf"), DOCUMENT), (re.compile(r"data:[\w/+.-]+;base64,"), LETTERS),
    (re.compile(r"%YAML \d"), SETTINGS))
_BY_LINE: tuple[tuple[re.Pattern[str], Kind, float], ...] = (
    (re.compile(r"[\[(]?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d[-/]\d\d[-/]\d{4})[T ]"
                r"\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?[^\s,;|]*[\])]?[ \t]+[^,;|\t]{0,40}?\b"
                r"(INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE|CRITICAL)\b", re.IGNORECASE), LOG, _MOSTLY),
    (re.compile(r"\S+ \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:"), LOG, _MOSTLY),
    (re.compile(r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w./() -]+(\[\d+\])?: "), LOG, _MOSTLY),
    (re.compile(r"(\s*(- )*[A-Za-z_][\w .-]{0,60}:( .*|)|\s*- .*|\s*-|---.*|\.\.\.|\s*#.*|\s+\S.*)"), SETTINGS, 1.0),
    (re.compile(r"(\[[^\]\r\n]+\]|[A-Za-z_][\w .\\/-]{0,80}\s*=.*|\s*[;#].*)"), SETTINGS, 1.0),
    (re.compile(r"(\s*[\w\].\"'-]+(\.\w+)* ?[+-]?= ?\S.*|\s*(def|class|import|from|for|if|elif|else|while|return|try|except|"
                r"with|function|const|let|var|library|echo|export|fi|done|do|then|set|local|print|async|await|raise|end)\b.*|"
                r"\s*[\])}]+[;,)]*|\s*(#|//|/\*|\*).*|\s*@\w+.*|\s*[\w.]+\(.*|.*[{;(]\s*|\s*[\"'].*)"), CODE, 1.0))
_CSS = re.compile(r"\s*(?:/\*[\s\S]{0,4000}?\*/\s*|@[^;{}]{1,200};\s*)*"
                  r"[\w.#:*@\[][^{};=\r\n]{0,200}\{\s*(?:--)?[a-zA-Z-]+\s*:[^{}]*[;}]")
_SURE_CODE = re.compile(r"(?m)^\s*(def \w+\(|class \w+.*[:{]|import \w|from [\w.]+ import |function \w*\s*\(|"
                        r"(const|let|var) \w+ =|if \[|if .*[:{]$|for .*[:{]$|for .*; do$|library\(|<-|.*\) \{$|.*=> \{$)")
_SURE_SETTING = re.compile(r"(?m)^\s*(- )*[A-Za-z_][\w .-]{0,60}:( |\r?$)")
_SECTION = re.compile(r"(?m)^\[[^\]\r\n]+\]\s*$")
_LETTERS_LINE = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
_TAG = re.compile(r"\s*<[A-Za-z!][^<>]{0,4000}>")
_NAMED: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r".*\.(py|pyw|r|js|mjs|ts|jsx|tsx|sh|bash|zsh|bat|cmd|ps1|psm1|vbs|vb|bas|c|h|cpp|cs|java|go|rs|rb|pl|php|css|"
                r"scss|less|lua|sas|do|m|ipynb)", re.IGNORECASE), CODE),
    (re.compile(r".*\.(ya?ml|ini|cfg|conf|toml|properties|env|reg)", re.IGNORECASE), SETTINGS),
    (re.compile(r".*\.log(\.\d+)?", re.IGNORECASE), LOG), (re.compile(r".*\.(tex|ltx|md|rst)", re.IGNORECASE), DOCUMENT),
    (re.compile(r".*\.(html?|xhtml|aspx?|jsp)", re.IGNORECASE), PAGE),
    (re.compile(r".*\.(b64|base64)", re.IGNORECASE), LETTERS))


def by_writing(text: str, name: str) -> Kind | None:
    """Return what a text is that is no table, or None where it may be one."""
    lines = [line for line in text.splitlines()[:_LOOK_AT] if line.strip()]
    if not lines:
        return None
    if kind := next((kind for pattern, kind in _BEGINNINGS if pattern.match(text)), None):
        return kind
    if _is_packed(lines):
        return LETTERS
    if _is_even(lines):
        return None
    return _by_lines(text, lines) or next((kind for pattern, kind in _NAMED if pattern.fullmatch(name)), None)


def _by_lines(text: str, lines: list[str]) -> Kind | None:
    if _TAG.match(text) and _PART_OF_LINES * text.count("</") >= len(lines):
        return PAGE
    if len(lines) < _FEWEST:
        return None
    if _CSS.match(text):
        return CODE
    for pattern, kind, share in _BY_LINE:
        fitting = sum(pattern.fullmatch(line) is not None if share == 1 else pattern.match(line) is not None for line in lines)
        if fitting >= share * len(lines) and _is_sure(kind, text):
            return kind
    return None


def _is_sure(kind: Kind, text: str) -> bool:
    """Return whether some lines leave no doubt; single words in a column may look like anything."""
    if kind is CODE:
        return len(_SURE_CODE.findall(text)) > 1
    if kind is SETTINGS:
        return len(_SURE_SETTING.findall(text)) >= _FEWEST or _SECTION.search(text) is not None
    return True


def _is_even(lines: list[str]) -> bool:
    """Return whether most lines hold equally many of the signs that divide cells, as the first of them do."""
    for sign in _SIGNS:
        counts = Counter(line.count(sign) for line in lines)
        most, times = max(((count, times) for count, times in counts.items() if count), key=lambda pair: pair[1],
                          default=(0, 0))
        if most and times >= max(2, _EVEN * len(lines)):
            return True
    return False


def _is_packed(lines: list[str]) -> bool:
    """Return whether lines of the same length hold nothing but the letters of base64, as figures and words never do."""
    written = "".join(lines)
    if not all(_LETTERS_LINE.fullmatch(line) for line in lines[:-1]) or len(set(map(len, lines[:-1]))) > 1:
        return False
    if len(lines) < _FEWEST and len(lines[0]) < _LONG:
        return False
    is_mixed = all(re.search(letters, written) for letters in ("[A-Z]", "[a-z]", "[0-9]", "[g-zG-Z]"))
    return is_mixed and re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", written) is not None
