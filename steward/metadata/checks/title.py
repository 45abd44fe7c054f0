"""Titles that are file names, and descriptions that only repeat the title."""

import re
from collections.abc import Iterator

from steward.metadata.checks import Context
from steward.metadata.checks._finding import about
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier

_FILE_NAME = re.compile(r".*\.(csv|tsv|txt|xlsx?|xlsm|ods|json)", re.IGNORECASE | re.DOTALL)

STEM = 5   # letters: "bridges" and "bridge" are one word
_IDLE = """a about all an and are at by city contains containing data dataset describes for from from has has holds in includes
information is it list lists of on or portland record records shows table that the these this to with within"""


class Title:
    """What the title says, and what the description says beyond it."""

    def examine(self, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the title."""
        title = context.record.title.strip()
        if title and _is_file_name(title, context.file_name):
            yield about(context, "title", "metadata-title-file-name", Tier.WARN, say("The title is a file name."),
                        say("Write what the data is about, in everyday words."))
        if title and _says_no_more(context.record.description, title):
            yield about(context, "description", "metadata-repeats-title", Tier.WARN,
                        say("The description only repeats the title."),
                        say("Say what the data shows, who collects it, how and why."))


def _is_file_name(title: str, file_name: str) -> bool:
    stem = file_name.rpartition(".")[0] or file_name
    joined = " " not in title and re.search(r"\w[_-]\w", title) is not None
    return _FILE_NAME.fullmatch(title) is not None or (joined and (title == stem or "_" in title))


def _says_no_more(description: str, title: str) -> bool:
    """Return whether each word of a description stands in the title too, or says nothing ("this dataset shows")."""
    told = _stems(description) - _stems(_IDLE)
    return bool(description.strip()) and told <= _stems(title)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"[^\W_]+", text.casefold()))


CHECK = Title()
