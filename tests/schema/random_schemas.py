"""Random schemas and dirty tables, and what frictionless and Steward say of them."""

import csv
import io
import random
import traceback
from contextlib import suppress
from itertools import count

from steward.schema.declared import DeclaredSchema, SchemaRefused
from steward.schema.verdicts import verdicts
from steward.table.distinct import distinct
from steward.table.sheet import Quarantined
from tests.builders import sheet_of_rows

CELLS = {
    "string": ["abc", "ab\n", "a|b", "Renée", "a", "b", "x" * 30, "a@b.org", "https://x.org/a", "not a uri", "aGVsbG8=", "é",
               "ax", "123", "12345", "6f1b6e4e-6c1f-4f0e-8d0b-0123456789ab"],
    "integer": ["0", "1", "-1", "+1", "01", "1.0", "1.", "1_000", "1,000",
                "$5", "５", " 5 ", "5 ", "5", "7", "1000", "5%",
                "123456789012345678901234567890", "-0", "\u00a05", "9007199254740993"],
    "number": ["1", "1.0", ".5", "-.5", "1e5", "1E-3", "NaN", "nan", "inf", "-Infinity", "INF",
               "-INF", "1,5", "1.000,5", "5.0", "$5.5", "0.1", "0.10", "1e400", "0.30000000000000004", "12 %",
               "5", "4.9999999999"],
    "boolean": ["true", "True", "TRUE", "tRue", "1", "0", "false", "yes", "no", "Y", "N"],
    "date": ["2024-01-05", "2024-1-5", "2024-02-30", "05/01/2024", "2024-01-05 ",
             "2023-12-31", "2024-06-30", "Jan 5, 2024"],
    "datetime": ["2024-01-05T10:11:12", "2024-01-05T10:11:12Z", "2024-01-05T10:11:12+02:00",
                 "2024-01-05 10:11:12",
                 "2024-01-05T24:00:00", "2025-01-05T10:11:12", "05/01/2024 10:11"],
    "time": ["10:11:12", "10:11", "10:11:12.5", "25:00:00", "24:00:00", "23:59:60", "00:00:00", "10:11:12Z"],
    "year": ["2024", "0000", "-999", "12a4", " 2024", "2030", "1999"],
    "yearmonth": ["2024-01", "2024-13", "2024-1", "2023-12"],
    "duration": ["P1D", "P1Y2M", "PT5M", "P", "1 day", "P2W"],
    "geopoint": ["45.5,-122.6", "-122.6,45.5", "45.5, -122.6", "[1, 2]", '{"lon": 1, "lat": 2}', "200,1"],
    "geojson": ['{"type": "Point", "coordinates": [1, 2]}', "{}", '{"type": "Blob"}'],
    "object": ["{}", '{"a": 1}', "[1]", "{"], "array": ["[]", "[1, 2]", "{}", "["], "list": ["a,b", "1,2", "a"],
    "any": ["a", "1", "x"],
}
BLANKS = ["", "", "", "NA", "-", " ", "None", "N/A"]
FORMATS = {"string": ["email", "uri", "uuid", "binary"], "date": ["%d/%m/%Y", "any", "%b %d, %Y"],
           "datetime": ["%Y-%m-%d %H:%M:%S", "any"],
           "time": ["%H:%M", "any"], "geopoint": ["array", "object"], "geojson": ["topojson"]}
UNHASHABLE = ("object", "array", "list", "geojson")
BOUNDS = {"integer": [0, 1, 5, 1000, "1"], "number": [0, 0.1, 1, 5], "date": ["2024-01-05", "2024-03-01"],
          "datetime": ["2024-01-05T10:11:12"], "time": ["10:11:12"], "year": [2000, 2024], "yearmonth": ["2024-01"]}
BOUNDS_IN_FORMS = {("date", "%d/%m/%Y"): ["05/01/2024", "04/01/2024"], ("date", "%b %d, %Y"): ["Jan 5, 2024"],
                   ("datetime", "%Y-%m-%d %H:%M:%S"): ["2024-01-05 10:11:12", "2023-12-31 00:00:00"],
                   ("time", "%H:%M"): ["10:11"]}
ENUMS = {"string": ["a", "b", "NA"], "integer": [1, 5], "number": [1, 0.5], "date": ["2024-01-05"], "boolean": [True],
         "year": [2024], "any": ["a"], "time": ["10:11:12"], "datetime": ["2024-01-05T10:11:12"]}


def random_field(draw, name):
    kind = draw.choice(list(CELLS))
    made = {"name": name, "type": kind}
    if draw.random() < .25 and kind in FORMATS:
        made["format"] = draw.choice(FORMATS[kind])
    if kind in ("integer", "number") and draw.random() < .3:
        made |= draw.choice([{"bareNumber": False}, {"groupChar": ","}, {"groupChar": ".", "decimalChar": ","}]
                            if kind == "number" else [{"bareNumber": False}, {"groupChar": ","}])
    if kind == "boolean" and draw.random() < .4:
        made |= {"trueValues": ["yes", "Y"], "falseValues": ["no", "N"]}
    if draw.random() < .15:
        made["missingValues"] = draw.choice([["", "-"], ["NA"], []])
    rules = random_rules(draw, kind, made.get("format", "default"))
    return {**made, "constraints": rules} if rules else made


def random_rules(draw, kind, form):
    rules = {rule: True for rule, share in (("required", .3), ("unique", .2)) if draw.random() < share}
    for rule in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        if kind in BOUNDS and draw.random() < .15:
            rules[rule] = draw.choice(BOUNDS_IN_FORMS.get((kind, form), BOUNDS[kind]))
    if kind in ("string", "array", "object", "list"):
        lengths = (("minLength", [1, 3]), ("maxLength", [2, 5]))
        rules |= {rule: draw.choice(sizes) for rule, sizes in lengths if draw.random() < .2}
    if kind == "string" and draw.random() < .25:
        rules["pattern"] = draw.choice(["[a-z]+", "a|b", "[0-9]{3}", r"\d+", r"\w+", "(?=a).*", ".*é?"])
    if kind in ENUMS and draw.random() < .15:
        rules["enum"] = ENUMS[kind]
    if kind in UNHASHABLE and draw.random() < .9:
        rules.pop("unique", None)      # frictionless stops on it
    return rules


def random_schema(draw):
    fields = [random_field(draw, f"f{number}") for number in range(draw.randint(1, 5))]
    schema = {"fields": fields}
    names = [one["name"] for one in fields if one["type"] not in UNHASHABLE] or [fields[0]["name"]]
    if draw.random() < .4:
        schema["missingValues"] = draw.choice([["", "NA"], ["", "-", "N/A"], [], ["NA"]])
    if draw.random() < .3:
        chosen = draw.sample(names, draw.randint(1, len(names)))
        schema["primaryKey"] = chosen[0] if len(chosen) == 1 and draw.random() < .5 else chosen
    if draw.random() < .2 and len(names) > 1:
        own, named = draw.sample(names, 2)
        schema["foreignKeys"] = [{"fields": [own], "reference": {"resource": "", "fields": [named]}}]
    is_new = any("exclusive" in rule for one in fields for rule in one.get("constraints", {}))
    if draw.random() < (.9 if is_new else .3):
        schema["$schema"] = "https://datapackage.org/profiles/2.0/tableschema.json"
    return schema


def random_table(draw, schema):
    """Return the labels and the records, some ragged, some blank."""
    fields = schema["fields"]
    labels = random_labels(draw, [one["name"] for one in fields])
    kinds = [*[one["type"] for one in fields], *["any"] * 9][:len(labels)]
    records = [random_ending(draw, [random_cell(draw, kind) for kind in kinds]) for _ in range(draw.randint(0, 25))]
    return labels, [[] if is_odd_gap(cells, len(labels)) else cells for cells in records]


def is_odd_gap(cells, width):
    """Return whether a record of blanks does not fit, or has one cell: Steward takes it for an empty line."""
    return not any(cell.strip() for cell in cells) and (width == 1 or (len(cells) != width and any(cells)))


def random_cell(draw, kind):
    return draw.choice(BLANKS if draw.random() < .15 else CELLS[kind if draw.random() < .9 else "string"])


def random_ending(draw, cells):
    ending = draw.random()
    if ending > .96:
        return [""] * (len(cells) + draw.choice([0, 0, 1]))
    if ending < .08:
        return [] if ending < .04 or len(cells) == 1 else cells[:-1]
    return [*cells, "x"] if ending < .12 else cells


def random_labels(draw, names):
    case = draw.random()
    if case < .7:
        return names
    return draw.choice([names[::-1], names[:-1] or names, [*names, "more"], [*names[:-1], names[0]], [*names[:-1], ""],
                        [name.upper() for name in names], [*names, "more", "more"], [*names, ""]])


class Stopped(Exception):
    """frictionless stops on a table, or takes no such schema; the text says why."""


def by_frictionless(schema, labels, records):
    """Return {(row, field, kind)}, or None where frictionless stops or takes no such schema."""
    try:
        return read_by_frictionless(schema, labels, records)
    except Stopped:
        return None


def read_by_frictionless(schema, labels, records):
    """Return {(row, field, kind)}. Raises: Stopped.

    frictionless 5.21 reads exclusive bounds of version 2, but its report then refuses the field as one of version 1 (its
    fault): so the errors are taken from the header and the rows that it reads, which is what its report is made of.
    """
    from frictionless import Dialect, Resource, Schema
    from frictionless.exception import FrictionlessException

    first = Dialect.from_descriptor({"headerRows": [1]})   # else it guesses where the header is

    try:
        with Resource(data=[labels, *records], schema=Schema.from_descriptor(schema), dialect=first) as resource:
            errors = [*resource.header.errors, *(error for row in resource.row_stream for error in row.errors)]
    except FrictionlessException as cause:
        raise Stopped("the schema is refused: " + cause.error.type) from cause
    except (TypeError, ValueError, AttributeError, ArithmeticError, LookupError) as cause:
        raise Stopped(f"{type(cause).__name__} in {traceback.extract_tb(cause.__traceback__)[-1].name}") from cause
    return {(getattr(error, "row_number", 0), getattr(error, "field_name", "") or "", error.type) for error in errors}


def by_report(schema, labels, records):
    """Return the same from frictionless' report, which refuses some schemas that it reads; None where it stops."""
    from frictionless import Resource, Schema

    report = Resource(data=[labels, *records], schema=Schema.from_descriptor(schema)).validate(limit_errors=1_000_000)
    if report.errors or any(error.type == "field-error" for error in report.tasks[0].errors):
        return None
    return {(getattr(error, "row_number", 0), getattr(error, "field_name", "") or "", error.type)
            for error in report.tasks[0].errors}


def by_steward(schema, labels, records):
    """Return the same of Steward's verdicts."""
    width = len(labels)
    numbered = list(enumerate(records, start=2))
    blank = [(row, len(cells)) for row, cells in numbered if not any(cells)]
    whole = [(row, cells) for row, cells in numbered if len(cells) == width and any(cells)]
    apart = [Quarantined(row=row, line=row, cells=len(cells), text=as_text(cells)) for row, cells in numbered
             if any(cells) and len(cells) != width]
    sheet = sheet_of_rows(labels, [cells for _, cells in whole], quarantine=apart, delimiter=",",
                          blank_rows=tuple(row for row, _ in blank), blank_cells=tuple(cells for _, cells in blank))
    sheet.rows[:] = [row for row, _ in whole]
    try:
        declared = DeclaredSchema(descriptor=schema, fields=())
        found = verdicts(sheet, [distinct(column.values) for column in sheet.columns], declared)
    except SchemaRefused:
        return None
    return {(row, one.field or "", one.kind) for one in found for row in (one.rows.tolist() or [0])}


def as_text(cells):
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()


def compare(seed):
    """Return (schema, only frictionless, only Steward). Raises: Stopped."""
    draw = random.Random(seed)
    schema = random_schema(draw)
    labels, records = random_table(draw, schema)
    theirs = read_by_frictionless(schema, labels, records)
    ours = by_steward(schema, labels, records) or set()
    unlabelled = {(row, name if row else "", kind) for row, name, kind in ours}
    expected = {(row, name if row else "", kind) for row, name, kind in theirs}
    return schema, expected - unlabelled, unlabelled - expected


def comparisons(seed):
    """Give one comparison after the other, those apart on which frictionless stops."""
    for number in count():
        with suppress(Stopped):
            yield compare(f"{seed}-{number}")
