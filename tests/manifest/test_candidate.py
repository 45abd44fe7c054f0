"""From a table in memory through the bag to another reader's eyes: nothing is lost, added or changed."""

import csv
import io
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from steward.manifest.bag import BagWriter, verify
from steward.manifest.sealing import write_manifest
from steward.table.canonical import write_csv
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of
from tests.manifest.bags import MemoryBag
from tests.manifest.samples import candidate, contents

TABLE = "data/public/bicycle-counts.csv"
cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
records = st.integers(1, 4).map(lambda width: st.lists(cells, min_size=width, max_size=width))
tables = records.flatmap(lambda record: st.lists(record, min_size=1, max_size=6))


def bag_of(sheet):
    schema = {"fields": [{"name": name, "type": "string"} for name in sheet.names]}
    table = candidate(table_schema=schema, rows=sheet.height,
                      write=lambda stream: write_csv(sheet, sheet.names, stream, Silence()))
    bag = MemoryBag()
    write_manifest(contents(tables=(table,)), BagWriter(bag.create))
    return bag


@given(tables)
def test_every_cell_of_the_candidate_is_in_the_bag_as_it_was(rows):
    sheet = sheet_of({f"c{place}": [row[place] for row in rows] for place in range(len(rows[0]))})
    bag = bag_of(sheet)
    read = list(csv.reader(io.StringIO(bag.files[TABLE].decode(), newline="")))
    assert read == [list(sheet.names), *rows]
    assert verify(bag.names, bag.open)


def test_sealing_a_large_table_never_holds_the_whole_file():
    class Nowhere(io.RawIOBase):
        size_bytes = 0

        def writable(self):
            return True

        def write(self, content):
            Nowhere.size_bytes += len(content)
            return len(content)

    sheet = sheet_of({"a": ["some words in a cell"] * 400_000, "b": [str(number) for number in range(400_000)]})
    table = candidate(write=lambda stream: write_csv(sheet, sheet.names, stream, Silence()))
    tracemalloc.start()
    write_manifest(contents(tables=(table,)), BagWriter(lambda path: Nowhere()))
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert Nowhere.size_bytes > 10_000_000
    assert peak_bytes < Nowhere.size_bytes / 2
