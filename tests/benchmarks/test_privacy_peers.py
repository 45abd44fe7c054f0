"""The comparison with peers judges columns as it says, and tells which peer is not there."""

import sys

import pytest

from tests.benchmarks import privacy_peers
from tests.benchmarks.privacy_accuracy import Labeled, Table


def test_a_column_is_of_a_kind_where_half_of_its_filled_cells_are():
    kinds = privacy_peers.of_half({"a": ["1", "x", "", ""], "b": ["1", "x", "x"], "c": [""]},
                                  lambda _header, cell: {"digit"} if cell.isdigit() else set())
    assert kinds == [{"digit"}, frozenset(), frozenset()]


def test_what_a_tool_finds_is_counted_against_the_labels():
    labels = (("Mail", "email", ["email"]), ("Park", "park", []), ("Tel", "phone", ["phone"]))
    columns = tuple(Labeled(header=header, spec=spec, wanted=frozenset(wanted), optional=frozenset())
                    for header, spec, wanted in labels)
    asked = []

    def judge(cells):
        asked.append({header: len(values) for header, values in cells.items()})
        return [frozenset({"email"}), frozenset({"person_name"}), frozenset()]

    tally = privacy_peers.found_by(judge, [Table(name="t", rows=20, columns=columns)], rows=5, seed=1)
    assert (dict(tally.hits), dict(tally.false), dict(tally.missed)) == ({"email": 1}, {"person_name": 1}, {"phone": 1})
    assert asked == [{"Mail": 5, "Park": 5, "Tel": 5}]


@pytest.mark.parametrize("peer", ["Presidio", "CommonRegex", "DataProfiler"])
def test_a_peer_that_is_not_there_is_told_with_what_was_measured_before(monkeypatch, peer):
    for module in ("presidio_analyzer", "commonregex", "dataprofiler", "spacy"):
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr(privacy_peers, "PEERS", {peer: privacy_peers.PEERS[peer]})
    told = privacy_peers.report_of([], rows=5, seed=1, speed_rows=50)
    assert f"| {peer} | not installed here" in told
    assert privacy_peers.KNOWN[peer] in told
