"""How a value of each type looks, for the sentence that says what was expected. The examples are ours, never a cell."""

from steward.vocabulary.message import Message, say, verbatim

NAMES = {
    "integer": say("whole numbers"), "number": say("numbers"), "boolean": say("true or false"), "date": say("dates"),
    "datetime": say("dates with a time"), "time": say("times of day"), "year": say("years"),
    "yearmonth": say("months of a year"), "duration": say("durations"), "geopoint": say("coordinates"),
    "geojson": say("shapes on a map"), "string": say("text"), "any": say("anything"), "object": say("JSON objects"),
    "array": say("JSON lists"), "list": say("lists"),
}
EXAMPLES = {"integer": "1204", "number": "12.5", "boolean": "true", "date": "2020-01-31", "datetime": "2020-01-31T14:05:00",
            "time": "14:05:00", "year": "2020", "yearmonth": "2020-01", "duration": "P1DT2H", "geopoint": "-122.68, 45.52",
            "geojson": '{"type": "Point", "coordinates": [-122.68, 45.52]}'}
PARTS = {"%Y": "2020", "%y": "20", "%m": "1", "%d": "31", "%B": "January", "%b": "Jan", "%H": "14", "%I": "2", "%M": "05",
         "%S": "00", "%p": "PM", "%f": "000"}


def name_of_type(kind: str) -> Message:
    """Return what the values of a type are called, in the plural."""
    return NAMES.get(kind, NAMES["string"])


def example_of(kind: str, form: str | None) -> Message:
    """Return an example of a value of this type and form; empty where the type has no form to show."""
    if form is None or form == "default" or "%" not in form:
        return verbatim(EXAMPLES.get(kind, ""))
    for part, written in PARTS.items():
        form = form.replace(part, written)
    return verbatim(form)
