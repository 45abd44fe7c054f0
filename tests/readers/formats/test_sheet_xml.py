import pytest

from steward.readers.formats._sheet_xml import _hidden_columns, _hidden_rows, _styles


@pytest.mark.parametrize("number", ["name", "", "-1", "9" * 40, "\u0664", "1.5"])
def test_a_damaged_number_is_passed_over(number):
    tag = f'r="{number}" hidden="1"'.encode()
    assert _hidden_rows(b"<row " + tag + b">") == [1]
    assert _hidden_columns(f'<col min="2" max="{number}" hidden="1"/>'.encode()) == frozenset()
    assert _styles(f'<cellXfs><xf numFmtId="{number}"/></cellXfs>'.encode()) == {}


def test_columns_end_where_a_sheet_ends():
    assert max(_hidden_columns(b'<col min="16000" max="999999999" hidden="1"/>')) == 16_384
