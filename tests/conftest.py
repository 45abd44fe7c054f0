"""What every test stands on: its own home, no network, no unexpected word in the log."""

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.architecture.source import CORE
from tests.ready_children import Origin

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"
LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")
TESTS = Path(__file__).resolve().parent
UNIT_ROOMS = {TESTS / room for room in CORE}
STARTS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.exec"}
NETWORK_EVENTS = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}

ONCE, LONG = 25, 500     # examples: of each run, which draws others each time, and for `--hypothesis-profile=long`
for name, count in (("steward", ONCE), ("long", LONG)):
    hypothesis.settings.register_profile(name, deadline=None, print_blob=True, max_examples=count)  # speeds differ
hypothesis.settings.load_profile("steward")


class OutsideReached(AssertionError):
    """A test reached for the network beyond this computer, or started a process where the unit part runs alone."""


def is_in_unit_room(path: Path) -> bool:
    """Return whether a file of tests belongs to a room of the core, which opens nothing."""
    return not UNIT_ROOMS.isdisjoint((path, *path.parents))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Pass over the other rooms unread where the unit part alone is asked for: to read them takes longer than to run it."""
    is_other = collection_path.parent == TESTS and collection_path.is_dir() and not is_in_unit_room(collection_path)
    return True if is_other and config.option.markexpr == "unit" else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the unit part: the tests in rooms of the core, but for those that say they start a process."""
    for item in items:
        if is_in_unit_room(item.path) and not item.get_closest_marker("starts_process"):
            item.add_marker("unit")


class Outside:
    """Refuses every address beyond this computer, and remembers who asked, should the refusal be swallowed."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may_start = True

    def watch(self, event: str, arguments: tuple) -> None:
        if (event in NETWORK_EVENTS and not _is_here(arguments)) or (event in STARTS and not self.may_start):
            self.asked.append(event)
            raise OutsideReached(event)


def _is_here(arguments: tuple) -> bool:
    """Return whether the event (socket, address) or (host, port, ...) stays on this computer; a path is a local socket."""
    first, second = arguments[:2] if len(arguments) > 1 else (arguments[0], None)
    if isinstance(first, (str, bytes, type(None))):
        host = first
    elif isinstance(second, tuple):
        host = second[0]
    else:
        return True
    host = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    return not host or host.startswith(LOOPBACK)


OUTSIDE = Outside()
sys.addaudithook(OUTSIDE.watch)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real city files and official schemas beside the checkout, or skip."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real files is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch) -> Path:
    """Give each test its own place for drafts, settings, logs and temporary tables."""
    monkeypatch.setenv("STEWARD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def only_this_computer(request) -> Iterator[None]:
    """Fail the test that reached out of its place, even where the code under test swallowed the refusal."""
    OUTSIDE.asked.clear()
    OUTSIDE.may_start = request.config.option.markexpr != "unit"
    yield
    OUTSIDE.may_start = True
    assert not OUTSIDE.asked, f"the test reached beyond this computer, or started a process: {OUTSIDE.asked}"


@pytest.fixture(scope="session")
def origin() -> Iterator[Origin | None]:
    """Return the process whose copies read files in tests, or None where a process cannot be copied."""
    origin = Origin() if sys.platform == "linux" else None
    yield origin
    if origin is not None:
        origin.end()


@pytest.fixture(autouse=True)
def ready_children(request, monkeypatch, origin) -> None:
    """Let reading processes begin at once, but for the tests of that process (marked `new_process`)."""
    if origin is not None and not request.node.get_closest_marker("new_process"):
        monkeypatch.setattr("steward.readers.process._new_child", origin.copy)


class LoudRecords(logging.Handler):
    """Keeps the log records of warnings and worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class Expected:
    """The loggers whose warnings a test expects."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, logger: str) -> None:
        self.names.append(logger)


@pytest.fixture
def expected_log() -> Expected:
    """Return a function that names a logger whose warnings the test expects; if none comes, the test fails too.

    `expected_log("steward.gui.worker")` covers that logger and those below it.
    """
    return Expected()


@pytest.fixture(autouse=True)
def quiet_log(expected_log) -> Iterator[None]:
    """Fail the test that logs a warning or worse without having said so."""
    loud = LoudRecords()
    logging.getLogger().addHandler(loud)
    yield
    logging.getLogger().removeHandler(loud)
    check_log(loud.records, expected_log.names)


def check_log(records: list[logging.LogRecord], expected: list[str]) -> None:
    """Raise AssertionError for a record nobody expected, and for an expected one that did not come."""
    def is_of(record: logging.LogRecord, name: str) -> bool:
        return record.name == name or record.name.startswith(f"{name}.")

    surprises = [f"{record.name}: {record.getMessage()}" for record in records
                 if not any(is_of(record, name) for name in expected)]
    assert not surprises, f"unexpected in the log: {surprises}"
    silent = [name for name in expected if not any(is_of(record, name) for record in records)]
    assert not silent, f"expected in the log and did not come: {silent}"
