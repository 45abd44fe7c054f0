"""All checks of structure over one table."""

from collections.abc import Sequence

from steward.discovery import discover
from steward.schema.against_schema import examine_against
from steward.schema.context import Check, Context
from steward.schema.declared import DeclaredSchema
from steward.schema.field import Field
from steward.schema.surroundings import Surroundings
from steward.schema.verdicts import KINDS
from steward.table.profile import TableProfile
from steward.vocabulary.finding import Finding
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
    checks = all_checks()
    found: list[Finding] = []
    for place, check in enumerate(checks):
        progress.report(place / len(checks), say("Checking the structure of the table"))
        said = context.around.rules.laid_on(check.examine(context))
        found.extend(one for one in said if schema is None or one.kind not in KINDS)
    if schema is not None:
        found.extend(examine_against(context, schema))
    order = {name: place for place, name in enumerate(context.sheet.names)}
    return tuple(sorted(found, key=lambda finding: (finding.tier.rank, order.get(finding.column or "", -1), finding.kind)))


def all_checks() -> tuple[Check, ...]:
    """Return every check, in the order of their names."""
    found: tuple[Check, ...] = discover("steward.schema.checks", "CHECK")
    return found
