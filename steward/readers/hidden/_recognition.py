"""Recognizes personal data in hidden text and gives counts by kind; the text goes no further."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import pyarrow as pa

from steward.privacy.examine import examine
from steward.privacy.knowledge import Knowledge
from steward.privacy.naming import is_family
from steward.privacy.texts import spot_texts
from steward.readers.hidden._book import Trace
from steward.table.inference import profile_table
from steward.table.sheet import Column, Provenance, Sheet, unique_names
from steward.vocabulary.progress import Silence

MOST_TEXTS, TEXT_LENGTH = 200_000, 20_000
_MOST_WORDS, _LONGEST_NAME = 4, 60
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_ORGANIZATION = frozenset((
    "city", "bureau", "department", "dept", "office", "county", "state", "inc", "llc", "ltd", "corp", "corporation", "company",
    "co",
    "agency", "council", "board", "commission", "division", "program", "team", "group", "services", "service", "data", "open",
    "portal", "system", "systems", "report", "reports", "export", "server", "database", "admin", "administrator", "user",
    "users",
    "unknown", "default", "owner", "author", "guest", "test", "public", "government", "portland", "oregon", "university",
    "school",
    "center", "centre", "association", "foundation", "district", "authority", "software", "technologies", "technology", "gis",
    "it", "username", "none", "root", "anonymous"))


class Recognition:
    """What the privacy room sees in some text."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Use the policy and the lists of names."""
        self._knowledge = knowledge

    def count(self, trace: Trace) -> tuple[tuple[str, int], ...]:
        """Return how often each kind of personal data stands in a place; the most frequent first."""
        cells = [text for label, values in trace.columns for text in (label or "", *values)]
        counts = self.kinds(trace.texts) + (self.kinds(cells) | self._in_columns(trace.columns))
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def kinds(self, texts: Sequence[str]) -> Counter[str]:
        """Return for each kind in how many texts it proves itself; persons' names count where nothing else stands there."""
        cut = [text[:TEXT_LENGTH] for text in texts[:MOST_TEXTS] if text]
        found = Counter(kind for _, kind in spot_texts(cut, self._knowledge))
        if names := sum(self.is_name(text) for text in cut):
            found["person_name"] += names
        return found

    def is_name(self, text: str) -> bool:
        """Return whether a short text is a person's name: two to four words, each capitalized, first names and surnames."""
        words = _WORD.findall(text)
        if not 1 < len(words) <= _MOST_WORDS or len(text) > _LONGEST_NAME or not all(word[0].isupper() for word in words):
            return False
        folded = [word.strip(".").upper() for word in words]
        if {word.lower() for word in folded} & _ORGANIZATION:
            return False
        first, last = (folded[-1], folded[0]) if "," in text else (folded[0], folded[-1])
        return first in self._knowledge.first_names and (len(last) == 1 or is_family(last, self._knowledge))

    def holds_name(self, text: str) -> bool:
        """Return whether two neighboring words of a text are a first name and a surname."""
        words = [found.group() for found in _WORD.finditer(text[:TEXT_LENGTH])]
        return any(self.is_name(f"{one} {two}") for one, two in pairwise(words))

    def is_first_name(self, word: str) -> bool:
        """Return whether a word is a person's first name."""
        return word.upper() in self._knowledge.first_names

    def is_personal(self, text: str) -> bool:
        """Return whether a text holds a person's name or anything else that proves itself personal."""
        return self.holds_name(text) or bool(self.kinds([text]))

    def is_person(self, author: str) -> bool:
        """Return whether an entry for an author is a person and not an office, for which it has too few marks."""
        return not {word.strip(".").lower() for word in _WORD.findall(author)} & _ORGANIZATION

    def _in_columns(self, columns: Sequence[tuple[str | None, Sequence[str]]]) -> Counter[str]:
        height = max((len(values) for _, values in columns), default=0)
        if not height:
            return Counter()
        report = examine(profile_table(_table(columns, height), Silence()), self._knowledge, Silence())
        return _total((harm.kind, len(harm.rows)) for column in report.columns for harm in column.harmful)


def _total(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    counts = Counter[str]()
    for kind, count in pairs:
        counts[kind] += count
    return counts


def _table(columns: Sequence[tuple[str | None, Sequence[str]]], height: int) -> Sheet:
    names = unique_names([label for label, _ in columns])
    filled = (pa.array([*values, *[""] * (height - len(values))], pa.string()) for _, values in columns)
    made = tuple(Column(name=name, label=label, values=pa.chunked_array([values]), position=place) for place, (name, (label,
                                                                                                                      _),
                                                                                                                      values)
                 in enumerate(zip(names, columns, filled, strict=True), start=1))
    return Sheet(columns=made, rows=np.arange(2, height + 2, dtype=np.int64), lines=None,
                 provenance=Provenance(file_name="", sha256="", size_bytes=0))
