"""Names that people sign in with, as networks write them: whoever reads the text has half of what is needed to sign in.

Source: ORS 646A.602, category 2; the city's pilot left a user's folder in its metadata. A contact's mailbox is no such name.
"""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.metadata.checks.local_path import names_a_place
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_OF_A_NETWORK = re.compile(r"(?<![\w\\/:.])[A-Za-z][A-Za-z0-9-]{1,14}\\[A-Za-z][A-Za-z0-9._-]{1,30}(?![\w\\])")
_CUED = re.compile(r"\b((user ?name|user ?id|sign-?in name)\s*(:|=|is)|log-?in\s*[:=]|logged in as\s*[:=])\s*\w", re.IGNORECASE)


class UserName:
    """Every text of the record, those that stay inside too; a path is told as one."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each answer that holds such a name."""
        for element, text in typed_texts(context):
            if _CUED.search(text) or (_OF_A_NETWORK.search(text) and not names_a_place(text)):
                yield about(context, element, "metadata-user-name", Tier.WARN,
                            say("The text seems to hold a name that someone signs in with."),
                            say("Take it out. Name the office, or the person's role."))


CHECK = UserName()
