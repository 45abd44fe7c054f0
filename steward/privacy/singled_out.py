"""Says of a table about people that some of them stand alone, or nearly so, in what many know of them. Never holds a cell."""

from collections.abc import Sequence

from steward.privacy.disclosure import Disclosure, rows_in_small_groups
from steward.privacy.policy import Policy
from steward.table.places import positions_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import RowNumbers
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.words import Words

KIND = "small-groups"
MOST_LEFT_OUT = 0.2      # of the rows: to leave out more would publish another table
_SHOWN = 4


def small_groups(risk: Disclosure | None, quasi: Sequence[ColumnProfile], rows: RowNumbers,
                 policy: Policy) -> tuple[Finding, ...]:
    """Return the finding about rows in groups below the threshold; none where there are no such rows."""
    if risk is None or not risk.rows_in_small_groups:
        return ()
    are_few = risk.rows_in_small_groups <= MOST_LEFT_OUT * risk.rows
    places: Positions = positions_of(rows[rows_in_small_groups(quasi, risk.threshold)]) if are_few else NOWHERE
    where = say_count("{count} row is in a group of fewer than {threshold} that are alike in {columns}; {unique} stand alone.",
                      "{count} rows are in groups of fewer than {threshold} that are alike in {columns}; {unique} stand alone.",
                      risk.rows_in_small_groups, threshold=risk.threshold, columns=_named(risk.quasi_identifiers),
                      unique=risk.unique_rows)
    return (Finding(kind=KIND, tier=policy.tier(KIND), count=risk.rows_in_small_groups, rows=places, room="privacy",
                    basis=policy.basis(KIND), remedies=("leave_out_small_groups", "leave_out_rows") if are_few else (),
                    words=Words(what=say("Some people could be singled out by what others know of them."), where=where,
                                next_step=_next_step(are_few=are_few))),)


def _named(columns: tuple[str, ...]) -> str:
    return ", ".join(columns[:_SHOWN]) + (", …" if len(columns) > _SHOWN else "")


def _next_step(*, are_few: bool) -> Message:
    if are_few:
        return say("Make one of these columns coarser, such as ages in bands, or leave out these rows; or say why they may be "
                   "public.")
    return say("Make these columns coarser, such as ages in bands or ZIP codes told together, or leave one of them out; or say "
               "why they may be public.")
