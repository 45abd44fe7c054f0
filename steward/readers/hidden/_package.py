"""The parts of a zipped workbook, read within a budget, and what leads from one to another."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from steward.readers.formats import _archive
from steward.readers.hidden._tags import elements, without_comments

DAMAGE = (*_archive.DAMAGE, OSError, IndexError)
PART_BYTES = 1 << 26          # of one part, as much as is looked at
BLOCK_BYTES = 1 << 22
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))


class Relation(NamedTuple):
    """A way from one part to another, or to an outside address."""

    id: str
    type: str         # the last word of its type: "worksheet", "hyperlink"
    target: str       # the name of a part, or an outside address
    is_external: bool


class Package:
    """The parts of one zip. What cannot be unpacked, or is beyond the budget, gives nothing and is remembered."""

    def __init__(self, archive: zipfile.ZipFile, budget_bytes: int) -> None:
        """Look into an open zip; all parts together may unpack to `budget_bytes`."""
        self._archive, self._left = archive, budget_bytes
        self.names = tuple(dict.fromkeys(one.filename.replace("\\", "/") for one in archive.infolist()))
        self._own = {one.filename.replace("\\", "/").lower(): one.filename for one in archive.infolist()}
        self._kept: dict[str, str] = {}
        self.unread: list[str] = []

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name.lower() in self._own

    def blocks(self, name: str) -> Iterator[bytes]:
        """Give a part in pieces, as UTF-8."""
        coding = None
        for block in self._raw(name):
            coding = coding or _coding(block)
            yield block if coding == "utf-8" else block.decode(coding, "replace").encode()

    def content(self, name: str, most: int = PART_BYTES) -> bytes:
        """Return a part; one that is longer than `most` is cut, and remembered as not read."""
        gathered, size = [], 0
        for block in self._raw(name):
            gathered.append(block)
            size += len(block)
            if size > most:
                self.unread.append(name)
                break
        return b"".join(gathered)[:most]

    def text(self, name: str, most: int = PART_BYTES) -> str:
        """Return a part of XML as text, without comments."""
        if name not in self._kept:
            content = self.content(name, most)
            self._kept[name] = without_comments(content.decode(_coding(content), "replace"))
        return self._kept[name]

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the ways that lead from a part; an empty name stands for the workbook as a whole."""
        folder, _, last = name.rpartition("/")
        path = f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
        return tuple(_relation(element.attributes, folder) for element in elements(self.text(path), "Relationship"))

    def of(self, *types: str, path: str = "(?!)") -> list[str]:
        """Return the parts that some way of these types leads to, and those whose name is like `path`."""
        wanted = {target.lower() for target, kind in self._targets.items() if kind.lower() in {one.lower() for one in types}}
        like = re.compile(path, re.IGNORECASE)
        return [name for name in self.names if not name.endswith("/")
                and (name.lower() in wanted or like.fullmatch(name)) and not name.endswith(".rels")]

    @cached_property
    def reached(self) -> frozenset[str]:
        """Return the names, in lower case, of all parts that some way leads to."""
        return frozenset(target.lower() for target in self._targets)

    @cached_property
    def _targets(self) -> dict[str, str]:
        sources = [_source(name) for name in self.names if name.endswith(".rels")]
        return {relation.target: relation.type for source in sources for relation in self.relations(source)
                if not relation.is_external}

    def _raw(self, name: str) -> Iterator[bytes]:
        own = self._own.get(name.lower())
        if own is None:
            return
        try:
            with self._archive.open(own) as stream:
                while block := stream.read(min(BLOCK_BYTES, max(0, self._left))):
                    self._left -= len(block)
                    yield block
                if self._left <= 0:
                    self.unread.append(name)
        except DAMAGE:
            self.unread.append(name)


def _coding(content: bytes) -> str:
    return next((coding for mark, coding in _MARKS if content.startswith(mark)), "utf-8")


def _source(rels: str) -> str:
    folder, _, last = rels.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels").rstrip("/"), last.removesuffix(".rels"))


def _relation(values: dict[str, str], folder: str) -> Relation:
    target, is_external = values.get("Target", ""), values.get("TargetMode", "").lower() == "external"
    if not is_external:
        target = _archive.place_of(folder, target.split("#")[0])
    return Relation(values.get("Id", ""), values.get("Type", "").rsplit("/", 1)[-1], target, is_external)
