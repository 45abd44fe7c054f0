"""The rules that a schema or a person gave the columns. Kinds and verdicts as in frictionless 5.21, on the whole table."""

from collections.abc import Iterable

from steward.schema.checks._finding import about_cells, about_column
from steward.schema.checks._forms import example_of, name_of_type
from steward.schema.context import Context
from steward.schema.field import Field
from steward.schema.rule_words import MEND, THE_RULE, broken_rules, rules_told
from steward.schema.rules import Broken, RuleUnreadable, broken_values
from steward.schema.table_schema import to_table_schema
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier


class DeclaredRules:
    """Cells that `frictionless validate` would refuse in the published file, so they block."""

    kinds = ("type-error", "constraint-error", "schema-error", "missing-label")

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each column and each sort of broken rule."""
        for column in context.columns:
            field = context.field_of(column)
            if field != context.inferred[column.name]:
                yield from _about_column(context, column, field)
        names = context.sheet.names
        for field in context.fields.values():
            if field.column not in names:
                yield about_column(field.column, kind="missing-label", tier=Tier.BLOCK,
                                   what=say("The schema has a column that the table does not have."),
                                   next_step=say("Give the column that holds it this name, or use another schema."))


def _about_column(context: Context, column: ColumnProfile, field: Field) -> Iterable[Finding]:
    try:
        broken = broken_values(column, field)
    except RuleUnreadable:
        yield about_column(column.name, kind="schema-error", tier=Tier.BLOCK,
                           what=say("A rule of this column does not fit its type."),
                           next_step=say("Change the rule or the type of the column."))
        return
    yield from _type_errors(context, column, field, broken)
    yield from _constraint_errors(context, column, field, broken)


def _type_errors(context: Context, column: ColumnProfile, field: Field, broken: Broken) -> Iterable[Finding]:
    what = say_count("One cell is not of the column's type, {type}: expected a value such as {example}.",
                     "{count} cells are not of the column's type, {type}: expected values such as {example}.",
                     column.distinct.count_where(broken.type), type=name_of_type(field.type),
                     example=example_of(field.type, field.format))
    yield from about_cells(context.sheet, column, broken.type, kind="type-error", tier=Tier.BLOCK, what=what, next_step=MEND)


def _constraint_errors(context: Context, column: ColumnProfile, field: Field, broken: Broken) -> Iterable[Finding]:
    counts = {name: column.distinct.count_where(mask) for name, mask in broken.rules.items()}
    against = broken_rules(to_table_schema([field])["fields"][0].get("constraints", {}), counts)
    if not against:
        return
    what = rules_told(against, field.type, THE_RULE)
    yield from about_cells(context.sheet, column, broken.any_rule, kind="constraint-error", tier=Tier.BLOCK, what=what,
                           next_step=MEND)


CHECK = DeclaredRules()
