"""Cells made to hide a match, and outputs searched for what was planted."""

import json
import os
import random
import subprocess
import sys

import pytest

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.architecture.source import ROOT
from tests.privacy import makers as m
from tests.privacy.tables import make_profile

SIGNS = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c\u2066\u2069\u034f\ufe0f"
ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10, 0x1D7CE, 0x1D7F6, 0x104A0)
ALIKE = str.maketrans("aeopcxi", "аеорсхі")
HIDING = {
    "signs that are not seen": lambda text, draw: "".join(sign + draw.choice(SIGNS) * draw.randint(0, 3) for sign in text),
    "digits of other scripts": lambda text, draw: _digits(text, draw.choice(ZEROS)),
    "letters of other scripts": lambda text, draw: "".join(
        sign.translate(ALIKE) if draw.random() < 0.4 else sign for sign in text),
    "odd dashes and blanks": lambda text, draw: text.replace("-", draw.choice("‐‑–—−")).replace(
        " ", draw.choice("\u00a0\u2007\u3000")),
    "strokes through them": lambda text, draw: "".join(f"{sign}\u0336" for sign in text),
    "a long text around them": lambda text, draw: "(" * 3_000 + " " + text + " " + "<a>" * 3_000,
}
CELLS = {"ssn": "ssn 517-44-8362", "email": "mario.rossi@example.org", "phone": "call 503-618-0143",
         "credit_card": "card 4111 1111 1111 1111", "credential": "password: Rose!2024"}


def _digits(text, zero):
    return "".join(chr(zero + int(sign)) if sign in "0123456789" else sign for sign in text)


@pytest.mark.parametrize("way", HIDING)
@pytest.mark.parametrize("kind", CELLS)
def test_no_way_of_writing_hides_a_single_cell(knowledge, way, kind):
    draw = random.Random(f"{way} {kind}")
    for _ in range(4):
        cells = ["no access to the gate"] * 60 + [HIDING[way](CELLS[kind], draw)]
        report = examine(make_profile({"notes": cells, "n": ["1"] * 61}), knowledge, Silence())
        assert kind in {harm.kind for harm in report.columns[0].harmful}


@pytest.mark.starts_process
def test_no_output_of_the_command_repeats_what_was_planted(tmp_path):
    draw = random.Random("notes")
    planted = [[f"zq{draw.getrandbits(40):x}@mark{draw.getrandbits(40):x}.org" for _ in range(4)] for _ in range(40)]
    lines = ["notes,SSN,x,other", *(",".join([*(f"{cell} ssn {m.ssn(draw)}" for cell in row[:3]), row[3]]) for row in planted)]
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    told = subprocess.run([sys.executable, "-m", "steward", "check", str(path), "--json"], capture_output=True, text=True,
                          check=False, timeout=110, cwd=ROOT,
                          env={**os.environ, "STEWARD_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)})
    assert json.loads(told.stdout)["findings"]
    written = [found.read_bytes() for found in (tmp_path / "home").rglob("*.log*") if found.is_file()]
    everything = told.stdout + told.stderr + b"".join(written).decode("utf-8", "replace")
    cells = [cell for line in lines[1:] for cell in line.replace(",", " ").split() if len(cell) > 5]
    assert not [place for place, cell in enumerate(cells) if cell in everything]
