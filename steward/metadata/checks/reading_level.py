"""Descriptions that are hard to read: long sentences of long words, or one sentence that never ends.

Source: Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words per sentence + 11.8 syllables per word - 15.59; the Federal Plain
Language Guidelines ask for short sentences and everyday words. English only: the formula was made for no other language.
"""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.sentences import sentences, words_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

FEWEST_WORDS = 15          # fewer say nothing of how someone writes
MANY_WORDS = 30            # fewer say little: a few names of bureaus make them look hard
HARD = 14.0                # school years: some years of college
HARD_IF_FEW = 20.0         # of fewer than MANY_WORDS
LONG_SENTENCE = 25         # words, of all sentences together
ENDLESS = 40               # words of one sentence, in which a reader has lost its beginning
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])(?:e|es|ed)$")


class ReadingLevel:
    """The description alone: names of places and systems fill the other answers."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding where the text asks for more than some years of college; the grade is never shown."""
        text = context.record.description
        if (context.record.language or "en").startswith("en") and grade(text) > _limit(text):
            yield about(context, "description", "metadata-hard-to-read", Tier.NOTE,
                        say("The description is hard to read for someone who did not study the subject."), _advice(text))
        elif count := sum(words_of(sentence) > ENDLESS for sentence in sentences(text)):
            yield about(context, "description", "metadata-long-sentence", Tier.NOTE,
                        say_count("One sentence of the description has more than {most} words.",
                                  "{count} sentences of the description have more than {most} words.", count, most=ENDLESS),
                        say("Make two or three of it: one thought in each."))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade in school years; 0.0 for a text of few words.

    Numbers and single letters are words of one syllable: they make a sentence long, not hard.
    """
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return 0.0
    return 0.39 * _average(text) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def _limit(text: str) -> float:
    return HARD if len(_WORD.findall(text)) >= MANY_WORDS else HARD_IF_FEW


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, a silent e left out."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def _average(text: str) -> float:
    """Return how many words a sentence has."""
    lengths = [words_of(sentence) for sentence in sentences(text)]
    return sum(lengths) / max(1, len(lengths))


def _advice(text: str) -> Message:
    if _average(text) > LONG_SENTENCE:
        return say("Make the sentences shorter: one thought in each.")
    return say("Use everyday words in place of long ones, as you would speak to a neighbor.")


CHECK = ReadingLevel()
