"""Scores verdicts against labels: precision and recall over kinds and flags, and how many look-alikes are flagged."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from steward.privacy.examine import examine
from steward.privacy.in_sentences import TOLD
from steward.privacy.knowledge import Knowledge
from steward.vocabulary.progress import Silence
from tests.privacy.makers import Columns
from tests.privacy.tables import make_profile

ROWS = 250
DIRECT = frozenset((
    "person_name", "email", "phone", "ssn", "itin", "driver_license", "passport", "license_plate", "vin", "credit_card",
    "bank_account", "home_address", "ip_address", "mac_address", "device_id", "username", "medical_id", "person_id",
    "credential"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over all columns of some tables."""

    kinds: Counter[str] = field(default_factory=Counter)   # "hit", "false", "missed"
    flags: Counter[str] = field(default_factory=Counter)   # the same by column, and "quiet"
    direct: Counter[str] = field(default_factory=Counter)  # of kinds that name a person by themselves

    def add(self, got: frozenset[str], wanted: frozenset[str]) -> None:
        if "free_text_pii" in wanted:   # what sentences tell of somebody may be told as such, too; their labels do not say
            got -= frozenset(TOLD) - wanted
        self.kinds.update(hit=len(got & wanted), false=len(got - wanted), missed=len(wanted - got))
        self.direct.update(hit=len(got & wanted & DIRECT), missed=len((wanted - got) & DIRECT))
        self.flags[{(1, 1): "hit", (1, 0): "false", (0, 1): "missed", (0, 0): "quiet"}[bool(got), bool(wanted)]] += 1

    @property
    def lookalikes_flagged(self) -> float:
        return self.flags["false"] / (self.flags["false"] + self.flags["quiet"])


def precision(counts: Counter[str]) -> float:
    return counts["hit"] / (counts["hit"] + counts["false"])


def recall(counts: Counter[str]) -> float:
    return counts["hit"] / (counts["hit"] + counts["missed"])


def score(tables: Mapping[str, Columns], knowledge: Knowledge, seed: int) -> Score:
    total = Score()
    for name, columns in tables.items():
        report = examine(make_profile(draw_cells(name, columns, seed)), knowledge, Silence())
        for verdict in report.columns:
            total.add(frozenset(harm.kind for harm in verdict.harmful), frozenset(columns[verdict.column][1].split()))
    return total


def draw_cells(name: str, columns: Columns, seed: int, rows: int = ROWS) -> dict[str, list[str]]:
    draw = random.Random(f"{seed} {name}")
    return {header: [maker(draw) for _ in range(rows)] for header, (maker, _) in columns.items()}

