"""The types a column can have, each with the pattern that proves a value: what matches also parses in frictionless.

Source: Table Schema v2, frictionless 5.21 (its cell readers), and the file rules of DataSF, California and New York
(identifiers and codes stay text).
The patterns are narrower than frictionless, which takes " 5 ", "007", "1_000" and full-width digits for whole numbers.
"""

from dataclasses import dataclass

from steward.table._calendar import MONTHS, pattern_of

EXACT_DIGITS = 15  # a spreadsheet keeps no more, so a longer number is an identifier and stays text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One way a value can be written."""

    type: str                 # of Table Schema
    format: str | None = None  # as in Table Schema; None is its default
    pattern: str              # RE2, anchored
    words: tuple[str, ...] = ()  # the shape counts only under a header that has one of these words


WHOLE = rf"(?:0|[1-9][0-9]{{0,{EXACT_DIGITS - 1}}})"
INTEGER = Shape(type="integer", pattern=rf"^[+-]?{WHOLE}$")
NUMBER = Shape(type="number", pattern=rf"^[+-]?(?:{WHOLE}(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]{{1,2}})?$")
YEAR = Shape(type="year", pattern=r"^(?:1[5-9]|2[01])[0-9]{2}$", words=("year", "yr", "years"))

DATE_FORMS = ("%m/%d/%Y", "%d/%m/%Y", "%m-%d-%Y", "%d-%m-%Y", "%m.%d.%Y", "%d.%m.%Y", "%Y/%m/%d", "%m/%d/%y", "%d/%m/%y",
              "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%b-%d-%Y", "%d-%B-%Y")
CLOCK_FORMS = ("%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%I:%M%p")
MOMENT_DATES = ("%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%m/%d/%y", "%d/%m/%y", "%m-%d-%Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y")
ISO_MOMENT_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")


def _written(kind: str, form: str, *, padded: bool = False, words: tuple[str, ...] = ()) -> Shape:
    return Shape(type=kind, format=form, pattern=f"(?i)^{pattern_of(form, padded=padded)}$", words=words)


def _iso(kind: str, form: str, tail: str = "") -> Shape:
    return Shape(type=kind, pattern=f"^{pattern_of(form, padded=True)}{tail}$")


def _moments() -> tuple[Shape, ...]:
    zone = r"(?:\.[0-9]{1,6})?(?:Z|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])?"
    written = [f"{date} {clock}" for date in MOMENT_DATES for clock in CLOCK_FORMS]
    return (_iso("datetime", "%Y-%m-%dT%H:%M:%S", zone),
            *(_written("datetime", form, padded=True) for form in ISO_MOMENT_FORMS),
            *(_written("datetime", form) for form in written))


def _duration() -> str:
    """Return the pattern of a length of time: weeks, or days and hours of which any part may be left out but not all."""
    seconds = r"[0-9]+(?:\.[0-9]+)?S"
    day = r"(?:[0-9]+Y(?:[0-9]+M)?(?:[0-9]+D)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)"
    time = rf"T(?:[0-9]+H(?:[0-9]+M)?(?:{seconds})?|[0-9]+M(?:{seconds})?|{seconds})"
    return rf"^-?P(?:[0-9]+W|{day}(?:{time})?|{time})$"


def _geometry() -> str:
    """Return the pattern of a GeoJSON geometry of one kind. Source: RFC 7946, section 3.1."""
    number = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
    position = _listed(number, 2, 2)      # the profile in frictionless 5.21 takes no height
    line, ring = _listed(position, 2), _listed(position, 4)
    kinds = {"Point": position, "MultiPoint": _listed(position, 1), "LineString": line, "MultiLineString": _listed(line, 1),
             "Polygon": _listed(ring, 1), "MultiPolygon": _listed(_listed(ring, 1), 1)}
    both = "|".join(rf'"type"\s*:\s*"{kind}"\s*,\s*"coordinates"\s*:\s*{shape}'
                    rf'|"coordinates"\s*:\s*{shape}\s*,\s*"type"\s*:\s*"{kind}"' for kind, shape in kinds.items())
    return rf"^\{{\s*(?:{both})\s*\}}$"


def _listed(inner: str, fewest: int, most: int | None = None) -> str:
    """Return the pattern of a JSON list of so many things."""
    rest = f"{{{fewest - 1},{'' if most is None else most - 1}}}"
    return rf"\[\s*{inner}(?:\s*,\s*{inner}){rest}\s*\]"


LONGITUDE, LATITUDE = r"-?(?:1[0-7][0-9]|[1-9]?[0-9])\.[0-9]+", r"-?[1-8]?[0-9]\.[0-9]+"
DATES = (_iso("date", "%Y-%m-%d"), *(_written("date", form) for form in DATE_FORMS),
         _written("date", "%Y%m%d", padded=True, words=("date", "dt", "day", "on")))
TIMES = (_iso("time", "%H:%M:%S"), *(_written("time", form) for form in CLOCK_FORMS[1:]))
SHAPES: tuple[Shape, ...] = (
    YEAR, DATES[-1], INTEGER, NUMBER, *DATES[:-1], *_moments(), *TIMES,
    _iso("yearmonth", "%Y-%m"),
    Shape(type="boolean", pattern=r"^(?:true|True|TRUE|false|False|FALSE)$"),
    Shape(type="duration", pattern=_duration()),
    Shape(type="geojson", pattern=_geometry()),
    Shape(type="geopoint", pattern=f"^{LONGITUDE}, ?{LATITUDE}$"),
    Shape(type="geopoint", format="array", pattern=rf"^\[ ?{LONGITUDE}, ?{LATITUDE} ?\]$"),
    Shape(type="geopoint", format="object", pattern=rf'^\{{ ?(?:"lon" ?: ?{LONGITUDE}, ?"lat" ?: ?{LATITUDE}'
                                                    rf'|"lat" ?: ?{LATITUDE}, ?"lon" ?: ?{LONGITUDE}) ?\}}$'),
)
BEGINNING = rf"(?i)^(?:[-+.0-9{{\[]|true$|false$|p[0-9t]|{'|'.join(MONTHS)})"   # of every text that has one of the shapes
