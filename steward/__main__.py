"""Opens the window, or runs a command."""

import sys


def main() -> int:
    """Return the exit code of what the words on the command line ask for."""
    if sys.argv[1:2] == ["read-in-child"]:
        from steward.readers.child import main as read_in_child

        return read_in_child(sys.argv[2:])
    from steward.commands import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
