"""Where commands print: words or JSON on standard output, progress and asides on standard error."""

import json
import sys
from collections.abc import Mapping

from steward.vocabulary.message import Message
from steward.vocabulary.words import Words

FORMAT = 1


class Outlet:
    """What one command may say. Also a Progress: one line that is written over."""

    def __init__(self, *, as_json: bool, is_quiet: bool) -> None:
        """Print JSON or words; keep progress to ourselves when quiet or when nobody watches."""
        self.as_json = as_json
        self._is_watched = not is_quiet and not as_json and sys.stderr.isatty()
        self._told = ""

    def line(self, message: Message | str = "") -> None:
        """Print one line for people; nothing when JSON was asked for."""
        if not self.as_json:
            self._clear()
            print(str(message))

    def aside(self, message: Message) -> None:
        """Print one line beside the answer."""
        self._clear()
        print(str(message), file=sys.stderr)

    def answer(self, value: Mapping[str, object]) -> None:
        """Print the answer as JSON, if that was asked for."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False))

    def trouble(self, words: Words) -> None:
        """Print the three sentences of what stands in the way, or their JSON form on standard output."""
        if self.as_json:
            self.answer({"format": FORMAT, "error": sentences(words)})
            return
        self._clear()
        for message in (words.what, words.where, words.next_step):
            if message.text:
                print(str(message), file=sys.stderr)

    def report(self, fraction: float, message: Message) -> None:
        """Show how far the work is."""
        line = f"{fraction:4.0%}  {message}"
        if self._is_watched and line != self._told:
            print(f"\r\x1b[2K{line[:100]}", end="", file=sys.stderr, flush=True)
            self._told = line

    def _clear(self) -> None:
        if self._told:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
            self._told = ""


def sentences(words: Words) -> dict[str, str]:
    """Return the three sentences as the stable form names them."""
    return {"what": str(words.what), "where": str(words.where), "next_step": str(words.next_step)}


