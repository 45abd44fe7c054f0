"""Signs of all scripts made plain, held against one sign at a time."""

import unicodedata

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steward.privacy import _signs
from steward.privacy.spans import normalized


def one_by_one(text):
    """Return the text made plain sign by sign, without any table."""
    parts = []
    for sign in text:
        kind = unicodedata.category(sign)
        if ord(sign) >= 0x80 and kind == "Nd":
            parts.append(str(unicodedata.decimal(sign)))
        elif kind not in ("Cf", "Mn") and not 0xE0000 <= ord(sign) <= 0xE0FFF:  # DerivedCoreProperties: ignorable by default
            dash = kind == "Pd" or sign in _signs._DASHES
            parts.append("-" if dash else "'" if sign in _signs._QUOTES else _signs._BARRED.get(sign, sign))
    return "".join(parts)


@settings(max_examples=25)
@example(texts=["\U000e0080", "5\U000e0fff1", "\U000e1000"])
@given(texts=st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=12), max_size=8))
def test_all_texts_together_come_out_as_one_by_one(texts):
    made = _signs.rewritten(pa.array(texts, pa.large_string()), _signs.plain_signs()).to_pylist()
    assert made == [one_by_one(text) for text in texts]


def test_texts_longer_than_one_pass_come_out_whole(monkeypatch):
    monkeypatch.setattr(_signs, "_AT_ONCE", 7)
    texts = ["٥١٧-٤٤-٨٣٦٢", "", "a\u200db", "\u200d"] * 5
    assert _signs.rewritten(pa.array(texts), _signs.plain_signs()).to_pylist() == ["517-44-8362", "", "ab", ""] * 5


@pytest.mark.parametrize(("text", "plain"), [
    ("ｓｓｎ　５１７－４４－８３６２", "ssn 517-44-8362"), ("5\u200d1\u200d7\u202e-44-8362", "517-44-8362"),
    ("𝟓𝟏𝟕-𝟒𝟒-𝟖𝟑𝟔𝟐", "517-44-8362"), ("mаriо@x.org", "mario@x.org"), ("Оксана", "Оксана"), ("김 철수", "김 철수"),
    ("503·618·0143", "503.618.0143"), ("Łukasz", "Lukasz"), ("5\U000E0020\U000E00311", "51"), ("plain", "plain")])
def test_what_is_written_oddly_is_made_plain_and_names_stay(text, plain):
    assert normalized(pa.array([text, "x", None])).to_pylist() == [plain, "x", None]
