"""Offers rules and keys that a table keeps today, and takes those that a person agrees to, as they are or changed."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from steward.schema.checks._forms import example_of, name_of_type
from steward.schema.field import Constraints, Field
from steward.schema.patterns import can_explode
from steward.schema.proposal import NamedRows, Proposal, Proposed
from steward.schema.proposals.bounds import ends_in_words
from steward.schema.proposing import agreed, propose, rules_of, without_rule
from steward.schema.rules import RuleUnreadable, cell_reader
from steward.tasks.asked_schemas import proposed_schemas
from steward.tasks.report import CheckReport
from steward.tasks.workbench import Workbench
from steward.vocabulary.errors import Refused, words
from steward.vocabulary.message import Message, say, say_count

CHANGEABLE = ("bounds", "enum", "pattern", "missing")
LONGEST_CELL = 200   # letters for which a pattern must come to an end


def proposals(report: CheckReport, foreign_keys: Sequence[NamedRows] = ()) -> Proposed:
    """Return what may be offered of a table: nothing that tells the values of a column that may be about people."""
    fields = {field.column: field for field in report.fields}
    private = {verdict.column for verdict in report.privacy.columns if verdict.harmful}
    found = propose(report.profile, fields, private)
    return replace(found, foreign_keys=tuple(foreign_keys), schemas=proposed_schemas(report.profile.sheet.names))


def proposals_of(bench: Workbench, foreign_keys: Sequence[NamedRows] = ()) -> Proposed:
    """Return what is offered for a draft: without what nobody wants, and no key where there is one."""
    found = proposals(bench.report)
    over = frozenset(bench.draft.passed_over)
    keys = () if bench.draft.primary_key else tuple(one for one in found.keys if one.key not in over)
    return Proposed(rules=tuple(one for one in found.rules if one.key not in over), keys=keys,
                    foreign_keys=tuple(one for one in foreign_keys if not one.unknown))


def offered(found: Proposed, field: Field, passed_over: Collection[str]) -> tuple[Proposal, ...]:
    """Return what is offered for a column as it is described now."""
    said = rules_of(field)
    return tuple(one for one in found.of(field.column) if one.rule not in said and one.key not in passed_over)


def take(field: Field, proposal: Proposal) -> Field:
    """Return the field with a rule that a person agreed to."""
    return agreed(field, proposal)


def is_proven(found: Proposed, before: Field, after: Field) -> bool:
    """Return whether the only difference between the fields is a rule that the whole column is known to keep."""
    kept = (agreed(before, one) for one in found.of(before.column) if one.rule not in ("type", "missing"))
    return any((one.constraints, one.is_typed) == (after.constraints, after.is_typed) for one in kept)


def take_back(field: Field, rule: str) -> Field:
    """Return the field without one of its rules."""
    return without_rule(field, rule)


def agreed_rules(field: Field) -> tuple[tuple[str, Message], ...]:
    """Return each rule that was agreed to, with what it says."""
    rules = field.constraints
    said = {"type": say("Only {type}", type=name_of_type(field.type)), "missing": _no_value(field.nothing_words),
            "required": say("Never empty"), "unique": say("Each value once"),
            "enum": say("Only these {count} values", count=len(rules.enum or ())),
            "bounds": ends_in_words(rules.minimum, rules.maximum),
            "pattern": say("Always written as {pattern}", pattern=rules.pattern or ""), "lengths": _lengths(rules)}
    return tuple((rule, said[rule]) for rule in rules_of(field))


def as_texts(proposal: Proposal) -> tuple[str, ...]:
    """Return the rule as a person changes it: its ends, its pattern, or its values."""
    rules = proposal.constraints
    if proposal.rule == "missing":
        return proposal.missing
    if proposal.rule == "bounds":
        return (rules.minimum or "", rules.maximum or "")
    return (rules.pattern or "",) if proposal.rule == "pattern" else tuple(rules.enum or ())


def changed(field: Field, proposal: Proposal, texts: Sequence[str]) -> Proposal:
    """Return the proposal as a person changed it. Raises: Refused where it makes no rule."""
    texts = [text.strip() for text in texts]
    if not any(texts):
        raise Refused(words(say("There is nothing to hold the column to."),
                            next_step=say("Write a rule, or choose that it is none.")))
    if proposal.rule == "missing":
        return replace(proposal, missing=tuple(dict.fromkeys(text for text in texts if text)))
    if proposal.rule == "bounds":
        rules = Constraints(minimum=texts[0] or None, maximum=texts[1] or None)
    elif proposal.rule == "pattern":
        rules = Constraints(pattern=_pattern(texts[0]))
    else:
        rules = Constraints(enum=tuple(dict.fromkeys(text for text in texts if text)))
    other = replace(proposal, constraints=rules)
    _refuse_unreadable(agreed(field, other))
    return other


def _no_value(words_: Sequence[str]) -> Message:
    return say_count("{count} word means no value", "{count} words mean no value", len(words_))


def _pattern(text: str) -> str:
    try:
        explodes = can_explode(f"^{re.compile(text).pattern}$", LONGEST_CELL)
    except (re.error, OverflowError):
        raise Refused(words(say("This pattern cannot be read."),
                            next_step=say("Look for a bracket that is not closed."))) from None
    if explodes:
        raise Refused(words(say("This pattern could take without end."),
                            next_step=say("Write it without a repetition inside a repetition.")))
    return text


def _refuse_unreadable(field: Field) -> None:
    """Raise: Refused where an end is not of the column's type, or the rule makes no sense otherwise."""
    rules, plain = field.constraints, replace(field, constraints=Constraints())
    ends = [end for end in (rules.minimum, rules.maximum) if end is not None]
    try:
        cell_reader(field)
        read = cell_reader(plain)
        fits = all(read(end)[0] is not None for end in ends)
    except (RuleUnreadable, TypeError):
        fits = False
    if not fits:
        raise Refused(words(say("This does not fit the kind of value of the column, {type}.", type=name_of_type(field.type)),
                            next_step=say("Write it as {example}.", example=example_of(field.type, field.format))))


def _lengths(rules: Constraints) -> Message:
    if rules.min_length is None or rules.max_length is None:
        return (say("At most {count} letters", count=rules.max_length or 0) if rules.min_length is None
                else say("At least {count} letters", count=rules.min_length))
    return say("From {least} to {most} letters", least=rules.min_length, most=rules.max_length)
