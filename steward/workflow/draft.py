"""The draft: everything a clerk has decided so far, as one frozen value that saves and resumes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from steward.metadata.record import Record, Value
from steward.schema.field import Field
from steward.vocabulary.decision import Decision
from steward.vocabulary.recipe import ImportStep, Recipe, Step

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The original file. The path stays on this workstation; manifests name the file by its SHA-256."""

    path: str
    name: str
    sha256: str
    size_bytes: int
    rows: int | None = None            # of the table as it was opened; None in drafts of earlier versions
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherTable:
    """Another sheet of the workbook that is a table of the same dataset."""

    draft: str    # id of the draft that holds its reading, its changes and its answers
    sheet: str


NO_SOURCE = Source(path="", name="", sha256="", size_bytes=0)  # of a dataset that is cataloged without its data


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One dataset on its way. Pages read it and replace it; they never talk to each other."""

    id: str
    source: Source
    practice: bool
    started: str                              # ISO 8601
    changed: str
    title: str = ""                           # for the list of drafts; the record's title once there is one
    updates: str = ""                         # identifier of the published dataset this is an update of
    recipe: Recipe = Recipe()
    undone: tuple[Step, ...] = ()             # steps taken back, the next to redo first
    undone_decisions: tuple[Decision, ...] = ()   # the answers that those steps gave; they come back with them
    decisions: tuple[Decision, ...] = ()
    fields: tuple[Field, ...] = ()            # what the person said of columns, by Field.column
    primary_key: tuple[str, ...] = ()         # columns that together name a row
    foreign_keys: tuple[str, ...] = ()        # keys to other sheets that a person agreed to, by their names
    asked_schema: str = ""                    # title of the schema that the table is held to
    asked_columns: tuple[str, ...] = ()       # the columns that it asks for, in its order
    passed_over: tuple[str, ...] = ()         # proposed rules and keys that the person does not want, by their keys
    record: Record = Record()
    guided: tuple[tuple[str, str], ...] = ()  # answers to the questions that help to write the description: (question, text)
    confirmed: tuple[str, ...] = ()           # elements of the record that a person confirmed or typed
    seen: tuple[str, ...] = ()                # wizard steps the person has finished
    submission: str = ""                      # id once sent, made once
    revision: int = 0                         # last one sent
    further: tuple[FurtherTable, ...] = ()    # the other tables of the dataset, in their order
    part_of: str = ""                         # of a further table: id of the draft of the first one, which is sent
    laid_aside: tuple[FurtherTable, ...] = () # tables that were taken out, which come back with their answers

    @property
    def has_table(self) -> bool:
        """Return whether a table is prepared here; else the published tables stay, or the catalog says why there is none."""
        return bool(self.source.sha256)

    @property
    def keeps_tables(self) -> bool:
        """Return whether only the description is new, and the tables go out again as they are published."""
        return not self.has_table and bool(self.updates) and not self.record.data_status

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return the sheets of the workbook that are tables of the dataset, the first table's first."""
        return (*((self.recipe.import_step.sheet,) if self.recipe.import_step.sheet else ()),
                *(one.sheet for one in self.further))

    def with_further(self, table: FurtherTable) -> "Draft":
        """Return the draft with one more table of its dataset."""
        aside = tuple(one for one in self.laid_aside if one.sheet != table.sheet)
        return replace(self, further=(*self.further, table), laid_aside=aside)

    def without_further(self, sheet: str) -> "Draft":
        """Return the draft without a further table, which it remembers."""
        out = tuple(one for one in self.further if one.sheet == sheet)
        kept = tuple(one for one in self.laid_aside if one.sheet != sheet)
        return replace(self, further=tuple(one for one in self.further if one not in out), laid_aside=(*kept, *out))

    def in_mode(self, *, practice: bool) -> "Draft":
        """Return the draft as practice or as the program takes it up, which never share a submission.

        What was sent for practice is sent to the program as new; what the program holds stays the program's in practice.
        """
        if self.practice == practice or (practice and self.submission):
            return self
        return replace(self, practice=practice, submission="", revision=0)

    def with_decision(self, decision: Decision) -> "Draft":
        """Return the draft with one answer given or changed."""
        others = tuple(given for given in self.decisions if given.key != decision.key)
        return replace(self, decisions=(*others, decision))

    def without_decision(self, key: tuple[str, str | None]) -> "Draft":
        """Return the draft with one finding open again."""
        return replace(self, decisions=tuple(given for given in self.decisions if given.key != key))

    def with_step(self, step: Step) -> "Draft":
        """Return the draft with one more remedy at the end of its recipe; what was undone before is forgotten."""
        return replace(self, recipe=replace(self.recipe, steps=(*self.recipe.steps, step)), undone=(),
                       undone_decisions=())

    def undo(self) -> "Draft":
        """Return the draft without its last remedy, which can be redone; unchanged where there is none."""
        if not self.recipe.steps:
            return self
        last = self.recipe.steps[-1]
        number = len(self.recipe.steps)
        kept = tuple(given for given in self.decisions if given.step != number)
        gone = tuple(given for given in self.decisions if given.step == number)
        return replace(self, recipe=replace(self.recipe, steps=self.recipe.steps[:-1]), undone=(last, *self.undone),
                       decisions=kept, undone_decisions=(*gone, *self.undone_decisions))

    def redo(self) -> "Draft":
        """Return the draft with the remedy that was undone last and the answers that it gave; unchanged where there is none.

        A finding that was answered otherwise in between keeps that answer.
        """
        if not self.undone:
            return self
        steps = (*self.recipe.steps, self.undone[0])
        answered = {given.key for given in self.decisions}
        back = tuple(given for given in self.undone_decisions if given.step == len(steps))
        return replace(self, recipe=replace(self.recipe, steps=steps), undone=self.undone[1:],
                       decisions=(*self.decisions, *(given for given in back if given.key not in answered)),
                       undone_decisions=tuple(given for given in self.undone_decisions if given not in back))

    def without_step(self, number: int) -> "Draft":
        """Return the draft without one of its remedies, counted from 1, and the answers that it gave.

        It is what can be redone next, at the end of the recipe; what was undone before is forgotten.
        """
        steps = self.recipe.steps
        left = (*steps[:number - 1], *steps[number:])
        kept = tuple(replace(given, step=given.step - 1) if given.step is not None and given.step > number else given
                     for given in self.decisions if given.step != number)
        gone = tuple(replace(given, step=len(steps)) for given in self.decisions if given.step == number)
        return replace(self, recipe=replace(self.recipe, steps=left), decisions=kept, undone=steps[number - 1:number],
                       undone_decisions=gone)

    def with_import(self, step: ImportStep) -> "Draft":
        """Return the draft read another way; decisions and remedies stay, and are checked again."""
        return replace(self, recipe=replace(self.recipe, import_step=step))

    def with_field(self, field: Field) -> "Draft":
        """Return the draft with one column described."""
        others = tuple(known for known in self.fields if known.column != field.column)
        return replace(self, fields=(*others, field))

    def with_fields(self, fields: Iterable[Field]) -> "Draft":
        """Return the draft with several columns described, thousands as quickly as one."""
        said = {field.column: field for field in fields}
        others = (known for known in self.fields if known.column not in said)
        return replace(self, fields=(*others, *said.values()))

    def with_key(self, columns: tuple[str, ...]) -> "Draft":
        """Return the draft with the columns that together name a row; none: no rule."""
        return replace(self, primary_key=columns)

    def with_sheet_key(self, key: str, *, is_wanted: bool) -> "Draft":
        """Return the draft in which a key to another sheet is agreed to, or not any more."""
        others = tuple(known for known in self.foreign_keys if known != key)
        return replace(self, foreign_keys=(*others, key) if is_wanted else others)

    def asked(self, schema: str, columns: tuple[str, ...]) -> "Draft":
        """Return the draft whose table is to have the columns of a schema; without any, no schema asks for columns."""
        return replace(self, asked_schema=schema, asked_columns=columns)

    def without_proposal(self, key: str) -> "Draft":
        """Return the draft in which a proposed rule or key is not offered again."""
        return self if key in self.passed_over else replace(self, passed_over=(*self.passed_over, key))

    def with_answer(self, element: str, value: Value) -> "Draft":
        """Return the draft with one element of the record answered by the person."""
        confirmed = self.confirmed if element in self.confirmed else (*self.confirmed, element)
        record = self.record.with_value(element, value)
        return replace(self, record=record, confirmed=confirmed, title=record.title or self.title)

    def with_guided(self, answers: Mapping[str, str]) -> "Draft":
        """Return the draft with the answers that help to write the description; blank ones are not kept."""
        return replace(self, guided=tuple((name, text) for name, text in answers.items() if text.strip()))

    def with_seen(self, step: str) -> "Draft":
        """Return the draft with one wizard step finished."""
        return self if step in self.seen else replace(self, seen=(*self.seen, step))
