"""Names everything this copy of Steward has discovered, so that a frozen build can be held against the source tree."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from steward import __version__
from steward.discovery import discover, module_names
from steward.store.language_pipeline import pipeline_in_words

FOLDERS = (
    ("recognizers", "steward.privacy.recognizers", "RECOGNIZER"),
    ("checks", "steward.schema.checks", "CHECK"),
    ("proposals", "steward.schema.proposals", "PROPOSAL"),
    ("remedies", "steward.remedies", "REMEDY"),
    ("formats", "steward.readers.formats", "FORMAT"),
    ("hidden", "steward.readers.hidden", "HIDDEN"),
    ("targets", "steward.gateways.targets", "TARGET"),
    ("metadata checks", "steward.metadata.checks", "CHECK"),
    ("suggestions", "steward.metadata.suggestions", "SUGGESTION"),
    ("alternatives", "steward.metadata.alternatives", "ALTERNATIVE"),
    ("exports", "steward.metadata.exports", "EXPORT"),
    ("commands", "steward.commands", "COMMAND"),
    ("front pages", "steward.gui.front", "PAGE"),
    ("prepare pages", "steward.gui.prepare", "PAGE"),
    ("desk pages", "steward.gui.desk", "PAGE"),
)
PIPELINE = "spaCy pipeline"
LIBRARIES = ("PySide6-Essentials", "pyarrow", "pandas", "frictionless", "python-calamine", "keyring", "requests")


def discovered() -> dict[str, list[str]]:
    """Return the names of the files that each folder offers, sorted; each was imported and offers what it should.

    Raises: NothingDiscovered if a folder is empty or a file offers nothing.
    """
    return {kind: _offered(package, constant) for kind, package, constant in FOLDERS}


def surroundings() -> dict[str, str]:
    """Return the versions that matter when something is reported; names no machine, person or path."""
    return {"steward": __version__, "python": platform.python_version(), "system": platform.system(),
            "frozen": "yes" if getattr(sys, "frozen", False) else "no",
            PIPELINE: pipeline_in_words() or "none", **{name: _version_of(name) for name in LIBRARIES}}


def _offered(package: str, constant: str) -> list[str]:
    discover(package, constant)
    return [name.rpartition(".")[2] for name in module_names(package)]


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
