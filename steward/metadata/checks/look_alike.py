"""Bureaus that are taken for one another: the pilot filed a dataset of Portland Fire & Rescue under the neighboring entry."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.vocabularies import Bureau
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, verbatim
from steward.vocabulary.tier import Tier


class LookAlike:
    """The chosen bureau against what the record's own words name."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield a finding where the chosen bureau has a look-alike; a person decides where the words name the other one."""
        chosen = context.vocabularies.bureau(context.record.publisher)
        other = context.vocabularies.bureau(chosen.look_alike) if chosen else None
        if chosen and other:
            named = _is_named(other, context) and not _is_named(chosen, context)
            yield about(context, "publisher", "metadata-bureau-look-alike", Tier.DECIDE if named else Tier.NOTE,
                        say("{chosen} is easily taken for {other}.", chosen=verbatim(chosen.label),
                            other=verbatim(other.label)),
                        say("Check that the right one of the two answers for the data."))


def _is_named(bureau: Bureau, context: Context) -> bool:
    record = context.record
    spoken = _words(" ".join((record.title, record.description, *record.keywords, record.contact_name, context.file_name)))
    names = (bureau.label, bureau.abbreviation, *bureau.formerly)
    return any(f" {_words(name).strip()} " in spoken for name in names if name)


def _words(text: str) -> str:
    return f" {re.sub(r'[^a-z0-9&]+', ' ', text.casefold().replace(' and ', ' & ')).strip()} "


CHECK = LookAlike()
