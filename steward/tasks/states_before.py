"""What was found in the states of the table before the present one, so that undo and redo show it at once.

Decision: a state is kept whole, its sheet and its report, as long as all of them together do not take more memory than a fixed
amount; columns that the present state has too cost nothing. A state that was let go of is replayed and checked anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from steward.schema.field import Constraints, Field
from steward.table.profile import ColumnProfile
from steward.table.sheet import Sheet
from steward.tasks.report import CheckReport
from steward.vocabulary.recipe import Recipe
from steward.workflow.draft import Draft

MOST_BYTES = 400 << 20
MOST_STATES = 12
Rules = tuple[tuple[str, ...], tuple[str, ...], frozenset[tuple[str, Constraints, tuple[object, ...]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A candidate and what was found in it, with what led to it."""

    recipe: Recipe
    rules: Rules
    candidate: Sheet = field(repr=False)
    report: CheckReport = field(repr=False)

    def is_of(self, draft: Draft) -> bool:
        """Return whether the draft asks for this state."""
        return self.recipe == draft.recipe and self.rules == rules_of(draft)


def rules_of(draft: Draft) -> Rules:
    """Return what was said of the columns but for the words, on which no check of the table depends."""
    ruled = (one for one in draft.fields if one.constraints != Constraints() or one.is_typed or one.nothing_words)
    return draft.primary_key, draft.asked_columns, frozenset(
        (one.column, one.constraints, _reading(one) if one.is_typed else one.nothing_words) for one in ruled)


def _reading(field: Field) -> tuple[object, ...]:
    return field.type, field.format, field.missing_values, field.true_values, field.false_values


def state_of(draft: Draft, candidate: Sheet, report: CheckReport) -> State:
    """Return the state that a draft, its candidate and its report are."""
    return State(recipe=draft.recipe, rules=rules_of(draft), candidate=candidate, report=report)


def kept(states: Iterable[State], present: CheckReport) -> tuple[State, ...]:
    """Return the states that may stay beside the present one, those that come first before the others."""
    found: list[State] = []
    known, size_bytes = _parts(present), 0
    for state in states:
        own = {part: size for part, size in _parts(state.report).items() if part not in known}
        size_bytes += sum(own.values())
        if size_bytes > MOST_BYTES or len(found) == MOST_STATES:
            break
        known |= own
        found.append(state)
    return tuple(found)


def _parts(report: CheckReport) -> dict[int, int]:
    """Return what the columns of a report hold in memory, in bytes, by the identity of each."""
    return {id(column): _size(column) for column in report.profile.columns}


def _size(column: ColumnProfile) -> int:
    values = column.distinct
    codes = 0 if values.codes is None else values.codes.nbytes
    own: int = values.values.nbytes if codes else 0     # else they are the cells themselves
    return int(column.column.values.nbytes) + codes + own + 3 * len(column.is_blank)
