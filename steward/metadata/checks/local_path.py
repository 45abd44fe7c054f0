"""Places on someone's computer or drive that were left in a text: the pilot published one."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about, typed_texts
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_PATH = re.compile(r"\b[A-Za-z]:\\|\b[A-Za-z]:/\w|\\\\\w|\b(file|smb|afp|nfs)://|(?<![\w/])/(home|users|mnt|volumes|var|tmp)/\w|"
                   r"(?<![\w/.])~[\w.-]*/\w|\\users\\|\bOneDrive - [^\\/\n]{1,60}[\\/]", re.IGNORECASE)


def names_a_place(text: str) -> bool:
    """Return whether a text holds a drive letter, a network drive or a home folder."""
    return _PATH.search(text) is not None


class LocalPath:
    """Drive letters, network drives and home folders, which often hold a user's name."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield one finding for each answer that names such a place."""
        for element, text in typed_texts(context):
            if names_a_place(text):
                yield about(context, element, "metadata-local-path", Tier.DECIDE,
                            say("The text names a place on a computer or a network drive."),
                            say("Take it out. Nobody outside can open it, and it may show a user's name."))


CHECK = LocalPath()
