"""What the checks are told from outside: policy, header words and name lists, read once."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from steward.metadata.forms import dated
from steward.metadata.record import Record
from steward.privacy.headers import HeaderReader
from steward.privacy.headers import header_reader as reader_with
from steward.privacy.knowledge import Knowledge
from steward.schema.field import Field
from steward.schema.file_rules import FileRules
from steward.schema.surroundings import Surroundings
from steward.store import names
from steward.store.resources import resource_text
from steward.tasks.house import House
from steward.vocabulary.message import Message, say


def knowledge(house: House) -> Knowledge:
    """Return what the privacy room is told. Raises: ResourceMissing, PolicyUnreadable."""
    return _knowledge(house.settings.small_group, house.clock.today())


def header_reader(house: House) -> HeaderReader:
    """Return who reads names of columns; what it learns of the words lasts. Raises: ResourceMissing, PolicyUnreadable."""
    return reader_with(knowledge(house))


def rule_in_words(house: House, kind: str) -> Message:
    """Return on what the weight of a kind rests, and whether the City Attorney confirmed it; empty where there is no rule."""
    rule = knowledge(house).policy.rule(kind)
    if rule is None:
        return Message("")
    if rule.confirmed_by:
        return say("{source}. Confirmed by {who}.", source=rule.source, who=rule.confirmed_by)
    return say("{source}. Not confirmed by the City Attorney yet.", source=rule.source)


def surroundings(house: House, record: Record | None = None, earlier: Sequence[Field] = (),
                 apart: Sequence[tuple[str, frozenset[str]]] = (), asked: Sequence[str] = ()) -> Surroundings:
    """Return what checks of structure are told besides the table. Raises: ResourceMissing, FileRulesUnreadable."""
    start, end = (dated(record.temporal_start), dated(record.temporal_end)) if record is not None else ("", "")
    period = (date.fromisoformat(start), date.fromisoformat(end)) if start and end and start <= end else None
    today = date.fromisoformat(house.clock.today())
    return Surroundings(today=today, period=period, earlier=tuple(earlier), asked=tuple(asked), rules=file_rules(),
                        apart=tuple(apart))


@cache
def file_rules() -> FileRules:
    """Return the program's rules about files. Raises: ResourceMissing, FileRulesUnreadable."""
    return FileRules.parse(resource_text("policy/file_rules.json"))


def file_rule_in_words(kind: str) -> Message:
    """Return the rule about files that findings of a kind rest on, with its source; empty where there is none."""
    rule = file_rules().of_kind(kind)
    if rule is None:
        return Message("")
    return say("The rule: {rule} Source: {source}.", rule=rule.text, source=rule.source)


def knowledge_to_send(house: House) -> dict[str, object]:
    """Return the same as plain JSON values, for a process that may read no resource."""
    return {name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in _given(house.settings.small_group, house.clock.today()).items()}


@cache
def _knowledge(threshold: int, today: str) -> Knowledge:
    return Knowledge.parse(**_given(threshold, today))


def _given(threshold: int, today: str) -> dict[str, Any]:
    return {"tiers": resource_text("policy/tiers.json"), "header_words": resource_text("policy/header_words.json"),
            "sensitive_fields": resource_text("policy/sensitive_fields.json"),
            "counted_people": resource_text("policy/counted_people.json"),
            "city_offices": resource_text("policy/city_offices.json"),
            "sensitive_incidents": resource_text("policy/sensitive_incidents.json"),
            "sensitive_places": resource_text("policy/sensitive_places.json"),
            "first_names": names.first_names(), "surnames": names.surnames(), "ordinary_words": names.ordinary_words(),
            "threshold": threshold, "today": today}
