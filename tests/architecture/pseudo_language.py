"""A language that no one speaks: every text two fifths longer and in brackets, to see what is cut off or not translated."""

from itertools import cycle, islice

LONGER = 0.4
FILLER = "lorem ipsum dolor sit amet "


class PseudoLanguage:
    """A catalog; places in braces stay as they are, so that values still find them."""

    def gettext(self, message: str) -> str:
        """Return the text, lengthened and marked."""
        return lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form that fits the count, lengthened and marked."""
        return lengthened(msgid1 if n == 1 else msgid2)


def lengthened(text: str) -> str:
    """Return the text in brackets with words that mean nothing behind it; a text of nothing but a place stays as it is."""
    if text == "{text}":  # a name shown as it is
        return text
    more = "".join(islice(cycle(FILLER), max(1, round(len(text) * LONGER)))).rstrip() or "l"
    return f"[{text} {more}]"
