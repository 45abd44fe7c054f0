"""Texts that are no tables get a sentence of their own; tables that look a little like them stay tables."""

import base64
import random

import pytest

from steward.readers.errors import NotATable
from steward.readers.recognition import format_of, peek
from tests.readers.opened import read_here

NOISE = random.Random(1).randbytes(400)
TEXTS = {
    "pack.txt": (base64.encodebytes(NOISE).decode(), "base64"),
    "one line.txt": (base64.b64encode(NOISE).decode(), "base64"),
    "a.yaml": ("name: Fees\nversion: 2\ncolumns:\n  - id\n  - street\nowner: Parks, Portland\n", "settings"),
    "a.yml": ("---\n- id: 1\n  street: Elm\n- id: 2\n  street: Oak\n", "settings"),
    "a.tex": ("% x\n\\documentclass{article}\n\\begin{document}\nHello, world\n\\end{document}\n", "text document"),
    "t.csv": ("\\begin{tabular}{ll}\na & b \\\\\n\\end{tabular}", "text document"),
    "a.py": ('"""Doc."""\nimport os\nfrom x import y\n\ndef run(a, b):\n    return a + b\n\nprint(run(1, 2))\n', "program"),
    "py.csv": ("import os\nimport sys, re\n\ndef run(a, b):\n    return a + b\n\nclass A:\n    x = 1\n", "program"),
    "a.sh": ("#!/bin/bash\nset -e\necho hi\n", "program"),
    "b.sh": ("set -e\nfor f in *; do\n  echo $f\ndone\n", "program"),
    "a.js": ("const a = 1;\nfunction run(x, y) {\n  return x;\n}\nmodule.exports = { a, run };\n", "program"),
    "a.css": ("body {\n  margin: 0;\n  font: 12px a, b;\n}\n.x { color: red; }\n", "program"),
    "a.ini": ("[main]\nkey=1\nother=a,b\n\n[more]\nz = 3\n", "settings"),
    "a.log": ("2024-01-01 10:00:00,123 INFO start x, y\n2024-01-01 10:00:01,100 ERROR z\n[2024-01-01 10:00] INFO c\n", "log"),
    "b.txt": ('1.2.3.4 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 23\n' * 5, "log"),
    "sys.txt": ("Jan  1 10:00:00 host sshd[12]: x, y\nJan  2 10:00:00 host cron: z\nJan 11 10:00:00 host su: a\n", "log"),
    "a.html": ("<div class='x'>\n<p>Hi, there</p>\n<p>Yo</p>\n</div>\n", "web page"),
    "b.html": ("<nav>\n<a href='x'>Hi, there</a>\n<section>Yo</section>\n</nav>\n", "web page"),
    "c.html": ("Hello <b>you</b>, \n<table>\n<tr><td>1</td></tr>\n</table>", "web page"),
    "a.bat": ("@echo off\ncopy a b\n", "program"),
    "a.md": ("# Title\n\nSome text, with words.\n\n- a\n- b\n", "text document"),
    "a.r": ("x <- read.csv('a.csv')\nlibrary(dplyr)\ny <- x %>% filter(a > 1)\n", "program"),
    "a.toml": ('[project]\nname = "x"\n', "settings"),
}
TABLES = {
    "x.csv": "id,name\n1,a\n2,b\n",
    "x.log": "time,level,msg\n2024-01-01 10:00:00,INFO,a\n2024-01-01 10:00:01,WARN,b\n",
    "names.txt": "Name\nElm Street\nOak Street\nMain\n",
    "x.py": "id,name\n1,a\n2,b\n",
    "one.csv": "Note\nCall: at noon\nAsk, then go\nBring: keys\n",
    "title.csv": "Report: fees\nDate: 2024\n\nid,name\n1,a\n2,b\n",
    "t.csv": "id;note\n1;from x import y\n2;import z\n3;def run(a)\n",
    "tag.csv": "html\n<b>x</b>\n<i>y</i>\n",
    "words.csv": "verb\nif\nfor\nprint\nset\nlet\n",
    "h.csv": "id\n",
    "e.csv": "email: x\n",
    "kv.csv": "a=1\nb=2\nc=3\n",
    "prose.txt": "Hello, this is a letter.\nIt says; nothing much.\nEnd\n",
    "ts.csv": "when\n2024-01-01 10:00\n2024-01-01 11:00\n2024-01-02 10:00\n",
    "sec.csv": "Section,Item\nParks,1\n,2\n,3\n",
    "md.csv": "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "hash2.csv": "#id,name\n1,a\n2,b\n",
    "tp.csv": "Bureau: Parks\n\nPark\tTrees\nElm\t3\nOak\t4\n",
    "note.txt": "Notes\nHe said: go\n1 x\nMain: St\n",
    "hash.csv": "\n".join(bytes([number] * 32).hex() for number in range(1, 250, 27)),
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_text_that_is_no_table_is_known_by_what_is_written(tmp_path, name):
    text, word = TEXTS[name]
    (tmp_path / name).write_text(text)
    with pytest.raises(NotATable, match=word):
        read_here(tmp_path / name)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_stays_one_whatever_it_is_named_and_tells_of(tmp_path, name):
    (tmp_path / name).write_text(TABLES[name])
    assert format_of(peek(tmp_path / name)).name == "delimited"


def test_a_program_is_known_in_utf_16(tmp_path):
    (tmp_path / "a.csv").write_bytes(TEXTS["a.ini"][0].encode("utf-16"))
    with pytest.raises(NotATable, match="settings"):
        read_here(tmp_path / "a.csv")
