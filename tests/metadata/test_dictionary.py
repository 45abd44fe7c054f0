import csv
import io

from steward.metadata.dictionary import HEADER, dictionary_csv, dictionary_rows, entries
from tests.metadata.samples import table


def test_the_dictionary_has_one_row_per_column_of_every_table():
    content = dictionary_csv([table(), table(name="stations")]).decode()
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert tuple(rows[0]) == HEADER
    assert [(row[0], row[1]) for row in rows[1:4]] == [("bicycle-counts", name) for name in ("station", "hour", "bicycles")]
    assert len(rows) == 7


def test_rules_and_units_are_told_in_words():
    first, _, last = (dict(zip(HEADER, row, strict=True)) for row in dictionary_rows(table()))
    assert (first["required"], first["allowed values"]) == ("yes", "Hawthorne; Steel")
    assert (last["unit"], last["minimum"], last["required"]) == ("bicycles", "0", "")


def test_text_with_line_breaks_and_half_characters_is_still_one_row():
    schema = {"fields": [{"name": "a,b", "type": "string", "description": "one\ntwo \ud800"}]}
    content = dictionary_csv([table(table_schema=schema)]).decode()
    assert len(list(csv.reader(io.StringIO(content, newline="")))) == 2


def test_a_schema_that_is_no_schema_gives_no_rows():
    assert dictionary_rows(table(table_schema={"fields": 3})) == []


def test_words_that_mean_no_value_and_the_ways_to_write_yes_and_no_are_told_and_taken_again():
    schema = {"fields": [{"name": "alive", "type": "boolean", "description": "Whether it lives.", "trueValues": ["Y"],
                          "falseValues": ["N"], "missingValues": ["", "not seen", "n/a"]}]}
    row = dict(zip(HEADER, dictionary_rows(table(table_schema=schema))[0], strict=True))
    assert (row["meaning of values"], row["missing values"]) == ("Y = yes; N = no", "not seen; n/a")
    entry, = entries(dictionary_csv([table(table_schema=schema)]).decode())
    assert (entry.codes, entry.missing) == ((("Y", "yes"), ("N", "no")), ("not seen", "n/a"))
