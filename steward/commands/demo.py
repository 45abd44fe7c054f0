"""`steward demo [FILE] --out DIR`: the whole way without a window, in practice mode."""

import argparse
import sys
from pathlib import Path

from steward.commands._outlet import FORMAT, Outlet
from steward.commands._reading import add_plan_option, add_reading_options, chosen_step
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import say


class Demo:
    """Takes the bundled sample, or a file, from opening to a published folder."""

    name = "demo"
    summary = say("Take the bundled sample, or a file of yours, the whole way to a published folder, for practice. Two "
                  "practice persons play clerk and coordinator; nothing leaves the folder you name.")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the file and the folder."""
        parser.add_argument("file", type=Path, nargs="?", metavar="FILE",
                            help=str(say("a table; without it the bundled sample")))
        add_reading_options(parser)
        add_plan_option(parser)
        parser.add_argument("--keep", action="store_true",
                            help=str(say("publish every column as it is, but for what a named plan takes; without it the plan "
                                         "that fits the table is taken, and all that may harm a person is hidden")))
        parser.add_argument("--out", type=Path, required=True, metavar="DIR",
                            help=str(say("where drafts, queue and portal of the demo go")))

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Walk the way. Exit: 0 published, 1 something blocks, 2 the file cannot be opened."""
        from steward.commands.check import tell_report
        from steward.tasks.demonstrating import Stopped, demonstrate
        from steward.tasks.documents import make_folder

        make_folder(arguments.out)
        outcome = demonstrate(arguments.out, arguments.file, chosen_step(arguments), outlet.line, outlet,
                              plan=arguments.plan, keep=arguments.keep)
        window = f"{_program()} open {arguments.out}"
        if isinstance(outcome, Stopped):
            outlet.answer({"format": FORMAT, "published": False, "blocks": [found.kind for found in outcome.blocks],
                           "folder": str(arguments.out), "window": window})
            tell_report(outcome.report, outlet, most=10)
            outlet.line(say("The demo stops here: something cannot be sent while it is in the table, or waits for a person. "
                            "The draft is kept."))
            outlet.line(say("To go on in the window: {line}", line=window))
            return ExitCode.BLOCKED
        outlet.answer({"format": FORMAT, "published": True, "submission": outcome.submission, "identifier": outcome.identifier,
                       "rows": outcome.rows, "columns": outcome.columns, "folder": str(arguments.out),
                       "candidate": str(outcome.candidate.relative_to(arguments.out)), "window": window})
        outlet.line(say("Everything lies under {folder}: drafts, queue and portal.", folder=str(arguments.out)))
        outlet.line(say("To see it in the window: {line}", line=window))
        return ExitCode.DONE


def _program() -> str:
    """Return how this copy is started, as a person would type it."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).name
    return "py run.py" if sys.platform == "win32" else "python3 run.py"


COMMAND = Demo()
