"""Where things lie on this workstation."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "STEWARD_HOME"  # names one folder for everything: demos, tests, a workstation with its own rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of one person on one computer: never roaming, never synchronized."""

    data: Path     # drafts, settings, practice
    cache: Path    # tables of the moment
    logs: Path

    @classmethod
    def find(cls, home: Path | None = None) -> "Places":
        """Return the places under `home`, else under STEWARD_HOME, else where this system keeps a program's files."""
        chosen = home or _home_of_environment()
        if chosen is not None:
            return cls(data=chosen, cache=chosen / "cache", logs=chosen / "logs")
        from platformdirs import PlatformDirs

        system = PlatformDirs("Steward", appauthor=False, roaming=False)
        return cls(data=system.user_data_path, cache=system.user_cache_path, logs=system.user_log_path)

    @property
    def settings(self) -> Path:
        """Return the file of the settings."""
        return self.data / "settings.json"

    @property
    def readings(self) -> Path:
        """Return the file of how files were read by hand."""
        return self.data / "readings.json"

    @property
    def drafts(self) -> Path:
        """Return the folder that holds one folder per draft."""
        return self.data / "drafts"

    @property
    def outbox(self) -> Path:
        """Return the folder where submissions wait while the program's queue is away."""
        return self.data / "outbox"

    @property
    def practice_queue(self) -> Path:
        """Return the folder that is the queue of practice mode."""
        return self.data / "queue"

    @property
    def practice_portal(self) -> Path:
        """Return the folder that is the portal of practice mode."""
        return self.data / "portal"

    @property
    def memory(self) -> Path:
        """Return the folder where this workstation remembers what it saw in queues."""
        return self.data / "seen"

    def memory_of(self, queue: str) -> Path:
        """Return the file where this workstation remembers what it saw in one queue."""
        return self.memory / f"{hashlib.sha256(queue.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.json"

    @property
    def workspaces(self) -> Path:
        """Return the folder that holds one folder of tables per running Steward."""
        return self.cache / "tables"

    @property
    def log_file(self) -> Path:
        """Return the file of the log."""
        return self.logs / "steward.log"


def _home_of_environment() -> Path | None:
    named = os.environ.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser().absolute() if named else None
