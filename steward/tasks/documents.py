"""Reads and writes the small documents that people and scripts hand in: schemas, records, recipes, decisions, reports."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from steward.metadata.strict_json import broken, load, load_located
from steward.schema.declared import DeclaredSchema
from steward.schema.field import Field
from steward.schema.table_schema import from_table_schema
from steward.vocabulary.errors import InputUnreadable, Refused, Trouble, words
from steward.vocabulary.message import Message, say

LARGEST_BYTES = 50_000_000


class DocumentUnreadable(InputUnreadable):
    """A document that cannot be opened or is not JSON."""


class DocumentNotWritten(Trouble):
    """A document or a folder that could not be written."""


class OriginalInTheWay(Refused):
    """A report would be written over a file that is only read."""


def read_json(path: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds. Raises: DocumentUnreadable."""
    return dict(load(_read_bytes(path), path.name).values)


def read_text(path: Path) -> str:
    """Return the text that a file holds: UTF-8, UTF-16, else as Windows programs save it. Raises: DocumentUnreadable."""
    raw = _read_bytes(path)
    if wide := _wide(raw):
        return raw.decode(wide, errors="replace").removeprefix("\ufeff")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _wide(raw: bytes) -> str:
    """Return the kind of UTF-16 that a text is in, by its mark or the empty half of its first letters; else nothing."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if raw.startswith(b"\xff\xfe") else "utf-16-be"
    first = raw[:4]
    if len(first) == len("ab") * 2 and (first[0::2] == b"\0\0") != (first[1::2] == b"\0\0"):
        return "utf-16-be" if first[0::2] == b"\0\0" else "utf-16-le"
    return ""


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise DocumentUnreadable(_words(path, say("The file is far too large for what it should hold.")))
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentUnreadable(_words(path, say("There is no such file."))) from None
    except OSError:
        raise DocumentUnreadable(_words(path, say("The file cannot be opened."))) from None


def read_schema(path: Path) -> DeclaredSchema:
    """Return a Table Schema as written, or that of the first resource of a Data Package. Raises: InputUnreadable."""
    node = load_located(_decoded(path), path.name)
    found: Any = dict(node.values)
    resources = resources_of(found)
    if not resources and "resources" in found:
        raise DocumentUnreadable(words(
            say("This Data Package names no table."), say("File {name}.", name=path.name),
            say("Choose a package with a table in it, or a Table Schema.")))
    return schema_of(resources[0].get("schema") or {} if resources else found, node.lines)


def resources_of(descriptor: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the resources of a Data Package; none where a document is no package."""
    listed = descriptor.get("resources")
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def schema_of(descriptor: Any, lines: Mapping[int, int] | None = None) -> DeclaredSchema:
    """Return a Table Schema that was read already. Raises: InputUnreadable."""
    if isinstance(descriptor, str):   # the standard lets a package name a file or an address in its place
        raise DocumentUnreadable(words(
            say("This Data Package keeps its schema in a file of its own."), say("The schema of a table in the package."),
            say("Choose the file of the schema instead of the package.")))
    return DeclaredSchema(descriptor=descriptor, fields=from_table_schema(descriptor, lines))


def _decoded(path: Path) -> str:
    """Return the text of a JSON file. Raises: DocumentUnreadable, DocumentBroken."""
    try:
        return _read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise broken(path.name, say("It holds characters that are not Unicode text.")) from None


def fields_of(schema: Mapping[str, object]) -> tuple[Field, ...]:
    """Return the fields of a Table Schema that was read already, as of a sealed table. Raises: InputUnreadable."""
    return from_table_schema(dict(schema))


def refuse_originals(target: Path, *originals: Path | None) -> None:
    """Do nothing unless `target` is one of the files that are only read. Raises: OriginalInTheWay."""
    for original in originals:
        if original is not None and _are_same(target, original):
            raise OriginalInTheWay(words(say("The report would be written over a file that is only read."),
                                         say("File {name}.", name=original.name), say("Give the report another name.")))


def _are_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them is not there or cannot be looked at: nothing can be written over


def make_folder(path: Path) -> None:
    """Make a folder unless it is there. Raises: DocumentNotWritten."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DocumentNotWritten(words(say("The folder could not be made."), say("Folder {name}.", name=path.name),
                                       say("Name a folder that you may write to, on a drive with room. A file of that name "
                                           "must not be there."))) from None


def write_text(path: Path, text: str) -> None:
    """Write a page or a report. Raises: DocumentNotWritten."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        raise DocumentNotWritten(words(say("The report could not be written."), say("File {name}.", name=path.name),
                                       say("Choose a folder that you may write to and that has room."))) from None


def _words(path: Path, what: Message) -> Any:
    return words(what, say("File {name}.", name=path.name), say("Look whether this is the file you mean, and try again."))
