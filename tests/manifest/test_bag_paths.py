import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.bag_paths import decoded, encoded, first_missing, info_text, is_plain, list_text, read_list, shown


@pytest.mark.parametrize(("path", "written"), [
    ("data/a.csv", "data/a.csv"), ("data/100%.csv", "data/100%25.csv"), ("data/a\nb", "data/a%0Ab"),
    ("data/a\r\nb", "data/a%0D%0Ab"),
    ("data/a%0Ab", "data/a%250Ab"), ("data/ü ñ.csv", "data/ü ñ.csv"),
])
def test_only_line_ends_and_per_cent_signs_are_encoded(path, written):
    assert encoded(path) == written
    assert decoded(written) == path


def test_other_per_cent_signs_are_read_as_they_are_and_small_letters_too():
    assert decoded("data/50%20off%0a") == "data/50%20off\n"


paths = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(lambda name: f"data/x{name}")
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(st.dictionaries(paths, hashes, max_size=5))
def test_a_list_is_read_back_as_it_was_written(files):
    assert read_list(list_text(files)) == files


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_list_may_end_its_lines_as_any_system_does(ending):
    content = f"{'a' * 64}  data/a{ending}{'b' * 64} data/b{ending}".encode()
    assert read_list(content) == {"data/a": "a" * 64, "data/b": "b" * 64}


@pytest.mark.parametrize("content", [b"x", b"a" * 64, b"a" * 63 + b"  data/a", b"A" * 64 + b"  data/a", b"\xff",
                                     b"a" * 64 + b"  "])
def test_what_is_no_list_is_none(content):
    assert read_list(content) is None


def test_a_file_that_is_listed_twice_makes_no_list():
    assert read_list(b"a" * 64 + b"  data/a\n" + b"b" * 64 + b"  data/a\n") is None


def test_what_is_said_of_a_bag_is_one_line_each_and_blank_values_are_left_out():
    assert info_text({"A": "x\n y", "B": " ", "C": "\ud800"}) == b"A: x y\nC: ?\n"


def test_a_name_is_shown_without_signs_that_steer_a_screen_and_not_too_long():
    assert shown("a\x1b[31m\u202eb") == "a?[31m?b"
    assert len(shown("x" * 5000)) == 100


def test_the_first_missing_name_is_told_in_order():
    assert first_missing(("b", "a", "c"), ("c",)) == "a"
    assert first_missing(("a",), ("a", "b")) is None


@given(st.text(max_size=20))
def test_no_path_that_is_plain_leads_out_of_the_payload(path):
    if is_plain(path):
        assert path.startswith("data/")
        assert ".." not in path.split("/")
