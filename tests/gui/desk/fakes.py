"""A small office for the Desk's tests: submissions with evidence, decided by the real rules, published nowhere."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from steward.manifest.read import Manifest, SealedTable
from steward.metadata.record import Record
from steward.schema.field import Field
from steward.schema.table_schema import to_table_schema
from steward.table.sheet import Provenance
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.errors import Refused, StewardError, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.people import Actor, Role
from steward.vocabulary.recipe import Recipe, Step
from steward.vocabulary.tier import Tier
from steward.vocabulary.words import Words
from steward.workflow.submission import Event, EventType, SubmissionState, allowed, apply, fold, refusal

CLERK = Actor(login="adiaz", name="Ana Diaz", role=Role.STEWARD)
OTHER = Actor(login="rkim", name="Robin Kim", role=Role.COORDINATOR)
KINDS, STATUSES = ("Residential", "Commercial"), ("Issued", "Under review", "Final")
ROWS = tuple((f"P-{number}", f"2026-0{1 + number % 9}-1{number % 9}", KINDS[number % 2], f"{number * 410}",
              STATUSES[number % 3], "97203") for number in range(1, 21))
FIELDS = (
    Field(column="Permit", name="permit_id", description="Number of the permit, as printed on it."),
    Field(column="Issued", name="issued_on", type="date", description="Day on which the permit was issued."),
    Field(column="Class", name="permit_class", description="What kind of building it is for."),
    Field(column="Value", name="valuation", type="number", unit="US dollars",
          description="Value of the work as the applicant gave it."),
    Field(column="Status", name="status"),
    Field(column="ZIP", name="zip_code", description="ZIP code of the building; the street address is left out."),
)
FINDINGS = (
    Finding(kind="person_name", tier=Tier.DECIDE, column="Contractor", count=212, room="privacy", words=Words(
        what=say("Column Contractor may hold names of persons."), where=say("212 rows, first in row 4."))),
    Finding(kind="type-error", tier=Tier.WARN, column="Issued", count=3, words=Words(
        what=say("Three cells of column Issued are not dates."), where=say("Rows 18, 244 and 901."))),
    Finding(kind="duplicate-row", tier=Tier.NOTE, count=2, words=Words(
        what=say("Two rows are there twice."), where=say("Rows 77 and 1,020."))),
)
RESOLVED = (
    Finding(kind="phone", tier=Tier.DECIDE, column="Phone", count=1190, room="privacy", words=Words(
        what=say("Column Phone holds telephone numbers."), where=say("1,190 rows, first in row 2."))),
)
DECISIONS = (
    Decision(kind="person_name", column="Contractor", choice=Choice.NOT_PRIVATE, by="adiaz", at="2026-11-19T21:00:00+00:00",
             reason="These are names of companies, as registered with the state."),
    Decision(kind="phone", column="Phone", choice=Choice.REMEDY, by="adiaz", at="2026-11-19T21:00:00+00:00", step=1,
             reason="Not needed by the public."),
)
RECORD = Record(
    identifier="PDX-PPD-0007", title="Building permits issued", publisher="ppd", contact_name="Open Data Desk",
    description="Permits that the city issued for building work, with the kind of building and the value of the work.",
    keywords=("permits", "construction", "housing"), frequency="monthly", license="pddl", modified="2026-11-18",
    contact_email="opendata@portland.example", data_steward="Sam Roe", system_owner="Lee Park", classification="public")


def event(kind: EventType, actor: Actor, at: str, text: str = "", **more: object) -> Event:
    """Return one event of the first revision."""
    details = {"title": RECORD.title, "bureau": "ppd", "identifier": RECORD.identifier} if kind is EventType.SUBMITTED else {}
    return Event(type=kind, actor=actor, at=at, id=f"{kind}-{at}-{actor.login}", practice=True, revision=1, text=text,
                 tagmanifest="ab12" * 16, details=details, **more)


def state_of(number: str = "PPD-7F3K2Q", *more: Event) -> SubmissionState:
    """Return a submission that was sent, and what happened to it since."""
    return fold((event(EventType.SUBMITTED, CLERK, "2026-11-20T17:04:00+00:00"), *more), id=number, practice=True)


def manifest(**other: object) -> Manifest:
    """Return what a sealed bag says of itself; `other` are other facts of its table."""
    recipe = Recipe(steps=(Step(remedy="leave_out_column", column="Phone", reason="Not needed by the public."),))
    facts = {"rows": 1204, "column_count": len(FIELDS), "recipe": recipe, "findings": FINDINGS, "decisions": DECISIONS,
             "resolved": RESOLVED, "table_schema": to_table_schema(FIELDS), **other}
    source = Provenance(file_name="permits 2026.xlsx", sha256="0" * 64, size_bytes=88_000, sheet="Permits")
    table = SealedTable(name="permits", title=RECORD.title, path="data/public/permits.csv", size_bytes=61_000, sha256="1" * 64,
                        source=source, **facts)
    return Manifest(record=RECORD, tables=(table,), sealed_at="2026-11-20T17:03:00+00:00", sealed_by=CLERK, is_practice=True,
                    tool_version="0.1.0", submission="PPD-7F3K2Q", revision=1, updates="")


@dataclass
class FakeReviewing:
    """Stands where `steward.tasks.reviewing` stands."""

    states: dict[str, SubmissionState] = field(default_factory=dict)
    manifest: Manifest = field(default_factory=manifest)
    trouble: StewardError | None = None          # raised by whatever reads evidence
    lost: StewardError | None = None             # raised by whatever looks at the queue
    meanwhile: Event | None = None               # what another person does just before
    reasons: list[str] = field(default_factory=list)

    def put(self, *states: SubmissionState) -> None:
        """Have these in the queue."""
        self.states.update({state.id: state for state in states})

    def submissions(self, house: object) -> tuple[SubmissionState, ...]:
        """Return all of them."""
        if self.lost is not None:
            raise self.lost
        return tuple(self.states.values())

    def evidence(self, house: object, submission: str) -> SimpleNamespace:
        """Return the evidence, or raise."""
        if self.trouble is not None or self.lost is not None:
            raise self.trouble or self.lost
        header = tuple(known.name for known in FIELDS)
        tables = tuple(SimpleNamespace(table=table, header=header, first_rows=ROWS) for table in self.manifest.tables)
        return SimpleNamespace(state=self.states[submission], manifest=self.manifest, tables=tables)

    def why_not(self, house, state: SubmissionState, kind: EventType) -> Message | None:
        """Ask the real rules."""
        return allowed(state, kind, house.actor(Role.COORDINATOR), at=house.clock.now())

    def claim(self, house, state: SubmissionState) -> SubmissionState:
        """Take the review."""
        return self._append(house, state, EventType.CLAIMED, "")

    def release(self, house, state: SubmissionState) -> SubmissionState:
        """Give it back."""
        return self._append(house, state, EventType.RELEASED, "")

    def approve(self, house, state: SubmissionState, reason: str) -> SubmissionState:
        """Approve."""
        return self._append(house, state, EventType.APPROVED, reason)

    def request_changes(self, house, state: SubmissionState, reason: str) -> SubmissionState:
        """Ask for changes."""
        return self._append(house, state, EventType.RETURNED, reason)

    def decline(self, house, state: SubmissionState, reason: str) -> SubmissionState:
        """Decline."""
        return self._append(house, state, EventType.DECLINED, reason)

    def _append(self, house, state: SubmissionState, kind: EventType, text: str) -> SubmissionState:
        if self.meanwhile is not None:
            self.put(apply(self.states[state.id], self.meanwhile))
        self.reasons.append(text)
        wanted = event(kind, house.actor(Role.COORDINATOR), house.clock.now(), text)
        answer = refusal(self.states[state.id], wanted)
        if answer is not None:
            raise Refused(words(answer, say("Submission {number}.", number=state.id)))
        self.put(apply(self.states[state.id], wanted))
        return self.states[state.id]


@dataclass
class FakePublishing:
    """Stands where `steward.tasks.publishing` stands."""

    reviewing: FakeReviewing
    datasets: tuple[SimpleNamespace, ...] = ()
    trouble: StewardError | None = None
    folder: Path = Path("portal")

    def publish(self, house, submission: str, progress) -> SimpleNamespace:
        """Publish nowhere, and say so."""
        progress.report(0.5, say("Copying the files"))
        if self.trouble is not None:
            raise self.trouble
        actor, at = house.actor(Role.COORDINATOR), house.clock.now()
        for kind in (EventType.PUBLISHING, EventType.PUBLISHED):
            self.reviewing.put(apply(self.reviewing.states[submission], event(kind, actor, at)))
        lines = (say("{title} is published as version {version}.", title=RECORD.title, version="1"),
                 say("Practice: it was published into a folder of this computer only."))
        return SimpleNamespace(submission=submission, identifier=RECORD.identifier, version=1, is_practice=True, at=at,
                               lines=lines, candidate=self.folder / RECORD.identifier / "v1" / "permits.csv")

    def published(self, house: object) -> tuple[SimpleNamespace, ...]:
        """Return what is on the portal."""
        if self.trouble is not None:
            raise self.trouble
        return self.datasets


def dataset(title: str, *, due: date | None = date(2026, 12, 20), is_overdue: bool = False) -> SimpleNamespace:
    """Return one published dataset."""
    return SimpleNamespace(identifier=f"PDX-{len(title):04}", title=title, bureau="Portland Permitting & Development",
                           version=2, published="2026-11-20T18:00:00+00:00", due=due, is_overdue=is_overdue)
