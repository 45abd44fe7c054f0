"""Keeps the drafts of a dataset to one window: what two windows save of one draft would take each other's place."""

from typing import TYPE_CHECKING

from steward.vocabulary.errors import StewardError
from steward.workflow.draft import Draft

if TYPE_CHECKING:
    from steward.tasks.drafting import Held
    from steward.tasks.house import House


class Hold:
    """What this window holds: one dataset at most."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._held: Held | None = None
        self._dataset = ""

    def take(self, house: "House", draft: Draft) -> Draft:
        """Return the draft as it is saved now, held by this window. Raises: DraftOpenElsewhere, DraftMissing."""
        from steward.tasks import drafting

        self.keep(house, draft)
        return drafting.load(house, draft.id)

    def keep(self, house: "House", draft: Draft) -> None:
        """Hold the dataset of a draft, and what was held before no more. Raises: DraftOpenElsewhere."""
        from steward.tasks import drafting

        dataset = draft.part_of or draft.id
        if self._held is None or dataset != self._dataset:
            self.free()
            self._held, self._dataset = drafting.hold(house, draft), dataset

    def keep_new(self, house: "House", draft: Draft) -> None:
        """Hold a draft that was just begun, which no other window can know of yet."""
        try:
            self.keep(house, draft)
        except StewardError:
            self.free()

    def free(self) -> None:
        """Hold nothing any more."""
        if self._held is not None:
            self._held.free()
        self._held, self._dataset = None, ""
