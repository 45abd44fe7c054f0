"""The schema of one table within a Data Package, with the tables that its foreign keys name.

Only files that lie in the package's own folder are read, as the standard asks: no address, no path that leads out of it.
Source: Data Package v2, "path" (a path with ".." or from the root must not be followed).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from steward.schema.declared import DeclaredSchema, NamedTable
from steward.tasks.documents import read_json, read_schema, resources_of, schema_of
from steward.tasks.house import House
from steward.tasks.opening import open_sheet
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep


def declared_for(house: House, document: Path, table: Path) -> DeclaredSchema:
    """Return the schema that a document holds for a table, and the other tables of its package that the table's keys name.

    Of several resources the one of the table's file name is taken, else the one of its name, else the first.
    Raises: InputUnreadable, also where a table that is named lies there and cannot be read.
    """
    resources = resources_of(read_json(document))
    if len(resources) <= 1:
        return read_schema(document)
    own = _own(resources, table)
    descriptor = _of_itself(own.get("schema") or {}, str(own.get("name")))
    named = {str(key["reference"].get("resource")) for key in _keys(descriptor)}
    others = (one for one in resources if one is not own and one.get("name") in named)
    read = ((str(one["name"]), _table(house, document.parent, one)) for one in others)
    return replace(schema_of(descriptor), tables={name: found for name, found in read if found is not None})


def schema_for(document: Path, table: Path) -> DeclaredSchema:
    """Return the schema that a document holds for a table, chosen as above; no other table is read. Raises: InputUnreadable."""
    resources = resources_of(read_json(document))
    return read_schema(document) if len(resources) <= 1 else schema_of(_own(resources, table).get("schema") or {})


def _own(resources: Sequence[dict[str, Any]], table: Path) -> dict[str, Any]:
    by_file = (one for one in resources if PurePosixPath(str(one.get("path"))).name.casefold() == table.name.casefold())
    by_name = (one for one in resources if str(one.get("name")).casefold() == table.stem.casefold())
    return next(by_file, None) or next(by_name, None) or resources[0]


def _keys(descriptor: Mapping[str, Any]) -> list[dict[str, Any]]:
    listed = descriptor.get("foreignKeys") if isinstance(descriptor, Mapping) else None
    return [key for key in listed if isinstance(key, dict) and isinstance(key.get("reference"), dict)] if isinstance(
        listed, list) else []


def _of_itself(descriptor: Any, name: str) -> Any:
    """Return the schema in which keys that name its own table by name say so as the standard's first version does."""
    if not _keys(descriptor):
        return descriptor
    return {**descriptor, "foreignKeys": [
        {**key, "reference": {**key["reference"], "resource": ""}} if key in _keys(descriptor)
        and key["reference"].get("resource") == name else key for key in descriptor["foreignKeys"]]}


def _table(house: House, folder: Path, resource: Mapping[str, Any]) -> NamedTable | None:
    path = resource.get("path")
    if not isinstance(path, str) or "://" in path or PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        return None
    place = folder.joinpath(*PurePosixPath(path).parts)
    if not place.resolve().is_relative_to(folder.resolve()) or not place.is_file():
        return None
    sheet = open_sheet(house, place, ImportStep(), Silence())
    return NamedTable(sheet=sheet, descriptor=schema_of(resource.get("schema") or {}).descriptor)
