"""What a table could be held to: rules of its columns and keys, offered and never assumed."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from steward.discovery import discover
from steward.schema.field import Constraints, Field
from steward.schema.key_candidates import key_candidates
from steward.schema.proposal import Proposal, Proposed
from steward.schema.proposals._asked import Asked, Proposer
from steward.table.profile import TableProfile

TYPE, BOUNDS, MISSING = "type", "bounds", "missing"
OF_RULE: Mapping[str, tuple[str, ...]] = {
    "required": ("required",), "unique": ("unique",), "enum": ("enum",), BOUNDS: ("minimum", "maximum"),
    "pattern": ("pattern",), "lengths": ("min_length", "max_length")}


def propose(profile: TableProfile, fields: Mapping[str, Field], private: Collection[str] = (),
            passed_over: Collection[str] = ()) -> Proposed:
    """Return the rules that a person may agree to, in the order of the columns, and the keys, the likeliest first.

    `fields` by name of the column; `private` are the columns whose values may tell of people; `passed_over` are the keys of
    proposals that nobody wants. What a field says already is not offered again.
    """
    asked = [Asked(column=column, field=fields[column.name], is_private=column.name in private) for column in profile.columns]
    found = (proposer.propose(one) for one in asked for proposer in all_proposers() if not _is_said(one.field, proposer.rule))
    rules = tuple(one for one in found if one is not None and one.key not in passed_over)
    identifiers = {one.column.name for one in asked if one.is_identifier}
    found_keys = key_candidates(profile, identifiers, frozenset(private))
    keys = tuple(one for one in found_keys if one.key not in passed_over)
    return Proposed(rules=rules, keys=keys)


def all_proposers() -> tuple[Proposer, ...]:
    """Return every proposer, in the order of their names."""
    found: tuple[Proposer, ...] = discover("steward.schema.proposals", "PROPOSAL")
    return found


def agreed(field: Field, proposal: Proposal) -> Field:
    """Return the field with a rule that a person agreed to; from now on its type is held to, too."""
    rules = {name: getattr(proposal.constraints, name) for name in OF_RULE.get(proposal.rule, ())}
    if proposal.rule in (TYPE, MISSING):
        words = field.without_values((*field.nothing_words, *proposal.missing)).missing_values
        return replace(field, type=proposal.type, format=proposal.format, is_typed=True, missing_values=words,
                       true_values=proposal.true_values, false_values=proposal.false_values)
    return replace(field, constraints=replace(field.constraints, **rules), is_typed=field.is_typed or proposal.rule == BOUNDS)


def without_rule(field: Field, rule: str) -> Field:
    """Return the field without one of its rules; without its type, the rules that need the type go with it."""
    if rule == TYPE:
        kept = replace(field.constraints, minimum=None, maximum=None)
        return replace(field, is_typed=False, constraints=kept)
    if rule == MISSING:
        return field.without_values(())
    plain = Constraints()
    return replace(field, constraints=replace(field.constraints, **{name: getattr(plain, name) for name in OF_RULE[rule]}))


def rules_of(field: Field) -> tuple[str, ...]:
    """Return which rules were agreed to."""
    typed = ((TYPE,) if field.is_typed else ()) + ((MISSING,) if field.nothing_words else ())
    return (*typed, *(rule for rule in OF_RULE if _is_said(field, rule)))


def _is_said(field: Field, rule: str) -> bool:
    if rule in (TYPE, MISSING):
        return field.is_typed if rule == TYPE else bool(field.nothing_words)
    return any(getattr(field.constraints, name) not in (None, False) for name in OF_RULE[rule])
