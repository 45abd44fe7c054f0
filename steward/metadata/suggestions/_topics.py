"""Which subjects of a list a dataset speaks of, by the words of its title, its keywords and its columns."""

import re
from functools import lru_cache

from steward.metadata.suggestions import SuggestionContext
from steward.metadata.suggestions.title import title_of
from steward.metadata.vocabularies import Topic
from steward.table.header_words import header_words

SPOKEN, HEADED = 2, 1   # what a word counts in the title or a keyword, and in the name of a column
ENOUGH = 2              # one word of the title, or two names of columns
_WORD = re.compile(r"[^\W_]+")


def topics_spoken_of(context: SuggestionContext, vocabulary: str) -> tuple[tuple[Topic, tuple[str, ...]], ...]:
    """Return the subjects that enough words speak of, each with those words, the most spoken of first."""
    spoken = _joined([word for text in (title_of(context), context.record.title, *context.record.keywords)
                      for word in _WORD.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold())])
    headed = _joined([word for column in context.columns for word in header_words(column)])
    found = []
    for topic in _topics(context, vocabulary):
        told = [(word, SPOKEN if _holds(spoken, word) else HEADED) for word in topic.words
                if _holds(spoken, word) or _holds(headed, word)]
        weight = sum(weight for _word, weight in told)
        if weight >= ENOUGH:
            found.append((weight, topic, tuple(word for word, _weight in sorted(told, key=lambda pair: -pair[1]))))
    return tuple((topic, told) for _weight, topic, told in sorted(found, key=lambda one: -one[0]))


def topic_of_bureau(context: SuggestionContext, vocabulary: str) -> Topic | None:
    """Return the usual subject of the bureau; None where it has none, or several."""
    bureau = context.record.publisher or context.bureau
    usual = [topic for topic in _topics(context, vocabulary) if bureau in topic.bureaus]
    return usual[0] if len(usual) == 1 else None


def _topics(context: SuggestionContext, vocabulary: str) -> list[Topic]:
    return [term for term in context.vocabularies.choices(vocabulary) if isinstance(term, Topic)]


def _joined(words: list[str]) -> str:
    return f" {' '.join(map(singular, words))} "


def _holds(text: str, word: str) -> bool:
    return _looked_for(word) in text


@lru_cache(maxsize=4096)    # the words of the lists, which are the same for every dataset
def _looked_for(word: str) -> str:
    return _joined(word.casefold().split())


def singular(word: str) -> str:
    """Return an English noun for one thing: "libraries" gives "library"; what is no plural stays."""
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > len("gas")
    return word[:-1] if is_plural else word
