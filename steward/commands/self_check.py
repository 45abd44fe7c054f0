"""`steward self-check`: all that this copy has discovered, by kind."""

import argparse

from steward.commands._outlet import FORMAT, Outlet
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import Message, say


class SelfCheck:
    """Prints every discovered part and the versions it runs with."""

    name = "self-check"
    summary = say("Name every part of this copy of Steward, to see that nothing is missing.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Take nothing."""

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Print the parts. Exit: 0, or 4 if a folder is empty."""
        from steward.tasks.self_checking import PIPELINE, discovered, surroundings

        del arguments
        parts, versions = discovered(), surroundings()
        outlet.answer({"format": FORMAT, "discovered": parts, "versions": versions})
        for kind, names in parts.items():
            outlet.line(f"{kind} ({len(names)}): {', '.join(names)}")
        outlet.line(", ".join(f"{name} {number}" for name, number in versions.items() if name != PIPELINE))
        outlet.line(_in_words(versions[PIPELINE]))
        return ExitCode.DONE


def _in_words(pipeline: str) -> Message:
    """Return whether names in sentences are read by a pipeline that IT installed; nothing depends on one."""
    if pipeline == "none":
        return say("No spaCy pipeline is installed: bare names inside sentences may be missed.")
    return say("Names inside sentences are read by the spaCy pipeline {name}, too.", name=pipeline)


COMMAND = SelfCheck()
