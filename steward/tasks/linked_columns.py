"""Which other columns still tell what a change hides: a block is no block while the latitude stands beside it.

Source: DataSF, "Open data release toolkit", linked fields; Portland Police Bureau, open data (100-block addresses, new
case numbers).
"""

import re
from collections.abc import Sequence

from steward.table.sheet import Sheet
from steward.tasks.workbench import Workbench
from steward.vocabulary.recipe import Step

COARSER_PLACES = frozenset(("address_to_block", "address_to_zip", "round_coordinates"))
COARSER_BIRTHS = frozenset(("birth_to_age", "date_to_year", "date_to_month", "age_bands"))
_PLACES, _BIRTHS = frozenset(("home_address", "precise_geo")), frozenset(("date_of_birth", "age"))
_PLACE_WORDS = frozenset(("latitude", "lat", "longitude", "lon", "lng", "long", "parcel", "taxlot", "rno", "apn", "geom",
                          "geometry", "shape", "point", "address", "addr", "street", "xcoord", "ycoord"))
_CASE = re.compile(r"(?i)(?:case|incident|permit|report|cad)[ _-]*(?:no|num|number|id|#)")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def still_telling(bench: Workbench, steps: Sequence[Step], after: Sheet) -> tuple[str, ...]:
    """Return the names of columns that still tell what the steps hide; those that a step made coarser are left away."""
    named = frozenset(step.remedy for step in steps)
    done = {step.column for step in (*bench.draft.recipe.steps, *steps) if step.remedy in COARSER_PLACES | COARSER_BIRTHS}
    left = [name for name in after.names if name not in done]
    if named & COARSER_PLACES:
        return tuple(name for name in left if _kinds_of(bench, name) & _PLACES or _leads_to_a_place(name))
    if named & COARSER_BIRTHS and any(_kinds_of(bench, step.column) & _BIRTHS for step in steps):
        return tuple(name for name in left if _kinds_of(bench, name) & _BIRTHS)
    return ()


def _leads_to_a_place(name: str) -> bool:
    words = {word.lower() for word in _WORDS.findall(name)}
    return not words.isdisjoint(_PLACE_WORDS) or _CASE.search(name) is not None


def _kinds_of(bench: Workbench, name: str | None) -> frozenset[str]:
    return frozenset(harm.kind for one in bench.report.privacy.columns if one.column == name for harm in one.harmful)
