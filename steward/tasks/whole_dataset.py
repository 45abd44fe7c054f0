"""What holds of a dataset of several tables as a whole: what stands open in any of them, and that none is left behind."""

from collections.abc import Sequence
from dataclasses import replace

from steward.tasks.house import House
from steward.tasks.report import CheckReport, in_order
from steward.tasks.updating import manifest_before
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, StewardError, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count, verbatim
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow import needs
from steward.workflow.draft import Draft

MISSING = "tables-missing"


class TablesMissing(Refused):
    """Tables of a dataset would be left behind."""


def outstanding_in(first: Workbench, further: Sequence[Workbench]) -> tuple[Finding, ...]:
    """Return what still stands in the way in any table, table by table; what stands against the record counts once."""
    return tuple(found for _table, found in outstanding_by_table(first, further))


def outstanding_by_table(first: Workbench, further: Sequence[Workbench]) -> tuple[tuple[Workbench, Finding], ...]:
    """Return what still stands in the way, each thing with the table in which it was found."""
    return tuple((one, found) for one in (first, *further) for found in needs.outstanding(one.draft, findings_of(one, first)))


def findings_of(bench: Workbench, first: Workbench) -> tuple[Finding, ...]:
    """Return what was found in a further table, without what stands against the record of the first table in the same words."""
    known = [_said(found) for found in first.report.findings
             if found.room == "metadata" and found.kind not in needs.OF_COLUMN_WORDS] if bench is not first else []
    return tuple(found for found in bench.report.findings if _said(found) not in known)


def check_complete(first: Draft, further: Sequence[Workbench]) -> None:
    """Raise: TablesMissing where a draft would be sealed without all tables of its dataset, or a further one alone."""
    if first.part_of:
        raise TablesMissing(words(say("This table belongs to a dataset of several tables."),
                                  say("The draft of the further table."),
                                  say("Send the dataset from its first table: all of its tables go together.")))
    if len({first.recipe.import_step.sheet, *(one.draft.recipe.import_step.sheet for one in further)}) <= len(further):
        raise TablesMissing(words(say("One sheet is two tables of the dataset: its rows would be published twice."),
                                  say("Tables of the dataset: {count}.", count=len(first.sheets)),
                                  say("Read the first table from its own sheet again, or take the further one out.")))
    if [one.draft for one in first.further] != [one.draft.id for one in further]:
        raise TablesMissing(words(say("Not every table of the dataset is open."),
                                  say("Tables of the dataset: {count}.", count=1 + len(first.further)),
                                  say("Open the draft again, and send all of its tables together.")))


def with_tables_missing(house: House, draft: Draft, report: CheckReport) -> CheckReport:
    """Return the report with the tables that the dataset had last time and would not have any more."""
    others = tuple(found for found in report.findings if found.kind != MISSING)
    found = _missing(house, draft)
    if not found and len(others) == len(report.findings):
        return report
    return replace(report, findings=in_order((*others, *found), report.profile.sheet))


def _missing(house: House, draft: Draft) -> tuple[Finding, ...]:
    if not draft.updates or draft.part_of:
        return ()
    gone = _gone(sheets_before(house, draft), draft.sheets)
    if not gone:
        return ()
    what = say_count("A table that this dataset had is not among those of this update.",
                     "{count} tables that this dataset had are not among those of this update.", len(gone))
    return (Finding(kind=MISSING, tier=Tier.DECIDE, column=None, count=len(gone), words=Words(
        what=what, where=say("Last time: sheets {sheets}.", sheets=verbatim(", ".join(" ".join(one.split()) for one in gone))),
        next_step=say("Add the sheets to this dataset. If they have other names now, or their tables are no longer published, "
                      "say so."))),)


def _gone(before: Sequence[str], sheets: Sequence[str]) -> list[str]:
    """Return the sheets of last time without a table now; a first table of another name goes on with the first of last time."""
    gone = [sheet for sheet in before if sheet not in sheets]
    goes_on = bool(gone) and gone[0] == before[0] and (not sheets or sheets[0] not in before)
    return gone[1:] if goes_on else gone


def sheets_before(house: House, draft: Draft) -> tuple[str, ...]:
    """Return the sheet, or the name, of each table of the version that a draft updates; none where it cannot be read now."""
    if not draft.updates:
        return ()
    try:
        before = manifest_before(house, draft)
    except StewardError:
        return ()
    return () if before is None else tuple(table.source.sheet or table.name for table in before.tables)


def _said(found: Finding) -> tuple[object, ...]:
    return found.room, found.key, found.words
