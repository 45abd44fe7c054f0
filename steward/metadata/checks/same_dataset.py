"""Datasets that are in the catalog already under nearly this name. Source: Ordinance 188356, finding 5 (redundant datasets)."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from steward.metadata.checks import Context, KnownDataset
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier

NEARLY = 0.92          # of the letters of two titles, in their order
SHORTEST = 8           # letters of a title that can be told from another
_PERIOD = re.compile(r"\b(19|20)\d{2}\b|\b\d{1,2}\b|\b(january|february|march|april|may|june|july|august|september|october"
                     r"|november|december|q[1-4]|fy)\b")


class SameDataset:
    """The title against those of other datasets; titles that differ in nothing but a time are one dataset in parts."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield at most one finding."""
        twin = next((other for other in context.others if _is_twin(context.record.title, other)), None)
        if twin is not None:
            yield about(context, "title", "metadata-same-dataset", Tier.WARN,
                        say("A dataset of nearly this name is known already: {title}.", title=verbatim(twin.title)),
                        say("If this is its new edition, open the file as an update of it. Else choose a title that tells "
                            "the two apart."))


def _is_twin(title: str, other: KnownDataset) -> bool:
    mine, theirs = _plain(title), _plain(other.title)
    if min(len(mine), len(theirs)) < SHORTEST:
        return False
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)     # each at most the one before, and slower
    return mine == theirs or all(bound() >= NEARLY for bound in bounds)


def _plain(title: str) -> str:
    """Return the words of a title without what names a time, in the order of the alphabet."""
    return " ".join(sorted(re.findall(r"\w+", _PERIOD.sub(" ", title.casefold()))))


CHECK = SameDataset()
