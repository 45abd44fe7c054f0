"""What waits to be done to the open table, one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.vocabulary.message import Message
from steward.vocabulary.progress import Progress

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

Rework = Callable[["Workbench", Progress], "Workbench"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One slow change that waits for its turn."""

    work: Rework
    progress: Message | None
    then: Callable[[], object] | None
