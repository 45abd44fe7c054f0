"""What goes into a Data Manifest: the four parts of the city's Handbook, as one frozen value.

Workflow control (who sealed it, when, for whom), candidate open dataset (1..n tables), metadata (the record) and the business
rules that curated the data (recipe, decisions, findings). The files of both parts are made from it in public.py and
internal.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from steward.metadata.record import Record
from steward.metadata.slug import is_slug
from steward.metadata.vocabularies import Vocabularies
from steward.table.sheet import Provenance
from steward.vocabulary.decision import Decision
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor
from steward.vocabulary.recipe import Recipe
from steward.workflow.contesting import Contest

PUBLIC = "data/public/"
INTERNAL = "data/internal/"


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTable:
    """One table and everything that was found and decided about it. `write` puts its CSV into a stream."""

    name: str                            # file name without ending: [a-z0-9_-]{2,100}, unique in the manifest
    title: str
    rows: int
    table_schema: Mapping[str, object]   # a Table Schema descriptor that names the columns as the public sees them
    write: Callable[[BinaryIO], None]
    source: Provenance                   # the original, named by its hash and never copied
    recipe: Recipe = Recipe()
    findings: tuple[Finding, ...] = ()   # on the candidate
    resolved: tuple[Finding, ...] = ()   # on the original, and no longer in the candidate
    decisions: tuple[Decision, ...] = ()
    contests: tuple[Contest, ...] = ()   # blocks that the program is asked to let pass
    description: str = ""
    typed: tuple[str, ...] = ()          # columns, by their public names, whose type a person or a schema said


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestContents:
    """One Data Manifest before it is sealed."""

    record: Record
    tables: tuple[CandidateTable, ...]
    vocabularies: Vocabularies
    sealed_at: str           # ISO 8601 with offset
    sealed_by: Actor
    is_practice: bool
    tool_version: str
    submission: str = ""
    revision: int = 0
    findings: tuple[Finding, ...] = ()    # on the record, where no table carries them
    decisions: tuple[Decision, ...] = ()
    updates: str = ""        # identifier of the published dataset this is an update of

    def check(self) -> None:
        """Raise: Refused where a part is missing without which nothing can be sealed."""
        names = [table.name for table in self.tables]
        if names and self.record.data_status:
            raise _refused(say("The record says that the data is not published, and a table goes with it."))
        if not names and not self.record.data_status:
            raise _refused(say("There is no table to seal."))
        if len(set(names)) < len(names) or not all(is_slug(name) for name in names):
            raise _refused(say("The tables need short names, each its own, of small letters, digits and hyphens."))
        if not self.record.identifier or not is_slug(self.record.slug):
            raise _refused(say("The dataset has no identifier or short name yet."))


def table_path(name: str) -> str:
    """Return where a table lies in the bag."""
    return f"{PUBLIC}{name}.csv"


def _refused(what: Message) -> Refused:
    return Refused(words(what, next_step=say("Go back to the page on which the dataset is described.")))
