"""How far a suppressed cell of a table with totals can be narrowed down, exactly, and which more cells must go with it.

Context: whoever knows the totals can work out a cell that is suppressed alone. Decision: a two-way table with its totals is a
network: each cell a flow from its row to its column, each total a flow back, so that what flows into a node flows out of it.
With all published flows fixed, the least and the most that a suppressed flow can be are maximal flows through the other
suppressed ones (whole numbers, by the integrality of flows), which is exact, and quick since only a few units are asked for.
Refused: linear programming (another library for what a breadth-first search finds), and counting suppressed cells per line
(two in each row and column can still be worked out).
Sources: Cox 1980, "Suppression methodology and statistical disclosure control"; Cox 1995, "Network models for complementary
cell suppression"; Hundepool and others 2012, section 4.4.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST = 1        # a suppressed cell is never empty, and whoever reads the table may know that
NO_WAY = 1 << 60
MORE = 1_000      # what one more suppressed cell costs, besides its count: few cells are better than small ones


@dataclass(frozen=True, slots=True)
class Flow:
    """One cell or total: from which node to which, how much, and whether it may be suppressed to protect others.

    `least` is what anybody knows it to be at least: a total of three filled cells is three or more.
    """

    tail: int
    head: int
    value: int
    may_go: bool = True
    least: int = LEAST


@dataclass(frozen=True, slots=True)
class Interval:
    """The least and the most that a suppressed cell can be for those who know all that is published; at most `reach` away."""

    least: int
    most: int


class Network:
    """The flows of one table. Raises: ValueError where what flows into a node does not flow out of it."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        """Keep the flows."""
        self.flows = tuple(flows)
        self._at: dict[int, list[tuple[int, int, bool]]] = {}    # node: (other node, flow, whether it grows that way)
        balance: dict[int, int] = {}
        for number, flow in enumerate(self.flows):
            self._at.setdefault(flow.tail, []).append((flow.head, number, True))
            self._at.setdefault(flow.head, []).append((flow.tail, number, False))
            balance[flow.tail] = balance.get(flow.tail, 0) + flow.value
            balance[flow.head] = balance.get(flow.head, 0) - flow.value
        if any(balance.values()):
            raise ValueError("the flows do not add up")

    def interval(self, number: int, suppressed: Iterable[int], reach: int) -> Interval:
        """Return how far a suppressed flow may be from what it is, looked for up to `reach` units in each direction."""
        flow, known = self.flows[number], frozenset(suppressed)
        down, _ = self._rerouted(number, known, min(reach, flow.value - LEAST), is_growing=False, may_add=False)
        up, _ = self._rerouted(number, known, reach, is_growing=True, may_add=False)
        return Interval(flow.value - down, flow.value + up)

    def protected(self, primary: Sequence[int], fewest: int, hidden: Iterable[int] = ()) -> frozenset[int] | None:
        """Return the flows to suppress so that totals tell of none of the primary ones more than "1 to fewest - 1".

        `hidden` are known to nobody in any case, and are among those returned. None where no suppression within the table can
        do that. Cells with small values are suppressed before large ones.
        """
        suppressed = frozenset((*primary, *hidden))
        for number in sorted(primary, key=lambda one: self.flows[one].value):
            value = self.flows[number].value
            for need, is_growing in ((fewest - 1 - value, True), (value - self.flows[number].least, False)):
                got, used = self._rerouted(number, suppressed, need, is_growing=is_growing, may_add=True)
                if got < need:
                    return None
                suppressed |= used
        return suppressed

    def _rerouted(self, number: int, suppressed: frozenset[int], need: int, *, is_growing: bool,
                  may_add: bool) -> tuple[int, frozenset[int]]:
        """Return how many of the needed units can flow around a flow, and the flows that are not suppressed yet they take."""
        flow = self.flows[number]
        start, end = (flow.head, flow.tail) if is_growing else (flow.tail, flow.head)
        found, got = _Rerouting(suppressed, number, may_add=may_add), 0
        while got < need:
            path = self._cheapest(start, end, found)
            if path is None:
                break
            units = min([need - got, *(self._value(found, one) - LEAST for one, grows in path if not grows)])
            for one, grows in path:
                found.changed[one] = found.changed.get(one, 0) + (units if grows else -units)
            found.added |= {one for one, _ in path} - suppressed
            got += units
        return got, frozenset(found.added)

    def _value(self, found: "_Rerouting", number: int) -> int:
        return self.flows[number].value + found.changed.get(number, 0)

    def _cheapest(self, start: int, end: int, found: "_Rerouting") -> list[tuple[int, bool]] | None:
        """Return the way that suppresses least more, as (flow, whether it grows); None where there is none."""
        best, back = {start: 0}, dict[int, tuple[int, int, bool]]()
        waiting = [(0, start)]
        while waiting:
            cost, node = heapq.heappop(waiting)
            if node == end:
                return _way(back, start, end)
            if cost > best.get(node, NO_WAY):
                continue
            for other, number, grows in self._at.get(node, ()):
                cost_of = self._cost(found, number, grows=grows)
                if cost_of is None:
                    continue
                then = cost + cost_of
                if then < best.get(other, NO_WAY):
                    best[other], back[other] = then, (node, number, grows)
                    heapq.heappush(waiting, (then, other))
        return None

    def _cost(self, found: "_Rerouting", number: int, *, grows: bool) -> int | None:
        """Return what it costs to lead units over a flow, None where that cannot be."""
        if number == found.without or not (grows or self._value(found, number) > LEAST):
            return None
        if number in found.suppressed or number in found.added:
            return 1
        flow = self.flows[number]
        return MORE + flow.value if found.may_add and flow.may_go and flow.value >= LEAST else None


class _Rerouting:
    """How far one flow was led around: what changed in others, and which more would have to be suppressed."""

    def __init__(self, suppressed: frozenset[int], without: int, *, may_add: bool) -> None:
        self.suppressed, self.without, self.may_add = suppressed, without, may_add
        self.changed, self.added = dict[int, int](), set[int]()


def _way(back: dict[int, tuple[int, int, bool]], start: int, end: int) -> list[tuple[int, bool]]:
    way, node = list[tuple[int, bool]](), end
    while node != start:
        node, number, grows = back[node]
        way.append((number, grows))
    return way
