"""The columns of a table as the page that describes them shows them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from steward.gui.text import tr
from steward.schema.field import Field
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench
    from steward.vocabulary.message import Message


def fields_of(bench: "Workbench") -> dict[str, Field]:
    """Return the fields with what was said since the table was checked."""
    from steward.tasks.checking import laid_over

    return {field.column: field for field in laid_over(bench.report.fields, bench.draft.fields)}


def rules_of(field: Field) -> Field:
    """Return what the table is held to: the field without its words."""
    return replace(field, title="", description="", unit="", codes=())


def described(field: Field, weak: "Mapping[str, Message]") -> str:
    """Return in a word or two how far the description of a column has come."""
    if field.column in weak:
        return tr(say("Says too little"))
    return tr(say("Yes")) if field.description.strip() else tr(say("To fill in"))


def places_without(fields: "Mapping[str, Field]") -> list[int]:
    """Return the places of the columns without words."""
    from steward.tasks.column_words import undescribed

    missing = frozenset(undescribed(fields.values()))
    return [place for place, name in enumerate(fields) if name in missing]


def first_without(fields: "Mapping[str, Field]") -> int:
    """Return the place of the first column without words; 0 where all have some."""
    return next(iter(places_without(fields)), 0)
