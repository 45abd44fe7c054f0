"""A workstation in a temporary folder, with a clock that stands still."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from steward.tasks.house import House


@dataclass
class StillClock:
    """A clock that a test sets."""

    moment: str = "2026-11-23T17:00:00+00:00"

    def now(self) -> str:
        return self.moment

    def today(self) -> str:
        return self.moment[:10]


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def house(tmp_path, clock) -> Iterator[House]:
    with House.open(tmp_path / "home", clock) as opened:
        yield opened.acted_by("clerk", "A Clerk")


@pytest.fixture
def table(tmp_path) -> Path:
    path = tmp_path / "requests.csv"
    path.write_text("Request,Requester Name,Home Phone,Received,Kind\n"
                    "1,Linda Brown,503-281-0101,2026-01-05,Pruning\n"
                    "2,Mary Smith,503-281-0102,2026-01-06,Planting\n"
                    "3,John Jones,,2026-02-07,Pruning\n", encoding="utf-8")
    return path
