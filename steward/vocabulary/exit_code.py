"""What a command's exit code means, the same everywhere."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0          # done, nothing blocks
    BLOCKED = 1       # something blocks
    UNREADABLE = 2    # the input cannot be opened
    REFUSED = 3       # refused by a rule or a role
    TROUBLE = 4       # trouble with the machine, queue or portal: try again
    UNVERIFIED = 5    # verification found a difference
    USAGE = 64        # wrong usage (EX_USAGE of sysexits.h)
    FAULT = 70        # a fault of ours (EX_SOFTWARE)
