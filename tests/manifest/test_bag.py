import hashlib
import io
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.bag import BagWriter, verify
from steward.manifest.bag_paths import decoded, encoded, read_list
from steward.vocabulary.errors import Refused, VerificationFailed
from steward.vocabulary.exit_code import ExitCode
from steward.vocabulary.progress import Silence
from tests.manifest.bags import MemoryBag

CONTENTS = {"data/public/counts.csv": b"a,b\n1,2\n", "data/public/datapackage.json": b"{}",
            "data/internal/record.json": b"{}\n"}
INFO = {"Source-Organization": "City of Portland", "External-Description": "Counts\nBagging-Date: 1999-01-01"}


def sealed(contents=None):
    bag = MemoryBag()
    writer = BagWriter(bag.create)
    for path, content in (contents or CONTENTS).items():
        writer.write_bytes(path, content)
    return bag, writer.seal(INFO)


def difference(bag, expected=""):
    with pytest.raises(VerificationFailed) as refusal:
        verify(bag.names, bag.open, expected)
    assert refusal.value.exit_code is ExitCode.UNVERIFIED
    return refusal.value.words.what.show(), refusal.value.words.where.show()


def test_the_library_of_congress_reads_what_we_write(tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import bagit
    bag = bagit.Bag(str(sealed()[0].store(tmp_path)))
    assert bag.is_valid()
    assert set(bag.payload_files()) == set(CONTENTS)
    assert bag.info["Payload-Oxum"] == f"{sum(map(len, CONTENTS.values()))}.3"


def test_a_bag_answers_with_the_hash_of_its_tagmanifest_and_verifies_to_the_same():
    bag, tagmanifest = sealed()
    assert tagmanifest == hashlib.sha256(bag.files["tagmanifest-sha256.txt"]).hexdigest()
    assert verify(bag.names, bag.open) == verify(bag.names, bag.open, tagmanifest) == tagmanifest


def test_the_same_contents_give_the_same_bag():
    assert sealed()[0].files == sealed()[0].files


def test_what_is_said_of_a_bag_stays_on_its_line():
    assert b"\nBagging-Date" not in sealed()[0].files["bag-info.txt"]


def test_a_large_file_passes_through_in_pieces():
    bag, pieces = MemoryBag(), [b"x" * 1000] * 500
    written = BagWriter(bag.create).write("data/big.csv", lambda stream: [stream.write(piece) for piece in pieces])
    assert bag.largest_write == 1000
    assert (written.size_bytes, written.sha256) == (500_000, hashlib.sha256(b"x" * 500_000).hexdigest())


def test_a_stream_that_takes_little_at_a_time_still_gets_everything():
    class Slow(io.BytesIO):
        def write(self, content):
            return super().write(bytes(content[:3]))

    kept = {}

    class Keeper(Slow):
        def close(self):
            kept["content"] = self.getvalue()
            super().close()

    written = BagWriter(lambda path: Keeper()).write_bytes("data/a", b"0123456789")
    assert (kept["content"], written.size_bytes) == (b"0123456789", 10)


@pytest.mark.parametrize("path", ["a.csv", "data", "data/", "data/../a", "/data/a", "data//a", "data/./a", "data\\a",
                                  "data/c:a", "data/a\0"])
def test_a_path_that_leads_elsewhere_is_refused(path):
    with pytest.raises(Refused):
        BagWriter(MemoryBag().create).write_bytes(path, b"")


def test_two_names_that_differ_only_in_case_are_refused():
    writer = BagWriter(MemoryBag().create)
    writer.write_bytes("data/A.csv", b"")
    with pytest.raises(Refused):
        writer.write_bytes("data/a.CSV", b"")


names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\\:*?"<>|\0/'), min_size=1, max_size=8)


@given(st.dictionaries(names.filter(lambda name: name not in (".", "..")), st.binary(max_size=30), max_size=4))
def test_every_name_and_content_is_sealed_and_verified(contents):
    bag = MemoryBag()
    writer = BagWriter(bag.create)
    for number, (name, content) in enumerate(contents.items()):
        writer.write_bytes(f"data/{number}{name}", content)
    assert verify(bag.names, bag.open, writer.seal({}))


@given(st.text(max_size=20))
def test_a_name_is_written_on_one_line_and_read_back(name):
    assert decoded(encoded(name)) == name
    assert "\n" not in encoded(name)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_none(content):
    assert read_list(content) is None or isinstance(read_list(content), dict)


@pytest.mark.parametrize("path", sorted(sealed()[0].files))
def test_each_missing_file_is_named(path):
    bag, tagmanifest = sealed()
    del bag.files[path]
    what, where = difference(bag, tagmanifest)
    assert "missing" in what
    assert path in where


@pytest.mark.parametrize("path", sorted(CONTENTS))
def test_each_changed_file_is_named(path):
    bag, _ = sealed()
    bag.files[path] += b" "
    assert difference(bag) == ("A file is not as it was sealed.", f"File {path}.")


@pytest.mark.parametrize("path", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
@pytest.mark.parametrize("content", [b"", b"\xff", b"nonsense", b"0" * 64 + b"  data/public/counts.csv\n" * 2])
def test_a_changed_list_is_named(path, content):
    bag, _ = sealed()
    bag.files[path] = content
    assert difference(bag) == ("The list of what was sealed has been changed.", f"File {path}.")


@pytest.mark.parametrize("path", ["data/public/extra.csv", "Thumbs.db", "data/public/\x1b[31m" + "x" * 500])
def test_a_file_that_was_not_sealed_is_named(path):
    bag, _ = sealed()
    bag.files[path] = b""
    what, where = difference(bag)
    assert "was not sealed" in what
    assert where.isprintable()
    assert len(where) < 120


def test_a_bag_sealed_again_after_a_change_is_not_the_one_that_was_noted():
    _, noted = sealed()
    forged, other = sealed({**CONTENTS, "data/public/counts.csv": b"a,b\n1,3\n"})
    assert verify(forged.names, forged.open) == other
    assert "list of what was sealed" in difference(forged, noted)[0]


def reseal(bag):
    """Make the tagmanifest fit again, as a forger would."""
    tags = {name: hashlib.sha256(bag.files[name]).hexdigest() for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")}
    bag.files["tagmanifest-sha256.txt"] = "".join(f"{digest}  {name}\n" for name, digest in tags.items()).encode()


def test_a_promised_size_that_does_not_fit_is_named():
    bag, _ = sealed()
    bag.files["bag-info.txt"] = b"Payload-Oxum: 999999999999999999999999999.3\n"
    reseal(bag)
    assert difference(bag)[1] == "File bag-info.txt."


@pytest.mark.parametrize("listed", ["../outside.txt", "bagit.txt", "/etc/passwd"])
def test_a_list_that_reaches_outside_the_payload_opens_nothing(listed):
    bag, _ = sealed()
    bag.files["manifest-sha256.txt"] += f"{'0' * 64}  {listed}\n".encode()
    reseal(bag)
    opened = []
    with pytest.raises(VerificationFailed):
        verify(bag.names, lambda name: opened.append(name) or bag.open(name))
    assert listed == "bagit.txt" or listed not in opened


def test_progress_counts_up_to_the_whole():
    fractions = []

    class Noted(Silence):
        def report(self, fraction, message):
            fractions.append(fraction)

    bag, _ = sealed()
    verify(bag.names, bag.open, progress=Noted())
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
