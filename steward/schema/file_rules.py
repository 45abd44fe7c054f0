"""The program's rules about files: how strict each is, where it comes from, and the figures it has.

The rules are a file that the program edits (`resources/policy/file_rules.json`). A rule may make a kind of finding stricter,
never milder than the check itself gives it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


class FileRulesUnreadable(Trouble):
    """The file of rules does not hold what it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule:
    """One rule. `basis` is city, practice or default, as in the privacy policy."""

    id: str
    kinds: tuple[str, ...]      # of the findings that rest on it
    text: str
    source: str
    basis: str
    seen: str                   # ISO date on which the source was read
    tier: Tier | None = None    # at least so strict; None: as the check gives it
    limits: Mapping[str, int]   # by name, as the check asks for them
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRules:
    """All rules. Without any, every check has its own figures and tiers."""

    rules: tuple[FileRule, ...] = ()

    def of_kind(self, kind: str) -> FileRule | None:
        """Return the rule that findings of a kind rest on; None where the program has none."""
        return next((rule for rule in self.rules if kind in rule.kinds), None)

    def limit(self, kind: str, name: str, otherwise: int) -> int:
        """Return a figure of the rule of a kind, else the check's own."""
        rule = self.of_kind(kind)
        return otherwise if rule is None else rule.limits.get(name, otherwise)

    def laid_on(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings with the rule each rests on, as strict as the rule wants them."""
        for finding in findings:
            rule = self.of_kind(finding.kind)
            if rule is None:
                yield finding
            else:
                tier = min(finding.tier, rule.tier or finding.tier, key=lambda tier: tier.rank)
                yield replace(finding, basis=finding.basis or rule.id, tier=tier)

    @classmethod
    def parse(cls, text: str) -> "FileRules":
        """Return the rules that a JSON text holds. Raises: FileRulesUnreadable if it is not JSON or a rule lacks a part."""
        try:
            return cls(rules=tuple(_rule(entry) for entry in json.loads(text)["rules"]))
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            raise FileRulesUnreadable(words(
                say("The program's rules about files cannot be read."), say("File {name}.", name="file_rules.json"),
                say("Ask the open data program for a fresh copy of its policy files, or install Steward again."))) from problem


def _rule(entry: Mapping[str, object]) -> FileRule:
    limits, kinds, tier = entry.get("limits", {}), entry["kinds"], entry.get("tier")
    if not isinstance(limits, dict) or not isinstance(kinds, list):
        raise TypeError
    return FileRule(id=str(entry["id"]), kinds=tuple(map(str, kinds)), text=str(entry["text"]), source=str(entry["source"]),
                    basis=str(entry["basis"]), seen=str(entry["seen"]), tier=None if tier is None else Tier(str(tier)),
                    limits={str(name): int(figure) for name, figure in limits.items()},
                    confirmed_by=str(entry.get("confirmed_by", "")))
