"""Records with too many or too few cells. Kinds as in frictionless; they are kept apart with their text, never padded."""

from collections.abc import Callable, Iterable

from steward.schema.checks._finding import about_numbered
from steward.schema.context import Context
from steward.schema.footers import footers
from steward.table.sheet import Quarantined
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier


class RaggedRows:
    """Quarantined records, by what is the matter with them."""

    kinds = ("extra-cell", "missing-cell", "unreadable-row")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding for the records with too many cells, one for those with too few, one for the others."""
        width = context.inner_width
        set_apart = context.sheet.quarantine
        below = frozenset(context.once(footers).apart if set_apart else ())
        yield from _about([one for one in set_apart if one.cells > width], "extra-cell", _too_many, below)
        yield from _about([one for one in set_apart if one.cells < width], "missing-cell", _too_few, below)
        yield from _about([one for one in set_apart if one.cells == width], "unreadable-row", _unreadable, below)


def _about(records: list[Quarantined], kind: str, what: Callable[[int], Message], below: frozenset[int]) -> Iterable[Finding]:
    rows = [one.row for one in records]
    lines = [one.line for one in records if one.line is not None]
    known = lines if len(lines) == len(rows) else ()
    yield from about_numbered(rows, known, kind=kind, tier=Tier.DECIDE, what=what(len(records)),
                              next_step=_next_step(len(below.intersection(rows)), len(rows)),
                              remedies=("leave_out_quarantined",))


def _next_step(footers_among: int, count: int) -> Message:
    if not footers_among:
        return say("Mend them here, or in your file, or leave them out and say why.")
    if footers_among == count:
        return say_count("It looks like a note below the table: leave it out, and put what it says into the description.",
                         "They look like notes below the table: leave them out, and put what they say into the description.",
                         count)
    return say_count("One of them looks like a note below the table: leave it out. Mend the others, or leave them out and "
                     "say why.",
                     "{count} of them look like notes below the table: leave these out. Mend the others, or leave them out and "
                     "say why.", footers_among)


def _too_many(count: int) -> Message:
    return say_count("One row has more cells than the table has columns. It is not part of the table.",
                     "{count} rows have more cells than the table has columns. They are not part of the table.", count)


def _too_few(count: int) -> Message:
    return say_count("One row has fewer cells than the table has columns. It is not part of the table.",
                     "{count} rows have fewer cells than the table has columns. They are not part of the table.", count)


def _unreadable(count: int) -> Message:
    return say_count("One row could not be read as a record. It is not part of the table.",
                     "{count} rows could not be read as records. They are not part of the table.", count)


CHECK = RaggedRows()
