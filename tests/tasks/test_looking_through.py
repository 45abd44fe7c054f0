"""The coordinator looks through the sealed candidate, with what is found in it at the rows of that file."""

import pytest

from steward.tasks.looking_through import candidate
from steward.tasks.sending import send
from steward.vocabulary.errors import VerificationFailed
from steward.vocabulary.progress import Silence
from tests.builders import cells_of
from tests.tasks.test_way import ready


@pytest.fixture
def sent(house, table):
    bench = ready(house, table)
    return bench, send(house, bench, Silence()).submission


def test_the_whole_candidate_is_shown_and_nothing_of_the_original(house, sent):
    bench, submission = sent
    shown = candidate(house, submission, Silence())
    assert list(cells_of(shown.sheet).values()) == [cells_of(bench.candidate)[name] for name in bench.candidate.names]
    assert shown.sheet.provenance.file_name.endswith(".csv")
    assert "Linda Brown" not in str(cells_of(shown.sheet))


def test_what_is_found_stands_at_the_rows_of_the_file_that_would_be_published(house, sent):
    bench, submission = sent
    shown = candidate(house, submission, Silence())
    assert shown.sheet.rows.tolist() == [2, 3, 4]
    found = {one.kind for one in bench.report.findings if one.column is not None}
    assert {one.kind for one in shown.findings} <= found
    assert all(row in (1, 2, 3, 4) for one in shown.findings for row in one.rows)


def test_a_candidate_that_was_changed_in_the_queue_is_not_shown(house, sent, own_home, tmp_path):
    _bench, submission = sent
    for path in tmp_path.rglob("data/public/*.csv"):
        path.chmod(0o644)
        path.write_bytes(path.read_bytes().replace(b"Pruning", b"Felling"))
    with pytest.raises(VerificationFailed):
        candidate(house, submission, Silence())
