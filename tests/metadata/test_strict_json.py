import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.metadata.strict_json import DocumentBroken, Node, document_bytes, load, load_located
from steward.vocabulary.errors import StewardError


@pytest.mark.parametrize("text", [
    "", "[]", "null", "{", '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": Infinity}', '{"a": 1e999}', '{"a": ' + "9" * 5000 + "}",
    '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", '{"a": "\\ud800"}', '{"\\ud800": 1}', "\ud800",
])
def test_text_that_is_no_plain_document_is_refused_in_plain_words(text):
    with pytest.raises(DocumentBroken) as refusal:
        load(text, "record.json")
    assert refusal.value.words.what.show().startswith("record.json")


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(StewardError):
        assert isinstance(load(content, "record.json"), Node)


def test_a_byte_order_mark_does_not_matter():
    assert load(b'\xef\xbb\xbf{"a": 1}', "record.json").values == {"a": 1}


def test_a_refusal_names_the_line_and_never_the_value():
    root = load_located('{"terms": [\n {"id": "a"},\n {"id": 5000301}\n]}', "terms.json")
    with pytest.raises(DocumentBroken) as refusal:
        [node.text("id") for node in root.nodes("terms")]
    assert "line 3" in refusal.value.words.where.show()
    assert "5000301" not in str(refusal.value.words)


@pytest.mark.parametrize("ask", ["text", "whole", "flag", "texts", "wholes", "node", "nodes", "text_or_none", "whole_or_none"])
def test_a_value_of_another_kind_is_refused_with_its_place(ask):
    node = Node({"size": 1.5}, "record.json", ("tables 1",))
    with pytest.raises(DocumentBroken) as refusal:
        getattr(node, ask)("size")
    assert refusal.value.words.where.show() == "Entry tables 1, size."


def test_true_is_no_number_and_minus_one_no_count():
    for value in (True, -1):
        with pytest.raises(DocumentBroken):
            Node({"count": value}, "x.json").whole("count")


def test_a_document_is_written_the_same_way_each_time_and_half_characters_do_not_stop_it():
    assert document_bytes({"b": 1, "a": "é"}) == '{\n  "b": 1,\n  "a": "é"\n}\n'.encode()
    assert json.loads(document_bytes({"a": "x\ud800"})) == {"a": "x?"}
