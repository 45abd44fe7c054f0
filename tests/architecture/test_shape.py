"""Functions and files stay short enough to be read, and each says what it is."""

import ast
import statistics

from tests.architecture.source import body_lines, module, modules

WHOLE_TREE = modules("steward", "tests")
PROGRAM = modules("steward")
LONGEST_FUNCTION, LONGEST_FILE, MEDIAN, NINE_IN_TEN = 60, 400, 7, 25
EMPTY_NAMES = {"utils", "util", "helper", "helpers", "manager", "misc"}


def lengths():
    return sorted(body_lines(function) for file in PROGRAM for function in file.functions())


def is_sentence(file):
    first = (ast.get_docstring(file.tree) or "").split("\n\n")[0].rstrip()
    return len(first.split()) >= 3 and first.endswith((".", ":"))


def test_no_file_is_over_its_limit():
    assert [file.place for file in WHOLE_TREE if len(file.text.splitlines()) > LONGEST_FILE] == []


def test_no_function_is_over_its_limit():
    assert [f"{file.place}: {function.name}" for file in WHOLE_TREE for function in file.functions()
            if body_lines(function) > LONGEST_FUNCTION] == []


def test_half_of_the_functions_have_seven_lines_or_fewer():
    assert statistics.median(lengths()) <= MEDIAN


def test_nine_in_ten_functions_have_fewer_than_twenty_five_lines():
    every = lengths()
    assert every[int(len(every) * 0.9)] < NINE_IN_TEN


def test_a_docstring_is_not_counted_as_body(tmp_path):
    file = tmp_path / "one.py"
    file.write_text('def one():\n    """Return one.\n\n    Always.\n    """\n    number = 1\n    return number\n')
    assert [body_lines(function) for function in module(file).functions()] == [2]


def test_every_module_says_in_a_sentence_what_it_is():
    assert [file.place for file in PROGRAM if not is_sentence(file)] == []


def test_no_note_to_ourselves_is_left():
    assert [file.place for file in PROGRAM if any(word in file.text for word in ("TODO", "FIXME", "XXX"))] == []


def test_names_say_what_a_thing_is():
    named = {(node.name.lower(), file.place) for file in PROGRAM for node in ast.walk(file.tree)
             if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    named |= {(file.path.stem, file.place) for file in PROGRAM}
    assert sorted((name, place) for name, place in named if EMPTY_NAMES & set(name.split("_"))) == []
