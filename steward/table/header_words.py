"""The words of a column's name: "ZipCode", "zip_code" and "ZIP code" are one."""

import re
from functools import lru_cache

KEPT = 1 << 15   # names whose words are kept: pages ask for those of all columns of a table again and again
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[a-z0-9]+|%")


@lru_cache(maxsize=KEPT)
def header_words(header: str) -> tuple[str, ...]:
    """Return the words in small letters, in their order; figures stay with the letters beside them."""
    return tuple(_WORD.findall(_CAMEL.sub(" ", header).lower()))
