"""Tables that a key joins: what they tell of people together is said, with the smallest group."""

import random
from dataclasses import replace

import pytest

from steward.privacy.joined import groups_of_joined
from steward.schema.sheet_keys import foreign_keys, sheet_keys
from steward.table.inference import profile_table
from steward.tasks import opening
from steward.tasks.further_tables import begin_table
from steward.tasks.joined_tables import JOINED, joined_findings, with_joined
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep
from tests.builders import cells_of, sheet_of
from tests.commands.test_prepare_sheets import TREES, VISITS, book

QUIET = Silence()


def profile(sheet):
    return profile_table(sheet, QUIET, 1)


@pytest.mark.parametrize("seed", range(6))
def test_the_groups_are_those_of_the_joined_rows(seed):
    draw = random.Random(seed)
    people = sheet_of({"client_id": [f"C-{number}" for number in range(60)], "zip": [draw.choice("ab") for _ in range(60)]},
                      chunks=2)
    visits = sheet_of({"visit": [str(number) for number in range(200)],
                       "client_id": [f"C-{draw.randrange(60)}" if number % 40 else "" for number in range(200)],
                       "race": [draw.choice(("x", "y", "", " ")) for _ in range(200)]}, chunks=3)
    key, = foreign_keys(profile(visits), sheet_keys("People", profile(people)))
    zips = dict(zip(*cells_of(people).values(), strict=True))
    rows = [(race.strip(), zips[client]) for client, race in zip(*list(cells_of(visits).values())[1:], strict=True) if client]
    sizes = [rows.count(row) for row in rows]
    groups = groups_of_joined(visits, people, (key.columns, key.named), (["race"], ["zip"]), 30)
    assert (groups.smallest, groups.in_small) == (min(sizes), sum(size < 30 for size in sizes))


PEOPLE = [("Client ID", "Gender", "Zip"), *((f"C-{number:03d}", ("F", "M")[number % 2], ("97202", "97211")[number // 2 % 2])
                                            for number in range(200))]
CASES = [("Case No", "Client ID", "Race", "Age"),
         *((f"K-{number:03d}", f"C-{number % 200:03d}", ("White", "Black", "Asian")[number % 3], str(30 + number % 5 // 2 * 10))
           for number in range(300))]


def test_two_tables_about_people_are_told_of_together(house, tmp_path):
    path = book(tmp_path / "clients.xlsx", Cases=CASES, People=PEOPLE)
    bench = opening.begin(house, path, QUIET, step=ImportStep(sheet="Cases"))
    first, table = begin_table(house, bench.draft, "People", QUIET)
    benches = (replace(bench, draft=first), table)
    assert None not in [one.report.privacy.disclosure for one in benches]
    (found,) = joined_findings(benches)
    assert (found.kind, found.column, found.room) == (JOINED, "Client ID", "privacy")
    assert "the smallest group has" in str(found.words.where)
    assert joined_findings(with_joined(benches)) == (found,)
    assert not [one for one in with_joined(benches[:1])[0].report.findings if one.kind == JOINED]


def test_tables_about_other_things_are_left_alone(house, tmp_path):
    path = book(tmp_path / "trees.xlsx", Visits=VISITS, Trees=TREES)
    bench = opening.begin(house, path, QUIET, step=ImportStep(sheet="Visits"))
    first, table = begin_table(house, bench.draft, "Trees", QUIET)
    assert joined_findings((replace(bench, draft=first), table)) == ()
