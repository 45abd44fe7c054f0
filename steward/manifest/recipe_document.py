"""The recipe as a JSON document and back.

Parameters whose name begins with "private" hold what a manifest must not carry (salts, hand-typed values). A draft, which
never leaves the workstation, keeps them; a manifest gets one SHA-256 over all of a step's private parameters, so that a salt
among them protects the rest.
"""

import hashlib
import json
from collections.abc import Mapping

from steward.metadata.strict_json import Node, check_format
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep, Parameter, Recipe, Step

NAME = "recipe.json"
FORMAT = 1
PRIVATE = "private"
DIGEST = "private_sha256"   # of what is private in a sealed step
_REGION_NUMBERS = 4
_HIDDEN_KEYS = ("include_hidden_rows", "include_filtered_rows", "include_grouped_rows", "include_hand_hidden_rows",
                "include_low_rows", "include_hidden_columns")
_HAND, _GROUPED = "include_hand_hidden_rows", "include_grouped_rows"    # once one answer held for both
_IMPORT_KEYS = ("sheet", "encoding", "delimiter", "quoting", "cuts", "header_rows", *_HIDDEN_KEYS, "region")


def recipe_to_json(recipe: Recipe) -> dict[str, object]:
    """Return the whole recipe, private parameters too: for this workstation only."""
    return {"format": FORMAT, **_recipe(recipe), "steps": [step_to_json(step) for step in recipe.steps]}


def sealed_recipe_to_json(recipe: Recipe) -> dict[str, object]:
    """Return the recipe as a manifest carries it: the hash of what is private in a step, never the thing."""
    return {"format": FORMAT, **_recipe(recipe), "steps": [_sealed(step) for step in recipe.steps]}


def recipe_from_json(document: Mapping[str, object], name: str = NAME) -> Recipe:
    """Return the recipe of a document. Raises: DocumentBroken, DocumentTooNew."""
    return read_recipe(Node(document, name))


def read_recipe(node: Node) -> Recipe:
    """Return the recipe under a node."""
    check_format(node, FORMAT).only(("format", "import", "steps"))
    return Recipe(import_step=_read_import(node.node("import")), steps=tuple(read_step(step) for step in node.nodes("steps")))


def step_to_json(step: Step) -> dict[str, object]:
    """Return one remedy with all its parameters."""
    parameters = {name: list(value) if isinstance(value, tuple) else value for name, value in step.parameters.items()}
    optional = _without_blanks({"column": step.column, "parameters": parameters, "reason": step.reason})
    return {"remedy": step.remedy, **optional}


def read_step(node: Node) -> Step:
    """Return the remedy under a node."""
    node.only(("remedy", "column", "parameters", "reason", DIGEST))
    inner = node.node("parameters")
    parameters = {name: _read_parameter(inner, name) for name in inner.values}
    if DIGEST in node.values:
        parameters[DIGEST] = node.text(DIGEST)
    return Step(remedy=node.text("remedy"), column=node.text_or_none("column"), parameters=parameters,
                reason=node.text("reason", ""))


def _recipe(recipe: Recipe) -> dict[str, object]:
    step = recipe.import_step
    rows, region, cuts = (None if numbers is None else list(numbers) for numbers in (step.header_rows, step.region, step.cuts))
    values = {"sheet": step.sheet, "encoding": step.encoding, "delimiter": step.delimiter,
              "quoting": None if step.quoting is None else step.quoting.value, "cuts": cuts, "header_rows": rows,
              **{name: getattr(step, name) for name in _HIDDEN_KEYS}, "region": region}
    said = {name for name, value in values.items() if value is not None}
    if _HAND in said:       # without this one beside it, the answer would hold for both
        said.add(_GROUPED)
    return {"import": {name: value for name, value in values.items() if name in said}}


def _sealed(step: Step) -> dict[str, object]:
    written = step_to_json(step)
    private = {name: value for name, value in sorted(step.parameters.items()) if name.startswith(PRIVATE)}
    if not private:
        return written
    shown = {name: value for name, value in step.parameters.items() if name not in private}
    digest = private.get(DIGEST) or hashlib.sha256(json.dumps(private, ensure_ascii=True).encode()).hexdigest()
    return _without_blanks({**written, "parameters": shown, DIGEST: digest})   # a step that was sealed before keeps its hash


def _without_blanks(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None and (value or name == "column")}


def _read_import(node: Node) -> ImportStep:
    node.only(_IMPORT_KEYS)
    hidden = {name: node.flag_or_none(name) for name in _HIDDEN_KEYS}
    if _GROUPED not in node.values:
        hidden[_GROUPED] = hidden[_HAND]
    return ImportStep(
        sheet=node.text_or_none("sheet"), encoding=node.text_or_none("encoding"), delimiter=node.text_or_none("delimiter"),
        quoting=_quoting(node), cuts=node.wholes_or_none("cuts"), header_rows=node.wholes_or_none("header_rows"),
        region=_region(node), **hidden)


def _quoting(node: Node) -> Quoting | None:
    return None if node.values.get("quoting") is None else Quoting(node.one_of("quoting", tuple(Quoting)))


def _region(node: Node) -> tuple[int, ...] | None:
    region = node.wholes_or_none("region")
    return region if region is None or len(region) == _REGION_NUMBERS else node.refuse("region")


def _read_parameter(node: Node, name: str) -> Parameter:
    value = node.values[name]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return node.texts(name)
    return node.wholes(name)
