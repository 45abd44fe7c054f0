"""All checks of structure over one table."""

from collections.abc import Sequence
from dataclasses import dataclass

from steward.discovery import discover
from steward.schema.against_schema import examine_against
from steward.schema.context import Check, Context
from steward.schema.declared import DeclaredSchema
from steward.schema.field import Field
from steward.schema.surroundings import Surroundings
from steward.schema.verdicts import KINDS
from steward.table.numerals import know_formatted
from steward.table.profile import TableProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.hands import Begun, Hands, Threads
from steward.vocabulary.message import say
from steward.vocabulary.progress import Progress

NOTHING_KNOWN = Surroundings()


def examine(profile: TableProfile, fields: Sequence[Field], progress: Progress, around: Surroundings = NOTHING_KNOWN,
            schema: DeclaredSchema | None = None) -> tuple[Finding, ...]:
    """Return what the checks found, the strictest first, then in the order of the columns.

    `fields` are the rules to check against, by `Field.column`; a column without one has the field that its profile gives.
    `around` is what is known besides the table: the period that was declared, the program's rules about files.
    With a `schema` its verdicts take the place of what the checks say of the same kinds, so that each is counted once.
    Raises: Cancelled if the person stops it.
    """
    context = Context(profile=profile, fields={field.column: field for field in fields}, around=around)
    return examine_context(context, progress, schema)


def examine_context(context: Context, progress: Progress, schema: DeclaredSchema | None = None) -> tuple[Finding, ...]:
    """Return what the checks found in a table; what they work out once stays in the context. Raises: Cancelled."""
    return begin_checks(context, Threads(1), schema).findings(progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """Checks that are under way."""

    context: Context
    schema: DeclaredSchema | None
    groups: tuple[tuple[int, ...], ...]     # 0-based places of checks
    begun: Begun[list[list[Finding]]]
    held: Begun[list[Finding]] | None       # against the schema

    def findings(self, progress: Progress) -> tuple[Finding, ...]:
        """Return what was found, the strictest first, then in the order of the columns. Raises: Cancelled."""
        message = say("Checking the structure of the table")
        answers = self.begun.answers(progress, message)
        by_place = {place: said for group, some in zip(self.groups, answers, strict=True)
                    for place, said in zip(group, some, strict=True)}
        found = [one for place in sorted(by_place) for one in by_place[place] if self.schema is None or one.kind not in KINDS]
        if self.held is not None:
            found.extend(one for some in self.held.answers(progress, message) for one in some)
        order = {name: place for place, name in enumerate(self.context.sheet.names)}
        return tuple(sorted(found, key=lambda finding: (finding.tier.rank, order.get(finding.column or "", -1), finding.kind)))


def begin_checks(context: Context, hands: Hands, schema: DeclaredSchema | None = None) -> Checking:
    """Return the checks, begun."""
    groups = _together(all_checks())
    held = None if schema is None else hands.begin(hold_against, (context,), (schema,))
    return Checking(context=context, schema=schema, groups=groups, held=held, begun=hands.begin(look, (context,), groups))


def look(context: Context, places: Sequence[int]) -> list[list[Finding]]:
    """Return what each of some checks found, by their 0-based places among all."""
    know_formatted(context.columns)    # which many checks ask for, each column by itself
    checks = all_checks()
    return [list(context.around.rules.laid_on(checks[place].examine(context))) for place in places]


def hold_against(context: Context, schema: DeclaredSchema) -> list[Finding]:
    """Return how the table differs from a schema."""
    return list(examine_against(context, schema))


def _together(checks: Sequence[Check]) -> tuple[tuple[int, ...], ...]:
    """Return the places of the checks as pieces of work: those that ask for the same answers of the context are one."""
    groups: dict[str, list[int]] = {}
    for place, check in enumerate(checks):
        groups.setdefault(getattr(check, "beside", "") or f"{place}", []).append(place)
    return tuple(tuple(group) for group in sorted(groups.values(), key=len, reverse=True))


def all_checks() -> tuple[Check, ...]:
    """Return every check, in the order of their names."""
    found: tuple[Check, ...] = discover("steward.schema.checks", "CHECK")
    return found
