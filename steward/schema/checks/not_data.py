"""Files that are not data: a metadata worksheet, a data dictionary, JSON, a web page, a log, saved or sent as a table.

Source: the pilot's Fire-incident-history-2019.csv, the city's own metadata worksheet saved as CSV, packaged and published as
data (the city's own pilot of 2021). The names of elements are those of DCAT-US 1.1, of the city's PortlandMaps form
and of the inventories of San Francisco, New York, Austin and California (their intake forms).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from steward.schema.checks._finding import Places, about_table
from steward.schema.checks._lines import first_lines, header_line, labels
from steward.schema.context import Context
from steward.table.profile import ColumnProfile
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

ELEMENTS = frozenset((
    "title", "description", "keyword", "keywords", "tags", "modified", "lastmodified", "lastupdate", "lastupdated",
    "datemodified", "publisher", "contact", "contactpoint", "contactname", "contactemail", "contactphone",
    "programcontact", "hasemail", "fn", "identifier", "uniqueid", "accesslevel", "publicaccesslevel", "bureau",
    "bureaucode", "programcode", "department", "agency", "organization", "license", "licence", "rights",
    "accessrights", "useconstraints", "accessconstraints", "spatial", "spatialcoverage", "areacovered",
    "geographiccoverage", "extent", "temporal", "temporalcoverage", "periodcovered", "timeperiod", "distribution",
    "distributions", "accrualperiodicity", "frequency", "updatefrequency", "datachangefrequency",
    "publishingfrequency", "maintenancefrequency", "conformsto", "dataquality", "describedby", "describedbytype",
    "datadictionary", "ispartof", "issued", "dateissued", "publicationdate", "releasedate", "language",
    "landingpage", "homepage", "primaryitinvestmentuii", "references", "systemofrecords", "theme", "themes",
    "category", "categories", "topic", "accessurl", "downloadurl", "format", "fileformat", "mediatype", "dataset",
    "datasetname", "datasettitle", "datasetdescription", "datasteward", "datacustodian", "dataowner", "originator",
    "abstract", "purpose", "supplementalinformation", "granularity", "geographicunit", "dataclassification",
    "classification", "sensitivity", "datasource", "sourcesystem", "source", "attribution", "schema", "context",
    "id", "type", "meta", "progress", "themekeywords", "placekeywords", "version", "author", "creator",
    "provenance", "notes", "comments",
))
ENOUGH_ELEMENTS = 7         # different ones in a column; a table of facts about things seldom shares three
MOST_OF_A_COLUMN = 0.5      # of its filled cells
FIRST_COLUMNS = 3           # of which one lists the elements
FEW_ELEMENTS = 4            # different ones are enough in a form: elements on the left, answers on the right, little else
MOST_OF_A_FORM = 0.75       # of the first column's cells and name
FORM_COLUMNS = 3            # at most: the element, the answer, a remark
MOST_RECORDS = 500          # a worksheet is short; an inventory of datasets is long and is data
FEW_RECORDS = 2             # with element names across the top it is one record of metadata
DICTIONARY = (frozenset(("field", "fieldname", "column", "columnname", "variable", "variablename", "attribute", "attributename",
                         "dataelement", "element", "fieldlabel", "columnlabel")),
              frozenset(("type", "datatype", "fieldtype", "format", "length", "columntype", "variabletype")),
              frozenset(("description", "definition", "fielddescription", "columndescription", "meaning", "descriptions")))
MOST_LINES = 0.6            # of the first lines look like the thing
STAMP = r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?"
LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|SEVERE|FATAL|CRITICAL)"
SYSLOG = r"^(?:<\d+>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """One kind of text that is no table: what its first line and most of its lines look like."""

    first: str
    lines: str
    what: Message


KIN = (
    Kin(first=r"""^\s*(?:[\[{]\s*(?:$|["'{\[]))""", lines=r"""^\s*(?:"[^"]*"*\s*:|[\[\]{}],?|"+[^"]*"+,?\s*$|\{)""",
        what=say("The file holds JSON, which is written for programs, not a table.")),
    Kin(first=r"(?i)^\s*(?:<!doctype html|<html|<head|<body|<table|<meta|<div)", lines=r"^\s*<|>\s*$|^\s*$",
        what=say("The file is a web page, not a table.")),
    Kin(first=r"^\s*<(?:\?xml|[A-Za-z][\w:.-]*[\s>])", lines=r"^\s*<|>\s*$|^\s*$",
        what=say("The file holds XML, which is written for programs, not a table.")),
    Kin(first=rf"^\[?{STAMP}\]?[ \t|,;-]*.*\b{LEVEL}\b|^[\[<]?{LEVEL}[\]>:]?[\s|-]+.*{STAMP}",
        lines=rf"^\[?{STAMP}|^[\[<]?{LEVEL}\b|^\s+at |^Traceback|^\s", what=say("The file is a log that a program wrote.")),
    Kin(first=SYSLOG, lines=SYSLOG, what=say("The file is a log that a program wrote.")),
    Kin(first=r"^\S+ \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:", lines=r"^\S+ \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:",
        what=say("The file is a log that a web server wrote.")),
    Kin(first=r"(?i)^\s*(?:--|/\*|(?:create|insert into|drop|set|use|begin)\s)",
        lines=r"(?i)^\s*(?:--|/\*|\(|\)|(?:create|insert into|drop|set|use|begin|commit|alter|lock|unlock)\b)|;\s*$",
        what=say("The file holds commands for a database, not a table.")),
)


class NotData:
    """Something other than records, sent in their place."""

    kinds = ("not-data",)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield one finding that says what the file is, if it is not data."""
        what = _worksheet(context) or _dictionary(context) or _kin(context)
        if what is not None:
            yield about_table(kind="not-data", tier=Tier.BLOCK, count=1, what=what, where=say("The whole table."),
                              next_step=say("Open the file or the sheet that holds the records themselves."))


def _worksheet(context: Context) -> Message | None:
    """Return what to say if the rows, or the columns of a single record, are elements of metadata."""
    across = {_plain(label) for label in labels(context.sheet)} & ELEMENTS
    is_record = context.sheet.height <= FEW_RECORDS and len(across) >= ENOUGH_ELEMENTS
    is_short = context.sheet.height <= MOST_RECORDS
    is_list = is_short and any(_lists_elements(column) for column in context.columns[:FIRST_COLUMNS])
    if is_record or is_list or _is_form(context):
        return say("This is a metadata worksheet: it describes a dataset and does not hold the data.")
    return None


def element_places(context: Context) -> Places:
    """Return the places of the records of which a cell of the first columns is an element of metadata."""
    found = np.zeros(context.sheet.height, np.bool_)
    for column in context.columns[:FIRST_COLUMNS] if context.sheet.height <= MOST_RECORDS else ():
        found |= np.array([_plain(cell) in ELEMENTS for cell in column.column.values.to_pylist()], np.bool_)
    return np.flatnonzero(found)


def _lists_elements(column: ColumnProfile) -> bool:
    cells = [_plain(value) for value in column.distinct.values.to_pylist()]
    weights = column.distinct.counts.tolist()
    named = {cell for cell in cells if cell in ELEMENTS}
    if len(named) < ENOUGH_ELEMENTS:
        return False
    in_all = sum(weight for cell, weight in zip(cells, weights, strict=True) if cell in named)
    return bool(in_all >= MOST_OF_A_COLUMN * column.filled)


def _is_form(context: Context) -> bool:
    """Return whether a narrow sheet is a short form; its first element may have been taken for the name of the column."""
    if not context.columns or len(context.columns) > FORM_COLUMNS:
        return False
    cells = [_plain(value) for value in context.columns[0].distinct.values.to_pylist() if value.strip()]
    terms = [*cells, *([_plain(name)] if (name := labels(context.sheet)[0]) and _plain(name) in ELEMENTS else [])]
    named = [term for term in terms if term in ELEMENTS]
    is_without_repeats = len(cells) == context.columns[0].filled
    return is_without_repeats and len(set(named)) >= FEW_ELEMENTS and len(named) >= MOST_OF_A_FORM * len(terms)


def _dictionary(context: Context) -> Message | None:
    across = {_plain(label) for label in labels(context.sheet)}
    if context.sheet.height <= MOST_RECORDS and all(across & words for words in DICTIONARY):
        return say("This is a data dictionary: it explains the columns of a table and does not hold the data.")
    return None


def _kin(context: Context) -> Message | None:
    has_names = bool(context.sheet.provenance.header_rows)
    first = header_line(context.sheet) if has_names else next(iter(first_lines(context.sheet)[1:2]), "")
    possible = [kin for kin in KIN if re.search(kin.first, first)]
    lines = first_lines(context.sheet) if possible else []
    return next((kin.what for kin in possible if _share(lines, kin.lines) >= MOST_LINES), None)


def _share(lines: Sequence[str], pattern: str) -> float:
    return sum(re.search(pattern, line) is not None for line in lines) / max(len(lines), 1)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower()) if len(text) < 60 else ""  # noqa: PLR2004  # no element has a longer name


CHECK = NotData()
