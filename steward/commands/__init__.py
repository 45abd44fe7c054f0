"""The same work without a window: one file per command, found by discovery.

Every command answers `--help` in plain words, takes `--json`, and ends with one of the exit codes of `vocabulary.exit_code`.
What goes wrong is told in the three sentences of `Words`; a fault of ours is one sentence and the place of the log.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, Protocol

from steward.commands._outlet import Outlet
from steward.discovery import discover
from steward.vocabulary.errors import Cancelled, StewardError
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.message import Message, say


class Command(Protocol):
    """One word of the command line."""

    name: str
    summary: Message

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command takes."""
        ...

    def run(self, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
        """Do the work and return how it ended."""
        ...


class Parser(argparse.ArgumentParser):
    """A parser that ends wrong usage with exit code 64."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words and end."""
        self.print_usage(sys.stderr)
        self.exit(int(ExitCode.USAGE), f"{self.prog}: {message}\n")


def commands() -> tuple[Command, ...]:
    """Return every command, by name."""
    return discover("steward.commands", "COMMAND")


def run(words: Sequence[str], open_window: Callable[[str | None], int]) -> int:
    """Return the exit code of what the words ask for; without words the window opens."""
    arguments = parser().parse_args(words)
    if arguments.command in (None, "open"):
        return open_window(getattr(arguments, "folder", None))
    outlet = Outlet(as_json=arguments.json, is_quiet=arguments.quiet)
    chosen = next(command for command in commands() if command.name == arguments.command)
    return int(_run_guarded(chosen, arguments, outlet))


def parser() -> Parser:
    """Return the parser of the whole command line."""
    top = Parser(prog="steward", description=str(
        say("Takes a spreadsheet to the city's open data portal. Without a command the window opens.")))
    top.add_argument("--version", action="version", version=f"steward {_version()}")
    places = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    window = places.add_parser("open", help=str(say("Open the window, on another folder of drafts if one is given.")))
    window.add_argument("folder", nargs="?", metavar="DIR", help=str(say("what a demo or a test left behind")))
    _add_common(window)
    for command in commands():
        one = places.add_parser(command.name, help=str(command.summary), description=str(command.summary))
        command.add_arguments(one)
        _add_common(one)
    return top


def _add_common(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help=str(say("print the answer as JSON")))
    one.add_argument("--quiet", action="store_true", help=str(say("do not print how far the work is")))


def _run_guarded(command: Command, arguments: argparse.Namespace, outlet: Outlet) -> ExitCode:
    try:
        return command.run(arguments, outlet)
    except StewardError as trouble:
        outlet.trouble(trouble.words)
        return trouble.exit_code
    except (Cancelled, KeyboardInterrupt):
        outlet.aside(say("Stopped. Nothing was sent."))
        return ExitCode.TROUBLE
    except BrokenPipeError:
        return ExitCode.DONE
    except Exception as fault:  # noqa: BLE001 - the last resort: one sentence and the log, never a traceback
        return _fault(fault, outlet)


def _fault(fault: BaseException, outlet: Outlet) -> ExitCode:
    from steward.tasks.faults import note_fault

    outlet.trouble(note_fault(fault))
    return ExitCode.FAULT


def _version() -> Any:
    from steward import __version__

    return __version__
