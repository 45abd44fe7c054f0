"""What was said of a column goes with it when the column gets another name, and back when that is undone."""

from collections.abc import Mapping
from dataclasses import replace

from steward.schema.field import Field
from steward.table.new_names import new_names
from steward.table.sheet import Sheet
from steward.workflow.draft import Draft


def following(draft: Draft, before: Sheet, after: Sheet) -> Draft:
    """Return the draft with words, rules, key and answers under the names that columns have in the later state.

    Answers that are steps keep the name that the column had when the step was done.
    """
    names = new_names(before, after)
    if not names:
        return draft
    decisions = tuple(given if given.step is not None or given.column not in names
                      else replace(given, column=names[given.column]) for given in draft.decisions)
    taken = {field.column for field in draft.fields}
    fields = tuple(_moved(field, names) if names.get(field.column) not in taken else field for field in draft.fields)
    return replace(draft, decisions=decisions, fields=fields,
                   primary_key=tuple(names.get(one, one) for one in draft.primary_key),
                   passed_over=tuple(_passed_over(key, names) for key in draft.passed_over))


def _moved(field: Field, names: Mapping[str, str]) -> Field:
    name = names.get(field.column)
    if name is None:
        return field
    return replace(field, column=name, name=name if field.name == field.column else field.name)


def _passed_over(key: str, names: Mapping[str, str]) -> str:
    rule, _, columns = key.partition(" ")
    return f"{rule} " + "\n".join(names.get(column, column) for column in columns.split("\n"))
