"""Runs a spaCy pipeline where IT installed one. Never asks a network: what is not installed is not used.

spaCy and its pipelines are found by what Python packages say of themselves, without importing them; the first table that holds
sentences loads them. Source: spaCy, "Saving and loading": installed pipelines stand in the entry point group `spacy_models`.
"""

import os
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.util import find_spec
from itertools import islice
from time import monotonic
from typing import Any

from steward.privacy.names_read import NamesRead

GROUP, BATCH, MOST_KEPT = "spacy_models", 32, 20_000
MOST_SECONDS = 10.0
_PEOPLE = frozenset(("PERSON", "PER"))
_NOT_NEEDED = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "textcat")
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")   # what some pipelines stand on would look for newer parts otherwise


def installed_pipeline() -> str:
    """Return the name of the pipeline that would be used, an English one first; empty where there is none."""
    if find_spec("spacy") is None:
        return ""
    names = sorted({point.name for point in entry_points(group=GROUP)})
    return next((name for start in ("en_", "xx_", "") for name in names if name.startswith(start)), "")


def pipeline_in_words() -> str:
    """Return the pipeline's name and version for a report about this copy; empty where there is none."""
    name = installed_pipeline()
    try:
        return f"{name} {version(name.replace('_', '-'))}" if name else ""
    except PackageNotFoundError:
        return name


@cache
def name_reader() -> "LanguagePipeline | None":
    """Return what reads names with the installed pipeline, None where there is none."""
    name = installed_pipeline()
    return LanguagePipeline(name) if name else None


class LanguagePipeline:
    """Reads names of people with one pipeline, loaded when first needed. What was read before is not read again."""

    def __init__(self, name: str, most_seconds: float = MOST_SECONDS) -> None:
        self._name, self._most_seconds = name, most_seconds
        self._loaded: Any = None
        self._known: dict[str, tuple[str, ...]] = {}

    def names_in(self, texts: Sequence[str]) -> NamesRead:
        """Return the names in each text, up to where the pipeline or its time ended. Raises nothing."""
        end = monotonic() + self._most_seconds
        try:
            with warnings.catch_warnings(action="ignore"):   # of versions that do not match quite: for IT, not for a clerk
                return self._read(texts, end)
        except Exception:  # noqa: BLE001 - whatever a pipeline of others does, the check goes on without it
            return self._as_far_as_known(texts)

    def _read(self, texts: Sequence[str], end: float) -> NamesRead:
        new = iter([text for text in dict.fromkeys(texts) if text not in self._known])
        while batch := list(islice(new, BATCH)):
            if monotonic() > end:
                return self._as_far_as_known(texts)
            self._keep(zip(batch, self._documents(batch), strict=True))
        return NamesRead(names=tuple(self._known[text] for text in texts))

    def _as_far_as_known(self, texts: Sequence[str]) -> NamesRead:
        """Return what was read, up to the first text that was not."""
        names = []
        for text in texts:
            if text not in self._known:
                break
            names.append(self._known[text])
        return NamesRead(names=tuple(names), has_stopped=True)

    def _keep(self, read: Iterator[tuple[str, Any]]) -> None:
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        for text, document in read:
            self._known[text] = tuple(entity.text for entity in document.ents if entity.label_ in _PEOPLE)

    def _documents(self, texts: Sequence[str]) -> list[Any]:
        if self._loaded is None:
            self._loaded = _load(self._name)
        return list(self._loaded.pipe(texts, batch_size=BATCH))


def _load(name: str) -> Any:
    for setting in _OFFLINE:
        os.environ.setdefault(setting, "1")
    return import_module("spacy").load(name, exclude=list(_NOT_NEEDED))
