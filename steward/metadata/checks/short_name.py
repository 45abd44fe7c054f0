"""Identifiers and short names that cannot stand in a link or a file name."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.metadata.slug import is_slug
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~:/-]*", re.ASCII)


class ShortName:
    """What scripts and older drafts bring along; Steward's own always fit."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the two names."""
        slug, identifier = context.record.slug, context.record.identifier
        if slug and not is_slug(slug):
            yield about(context, "slug", "metadata-slug", Tier.BLOCK, say("The short name does not fit links and file names."),
                        say("Use 2 to 100 small letters, digits, hyphens and underscores."))
        if identifier and not _IDENTIFIER.fullmatch(identifier):
            yield about(context, "identifier", "metadata-identifier", Tier.BLOCK,
                        say("The identifier holds characters that do not fit links."), say("Use letters, digits and hyphens."))


CHECK = ShortName()
