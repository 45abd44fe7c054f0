"""Coordinates that do not lie where the city is: exchanged, in feet or meters of a map, or elsewhere.

Source: Portland's published layers (extents in steward/table/region.py); RFC 7946, longitude before latitude in degrees.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows
from steward.schema.context import Context
from steward.schema.map_places import MOSTLY, Mask, Pair, pairs
from steward.table.figures import Figures
from steward.table.map_pairs import are_degrees
from steward.table.region import LATITUDES, LONGITUDES, within
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words

HALF_TURN, QUARTER_TURN = 180, 90   # degrees of longitude and latitude
FEWEST = 3      # places from which a table is told to be of another place
FEWEST_TOGETHER, RARE, TIMES = 100, 0.01, 1.5   # places, such a share of which may lie so many widths of the others away
DEGREES = 0.3   # and so far at least, some thirty kilometers
FEW = 0.05      # places that may lie apart from the others, at each end


class Coordinates:
    """Pairs of columns that tell places."""

    kinds = ("swapped-coordinates", "state-plane", "web-mercator", "far-coordinates", "lost-minus", "places-elsewhere")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each kind of doubt about each pair; it names the column of longitudes."""
        every = context.once(pairs)
        for pair in every:
            near = pair.here | pair.swapped | pair.in_feet | pair.in_web_meters
            is_of_here = near.sum() >= MOSTLY * pair.known.sum()
            feet = pair.in_feet & ~_is_told_in_degrees(every, pair)
            masks = (pair.swapped, feet, pair.in_web_meters, (pair.known & ~near & is_of_here) | _far_off(pair))
            for doubt, mask in zip(DOUBTS, masks, strict=True):
                places = np.flatnonzero(mask)
                if len(places):
                    yield _about(context, pair, places, doubt)
            if not is_of_here and are_degrees(pair.east.name, pair.north.name):
                yield from _all_elsewhere(context, pair, near)


def _is_told_in_degrees(every: "Iterable[Pair]", pair: Pair) -> Mask:
    """Return which records tell their place in degrees, too, in two other columns: then feet beside them do no harm."""
    told = np.zeros(len(pair.x), np.bool_)
    for other in every:
        if other is not pair:
            told |= other.here
    return told


def _far_off(pair: Pair) -> Mask:
    """Return which places lie in the region, but far from nearly all of the others, which lie close together."""
    here = pair.here
    far = np.zeros(len(here), np.bool_)
    if here.sum() < FEWEST_TOGETHER:
        return far
    for numbers in (pair.x, pair.y):
        low, high = np.quantile(numbers[here], (RARE, 1 - RARE))
        margin = max(TIMES * (high - low), DEGREES)
        far |= here & ((numbers < low - margin) | (numbers > high + margin))
    return far if far.sum() <= RARE * here.sum() else np.zeros(len(here), np.bool_)


def _all_elsewhere(context: Context, pair: Pair, near: Mask) -> Iterable[Finding]:
    """Yield a finding where the places lie here but for their minus sign, or where all lie close together in another place."""
    unsigned = within(-pair.x, LONGITUDES) & within(pair.y, LATITUDES)
    told = pair.known & ((pair.x != 0) | (pair.y != 0))
    if unsigned.sum() >= FEWEST and (unsigned | near).sum() >= MOSTLY * told.sum():
        yield _about(context, pair, np.flatnonzero(unsigned), LOST_MINUS)
    elif not near.any() and _are_close(pair.x[told], pair.y[told]):
        yield _about(context, pair, np.flatnonzero(told), ELSEWHERE)


def _are_close(x: Figures, y: Figures) -> bool:
    """Return whether places in degrees lie as close together as those of one region, but for a few."""
    if len(x) < FEWEST or np.abs(x).max() > HALF_TURN or np.abs(y).max() > QUARTER_TURN:
        return False
    return all(np.ptp(np.quantile(numbers, (FEW, 1 - FEW))) <= span[1] - span[0]
               for numbers, span in ((x, LONGITUDES), (y, LATITUDES)))


def _about(context: Context, pair: Pair, places: Places, doubt: "_Doubt") -> Finding:
    where = in_rows(pair.east.name, len(places), int(context.sheet.rows[places[0]]))
    return at_places(context.sheet, places, pair.east.name, kind=doubt.kind, tier=doubt.tier, remedies=doubt.remedies,
                     words=Words(what=doubt.what(len(places)), where=where, next_step=doubt.next_step))


def _swapped(count: int) -> Message:
    return say_count("One place has its longitude and latitude exchanged.",
                     "{count} places have their longitude and latitude exchanged.", count)


def _feet(count: int) -> Message:
    return say_count("One place looks like Oregon State Plane feet, not degrees.",
                     "{count} places look like Oregon State Plane feet, not degrees.", count)


def _web_meters(count: int) -> Message:
    return say_count("One place looks like meters of a map on the web (Web Mercator), not degrees.",
                     "{count} places look like meters of a map on the web (Web Mercator), not degrees.", count)


def _far(count: int) -> Message:
    return say_count("One place is far from Portland, and the others are not.",
                     "{count} places are far from Portland, and the others are not.", count)


def _unsigned(count: int) -> Message:
    return say_count("One longitude has no minus sign, so that its place lies in China.",
                     "{count} longitudes have no minus sign, so that their places lie in China.", count)


def _elsewhere(count: int) -> Message:
    return say_count("The only place of this table lies outside the Portland area.",
                     "All {count} places of this table lie outside the Portland area.", count)


@dataclass(frozen=True, slots=True)
class _Doubt:
    kind: str
    what: Callable[[int], Message]
    next_step: Message
    remedies: tuple[str, ...] = ()
    tier: Tier = Tier.WARN


DOUBTS = (
    _Doubt("swapped-coordinates", _swapped, say("Exchange the two columns where they are exchanged."), ("swap_coordinates",)),
    _Doubt("state-plane", _feet, say("Change them into degrees of longitude and latitude, which every map reads."),
           ("reproject_state_plane",)),
    _Doubt("web-mercator", _web_meters, say("Change them into degrees of longitude and latitude, which every map reads."),
           ("reproject_web_mercator",)),
    _Doubt("far-coordinates", _far, say("See whether a digit or a minus sign is missing, and correct them in your file. "
                                        "Coordinates of zero mean that nobody knew the place."), ("leave_out_rows",)),
)
LOST_MINUS = _Doubt("lost-minus", _unsigned, say("Put the minus sign before these longitudes: around Portland they are "
                                                 "between -123.5 and -121.6. Compare some places first."), ("add_minus",))
ELSEWHERE = _Doubt("places-elsewhere", _elsewhere, say("If the table is about Portland, correct the coordinates in your file. "
                                                       "If it is about another place, nothing has to change."), tier=Tier.NOTE)
CHECK = Coordinates()
