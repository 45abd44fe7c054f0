"""Descriptions taken over from another dataset: the pilot described permits as fire incidents.

Source: Broder 1997, "On the resemblance and containment of documents": the share of runs of words
that two texts have in common.
"""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context, KnownDataset
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier

RUN = 3            # words
FEWEST_RUNS = 8    # a shorter text is too common to be called copied
CONTAINED = 0.7    # of the runs of this description stand in the other one

Runs = frozenset[tuple[str, ...]]


class Copied:
    """The description against those of every other dataset that is known here."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding for the dataset whose description is nearest, where it is nearly the same."""
        mine = _runs(context.record.description)
        if len(mine) < FEWEST_RUNS:
            return
        shares = [(len(mine & _runs(other.description)) / len(mine), other) for other in context.others]
        share, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, KnownDataset()))
        if share >= CONTAINED:
            yield about(context, "description", "metadata-description-copied", Tier.WARN,
                        say("The description is nearly that of another dataset: {title}.", title=verbatim(nearest.title)),
                        say("Say what is different here: what a row is, who collects it, which time and place."))


def _runs(text: str) -> Runs:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[place:place + RUN]) for place in range(len(words) - RUN + 1))


CHECK = Copied()
