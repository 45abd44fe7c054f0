"""What a step that reshapes a table says, read once and held against the table."""

from dataclasses import dataclass

from steward.remedies import StepDoesNotFit
from steward.remedies._step import numbers_of, text_of, texts_of
from steward.table.sheet import Sheet
from steward.vocabulary.errors import words
from steward.vocabulary.message import Message, first_names, say, say_count
from steward.vocabulary.recipe import Step

KEEP = "keep"
NAMES_SHOWN = 5
MOST_CELLS = 500_000_000     # of the reshaped table
MARK_SAYS = ("Total", "Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a step says, read once."""

    ids: tuple[str, ...]
    values: tuple[str, ...]
    left_out: tuple[str, ...]
    what: tuple[str, ...]              # names of the new columns that say which column a value stood in: one or two
    says: tuple[tuple[str, ...], ...]  # for each of them what it says of each chosen column
    value: str
    keeps_blanks: bool
    rows_left_out: tuple[int, ...]
    titles: str                        # name of the new column for titles of sections
    title_rows: tuple[int, ...]
    mark: str                          # name of the new column that tells marked rows, such as totals, from others
    mark_rows: tuple[int, ...]
    mark_says: tuple[str, ...]         # of a marked row, and of any other
    filled_down: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the names of the new columns that stand before all others."""
        return tuple(name for name in (self.titles, self.mark) if name)

    @property
    def named_rows(self) -> tuple[int, ...]:
        """Return the rows that the step names by number, in order."""
        return tuple(sorted({*self.rows_left_out, *self.title_rows, *self.mark_rows}))


def read_plan(step: Step, sheet: Sheet) -> Plan:
    """Return what the step says of this sheet. Raises: StepDoesNotFit where it says too little or contradicts itself."""
    values, what = texts_of(step, "values"), what_of(step)
    labels = {column.name: " ".join((column.label or column.name).split()) for column in sheet.columns}
    own = tuple(labels.get(name, name) for name in values)
    said = (texts_of(step, "says") or own, texts_of(step, "says_2"))[:len(what)]
    if any(len(one) != len(values) for one in said):
        raise refused(say("The recipe reshapes the table and does not say what each column stands for."))
    return Plan(ids=texts_of(step, "ids"), values=values, left_out=texts_of(step, "left_out"), what=what, says=said,
                value=text_of(step, "value", "Value"), keeps_blanks=text_of(step, "blanks") == KEEP,
                rows_left_out=numbers_of(step, "rows_left_out"), titles=text_of(step, "titles"),
                title_rows=numbers_of(step, "title_rows"), filled_down=texts_of(step, "filled_down"),
                mark=text_of(step, "mark"), mark_rows=numbers_of(step, "mark_rows"),
                mark_says=(*texts_of(step, "mark_says"), *MARK_SAYS)[:2])


def what_of(step: Step) -> tuple[str, ...]:
    """Return the names of the new columns that say which column a value stood in."""
    second = text_of(step, "what_2")
    return (text_of(step, "what", "Column"), *((second,) if second else ()))


def check_plan(plan: Plan, sheet: Sheet) -> None:
    """Raise StepDoesNotFit unless every column is named exactly once and the new names are free."""
    named = (*plan.ids, *plan.values, *plan.left_out)
    if not plan.values:
        raise refused(say("No column is chosen whose cells become rows."))
    if len(set(named)) < len(named):
        raise refused(say("A column is named twice in a change that reshapes the table."))
    there, spoken_of = frozenset(sheet.names), frozenset(named)
    if gone := [name for name in named if name not in there]:
        raise refused(say("The recipe reshapes columns that the table does not have."), gone)
    if new := [name for name in sheet.names if name not in spoken_of]:
        raise refused(say("The table has columns that the recipe does not speak of: it cannot know whether they are values."),
                       new)
    if sheet.height * len(plan.values) * (len(plan.ids) + len(plan.what) + 1) > MOST_CELLS:
        raise refused(say("Reshaped so, the table would have more cells than this computer can hold."))
    made = (*plan.groups, *plan.ids, *plan.what, plan.value)
    if len(set(made)) < len(made) or not all(name.strip() for name in made):
        raise refused(say("Two columns of the reshaped table would have the same name, or one would have none."))
    is_grouped = bool(plan.titles) == bool(plan.title_rows) and bool(plan.mark) == bool(plan.mark_rows)
    if not set(plan.filled_down) <= set(plan.ids) or not is_grouped:
        raise refused(say("The recipe reshapes the table and does not say for certain how its groups are named."))


def some(names: tuple[str, ...] | list[str]) -> Message:
    """Return the first of these names, and how many more there are."""
    return first_names(names, NAMES_SHOWN)


def refused(what: Message, names: list[str] | None = None) -> StepDoesNotFit:
    """Return the refusal of a step, with the columns it is about."""
    where = say_count("Column {names}.", "{count} columns: {names}.", len(names), names=some(names)) if names else say("")
    return StepDoesNotFit(words(what, where, say("Reshape the table again, and choose for each column what it is.")))
