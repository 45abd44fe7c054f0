"""Keywords that are a slip of the finger away from a known word: nobody types them. Source: the city's pilot ("resuce")."""

from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.spelling import nearly, words_of
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier

NEXT = say("Look how it is spelled. People find the data only by words as they type them.")
LISTS = ("bureaus", "themes", "categories")   # vocabularies that speak of what the city does


class Spelling:
    """The words of the keywords, against the program's lists and the other words of the record."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each word of the program's lists that is nearly met, and one for words of the record."""
        typed, listed, said = sorted(words_of(context.record.keywords)), _listed(context), _said(context)
        met = [(nearly(word, listed), nearly(word, said)) for word in typed if word not in listed | said]
        for word in dict.fromkeys(near for near, _ in met if near):
            yield about(context, "keywords", "metadata-keyword-spelling", Tier.WARN,
                        say('A keyword is nearly the word "{word}", but for a letter or two.', word=verbatim(word)), NEXT)
        if any(own and not near for near, own in met):
            yield about(context, "keywords", "metadata-keyword-spelling", Tier.WARN,
                        say("A keyword is nearly a word of the title, of another text here or of another dataset, but for a "
                            "letter or two."), NEXT)


def _listed(context: Context) -> frozenset[str]:
    return words_of(term.label for name in LISTS for term in context.vocabularies.choices(name))


def _said(context: Context) -> frozenset[str]:
    record, keywords = context.record, (keyword for one in context.others for keyword in one.keywords)
    return words_of((*keywords, record.title, record.description, record.granularity, record.purpose))


CHECK = Spelling()
