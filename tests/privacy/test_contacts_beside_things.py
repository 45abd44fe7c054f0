"""A mailbox or telephone beside a thing reaches somebody, unless it is that of a place people go to, an office or a firm."""

import pytest

from tests.privacy.test_mixed_columns import kinds_of

FIRST, LAST = ("mary", "john", "anna", "peter", "susan"), ("smith", "jones", "lee", "brown", "kim")
ROWS = range(95)


def boxes(host):
    return [f"{FIRST[row % 5]}.{LAST[row // 5 % 5]}{row}@{host}" for row in ROWS]


def lines(form="503-281-{}"):
    return [form.format(1000 + 37 * row) for row in ROWS]


def things(*headers):
    return {header: [f"{header[:1]}-{row * 7 % 4000}" for row in ROWS] for header in headers}


@pytest.mark.parametrize(("beside", "header", "cells", "kind"), [
    (["tree_id", "species"], "Phone", lines(), "phone"),
    (["hydrant", "diameter"], "tel", lines("(503) 281-{}"), "phone"),
    (["Permit Number", "Permit Type"], "Phone", lines(), "phone"),
    (["tree_id"], "email", boxes("gmail.com"), "email"),
    (["park_id", "park"], "email", boxes("yahoo.com"), "email"),
    (["pole", "wattage"], "e-mail", boxes("example.com"), "email"),
])
def test_a_contact_beside_a_thing_reaches_somebody(knowledge, beside, header, cells, kind):
    assert kinds_of(knowledge, {**things(*beside), header: cells}, header) == {kind}


@pytest.mark.parametrize(("beside", "header", "cells"), [
    (["Facility Name", "Address"], "Phone", lines()),
    (["Library", "hours of operation"], "Phone", lines()),
    (["pole", "wattage"], "lamp_phone_no", [f"{(row + 1) * 10_432_771 % 10**10:010}" for row in ROWS]),
    (["pole", "wattage"], "Phone", lines()[:6] * 16),
    (["Park", "Acres"], "Email", [f"park{row}@portlandoregon.gov" for row in ROWS]),
    (["tree_id", "species"], "Contractor email", boxes("gmail.com")),
])
def test_the_contact_of_a_place_an_office_or_a_firm_stays_quiet(knowledge, beside, header, cells):
    columns = {name: values[:len(cells)] for name, values in things(*beside).items()}
    assert kinds_of(knowledge, {**columns, header: cells[:95]}, header) == set()


@pytest.mark.parametrize("form", ["(503281{})", "[503-281-{}]", '"503.281.{}"'])
def test_a_telephone_in_brackets_or_quotation_marks_is_one(knowledge, form):
    assert kinds_of(knowledge, {"id": [str(row) for row in ROWS], "phone": lines(form)}, "phone") == {"phone"}
