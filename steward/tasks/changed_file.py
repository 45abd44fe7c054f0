"""What is different in a file that changed since its draft was begun, and what of the draft still fits it."""

from dataclasses import dataclass, replace

from steward.remedies import StepDoesNotFit, remedy
from steward.table.sheet import Sheet
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say, say_count, verbatim
from steward.vocabulary.recipe import Step
from steward.vocabulary.words import Words
from steward.workflow.draft import Draft, Source

_SINGLE_ROWS = frozenset(("rows", "row"))   # parameters of steps that name rows one by one
OF_ONE_FILE = frozenset((Choice.CONTEST, Choice.YES, Choice.NO))   # answers about the rows and people of the file before
OTHER_ROWS = words(say("It names rows by their numbers, and other records may stand there now."))
MOST_NAMES = 10           # of columns, in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """The difference between the file as it was and as it is, and what was taken out of the draft because of it.

    `rows_before` is None, and no columns are named, where the draft was begun by an earlier version of Steward.
    """

    rows_before: int | None
    rows_after: int
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    steps_left_out: tuple[Message, ...] = ()
    steps_partly: tuple[Message, ...] = ()   # that fit, and did not find all that they were made for
    answers_open_again: int = 0
    was_read_anew: bool = False       # the way it was read before did not fit it any more
    is_update: bool = False           # the file before is that of the dataset which is updated
    steps_again: int = 0              # of an update: changes of last time that were done again
    findings_changed: tuple[Message, ...] = ()   # of an update: what is found now and was not, or in another number

    def sentences(self) -> tuple[Message, ...]:
        """Return the difference in plain words, one sentence for each thing."""
        told = [_rows(self.rows_before, self.rows_after)]
        for names, one, more in (
                (self.columns_added, say("New column: {names}.", names=_listed(self.columns_added)),
                 say("New columns: {names}.", names=_listed(self.columns_added))),
                (self.columns_removed, say("Column that is gone: {names}.", names=_listed(self.columns_removed)),
                 say("Columns that are gone: {names}.", names=_listed(self.columns_removed)))):
            if names:
                told.append(one if len(names) == 1 else more)
        if self.was_read_anew:
            told.append(say("It could not be read the way it was before, so Steward proposes another way."))
        if self.steps_again:
            told.append(say_count("One change of last time was done again. You can undo it.",
                                  "{count} changes of last time were done again. You can undo them.", self.steps_again))
        if self.steps_left_out:
            told.append(say_count("One change does not fit any more and was taken out:",
                                  "{count} changes do not fit any more and were taken out:", len(self.steps_left_out)))
            told.extend(self.steps_left_out)
        if self.steps_partly:
            told.append(say_count("One change does not find all that it was made for:",
                                  "{count} changes do not find all that they were made for:", len(self.steps_partly)))
            told.extend(self.steps_partly)
        told.extend(self.findings_changed)
        if self.answers_open_again:
            told.append(say_count("One answer belonged to what is gone. If the question comes again, it is open.",
                                  "{count} answers belonged to what is gone. If the questions come again, they are open.",
                                  self.answers_open_again))
        return tuple(told)


def source_of(sheet: Sheet, path: str) -> Source:
    """Return what names the original of a draft, with its shape."""
    told = sheet.provenance
    return Source(path=path, name=told.file_name, sha256=told.sha256, size_bytes=told.size_bytes, rows=sheet.height,
                  columns=sheet.names)


def fitted(draft: Draft, sheet: Sheet, source: Source, *, was_read_anew: bool = False) -> tuple[Draft, FileChange]:
    """Return the draft on its changed file with everything that still fits, and what is different.

    Steps that name rows one by one are taken out: in the changed file other records may stand in those rows, and the ones
    that were to be left out would be published. Their findings are open again.
    """
    steps, numbers, (left_out, partly), names = _fitting_steps(draft, sheet)
    decisions = tuple(_renumbered(given, numbers) for given in draft.decisions if _still_fits(given, numbers, names))
    recipe = replace(draft.recipe, steps=steps)
    before = draft.source
    change = FileChange(
        rows_before=before.rows, rows_after=sheet.height, steps_left_out=left_out, steps_partly=partly,
        was_read_anew=was_read_anew,
        columns_added=tuple(name for name in sheet.names if before.columns and name not in before.columns),
        columns_removed=tuple(name for name in before.columns if name not in sheet.names),
        answers_open_again=len(draft.decisions) - len(decisions))
    fewer = len(draft.recipe.steps) - len(steps)
    undone = tuple(replace(given, step=given.step - fewer) for given in draft.undone_decisions if given.step is not None)
    return replace(draft, source=source, recipe=recipe, decisions=decisions, undone_decisions=undone), change


Told = tuple[tuple[Message, ...], tuple[Message, ...]]


def _fitting_steps(draft: Draft, sheet: Sheet) -> tuple[tuple[Step, ...], dict[int, int], Told, set[str]]:
    """Return the steps that fit, old numbers with new ones, the steps that do not or not wholly in words, and all names."""
    steps, numbers, left_out, names = list[Step](), dict[int, int](), list[Message](), set(sheet.names)
    partly = list[Message]()
    for number, step in enumerate(draft.recipe.steps, start=1):
        try:
            if _SINGLE_ROWS & set(step.parameters):
                raise StepDoesNotFit(OTHER_ROWS)
            after = remedy(step.remedy).apply(sheet, step)
        except Refused as refusal:
            left_out.append(_in_words(step, refusal.words))
            continue
        if (less := remedy(step.remedy).fits_less(sheet, after, step)).text:
            partly.append(_in_words(step, words(less)))
        sheet = after
        steps.append(step)
        numbers[number] = len(steps)
        names.update(sheet.names)
    return tuple(steps), numbers, (tuple(left_out), tuple(partly)), names


def _still_fits(given: Decision, numbers: dict[int, int], names: set[str]) -> bool:
    if given.choice in OF_ONE_FILE:
        return False
    has_step = given.step is None or given.step in numbers
    return has_step and (given.column is None or given.column in names)


def _renumbered(given: Decision, numbers: dict[int, int]) -> Decision:
    return given if given.step is None else replace(given, step=numbers[given.step])


def _in_words(step: Step, why: Words) -> Message:
    """Return what the step would have done, why that does not fit any more, and where."""
    try:
        told = remedy(step.remedy).describe(step)
    except StepDoesNotFit:
        told = verbatim(step.remedy)
    for part in (why.what, why.where):
        told = say("{first} {then}", first=told, then=part) if part.text else told
    return told


def _rows(before: int | None, after: int) -> Message:
    if before is None:
        return say_count("It has one row now.", "It has {rows} rows now.", after, rows=f"{after:,}")
    if before == after:
        return say("It has as many rows as before: {rows}.", rows=f"{after:,}")
    return say("It had {before} rows and has {after} now.", before=f"{before:,}", after=f"{after:,}")


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
