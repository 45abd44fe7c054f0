"""What remedies share: reading a step's column and parameters, and changing values once for all rows that hold them."""

from collections.abc import Callable

import pyarrow as pa

from steward.remedies import StepDoesNotFit
from steward.table.distinct import Mask, distinct, rows_of
from steward.table.profile import ColumnProfile
from steward.table.sheet import Column, Sheet
from steward.table.text import changed_where, matching
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, say
from steward.vocabulary.recipe import Step

PLAIN_SIGNS = r"^[\x20-\x7e]*$"    # RE2 answers for these as Python's own patterns do


def column_of(sheet: Sheet, step: Step) -> Column:
    """Return the column that the step names. Raises: StepDoesNotFit if the sheet has none of that name."""
    if step.column is None:
        raise StepDoesNotFit(words(say("A step of the recipe names no column, and it needs one."),
                                   next_step=say("Take the step out of the recipe, and choose the change again.")))
    if step.column not in sheet.names:
        raise StepDoesNotFit(words(say("The recipe changes a column that the table does not have."),
                                   say("Column {column}.", column=step.column),
                                   say("Take the step out of the recipe, or choose the column that has its place now.")))
    return sheet.column(step.column)


def columns_of(sheet: Sheet, step: Step) -> tuple[str, ...]:
    """Return the columns that parameter `columns` names. Raises: StepDoesNotFit if it names none, or the sheet lacks one."""
    names = texts_of(step, "columns")
    missing = [name for name in names if name not in sheet.names]
    if missing or not names:
        raise StepDoesNotFit(words(say("The recipe looks at columns together, and the table does not have all of them."),
                                   say("Columns that are not there: {columns}.", columns=", ".join(missing) or "…"),
                                   say("Take the step out of the recipe, and choose it again.")))
    return names


def name_of(step: Step) -> str:
    """Return the name of the step's column, for a sentence."""
    return step.column or ""


def text_of(step: Step, parameter: str, default: str = "") -> str:
    """Return a parameter that is a text."""
    value = step.parameters.get(parameter)
    return value if isinstance(value, str) else default


def texts_of(step: Step, parameter: str) -> tuple[str, ...]:
    """Return a parameter that lists texts."""
    value = step.parameters.get(parameter)
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, tuple | list) else ()


def numbers_of(step: Step, parameter: str) -> tuple[int, ...]:
    """Return a parameter that lists whole numbers."""
    value = step.parameters.get(parameter)
    return tuple(int(number) for number in value) if isinstance(value, tuple | list) else ()


def number_of(step: Step, parameter: str, default: int) -> int:
    """Return a parameter that is a whole number."""
    value = step.parameters.get(parameter)
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def with_mapped(sheet: Sheet, step: Step, change: Callable[[pa.Array], pa.Array]) -> Sheet:
    """Return the sheet with `change` done to each value of the step's column, once per distinct value."""
    column = column_of(sheet, step)
    values = distinct(column.values)
    changed = change(values.values).cast(column.values.type)
    return sheet if changed.equals(values.values) else sheet.with_values(column.name, rows_of(values, changed))


def with_emptied(sheet: Sheet, profile: ColumnProfile, mask: Mask) -> Sheet:
    """Return the sheet with those values of a column left empty. Shape: `mask` has a place for each distinct value."""
    import pyarrow.compute as pc

    if not mask.any():
        return sheet
    values = profile.distinct.values
    emptied = pc.if_else(pa.array(mask), pa.scalar("", values.type), values)
    return sheet.with_values(profile.name, rows_of(profile.distinct, emptied))


def with_each(sheet: Sheet, step: Step, change: Callable[[str], str], pattern: str = "") -> Sheet:
    """Return the sheet with `change` done to the text of each distinct value of the step's column.

    With an RE2 `pattern` only values that hold it are looked at, which spares a million others.
    """
    return with_mapped(sheet, step, lambda values: _each(values, change, pattern))


def with_quick(sheet: Sheet, step: Step, quick: Callable[[pa.Array], pa.Array], change: Callable[[str], str]) -> Sheet:
    """Return the same, where Arrow can do it for most values: `quick` gives null for each value that `change` must look at."""
    return with_mapped(sheet, step, lambda values: quick_or_each(values, quick, change))


def quick_or_each(values: pa.Array, quick: Callable[[pa.Array], pa.Array], change: Callable[[str], str]) -> pa.Array:
    """Return what `quick` gives for each value, and where that is null the text that `change` makes of it."""
    import pyarrow.compute as pc

    done = quick(values).cast(values.type)
    if not done.null_count:
        return done
    left = pc.is_null(done)
    return pc.replace_with_mask(done, left, each_once(values.filter(left), change))


def _each(values: pa.Array, change: Callable[[str], str], pattern: str) -> pa.Array:
    if not pattern:
        return each_once(values, change)
    return changed_where(matching(values, pattern), values, lambda some: each_once(some, change))


def each_once(values: pa.Array, change: Callable[[str], str]) -> pa.Array:
    """Return the changed text of each value; of a value that stands there often it is asked once."""
    known = values.dictionary_encode()
    return pa.array(map(change, known.dictionary.to_pylist()), values.type).take(known.indices)


def with_text_in(sheet: Sheet, name: str, mask: Mask, text: str) -> Sheet:
    """Return the sheet with one text in the masked cells of a column; itself where that changes nothing."""
    import pyarrow.compute as pc

    values = sheet.column(name).values
    changed = pc.if_else(pa.array(mask), pa.scalar(text, values.type), values)
    return sheet if changed.equals(values) else sheet.with_values(name, changed)


def refuse(what: Message, next_step: Message, column: str) -> StepDoesNotFit:
    """Return the refusal of a step on a column."""
    return StepDoesNotFit(words(what, say("Column {column}.", column=column), next_step))
