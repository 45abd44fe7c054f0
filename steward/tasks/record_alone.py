"""The next version of a published dataset in which the description alone is new: its tables go out again byte for byte.

Context: a wrong contact or a better description must not wait for a file, and the file may be on another workstation. Decision:
the tables are taken from the sealed manifest of the version that is published, with all that was found and decided about them;
only what stands against the record is found anew. Refused: to open the published table as a new original, which would call
everything into question that was decided on the real one.
"""

from dataclasses import replace
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from steward.manifest.contents import CandidateTable
from steward.manifest.read import SealedTable
from steward.tasks.describing import with_confirmed
from steward.tasks.drafting import new_draft, save
from steward.tasks.house import House
from steward.tasks.updating import earlier, earlier_bag
from steward.tasks.without_data import without_table
from steward.tasks.workbench import Workbench
from steward.vocabulary.decision import Decision
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.workflow.draft import NO_SOURCE, Draft
from steward.workflow.states import Contested

ROOM = "metadata"   # of the findings on the record


def update_record(house: House, identifier: str) -> Workbench:
    """Return the draft, saved, of a next version of a published dataset that changes the description alone.

    The answers that are published were confirmed when they were sent, and Steward fills in none.

    Raises: Refused where the dataset is published without data or is not known here, Trouble.
    """
    before = earlier(house, identifier)
    if before is None or not before.tables:
        raise Refused(words(say("This dataset is not known here with its data."), say("Its earlier version."),
                            say("Choose the file, and go the whole way.")))
    draft = replace(new_draft(house, NO_SOURCE, updates=identifier), record=before.record, title=before.record.title)
    return without_table(house, save(house, with_confirmed(house, draft)))


def tables_again(house: House, bench: Workbench) -> tuple[CandidateTable, ...]:
    """Return the published tables as they are sealed again; what stands against the record is told beside the first.

    Raises: Trouble, VerificationFailed where they are no longer what was published.
    """
    known = earlier_bag(house, bench.draft.updates)
    if known is None:
        return ()
    bag, before = known
    first, *others = before.tables
    told = replace(_again(bag, first), findings=(*_of_data(first), *bench.report.findings),
                   decisions=(*_decided(first), *bench.draft.decisions))
    return (told, *(_again(bag, table) for table in others))


def asked_again(house: House, draft: Draft) -> tuple[Contested, ...]:
    """Return the requests to let a block pass that the published tables carry: a new submission needs its own answer."""
    before = earlier(house, draft.updates)
    return () if before is None else tuple(one.of(table.sha256) for table in before.tables for one in table.contests)


def _again(bag: Path, table: SealedTable) -> CandidateTable:
    def write(stream: BinaryIO) -> None:
        with (bag / table.path).open("rb") as published:
            copyfileobj(published, stream)

    return CandidateTable(name=table.name, title=table.title, rows=table.rows, table_schema=table.table_schema, write=write,
                          source=table.source, recipe=table.recipe, findings=table.findings, resolved=table.resolved,
                          decisions=table.decisions, contests=table.contests, typed=table.typed)


def _of_data(table: SealedTable) -> tuple[Finding, ...]:
    return tuple(found for found in table.findings if found.room != ROOM)


def _decided(table: SealedTable) -> tuple[Decision, ...]:
    """Return the answers to what was found in the table; those about the earlier record are asked anew."""
    of_record = {found.key for found in table.findings if found.room == ROOM}
    return tuple(given for given in table.decisions if given.key not in of_record)
