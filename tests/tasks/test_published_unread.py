"""A published version that is not as it was sealed: the update goes on without it, and one sentence says so."""

from steward.tasks import opening, sealing
from steward.tasks.program import program
from steward.tasks.published_unread import UNREAD
from steward.tasks.without_data import is_without_data
from steward.vocabulary.progress import Silence
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()


def altered(house):
    """Change a byte of what is published."""
    queue = program(house).queue
    state, = queue.submissions()
    candidate = next((queue.open_revision(state.id, state.revision) / "data/public").glob("*.csv"))
    candidate.chmod(0o600)
    candidate.write_bytes(candidate.read_bytes().replace(b"Oak", b"Oax"))


def test_an_update_goes_on_without_a_published_version_that_was_altered(house, tmp_path):
    path = tmp_path / "trees.csv"
    path.write_text("tree,species\n" + "".join(f"{number},Oak\n" for number in range(20)))
    identifier = published(house, decided(house, described(house, opening.begin(house, path, QUIET)))).identifier
    whole = opening.begin(house, path, QUIET, updates=identifier)
    assert UNREAD not in {found.kind for found in whole.report.findings}
    altered(house)
    assert not is_without_data(house, identifier)
    path.write_text(path.read_text() + "20,Ash\n")
    house.kept.take(("manifest before", whole.draft.id, identifier))
    for bench in (opening.begin(house, path, QUIET, updates=identifier),
                  opening.adopt_changed_file(house, whole.draft, path, QUIET)):
        told = [found for found in bench.report.findings if found.kind == UNREAD]
        assert [str(found.words.what) for found in told] == [
            "The published version of this dataset is not as it was sealed, and is not used here."]
        assert UNREAD in {found.kind for found in opening.recheck(house, bench, bench.draft, QUIET).report.findings}
        assert UNREAD not in {found.kind for found in sealing.outstanding(bench)}
