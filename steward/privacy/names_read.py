"""Adds what an installed language pipeline reads in sentences: names that stand bare, which no pattern finds.

Context: a name inside a sentence is told from a street only by one who reads the sentence. Decision: a pipeline is asked only
about sentences of columns of sentences, and a name it reads counts only where the lists know a word of it: pipelines take
streets, brands and machines for people. Nothing depends on it: without one, or when it stops, all else is found as before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from steward.privacy.evidence import MANY_SENTENCES, SENTENCE, Evidence
from steward.privacy.knowledge import Knowledge
from steward.privacy.naming import is_family, is_given, name_someone
from steward.privacy.recognizers.person_name import NOT_A_PERSON, plain_words
from steward.privacy.spans import Places, matches
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

KIND = "free_text_pii"
MOST_TEXTS = 2_000     # distinct sentences of a table: some ten seconds of a small pipeline
LONGEST = 1_000        # letters of a sentence that are read
_NOT_SENTENCES = ("business", "official", "place", "product", "animal")
_NEXT = say("Read the sentences yourself before you publish them, or ask your IT support about the language pipeline.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesRead:
    """What a pipeline read. Shape: one entry for each text that was read, in order; fewer than texts where it stopped."""

    names: tuple[tuple[str, ...], ...]
    has_stopped: bool = False   # it could not be started, stopped by itself, or took too long


class NameReader(Protocol):
    """Reads names of people in sentences; raises nothing."""

    def names_in(self, texts: Sequence[str]) -> NamesRead:
        """Return the names in each text."""
        ...


def with_names_read(evidences: Sequence[Evidence], reader: NameReader | None,
                    knowledge: Knowledge) -> tuple[list[Evidence], tuple[Finding, ...]]:
    """Return the evidence with the sentences that a pipeline read a name in, same order, and what is said where it stopped."""
    if reader is None:
        return list(evidences), ()
    asked = [(column, int(place)) for column, evidence in enumerate(evidences) for place in _sentences(evidence)]
    if not asked:
        return list(evidences), ()
    texts = [str(evidences[column].text[place])[:LONGEST] for column, place in asked[:MOST_TEXTS]]
    read = reader.names_in(texts)
    named = [where for where, names in zip(asked, read.names, strict=False)
             if any(_is_someone(name, knowledge) for name in names)]
    told = [_with(evidence, np.asarray([place for one, place in named if one == column], np.int64))
            for column, evidence in enumerate(evidences)]
    return told, tuple(_said(len(asked), len(read.names), read))


def _sentences(evidence: Evidence) -> Places:
    """Return the places of the sentences of a column of sentences; none for other columns, nor for addresses and firms."""
    is_text = evidence.profile.type == "string" and len(evidence.sample) and not evidence.reading.has(*_NOT_SENTENCES)
    if not is_text or float(matches(evidence.sample, SENTENCE).mean()) < MANY_SENTENCES:
        return np.zeros(0, np.int64)
    return np.flatnonzero(matches(evidence.text, SENTENCE))


def _is_someone(name: str, knowledge: Knowledge) -> bool:
    """Return whether the lists know the name, or its first or last word where it has several."""
    words = plain_words(name)
    if not words or not NOT_A_PERSON.isdisjoint(words):
        return False
    if name_someone(words, is_listed_last_first="," in name, knowledge=knowledge):
        return True
    return len(words) > 1 and (is_given(words[0], knowledge) or is_family(words[-1], knowledge))


def _with(evidence: Evidence, places: Places) -> Evidence:
    known = evidence.singles.get(KIND, np.zeros(0, np.int64))
    more = np.setdiff1d(places, known)
    if not len(more):
        return evidence
    return replace(evidence, names_read=more, singles={**evidence.singles, KIND: np.union1d(known, more)})


def _said(asked: int, count: int, read: NamesRead) -> Iterator[Finding]:
    if read.has_stopped:
        yield _note(asked, say("The language pipeline that is installed here stopped, so bare names in sentences may be "
                               "missed."), _how_many(asked, count))
    elif count < asked:
        yield _note(asked, say("The language pipeline that is installed here did not read all sentences."),
                    _how_many(asked, count))


def _how_many(asked: int, count: int) -> Message:
    return say_count("It read {read} of {count} sentence.", "It read {read} of {count} sentences.", asked, read=count)


def _note(count: int, what: Message, where: Message) -> Finding:
    return Finding(kind="language-pipeline", tier=Tier.NOTE, count=count, room="privacy",
                   words=Words(what=what, where=where, next_step=_NEXT))
