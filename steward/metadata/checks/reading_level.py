"""Descriptions that are hard to read: long sentences of long words.

Source: Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words per sentence + 11.8 syllables per word - 15.59; the Federal Plain
Language Guidelines ask for short sentences and everyday words. English only: the formula was made for no other language.
"""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

FEWEST_WORDS = 30          # fewer say little of how someone writes
HARD = 14.0                # school years: some years of college
LONG_SENTENCE = 25         # words
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])(?:e|es|ed)$")


class ReadingLevel:
    """The description alone: names of places and systems fill the other answers."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding where the text asks for more than some years of college; the grade is never shown."""
        text = context.record.description
        if not (context.record.language or "en").startswith("en") or grade(text) <= HARD:
            return
        yield about(context, "description", "metadata-hard-to-read", Tier.NOTE,
                    say("The description is hard to read for someone who did not study the subject."), _advice(text))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade in school years; 0.0 for a text of few words."""
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return 0.0
    return 0.39 * len(words) / _sentences(text) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, a silent e left out."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def _sentences(text: str) -> int:
    return max(1, sum(1 for part in _END.split(text) if _WORD.search(part)))


def _advice(text: str) -> Message:
    if len(_WORD.findall(text)) / _sentences(text) > LONG_SENTENCE:
        return say("Make the sentences shorter: one thought in each.")
    return say("Use everyday words in place of long ones, as you would speak to a neighbor.")


CHECK = ReadingLevel()
