"""Proposes how a report becomes a table with one row for each value; the person may change every part of it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from steward.remedies.reshape import KEEP, REMEDY
from steward.schema.checks._lines import labels
from steward.schema.headings import FAMILIES, Heading, headings
from steward.schema.layout import group_names, layout
from steward.table.sheet import Sheet
from steward.tasks.row_kinds import Kinds, context_of, kinds_of
from steward.tasks.workbench import Workbench
from steward.vocabulary.recipe import Parameter, Step
from steward.vocabulary.row_kind import RowKind

NO_MEASURE = ""
RESHAPE = REMEDY.name
ENOUGH_MEASURES = 2
KEY_BYTES = 16
LEFT_OUT_TOGETHER = (RowKind.HEADER, RowKind.NOTE, RowKind.PAGE)


class Fate(StrEnum):
    """What becomes of rows of one kind."""

    OUT = "left_out"
    COLUMN = "column"    # a column of its own says what they say
    ROWS = "rows"        # they stay as any others


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a table is to be reshaped, as the form holds it. A column in none of the sets is repeated beside each value."""

    values: frozenset[str]
    left_out: frozenset[str] = frozenset()
    filled_down: frozenset[str] = frozenset()
    what: str
    what_2: str = ""                 # where the names are taken apart: of their second part
    value: str
    keeps_blanks: bool = False
    kinds: Kinds = field(default_factory=dict)
    sections: Fate = Fate.COLUMN
    section: str = "Section"         # name of the column for titles of sections
    subheaders: Fate = Fate.COLUMN
    sub: str = "Measure"             # name of the column for what a second row of names says
    totals: Fate = Fate.OUT
    mark: str = "Kind of row"        # name of the column that tells totals from records
    others: Fate = Fate.OUT          # headers that come again, notes, lines of the printed page


def proposed_wish(bench: Workbench) -> Wish:
    """Return how Steward would reshape the candidate; no column is a value where none looks like one."""
    context = context_of(bench)
    found = context.once(layout)
    named = names_for(bench.candidate, found.values)
    taken = frozenset(found.ids)
    return Wish(values=frozenset(found.values), left_out=frozenset(found.left_out) if found.values else frozenset(),
                what=_free(named[0], taken), what_2=_free(named[1], taken) if named[1] else "", value=_free("Value", taken),
                section=_free("Section", taken), sub=_free("Measure", taken),
                mark=_free("Kind of row", taken), kinds=kinds_of(context, found),
                filled_down=frozenset(group_names(context, found)))


def proposed_reshape(bench: Workbench) -> Step | None:
    """Return the step that reshapes the candidate as Steward reads it; None where no column looks like values."""
    wish = proposed_wish(bench)
    return step_of(bench.candidate, wish) if wish.values else None


def step_of(sheet: Sheet, wish: Wish) -> Step:
    """Return the step that does what is wished; `reshape` says where that cannot be."""
    values = tuple(name for name in sheet.names if name in wish.values)
    left_out = tuple(name for name in sheet.names if name in wish.left_out and name not in wish.values)
    ids = tuple(name for name in sheet.names if name not in values and name not in left_out)
    said: dict[str, Parameter] = {"ids": ids, "values": values, "left_out": left_out, **_names(sheet, values, wish)}
    if down := tuple(name for name in ids if name in wish.filled_down):
        said["filled_down"] = down
    if wish.keeps_blanks:
        said["blanks"] = KEEP
    return Step(remedy=RESHAPE, parameters={**said, **_rows(wish)})


def remembering(sheet: Sheet, step: Step) -> Step:
    """Return a step ready for the recipe: one that reshapes knows again the rows that it names."""
    return REMEDY.remembering(sheet, step, secrets.token_hex(KEY_BYTES)) if step.remedy == RESHAPE else step


def can_take_apart(sheet: Sheet, values: Sequence[str]) -> bool:
    """Return whether the names of these columns hold two things each, such as a month and a measure."""
    return bool(names_for(sheet, values)[1])


def names_for(sheet: Sheet, values: Sequence[str]) -> tuple[str, str]:
    """Return what the column for the names of these columns is called; and where they hold two things, that for the second."""
    taken = _taken_apart(sheet, values)
    if not taken:
        return "Category", ""
    families = {one.family for one in taken}
    name = str(FAMILIES[families.pop()].name) if len(families) == 1 else "Period"
    measures = {one.measure for one in taken}
    return name, "" if NO_MEASURE in measures or len(measures) < ENOUGH_MEASURES else "Measure"


def _taken_apart(sheet: Sheet, values: Sequence[str]) -> list[Heading]:
    """Return the names of these columns taken apart; nothing where one of them cannot be."""
    apart = dict(zip(sheet.names, headings(tuple(labels(sheet))), strict=True))
    found = [apart[name] for name in values]
    return [one for one in found if one is not None] if None not in found else []


def _names(sheet: Sheet, values: Sequence[str], wish: Wish) -> dict[str, Parameter]:
    named: dict[str, Parameter] = {"what": wish.what.strip(), "value": wish.value.strip()}
    if (row := _subheader(wish)) is not None and wish.subheaders is Fate.COLUMN:
        return {**named, **_second_names(sheet, values, row), "what_2": wish.sub.strip()}
    if not wish.what_2 or not can_take_apart(sheet, values):
        return named
    taken = _taken_apart(sheet, values)
    return {**named, "says": tuple(one.value for one in taken), "what_2": wish.what_2.strip(),
            "says_2": tuple(one.measure for one in taken)}


def _subheader(wish: Wish) -> int | None:
    return next(iter(_of(wish, RowKind.SUBHEADER)), None)


def _second_names(sheet: Sheet, values: Sequence[str], row: int) -> dict[str, Parameter]:
    """Return what the names of these columns say, and the row of names below them; a blank one says what the last one says."""
    place = sheet.rows.tolist().index(row) if row in sheet.rows else 0
    names = zip(*((column.label or "", column.values[place].as_py()) for column in sheet.columns), strict=True)
    first, second = (dict(zip(sheet.names, _filled_on(tuple(one)), strict=True)) for one in names)
    return {"says": tuple(first[name] for name in values), "says_2": tuple(second[name] for name in values)}


def _filled_on(names: Sequence[str]) -> list[str]:
    told, last = list[str](), ""
    for name in names:
        last = " ".join(name.split()) or last
        told.append(last)
    return told


def _rows(wish: Wish) -> dict[str, Parameter]:
    sections, totals = _of(wish, RowKind.SECTION), _of(wish, RowKind.TOTAL)
    gone = [*(_of(wish, *LEFT_OUT_TOGETHER) if wish.others is Fate.OUT else ()),
            *(_of(wish, RowKind.SUBHEADER) if wish.subheaders is not Fate.ROWS else ()),
            *(totals if wish.totals is Fate.OUT else ()), *(sections if wish.sections is Fate.OUT else ())]
    said: dict[str, Parameter] = {"rows_left_out": tuple(sorted(gone))} if gone else {}
    if sections and wish.sections is Fate.COLUMN:
        said |= {"titles": wish.section.strip(), "title_rows": tuple(sections)}
    if totals and wish.totals is Fate.COLUMN:
        said |= {"mark": wish.mark.strip(), "mark_rows": tuple(totals)}
    return said


def _of(wish: Wish, *kinds: RowKind) -> list[int]:
    return sorted(row for row, kind in wish.kinds.items() if kind in kinds)


def _free(name: str, taken: frozenset[str]) -> str:
    """Return the name, with a number where a column has it already."""
    wanted, again = name, 2
    while wanted in taken:
        wanted, again = f"{name} {again}", again + 1
    return wanted
