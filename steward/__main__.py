"""Opens the window, or runs a command."""

import io
import os
import sys
from collections.abc import Mapping


def main() -> int:
    """Return the exit code of what the words on the command line ask for."""
    if sys.argv[1:2] == ["read-in-child"]:  # first: the child that reads a file must start at once
        from steward.readers.child import main as read_in_child

        return read_in_child(sys.argv[2:])
    if sys.argv[1:2] == ["check-in-child"]:
        from steward.crew.child import main as check_in_child

        return check_in_child(sys.argv[2:])
    for stream in (sys.stdout, sys.stderr):  # a Windows console may speak an older code page
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not sys.argv[1:]:
        return _open_window(None)
    from steward.commands import run

    return run(sys.argv[1:], _open_window)


def _open_window(folder: str | None) -> int:
    from pathlib import Path

    if not has_screen(sys.platform, os.environ):
        return _no_screen()
    from steward.gui.app import open_window

    return open_window(Path(folder) if folder else None)


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether a window can be shown; without a screen Qt would end the whole process."""
    return platform != "linux" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _no_screen() -> int:
    from steward.vocabulary.exit_code import ExitCode
    from steward.vocabulary.message import say

    sys.stderr.write(f"{say('There is no screen here to open a window on.')} "
                     f"{say('The commands work without one: begin with steward --help.')}\n")
    return int(ExitCode.TROUBLE)


if __name__ == "__main__":
    sys.exit(main())
