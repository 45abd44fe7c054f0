"""The benchmark of labeled files reads them as Steward does, and prints figures and headers, never a cell."""

import json
import random

import pytest

from tests.benchmarks.privacy_folder import labeled, main, report_of
from tests.privacy import makers as m


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder, draw = tmp_path_factory.mktemp("labeled"), random.Random(3)
    rows = [f"{m.ssn(draw)},{draw.choice(('Maple', 'Oak'))},{m.email(draw)},{place}" for place in range(40)]
    (folder / "people.csv").write_text("\n".join(["SSN,Tree, Mail ,n", *rows]), "utf-8")
    (folder / "more.csv").write_text("a,b\n1,2\n", "utf-8")
    labels = {"people.csv": {"SSN": "ssn", "Tree": "none", "Mail": "phone (email)", "n": "code", "Fax": "phone"}}
    (folder / "labels.json").write_text(json.dumps(labels), "utf-8")
    return folder


def test_the_figures_of_a_folder_are_those_of_its_labels(folder, capsys):
    main([str(folder)])
    told = capsys.readouterr().out
    assert told.splitlines()[2] == "| " + folder.name + " | 1 | 5 | 0.667 | 1.000 | 0.500 | 0.000 |"
    assert "| phone | 1 | - | 0.00 (0.00 to 0.79) |" in told
    assert "Not labeled: more.csv" in told
    assert "Mail" not in told


def test_misses_are_told_by_header_label_and_verdict(folder):
    told = report_of(folder, show_misses=True).splitlines()[-2:]
    assert told == ["people.csv | Mail | phone (email) | email", "people.csv | Fax | phone | not in the file"]


def test_a_label_that_is_no_kind_is_refused_by_its_name():
    with pytest.raises(ValueError, match="Tel is labeled telefone, which is no kind"):
        labeled("Tel", "telefone")


@pytest.mark.parametrize("label", ["none", "-", "official_name", "asset_id", "business_contact"])
def test_harmless_labels_want_nothing(label):
    assert not labeled("h", label).wanted
