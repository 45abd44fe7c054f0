"""The catalog and the ledger of a folder portal, as values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.disk.disk import Disk
from steward.gateways.bags import public_files
from steward.gateways.targets._catalog import CatalogShrinks, _distributions, _linked, catalog_bytes, check_loss, empty_catalog
from steward.gateways.targets._ledger import (
    Ledger,
    Version,
    Withdrawal,
    folder_name,
    read_ledger,
    read_ledgers,
    write_version,
    write_withdrawal,
)
from steward.vocabulary.errors import VerificationFailed
from steward.vocabulary.message import say
from tests.gateways.bags import write_bag

FILES = {"counts.csv": "0", "dictionary.csv": "0", "two words.csv": "0"}


@pytest.fixture
def disk():
    return Disk(say("The test's portal."))


def version(number, *, published="2026-11-23T10:00:00+00:00", tagmanifest="", identifier="PDX-1"):
    return Version(identifier=identifier, version=number, submission="PBOT-7F3K2Q", tagmanifest=tagmanifest or f"hash{number}",
                   head="h", practice=False, published=published, files={"counts.csv": "0"})


def ledger(*versions, down=0):
    withdrawal = Withdrawal(version=down, at="2026-11-24", reason="Wrong.") if down else None
    return Ledger(folder="PDX-1", versions=versions, withdrawal=withdrawal)


def catalog(*identifiers):
    return {**empty_catalog("P", practice=False), "dataset": [{"identifier": each} for each in identifiers]}


def test_what_is_shown_is_the_newest_finished_version_that_was_not_taken_down():
    first, second, begun = version(1), version(2), version(3, published="")
    assert ledger(first, second, begun).shown == second
    assert ledger(first, second, begun, down=2).shown is None
    assert ledger(first, second, begun, down=1).shown == second
    assert ledger(begun).shown is None


def test_a_broken_off_version_keeps_its_number_for_the_same_bag():
    begun = ledger(version(1), version(2, published=""))
    assert begun.of("hash2").version == 2
    assert (begun.next_number, ledger().next_number) == (3, 1)


def test_the_ledger_comes_back_from_disk_as_it_was_written(tmp_path, disk):
    (tmp_path / "PDX-1").mkdir()
    for number in (1, 2, 10):
        write_version(tmp_path, "PDX-1", version(number), disk)
    write_withdrawal(tmp_path, "PDX-1", Withdrawal(version=2, at="2026-11-24", reason="Wrong."), disk)
    wanted = ledger(version(1), version(2), version(10), down=2)
    assert read_ledger(tmp_path, "PDX-1", disk) == wanted
    assert read_ledgers(tmp_path, disk) == (wanted,)


@pytest.mark.parametrize("name", ["v1.json", "withdrawn.json"])
@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"{", b'{"version": "x"}'])
def test_a_file_of_the_ledger_that_was_changed_is_named_by_its_folder(tmp_path, disk, name, content):
    (tmp_path / "PDX-1").mkdir()
    (tmp_path / "PDX-1" / name).write_bytes(content)
    with pytest.raises(VerificationFailed) as caught:
        read_ledger(tmp_path, "PDX-1", disk)
    assert "PDX-1" in str(caught.value.words.where)


@given(st.text(min_size=1), st.text(min_size=1))
def test_two_identifiers_never_get_one_folder_name(one, other):
    assert (folder_name(one) == folder_name(other)) == (one == other)
    assert folder_name(one).isascii()
    assert len(folder_name(one)) <= 40


@given(st.integers(1, 40), st.data())
def test_the_catalog_may_lose_a_fifth_unasked_and_not_more(count, data):
    names = [f"PDX-{number}" for number in range(count)]
    lost = data.draw(st.integers(0, count))
    before, after = catalog(*names), catalog(*names[lost:])
    if lost > 0.2 * count:
        with pytest.raises(CatalogShrinks):
            check_loss(before, after, ())
    else:
        check_loss(before, after, ())


def test_what_was_taken_down_does_not_count_as_lost():
    check_loss(catalog("PDX-1"), catalog(), (ledger(version(1), down=1),))


def test_a_catalog_that_grows_loses_nothing():
    check_loss(catalog(), catalog("PDX-1", "PDX-2"), ())


def test_the_same_catalog_gives_the_same_bytes():
    one = {"b": 1, "a": [{"d": 1, "c": 2}]}
    assert catalog_bytes(one) == catalog_bytes(json.loads(catalog_bytes(one)))


@pytest.mark.parametrize("link", ["/home/someone/counts.csv", "file:///home/someone/counts.csv", "C:\\Users\\me\\counts.csv",
                                  "\\\\server\\share\\counts.csv", "../counts.csv", "other.csv", "ftp://x/counts.csv", ""])
def test_a_link_that_leads_neither_to_the_web_nor_into_the_portal_is_left_out(link):
    assert _linked({"downloadURL": link, "landingPage": link}, "PDX-1/v1", FILES) == {}


def test_a_link_into_the_portal_is_written_as_a_link():
    assert _linked({"downloadURL": "two words.csv"}, "PDX-1/v1", FILES) == {"downloadURL": "PDX-1/v1/two%20words.csv"}


def test_each_distribution_gets_the_file_of_its_place_in_the_package():
    package = {"resources": [{"path": "counts.csv"}, {"path": "two words.csv"}]}
    entry = {"distribution": [{"title": "A"}, {"title": "B", "downloadURL": "https://x.org/b.csv"}]}
    found = _distributions(entry, package, FILES)
    assert [each["downloadURL"] for each in found] == ["counts.csv", "https://x.org/b.csv"]
    assert all(each["describedBy"] == "dictionary.csv" for each in found)


def test_where_package_and_distributions_differ_no_file_is_guessed():
    package = {"resources": [{"path": "counts.csv"}, {"path": "two words.csv"}]}
    assert _distributions({"distribution": [{"title": "A"}]}, package, {}) == [{"title": "A"}]


def test_the_public_files_of_a_bag_are_those_of_its_public_part(tmp_path, disk):
    files = public_files(tmp_path, write_bag(tmp_path), disk)
    assert set(files) == {"counts.csv", "datapackage.json", "dcat-us-1.1.json"}


def test_a_bag_without_a_public_part_is_not_published(tmp_path, disk):
    import hashlib

    (tmp_path / "manifest-sha256.txt").write_bytes(b"")
    tags = f"{hashlib.sha256(b'').hexdigest()}  manifest-sha256.txt\n".encode()
    (tmp_path / "tagmanifest-sha256.txt").write_bytes(tags)
    with pytest.raises(VerificationFailed):
        public_files(tmp_path, hashlib.sha256(tags).hexdigest(), disk)
