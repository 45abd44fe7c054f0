"""The leak rate counts what it says: people are found where they stand, and not after the plan."""

import random
import re

import pytest

from tests.benchmarks.leak_rate import BLOCK, DIRECT, KINDS, found_in, measure, person, squeezed, table


@pytest.fixture(scope="module")
def planted():
    return person(random.Random(1))


@pytest.mark.parametrize("name", [*BLOCK, *DIRECT])
def test_an_identifier_is_found_as_written_and_with_other_signs(planted, name):
    for text in (planted[name], planted[name].upper(), re.sub(r"[-. ]", " - ", planted[name])):
        assert found_in(squeezed(f'x,"{text}",y'), planted, (name,), {name}) == [name]


def test_another_person_is_not_found(planted):
    other = person(random.Random(2))
    text = squeezed(",".join(other.values()))
    assert found_in(text, planted, (*BLOCK, *DIRECT), {*BLOCK, *DIRECT}) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_people_of_a_table_stand_in_it_before_the_plan(kind):
    headers, rows = table(kind, random.Random(3), rows=20)
    text = squeezed("\n".join(",".join(one[name] for name in headers.values()) for one in rows))
    assert all(found_in(text, one, (*BLOCK, *DIRECT), set(headers.values())) for one in rows)


def test_after_the_plan_nobody_of_two_tables_is_found():
    total = measure(2, 2, [], rows=60)
    assert (total.people, total.tables, total.stopped, total.block, total.direct) == (120, 2, 0, 0, 0)
