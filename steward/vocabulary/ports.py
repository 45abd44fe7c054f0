"""What the core asks of the world outside, as protocols that edges and tests fill."""

from typing import Protocol


class Clock(Protocol):
    """Tells the time, so that the core reads no clock."""

    def now(self) -> str:
        """Return the present moment, ISO 8601 in UTC with offset, to the second."""
        ...

    def today(self) -> str:
        """Return today's date here, ISO 8601."""
        ...
