"""The source tree as syntax trees, for the tests that hold its rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORE = ("manifest", "workflow", "privacy", "schema", "metadata", "remedies", "table", "vocabulary")
PASSED_OVER = {".git", ".venv", "build", "dist", "practice", "__pycache__", "node_modules"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One source file."""

    path: Path
    text: str

    @property
    def tree(self) -> ast.Module:
        """Return the syntax tree, read anew: millions of its nodes kept would slow down every test that follows."""
        return ast.parse(self.text)

    @property
    def place(self) -> str:
        """Return the path as the checkout shows it."""
        return self.path.relative_to(ROOT).as_posix()

    def functions(self) -> Iterator[Function]:
        """Give every function and method, also those within others."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Return all source files of folders of the checkout, sorted by path."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if not PASSED_OVER & set(path.parts))
    return tuple(module(path) for path in paths)


def module(path: Path) -> Module:
    """Return one source file."""
    return Module(path=path, text=path.read_text(encoding="utf-8"))


def core() -> tuple[Module, ...]:
    """Return the source files of the rooms that open nothing and know no clock."""
    return modules(*(f"steward/{room}" for room in CORE))


def body_lines(function: Function) -> int:
    """Return how many lines the body takes; a docstring is not body."""
    first = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return first[-1].end_lineno - first[0].lineno + 1 if first else 0


def files() -> Iterator[Path]:
    """Give every file that a clone of the checkout holds; what is generated lies in folders that are passed over."""
    for path in sorted(ROOT.rglob("*")):
        folders = path.relative_to(ROOT).parts[:-1]
        if path.name == ".git" or not path.is_file():  # a file, where the checkout is one of several of one clone
            continue
        if not any(name in PASSED_OVER or (name.startswith(".") and name != ".ci") for name in folders):
            yield path
