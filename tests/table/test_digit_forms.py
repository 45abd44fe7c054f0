"""Ways of writing that are looked at once, whatever the digits."""

import pyarrow as pa

from steward.table.digit_forms import SAMPLE, by_form


def test_values_that_differ_by_their_digits_alone_are_looked_at_once() -> None:
    asked: list[str] = []

    def unit(values: pa.Array) -> pa.Array:
        asked.extend(values.to_pylist())
        return pa.array([value.split()[-1] for value in asked], values.type)

    cells = pa.array([f"{row} {'ñ' if row % 3 else 'ft'}" for row in range(10_003, 10_005 + 3 * SAMPLE)])
    assert by_form(cells.slice(2), unit).to_pylist() == [cell.split()[-1] for cell in cells.slice(2).to_pylist()]
    assert len(asked) < SAMPLE / 10
    assert {cell.split()[0] for cell in asked} <= {format(number, "05b") for number in range(32)}


def test_texts_that_differ_by_more_are_looked_at_as_they_are() -> None:
    cells = pa.array([f"{chr(0x4E00 + row)} {row}" for row in range(SAMPLE + 5)])
    assert by_form(cells, lambda values: values).equals(cells)
