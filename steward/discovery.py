"""Imports every module of a folder and returns what it offers, or fails loudly.

Context: a new recognizer, check, remedy, format, target, export, command or page is one new file. Decision: each file ends in
one constant, and the folder is the register. Refused: registries kept by hand (three edited files for one new thing) and entry
points (a frozen program has none). A folder that offers nothing is an error: a frozen build that lost its files must never say
"nothing found".
"""

import importlib
import pkgutil
from functools import cache
from typing import Any

from steward.vocabulary.errors import Trouble, words
from steward.vocabulary.message import say
from steward.vocabulary.words import Words


class NothingDiscovered(Trouble):
    """A folder that should hold parts of the program holds none, or holds a file without its constant."""


@cache
def discover(package: str, constant: str) -> tuple[Any, ...]:
    """Return the `constant` of every module of `package`, in the order of the module names.

    Modules whose name starts with an underscore are shared code and are passed over.
    Raises: NothingDiscovered if there is no module, or one that lacks the constant.
    """
    modules = [importlib.import_module(name) for name in module_names(package)]
    for module in modules:
        if not hasattr(module, constant):
            raise NothingDiscovered(_words_for(module.__name__))
    if not modules:
        raise NothingDiscovered(_words_for(package))
    return tuple(getattr(module, constant) for module in modules)


def module_names(package: str) -> list[str]:
    """Return the full names of the modules that `discover` would import, sorted."""
    path = importlib.import_module(package).__path__
    names = [module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_")]
    return [f"{package}.{name}" for name in sorted(names)]


def _words_for(name: str) -> Words:
    return words(say("A part of Steward is missing."), say("Folder {name}.", name=name),
                 say("Install Steward again. If that does not help, tell the person who looks after it."))
