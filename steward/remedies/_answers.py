"""Which findings a remedy answers, said once as two sets."""

from typing import ClassVar


class Answers:
    """Part of every remedy: the kinds of finding it answers but for `never`, and the types of column it makes sense in."""

    kinds: ClassVar[frozenset[str] | None]         # None: all, those of later versions included
    types: ClassVar[frozenset[str] | None] = None
    never: ClassVar[frozenset[str]] = frozenset()

    def fits(self, kind: str, column_type: str) -> bool:
        """Return whether the remedy answers a finding of this kind in a column of this type."""
        answers = kind not in self.never and (self.kinds is None or kind in self.kinds)
        return answers and (self.types is None or column_type in self.types)
