"""Coordinates that do not lie where the city is: exchanged, in feet or meters of a map, or elsewhere.

Source: Portland's published layers (extents in steward/table/region.py); RFC 7946, longitude before latitude in degrees.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from steward.schema.checks._finding import Places, at_places, in_rows
from steward.schema.context import Context
from steward.schema.map_places import MOSTLY, Pair, pairs
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words


class Coordinates:
    """Pairs of columns that tell places."""

    kinds = ("swapped-coordinates", "state-plane", "web-mercator", "far-coordinates")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each kind of doubt about each pair; it names the column of longitudes."""
        for pair in context.once(pairs):
            near = pair.here | pair.swapped | pair.in_feet | pair.in_web_meters
            is_of_here = near.sum() >= MOSTLY * pair.known.sum()
            masks = (pair.swapped, pair.in_feet, pair.in_web_meters, pair.known & ~near & is_of_here)
            for doubt, mask in zip(DOUBTS, masks, strict=True):
                places = np.flatnonzero(mask)
                if len(places):
                    yield _about(context, pair, places, doubt)


def _about(context: Context, pair: Pair, places: Places, doubt: "_Doubt") -> Finding:
    where = in_rows(pair.east.name, len(places), int(context.sheet.rows[places[0]]))
    return at_places(context.sheet, places, pair.east.name, kind=doubt.kind, tier=Tier.WARN, remedies=(doubt.remedy,),
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


@dataclass(frozen=True, slots=True)
class _Doubt:
    kind: str
    what: Callable[[int], Message]
    next_step: Message
    remedy: str


DOUBTS = (
    _Doubt("swapped-coordinates", _swapped, say("Exchange the two columns where they are exchanged."), "swap_coordinates"),
    _Doubt("state-plane", _feet, say("Change them into degrees of longitude and latitude, which every map reads."),
           "reproject_state_plane"),
    _Doubt("web-mercator", _web_meters, say("Change them into degrees of longitude and latitude, which every map reads."),
           "reproject_web_mercator"),
    _Doubt("far-coordinates", _far, say("See whether a digit or a minus sign is missing, and correct them in your file. "
                                        "Coordinates of zero mean that nobody knew the place."), "leave_out_rows"),
)
CHECK = Coordinates()
