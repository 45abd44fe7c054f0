"""Gathers the evidence of all columns, some columns at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from steward.privacy.evidence import Evidence, gather
from steward.privacy.headers import HeaderReading, header_reader
from steward.privacy.knowledge import Knowledge
from steward.table.profile import TableProfile
from steward.table.together import shared_out
from steward.vocabulary.hands import Begun, Hands
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

Group = tuple[tuple[int, HeaderReading], ...]   # 0-based places of columns, with what their headers say


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Evidence that is being gathered."""

    groups: tuple[Group, ...]
    begun: Begun[list[Evidence]]

    def evidences(self, progress: Progress) -> list[Evidence]:
        """Return the evidence of all columns in their order. Raises: Cancelled if the person stopped it."""
        found = self.begun.answers(progress, say("Looking for personal information"))
        by_place = {place: evidence for group, some in zip(self.groups, found, strict=True)
                    for (place, _), evidence in zip(group, some, strict=True)}
        return [by_place[place] for place in range(len(by_place))]


def begin_gathering(profile: TableProfile, knowledge: Knowledge, hands: Hands) -> Gathering:
    """Return the gathering, begun; the heaviest columns stand first, so that nobody waits for one."""
    reader = header_reader(knowledge)
    readings = [reader.read(column.column.label or "") for column in profile.columns]
    groups = tuple(tuple((place, readings[place]) for place in group)
                   for group in shared_out([column.distinct.values.nbytes for column in profile.columns]))
    return Gathering(groups=groups, begun=hands.begin(gather_group, (profile, knowledge), groups))


def gather_group(profile: TableProfile, knowledge: Knowledge, group: Group) -> list[Evidence]:
    """Return the evidence of a group of columns, in its order."""
    columns: Sequence[int] = [place for place, _ in group]
    return gather([profile.columns[place] for place in columns], [reading for _, reading in group], knowledge)
