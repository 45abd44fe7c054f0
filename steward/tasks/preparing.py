"""Prepares a dataset from documents instead of a person's clicks: record, recipe, decisions, dictionary, schema."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from steward.manifest.documents import (
    UNCONFIRMED,
    decisions_from_json,
    recipe_from_json,
    record_from_json,
    unconfirmed_in,
)
from steward.metadata.profile import is_blank
from steward.metadata.record import ELEMENT_IDS, Record
from steward.tasks.contesting import with_marks
from steward.tasks.deciding import checked_reason
from steward.tasks.describing import complete_record
from steward.tasks.dictionaries import NO_WORDS, ColumnWords, words_from
from steward.tasks.documents import read_json
from steward.tasks.drafting import save
from steward.tasks.further_tables import check_is_other
from steward.tasks.house import House
from steward.tasks.opening import begin, recheck
from steward.tasks.planning import with_plan
from steward.tasks.record_alone import update_record
from steward.tasks.units import with_unit_of
from steward.tasks.without_data import begin_without_data, without_table
from steward.tasks.worded import worded
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Decision
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import say, say_count, verbatim
from steward.vocabulary.progress import Part, Progress
from steward.vocabulary.recipe import ImportStep, Recipe
from steward.workflow.draft import Draft, FurtherTable

ALL = "all"         # confirms every answer of a record
MOST_WORDS = 3      # for a further table: its sheet, its decisions, its recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What was decided beforehand."""

    record: Record
    recipe: Recipe | None        # None: as Steward proposes, or as last time
    decisions: tuple[Decision, ...]
    columns: ColumnWords = NO_WORDS   # what the columns mean
    schema: Path | None = None   # that the table is held to, with its rules and words
    unconfirmed: tuple[str, ...] = ()   # elements of the record that Steward filled in and nobody has looked through

    @property
    def confirmed(self) -> tuple[str, ...]:
        """Return the elements that whoever wrote the script answered."""
        return tuple(name for name in ELEMENT_IDS if not is_blank(self.record.value(name)) and name not in self.unconfirmed)


class NotConfirmed(Refused):
    """Answers that Steward filled in would be sealed, and nobody has looked them through."""


def with_confirmed(script: Script, names: Sequence[str]) -> Script:
    """Return the script with answers confirmed that are named; ALL confirms every one.

    Raises: Refused for a name that is no question, NotConfirmed while one is left that nobody has confirmed.
    """
    unknown = [name for name in names if name != ALL and name not in ELEMENT_IDS]
    if unknown:
        raise Refused(words(say("What is to be confirmed is no question of the record."), say("Behind --confirm."),
                            say("Use the names that stand in the record, such as title, or the word {all}.", all=ALL)))
    left = () if ALL in names else tuple(name for name in script.unconfirmed if name not in names
                                         and not is_blank(script.record.value(name)))
    if left:
        raise NotConfirmed(words(
            say_count("{count} answer of the record was filled in by Steward, and nobody has confirmed it.",
                      "{count} answers of the record were filled in by Steward, and nobody has confirmed them.", len(left)),
            say("Record, under {names}.", names=", ".join(left)),
            say("Look each of them through. Then take it out of the list {key} in the record, or name it with --confirm.",
                key=UNCONFIRMED)))
    return replace(script, unconfirmed=())


def read_script(house: House, record: Path, recipe: Path | None, decisions: Path | None, dictionary: Path | None = None, *,
                schema: Path | None = None) -> Script:
    """Return the documents; without a recipe the file is read as Steward proposes, without decisions nothing is answered.

    `dictionary` says what the columns mean; the table is held to the schema when it is opened.
    Raises: InputUnreadable naming the place that is not of the form; Refused for a reason that holds private details itself.
    """
    document = read_json(record)
    script = Script(record=record_from_json(document), unconfirmed=unconfirmed_in(document), schema=schema,
                    columns=words_from(house, dictionary) if dictionary else NO_WORDS,
                    recipe=recipe_from_json(read_json(recipe)) if recipe else None,
                    decisions=decisions_from_json(read_json(decisions)) if decisions else ())
    _check_reasons(house, script)
    return script


def prepared(house: House, path: Path, script: Script, progress: Progress, *, plan: str = "",
             updates: str = "", sheet: str | None = None, first: Draft | None = None) -> Workbench:
    """Return the file opened, changed and decided as the script says, and checked; a plan is taken after that, by its name.

    `updates` names the published dataset that the file brings up to date: without a recipe the changes of last time are done
    again, and `Workbench.change` tells what is different. `sheet` is the one to open where no recipe names one; `first` is
    the draft of the dataset's first table, where this is a further one.
    Raises: InputUnreadable, Refused.
    """
    named = ImportStep(sheet=sheet) if sheet else None
    step = script.recipe.import_step if script.recipe is not None else named
    bench = begin(house, path, Part(progress, 0.0, 0.6), step=step, updates=updates, first=first)
    record = first.record if first is not None else complete_record(
        house, replace(bench.draft, record=_named(script.record, bench.draft)), bench.report.profile)
    recipe = replace(script.recipe or bench.draft.recipe, import_step=bench.draft.recipe.import_step)
    mine = {given.key for given in script.decisions}
    kept = tuple(given for given in bench.draft.decisions if script.recipe is None and given.key not in mine)
    draft = replace(bench.draft, record=record, recipe=recipe, decisions=(*kept, *script.decisions), confirmed=script.confirmed,
                    title=record.title or bench.draft.title)
    for given in recipe.steps:
        draft = with_unit_of(bench, draft, given)
    bench = recheck(house, bench, draft, Part(progress, 0.6, 0.8 if plan else 1.0))
    bench = with_plan(house, bench, plan, Part(progress, 0.8, 1.0)) if plan else bench
    bench = worded(house, bench, script.columns, script.schema)
    return replace(bench, draft=with_marks(bench.draft, bench.report.findings))


def prepared_record(house: House, script: Script, updates: str = "") -> Workbench:
    """Return a dataset without its data, described and decided as the script says, and checked.

    `updates` names the published dataset of which it is the next version: its tables stay as they are published, or give way
    where the record says why there is no data now. Raises: Refused, Trouble.
    """
    if updates and not script.record.data_status:
        bench = update_record(house, updates)
    else:
        bench = begin_without_data(house, script.record, updates)
    record = complete_record(house, replace(bench.draft, record=_named(script.record, bench.draft)), bench.report.profile)
    draft = replace(bench.draft, record=record, decisions=script.decisions, confirmed=script.confirmed,
                    title=record.title or bench.draft.title)
    bench = without_table(house, draft)
    return replace(bench, draft=with_marks(bench.draft, bench.report.findings))


def _named(record: Record, draft: Draft) -> Record:
    """Return the record of a next version under the names of the one that is published, where the script leaves them out.

    Raises: Refused where the script has another identifier, under which it would be published beside the earlier version.
    """
    if not draft.updates:
        return record
    if record.identifier not in ("", draft.updates):
        raise Refused(words(say("The record has another identifier than the dataset that is brought up to date."),
                            say("Record, under identifier."), say("Leave the identifier out of the record, or correct it.")))
    short = record.slug or draft.record.slug
    return replace(record, identifier=draft.updates, slug=short)


def prepared_tables(house: House, first: Workbench, given: Sequence[Sequence[str]], progress: Progress,
                    columns: ColumnWords = NO_WORDS) -> tuple[Workbench, tuple[Workbench, ...]]:
    """Return the first table with its dataset's further ones, which are other sheets of its workbook; all are saved.

    `given` names for each its sheet and, where there are any, the paths of its decisions and of its recipe; without a recipe an
    update does the changes of last time again. `columns` says what the columns of any of them mean.
    Raises: InputUnreadable, Refused.
    """
    draft, tables = first.draft, []
    for one in given:
        check_is_other(draft, one[0])
        bench = _prepared_table(house, draft, one, progress, columns)
        draft = draft.with_further(FurtherTable(draft=save(house, bench.draft).id, sheet=one[0]))
        tables.append(bench)
    return recheck(house, first, save(house, draft), progress), tuple(tables)


def check_further(given: Sequence[Sequence[str]]) -> None:
    """Raise: Refused where more is given for a further table than its sheet and two documents: it would be passed over."""
    for one in given:
        if len(one) > MOST_WORDS:
            raise Refused(words(say("More is given for a further table than its sheet, its decisions and its recipe."),
                                say("Sheet {sheet}: {count} too many.", sheet=verbatim(" ".join(one[0].split())),
                                    count=len(one) - MOST_WORDS),
                                say("Name each sheet with --further of its own, and a name with blanks in quotation marks.")))


def _prepared_table(house: House, first: Draft, given: Sequence[str], progress: Progress, columns: ColumnWords) -> Workbench:
    sheet, *documents = given
    decisions, recipe = (Path(one) for one in (*documents, "", "")[:2])
    read = recipe_from_json(read_json(recipe)) if len(documents) > 1 else None
    taken = None if read is None else replace(read, import_step=replace(read.import_step, sheet=sheet))
    script = Script(record=first.record, recipe=taken, columns=columns,
                    decisions=decisions_from_json(read_json(decisions)) if documents else ())
    _check_reasons(house, script)
    return prepared(house, Path(first.source.path), script, progress, sheet=sheet, first=first)


def _check_reasons(house: House, script: Script) -> None:
    """Raise: Refused for a reason of an answer or of a change that holds private details itself."""
    steps = script.recipe.steps if script.recipe is not None else ()
    for reason in (*(given.reason for given in script.decisions), *(step.reason for step in steps if step.reason)):
        checked_reason(house, reason)
