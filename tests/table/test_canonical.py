import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from steward.table import canonical
from steward.table.canonical import write_csv
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

AWKWARD = st.text(st.sampled_from('a ,"\n\r\t;é\u00a0\u20280-='), max_size=6) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=5)
TABLES = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(AWKWARD, min_size=width, max_size=width), min_size=1,
                                                          max_size=12))


def written(names, records):
    sheet = sheet_of({f"c{place}": [record[place] for record in records] for place in range(len(names))}, chunks=2)
    stream = io.BytesIO()
    write_csv(sheet, names, stream, Silence())
    return stream.getvalue()


def by_csv_writer(records):
    """Return what csv.writer writes; told that lines end with CR LF it also quotes a lone CR, as it should."""
    lines = []
    for record in records:
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\r\n").writerow(record)
        lines.append(line.getvalue().removesuffix("\r\n") + "\n")
    return "".join(lines).encode()


@given(TABLES)
@example([["name"], [""], ["x"]])
def test_the_bytes_are_those_of_csv_writer(table):
    assert written(table[0], table[1:]) == by_csv_writer(table)


@given(TABLES)
def test_reading_it_back_gives_the_same_cells(table):
    text = io.StringIO(written(table[0], table[1:]).decode(), newline="")
    assert list(csv.reader(text)) == table


def test_there_is_no_byte_order_mark_and_lines_end_with_a_line_feed():
    assert written(["a", "b"], [["1", "é"]]) == "a,b\n1,é\n".encode()


def test_a_big_batch_is_cut_and_gives_the_same_bytes(monkeypatch):
    records = [[str(number), "x" * number] for number in range(50)]
    whole = written(["a", "b"], records)
    monkeypatch.setattr(canonical, "BATCH_BYTES", 40)
    monkeypatch.setattr(canonical, "BATCH_ROWS", 7)
    assert written(["a", "b"], records) == whole


def test_a_table_without_records_has_its_header():
    assert written(["a", "b c"], []) == b"a,b c\n"


def test_progress_ends_with_all_rows_written():
    class Heard(list):
        def report(self, fraction, message):
            self.append(fraction)

    heard = Heard()
    write_csv(sheet_of({"a": ["1", "2"]}), ["a"], io.BytesIO(), heard)
    assert heard[-1] == pytest.approx(1)
