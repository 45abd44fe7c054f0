"""Nothing in the tree names the machine it was made on, nor any index that packages come from."""

import re
import socket

import pytest

from tests.architecture.source import ROOT, files

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MACHINE_PATH = re.compile(r"(?<![\w.$~-])/(?:root|work|opt|mnt)/[\w.-]+"
                          r"|/(?:home|Users)/(?!jane|clerk|someone|me\b)\w+/|[A-Z]:\\\\?Users\\\\?(?!jane|clerk|someone|me\b)\w+")
INDEX = re.compile(r"https?://[^\s\"'<>]*/simple\b|--(?:extra-)?index-url|--find-links|--trusted-host", re.IGNORECASE)
ABOUT_THEM = {"test_no_machine.py", "test_run.py"}  # these hold examples of what must not stand anywhere
BINARY = {".png", ".ico", ".icns", ".xlsx", ".xls", ".ods", ".mo", ".arrow"}
READ = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in files()
        if path.suffix not in BINARY and path.name not in ABOUT_THEM}


def test_the_lock_names_no_index():
    assert "://" not in LOCK
    assert not INDEX.search(LOCK)


def test_the_lock_pins_every_package_with_a_hash():
    packages = re.findall(r"^[A-Za-z0-9][^\n]*", LOCK, re.MULTILINE)
    assert len(packages) > 50
    assert all("==" in line for line in packages)
    assert len(re.findall(r"^[A-Za-z0-9][^\n]*\\\n    --hash=sha256:", LOCK, re.MULTILINE)) == len(packages)


def test_no_file_holds_a_path_of_a_machine():
    assert {place: MACHINE_PATH.findall(text) for place, text in READ.items() if MACHINE_PATH.search(text)} == {}


def test_no_file_names_an_index():
    assert [place for place, text in READ.items() if INDEX.search(text)] == []


def test_no_file_names_this_computer():
    names = {name for name in (socket.gethostname(), str(ROOT.parent)) if len(name) >= 8}  # shorter ones are words
    assert [(place, name) for place, text in READ.items() for name in names if name in text] == []


@pytest.mark.parametrize("line", ["see /root/notes", "C:\\Users\\builder\\a.csv", "/home/builder/steward"])
def test_a_path_of_a_machine_would_be_caught(line):
    assert MACHINE_PATH.search(line)
