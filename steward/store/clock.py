"""The clock of this computer."""

from datetime import UTC, datetime


class SystemClock:
    """Tells the time as the core asks for it (`steward.vocabulary.ports.Clock`)."""

    def now(self) -> str:
        """Return the present moment, ISO 8601 in UTC with offset, to the second."""
        return datetime.now(UTC).isoformat(timespec="seconds")

    def today(self) -> str:
        """Return today's date here, ISO 8601."""
        return datetime.now().astimezone().date().isoformat()
