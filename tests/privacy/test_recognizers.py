"""The contract that every recognizer keeps: a new file in the folder is tested unasked."""

import importlib

import pyarrow as pa
import pytest

from steward.discovery import module_names
from steward.privacy.evidence import recognizers
from steward.privacy.spans import matches

MODULES = [importlib.import_module(name) for name in module_names("steward.privacy.recognizers")]
FAMILIES = {"number", "contact", "name", "place", "quasi", "sensitive", "text"}


def short(module):
    return module.__name__.rsplit(".", 1)[-1]


@pytest.mark.parametrize("module", MODULES, ids=short)
def test_a_recognizer_sees_its_own_examples(module, knowledge):
    spans = module.RECOGNIZER.spot(pa.array(module.SEEN), knowledge)
    assert spans.places.tolist() == list(range(len(module.SEEN)))
    assert spans.proven.all()


@pytest.mark.parametrize("module", MODULES, ids=short)
def test_a_recognizer_passes_over_its_counterexamples(module, knowledge):
    spans = module.RECOGNIZER.spot(pa.array(module.NOT_SEEN), knowledge)
    assert [module.NOT_SEEN[place] for place in spans.where(spans.proven & spans.whole)] == []


@pytest.mark.parametrize("module", MODULES, ids=short)
def test_a_recognizer_says_how_it_is_treated_and_names_its_source(module):
    assert module.RECOGNIZER.family in FAMILIES
    assert module.RECOGNIZER.kind == short(module)
    assert module.__doc__.startswith(module.__doc__.strip()[:20])
    assert module.RECOGNIZER.sieve or not module.RECOGNIZER.needs.single


@pytest.mark.parametrize("module", MODULES, ids=short)
def test_a_recognizer_of_nothing_sees_nothing(module, knowledge):
    assert len(module.RECOGNIZER.spot(pa.array([], pa.string()), knowledge).places) == 0
    assert len(module.RECOGNIZER.spot(pa.array(["", " "]), knowledge).places) == 0


@pytest.mark.parametrize("module", [module for module in MODULES if module.RECOGNIZER.needs.single], ids=short)
def test_the_first_pattern_misses_nothing_that_would_prove_itself(module, knowledge):
    values = pa.array(module.SEEN)
    spans = module.RECOGNIZER.spot(values, knowledge)
    proven = spans.where(spans.proven & spans.cued)
    assert len(proven)
    union = "|".join(f"(?:{recognizer.sieve})" for recognizer in recognizers() if recognizer.needs.single)
    assert matches(values, union)[proven].all()


def test_every_kind_has_a_rule_with_its_basis_and_nobody_is_said_to_have_confirmed_it(knowledge):
    for recognizer in recognizers():
        rule = knowledge.policy.rule(recognizer.kind)
        assert rule is not None, recognizer.kind
        assert rule.basis in {"law", "city", "practice", "default"}
        assert rule.source
        assert rule.confirmed_by == ""


def test_cells_made_to_slow_patterns_prove_nothing(knowledge):
    hostile = pa.array(["9" * 100_000, "a@" * 50_000, "(" * 100_000, "1 " * 50_000, "-".join(["123"] * 30_000)])
    for recognizer in [recognizer for recognizer in recognizers() if recognizer.needs.single]:
        spans = recognizer.spot(hostile, knowledge)
        assert not (spans.proven & spans.cued).any(), recognizer.kind
