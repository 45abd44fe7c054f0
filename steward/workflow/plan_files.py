"""Reads the recommended plans that the program edits, and says file and line where one is not of the form."""

from collections.abc import Mapping
from dataclasses import replace

from steward.metadata.strict_json import Node, check_format, load_located
from steward.privacy.evidence import recognizers
from steward.privacy.headers import singular
from steward.privacy.linked import CLASSES
from steward.privacy.plan import Phrase, Plan, Treatment
from steward.privacy.sensitive import REMEDIES
from steward.remedies import all_remedies
from steward.vocabulary.recipe import Parameter, Step

FORMAT = 1
SCOPES, ABOUT = ("", "column", "cells"), ("person", "incident", "business", "asset", "animal", "count", "unknown")
_KEYS = ("format", "about_this_file", "title", "explain", "source", "confirmed_by", "order", "extends", "about", "words",
         "cells", "verdicts", "least", "treatments", "linked", "keeps", "sensitive", "most_percent_of_rows_left_out")


def read_plans(texts: Mapping[str, str]) -> tuple[Plan, ...]:
    """Return the plans, by the names of their files without the ending. Raises: DocumentBroken with file and line."""
    roots = {name: check_format(load_located(text, f"{name}.json"), FORMAT).only(_KEYS) for name, text in texts.items()}
    own = {name: _plan(name, root) for name, root in roots.items()}
    return tuple(sorted((_extended(own[name], root, own) for name, root in roots.items()), key=lambda plan: plan.order))


def _plan(name: str, root: Node) -> Plan:
    about = root.texts("about")
    if not set(about) <= set(ABOUT):
        root.refuse("about")
    verdicts = root.texts("verdicts")
    if not set(verdicts) <= {recognizer.kind for recognizer in recognizers()}:
        root.refuse("verdicts")
    return Plan(name=name, cells=tuple(text.lower() for text in root.texts("cells")), verdicts=frozenset(verdicts),
                title=root.sentence("title"), explain=root.sentence("explain"), source=root.text("source"),
                order=root.whole("order"), about=frozenset(about), words=tuple(_phrase(text) for text in root.texts("words")),
                least=root.whole("least", 0), treatments=tuple(_treatment(node) for node in root.nodes("treatments")),
                linked=_linked(root.node("linked")), keeps=_keeps(root.node("keeps")),
                most_rows_left_out=root.whole("most_percent_of_rows_left_out", 0),
                sensitive=root.one_of("sensitive", ("", *REMEDIES), ""), confirmed_by=root.text("confirmed_by", ""))


def _extended(plan: Plan, root: Node, others: Mapping[str, Plan]) -> Plan:
    """Return the plan with what it takes over from the one that it extends."""
    base = root.text_or_none("extends")
    if base is None:
        return plan
    below = others[root.one_of("extends", tuple(name for name in others if name != plan.name))]
    limit = plan.most_rows_left_out if "most_percent_of_rows_left_out" in root.values else below.most_rows_left_out
    sensitive = plan.sensitive if "sensitive" in root.values else below.sensitive
    return replace(plan, sensitive=sensitive, treatments=(*plan.treatments, *below.treatments),
                   linked={**below.linked, **plan.linked},
                   keeps={**_kept_still(below, plan), **plan.keeps}, most_rows_left_out=limit)


def _kept_still(below: Plan, plan: Plan) -> dict[str, str]:
    """Return what the plan below keeps, but for what the one that extends it does something about."""
    return {name: why for name, why in below.keeps.items() if name not in plan.linked}


def _treatment(node: Node) -> Treatment:
    node.only(("kinds", "in", "types", "steps", "why"))
    known = {recognizer.kind for recognizer in recognizers()}
    kinds = node.texts("kinds")
    if not kinds or not set(kinds) <= known:
        node.refuse("kinds")
    why = node.sentence("why", "")
    return Treatment(kinds=frozenset(kinds), scope=node.one_of("in", SCOPES, ""), types=frozenset(node.texts("types")),
                     steps=tuple(replace(step, reason=why) for step in _steps(node, "steps")))


def _linked(node: Node) -> dict[str, tuple[Step, ...]]:
    node.only(CLASSES)
    return {name: _steps(node, name) for name in CLASSES if name in node.values}


def _keeps(node: Node) -> dict[str, str]:
    node.only(CLASSES)
    return {name: node.sentence(name) for name in CLASSES if name in node.values}


def _steps(node: Node, key: str) -> tuple[Step, ...]:
    return tuple(_step(inner) for inner in node.nodes(key))


def _step(node: Node) -> Step:
    """Return a step without a column; its remedy must be known, and its parameters be what that remedy asks."""
    node.only(("remedy", "parameters"))
    known = {one.name: one for one in all_remedies()}
    chosen = known[node.one_of("remedy", tuple(known))]
    inner = node.node("parameters").only(tuple(question.parameter for question in chosen.asks))
    return Step(remedy=chosen.name, parameters={name: _parameter(inner, name) for name in inner.values})


def _parameter(node: Node, name: str) -> Parameter:
    value = node.values[name]
    return value if isinstance(value, str | int) else node.refuse(name)


def _phrase(text: str) -> Phrase:
    return tuple(singular(word) for word in text.lower().split())
