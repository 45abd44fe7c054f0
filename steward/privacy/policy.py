"""The program's rules: which kind weighs how much, on what basis, and who confirmed it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class PolicyUnreadable(Trouble):
    """A file of the policy folder does not hold what it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind's rule. `basis` is law, city rule, practice or default; nobody's name means that nobody confirmed it."""

    id: str
    kind: str
    tier: Tier
    basis: str
    source: str
    seen: str               # ISO date on which the source was read
    confirmed_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """All rules, by kind. A kind without a rule asks a person to decide."""

    rules: tuple[Rule, ...]

    @cached_property
    def _by_kind(self) -> Mapping[str, Rule]:
        return {rule.kind: rule for rule in self.rules}

    def rule(self, kind: str) -> Rule | None:
        """Return the rule of a kind, or None where the program has none."""
        return self._by_kind.get(kind)

    def tier(self, kind: str) -> Tier:
        """Return how much a kind weighs; one without a rule asks for a decision."""
        rule = self.rule(kind)
        return Tier.DECIDE if rule is None else rule.tier

    def basis(self, kind: str) -> str:
        """Return the id of the rule a kind rests on, empty where it is Steward's default."""
        rule = self.rule(kind)
        return "" if rule is None else rule.id

    @classmethod
    def parse(cls, text: str) -> "Policy":
        """Return the policy that a JSON text holds (`resources/policy/tiers.json`).

        Raises: PolicyUnreadable if it is not JSON or a rule lacks a part.
        """
        try:
            return cls(rules=tuple(_rule(entry) for entry in json.loads(text)["rules"]))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            raise unreadable("tiers.json") from problem


def unreadable(name: str) -> PolicyUnreadable:
    """Return the trouble of a policy file that cannot be read."""
    return PolicyUnreadable(words(
        say("A file of the privacy policy cannot be read."), say("File {name}.", name=name),
        say("Ask the open data program for a fresh copy of its policy files, or install Steward again.")))


def _rule(entry: Mapping[str, str]) -> Rule:
    return Rule(id=entry["id"], kind=entry["kind"], tier=Tier(entry["tier"]), basis=entry["basis"], source=entry["source"],
                seen=entry["seen"], confirmed_by=entry.get("confirmed_by", ""))
