"""One cell among thousands is found in any column, however its signs are written."""

import random

import pytest

from steward.privacy.examine import examine
from steward.vocabulary.progress import Silence
from tests.benchmarks.cells import column
from tests.privacy.tables import make_profile

ROWS, PLACE = 2_000, 1_234
PLANTED = {"ssn": "517-44-8362", "credit_card": "4111 1111 1111 1111", "email": "maria.quinn@gmail.com",
           "phone": "call (971) 555-0188", "credential": "gate code: 4471#"}
HOSTS = {"qty": "int 1 90000", "amt": "real 0 900", "notes": "remark", "code": "pattern AA-9999", "ref": "digits 9",
         "date": "date 2020 2025 iso", "status": "= Open; Closed", "vendor": "firm"}
OTHER_DIGITS = {ord(digit): 0x0660 + int(digit) for digit in "0123456789"}
WRITINGS = {"plain": str, "other digits": lambda text: text.translate(OTHER_DIGITS), "joined": "\u200d".join,
            "turned": lambda text: f"\u2067{text}\u2069", "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
            "other dashes": lambda text: text.replace("-", "\u2011")}


@pytest.fixture(scope="module")
def hosts():
    return {header: column(spec, ROWS, random.Random(3)) for header, spec in HOSTS.items()}


def kinds_of(knowledge, columns):
    report = examine(make_profile(columns), knowledge, Silence())
    return {one.column: {harm.kind for harm in one.harmful} for one in report.columns}


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("kind", PLANTED)
def test_one_planted_cell_is_found_in_every_column(knowledge, hosts, kind, writing):
    planted = {header: [*cells[:PLACE], WRITINGS[writing](PLANTED[kind]), *cells[PLACE + 1:]]
               for header, cells in hosts.items()}
    assert [header for header, kinds in kinds_of(knowledge, planted).items() if kind not in kinds] == []


def test_the_same_columns_without_it_are_quiet(knowledge, hosts):
    assert not any(kinds_of(knowledge, hosts).values())
