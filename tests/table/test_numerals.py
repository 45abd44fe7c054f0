import pyarrow as pa
import pytest

from steward.table.numerals import is_dressed, undressed


@pytest.mark.parametrize(("cell", "plain"), [
    ("$1,204", "1204"), (" 6,630,726 ", "6630726"), ("(3.50)", "-3.50"), ("-$5", "-5"), ("12 %", "12"), ("4.2 mi", "4.2"),
    ("$ .50", ".50"), ("007 ft", "7"), ("100 sq. ft.", "100"), ("$(7)", "-7"), ("1,234.50-", "-1234.50"), ("12 m", "12")])
def test_a_dressed_number_is_undressed(cell, plain):
    values = pa.array([cell])
    assert is_dressed(values).tolist() == [True]
    assert undressed(values).to_pylist() == [plain]


@pytest.mark.parametrize("cell", [
    "1204", "-3.5", " 7 ", "", "1,20", "12,5", "N/A", "$", "Main St", "1-2", "3 people", "503-555-0100", "$1.2M", "1.2M",
    "$3 m", "4 million", "5k"])
def test_plain_numbers_and_texts_are_not_dressed(cell):
    assert is_dressed(pa.array([cell])).tolist() == [False]
