"""Functions and files stay short enough to be read, and each says what it is."""

import ast
import statistics
from dataclasses import dataclass

import pytest

from tests.architecture.source import Module, body_lines, module, modules

LONGEST_FUNCTION, LONGEST_FILE, MEDIAN, NINE_IN_TEN = 60, 400, 7, 25
EMPTY_NAMES = {"utils", "util", "helper", "helpers", "manager", "misc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is looked at of one file; its syntax tree is let go."""

    file: Module
    docstring: str
    functions: tuple[tuple[str, int], ...]    # name, lines of body
    names: frozenset[str]


def shape(file):
    tree = file.tree
    named = [node for node in ast.walk(tree) if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))]
    functions = tuple((node.name, body_lines(node)) for node in named if not isinstance(node, ast.ClassDef))
    return Shape(file=file, docstring=ast.get_docstring(tree) or "", functions=functions,
                 names=frozenset(node.name.lower() for node in named) | {file.path.stem})


@pytest.fixture(scope="module")
def program():
    return [shape(file) for file in modules("steward")]


@pytest.fixture(scope="module")
def whole_tree(program):
    return program + [shape(file) for file in modules("tests")]


@pytest.fixture(scope="module")
def lengths(program):
    return sorted(lines for one in program for _name, lines in one.functions)


def is_sentence(docstring):
    first = docstring.split("\n\n")[0].rstrip()
    return len(first.split()) >= 3 and first.endswith((".", ":"))


def test_no_file_is_over_its_limit(whole_tree):
    assert [one.file.place for one in whole_tree if len(one.file.text.splitlines()) > LONGEST_FILE] == []


def test_no_function_is_over_its_limit(whole_tree):
    assert [f"{one.file.place}: {name}" for one in whole_tree for name, lines in one.functions
            if lines > LONGEST_FUNCTION] == []


def test_half_of_the_functions_have_seven_lines_or_fewer(lengths):
    assert statistics.median(lengths) <= MEDIAN


def test_nine_in_ten_functions_have_fewer_than_twenty_five_lines(lengths):
    assert lengths[int(len(lengths) * 0.9)] < NINE_IN_TEN


def test_a_docstring_is_not_counted_as_body(tmp_path):
    file = tmp_path / "one.py"
    file.write_text('def one():\n    """Return one.\n\n    Always.\n    """\n    number = 1\n    return number\n')
    assert shape(module(file)).functions == (("one", 2),)


def test_every_module_says_in_a_sentence_what_it_is(program):
    assert [one.file.place for one in program if not is_sentence(one.docstring)] == []


def test_no_note_to_ourselves_is_left(program):
    assert [one.file.place for one in program if any(word in one.file.text for word in ("TODO", "FIXME", "XXX"))] == []


def test_names_say_what_a_thing_is(program):
    assert sorted((name, one.file.place) for one in program for name in one.names if EMPTY_NAMES & set(name.split("_"))) == []
