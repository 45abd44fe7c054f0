import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.schema.inference import infer_field, infer_fields
from steward.schema.table_schema import to_table_schema
from steward.table.canonical import write_csv
from steward.table.inference import profile_column, profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

CELLS = st.sampled_from([
    "", " ", "\u00a0", "\t ", "0", "1", "-1", "+1", "01", "007", "1.0", ".5", "1.", "1e5", "1E-3", "NaN", "inf", "1_000",
    "1,000", "$5",
    "５", " 5 ", "true", "True", "TRUE", "tRue", "false", "yes", "2024-01-05", "2024-1-5", "2024-02-29", "2023-02-29",
    "01/05/2024",
    "1/5/2024", "13/5/2024", "5/13/2024", "1/5/24", "January 5, 2024", "Feb 29, 2024", "2024-01-05T10:11:12",
    "2024-01-05T10:11:12Z",
    "2024-01-05T10:11:12+02:00", "2024-01-05 10:11:12", "2024-01-05T24:00:00", "2024-01-05T10:11:12.5", "10:11:12", "10:11",
    "1:05 PM",
    "24:00:00", "2024", "1999", "0000", "20240105", "2024-01", "2024-13", "P1D", "P1DT2H", "PT5M", "P", "-122.6, 45.5",
    "45.5,-122.6",
    "Y", "N", "no", "PT1H30M", "P6M", "PT0.5S", "[-122.6, 45.5]", '{"lon": -122.6, "lat": 45.5}',
    "NULL", "N/A", "-", "a", "Ab\n", "97201", "5035550100", "1234567890123456", "é", "=1+1", '"', "a,b", "\r"])
ROWS = 10
ONE_MIND = st.sampled_from(["integer", "year", "date", "any"]).flatmap(lambda kind: st.lists({
    "integer": st.integers(-10**14, 10**14).map(str), "year": st.integers(1900, 2100).map(str),
    "date": st.dates().map(str), "any": CELLS}[kind], min_size=ROWS, max_size=ROWS))
COLUMNS = st.dictionaries(st.sampled_from(["a", " b", "b", "A", "Year", "Date", "ZIP", "x  y", "n\nl", '"q"', "é\u00a0", "1"]),
                          ONE_MIND | st.lists(CELLS, min_size=ROWS, max_size=ROWS),
                          min_size=1, max_size=4)


@settings(max_examples=35)  # frictionless takes 60 ms to begin and little for each cell
@given(COLUMNS)
def test_what_is_sealed_with_the_inferred_fields_is_accepted_by_frictionless(columns):
    from frictionless import Dialect, Resource, Schema, formats

    kept = [place for place in range(ROWS) if any(cells[place].strip() for cells in columns.values())]
    sheet = sheet_of({name: [cells[place] for place in kept] for name, cells in columns.items()})
    fields = infer_fields(profile_table(sheet, Silence(), 1))
    stream = io.BytesIO()
    write_csv(sheet, [field.name for field in fields], stream, Silence())
    control = formats.CsvControl(delimiter=",", quote_char='"', double_quote=True, skip_initial_space=False)
    resource = Resource(stream.getvalue(), format="csv", encoding="utf-8", dialect=Dialect(controls=[control]),
                        schema=Schema.from_descriptor(to_table_schema(fields)))
    report = resource.validate(limit_errors=0)
    assert report.valid, report.flatten(["type", "rowNumber", "fieldName"])


@given(st.lists(CELLS, min_size=1, max_size=8))
def test_a_value_that_counts_as_matching_really_parses(cells):
    from frictionless import Schema

    field = infer_field(profile_column(sheet_of({"a": cells}).column("a")))
    read = Schema.from_descriptor(to_table_schema([field])).fields[0].create_cell_reader()
    assert [read(cell)[1] for cell in cells] == [None] * len(cells)


def test_a_type_is_given_only_where_every_filled_cell_has_it():
    most = [str(number) for number in range(99)]
    assert infer_field(profile_column(sheet_of({"n": most}).column("n"))).type == "integer"
    assert infer_field(profile_column(sheet_of({"n": [*most, "ninety"]}).column("n"))).type == "string"


def test_cells_of_blanks_alone_are_named_as_missing_in_a_typed_field():
    field = infer_field(profile_column(sheet_of({"n": ["1", "", " ", "\u00a0"]}).column("n")))
    assert (field.type, field.missing_values) == ("integer", ("", " ", "\u00a0"))


def test_the_records_of_the_911_pilot_file_get_their_types(shared):
    with (shared / "data/portland-pilot/BOEC-April2018-Filtered-In.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *records = csv.reader(file)
    columns = dict(zip(header, zip(*records, strict=True), strict=True))
    fields = infer_fields(profile_table(sheet_of({name: list(cells) for name, cells in columns.items()}), Silence()))
    assert [(field.type, field.format) for field in fields] == [
        ("datetime", "%m/%d/%Y %H:%M"), ("string", None), ("string", None), ("string", None), ("integer", None)]
