"""The page of a dataset as the public will see it: plain HTML from the record, with nothing to fetch.

Context: what an answer is for is seen best on the page that shows it. Decision: the parts every portal has (title, description
with the city's block, facts, columns, downloads, terms, contact) as HTML without styles, links, pictures or scripts, every
answer escaped. Elements that are not published cannot appear: only those of PUBLIC_IDS are read.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from steward.metadata.dictionary import HEADER, dictionary_rows
from steward.metadata.exports._portal_forms import shown, shown_record
from steward.metadata.portals import PUBLIC_IDS
from steward.metadata.profile import MetadataProfile
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import Vocabularies
from steward.metadata.without_data import ELEMENTS as IN_PLACE_OF_DATA
from steward.metadata.without_data import sentences

ELSEWHERE = ("title", "description", "publisher", "contact_name", "contact_email", "license", "rights", "known_limits", "slug",
             "category", "purpose", "frequency", "landing_page", *IN_PLACE_OF_DATA)   # each has its place on the page
BLOCK = (("Category", "category"), ("Purpose", "purpose"), ("Update Frequency", "frequency"))
KINDS: Mapping[str, str] = {"csv": "Table, CSV", "json": "For machines, JSON", "txt": "Text"}
TYPES: Mapping[str, str] = {"string": "Text", "integer": "Whole number", "number": "Number", "boolean": "Yes or no",
                            "date": "Date", "datetime": "Date and time", "time": "Time", "year": "Year",
                            "yearmonth": "Year and month", "duration": "Duration"}
COLUMN, TITLE, TYPE, UNIT, MEANING, ALLOWED, CODES = (HEADER.index(name) for name in (
    "column", "title", "type", "unit", "description", "allowed values", "meaning of values"))
BLANK = "Not said"


def portal_page(record: Record, table: TableDescription | None, files: Sequence[str], profile: MetadataProfile,
                vocabularies: Vocabularies) -> str:
    """Return the body of the page; `files` are the names of what can be downloaded, the table first. None: without its data."""
    page = _Page(shown_record(record, PUBLIC_IDS), profile, vocabularies)
    what = (page.no_data(), page.facts()) if table is None else (page.facts(), _columns(table))
    return "".join((page.head(), *what, _downloads(files, table), page.terms(), page.contact()))


class _Page:
    """The parts that the record tells."""

    def __init__(self, record: Record, profile: MetadataProfile, vocabularies: Vocabularies) -> None:
        self._record, self._profile, self._vocabularies = record, profile, vocabularies

    def head(self) -> str:
        """Return the title, who publishes, the description, and the block that closes the city's descriptions."""
        block = " ".join(f"{label}: <i>{_text(answer)}</i>" for label, name in BLOCK if (answer := self._answer(name)))
        by = f"{self._vocabularies.program.organization}, {self._answer('publisher') or BLANK}"
        return "".join((f"<h1>{_text(self._record.title or BLANK)}</h1>", _paragraph(_text(by)),
                        _paragraph(_text(self._record.description or BLANK)),
                        _paragraph(f"-- Additional Information: {block}") if block else ""))

    def no_data(self) -> str:
        """Return what is said in the place of the data."""
        return _heading("Why there is no data") + "".join(
            _paragraph(_text(sentence)) for sentence in sentences(self._record, self._vocabularies))

    def facts(self) -> str:
        """Return every other answer under the name of its question."""
        asked = [element for element in self._profile.elements if element.id in PUBLIC_IDS and element.is_published
                 and element.id not in ELSEWHERE]
        lines = [(element.label.rstrip(" .…"), self._answer(element.id)) for element in asked]
        return _heading("Facts") + _table((), [line for line in lines if line[1]])

    def terms(self) -> str:
        """Return the license, who may have the data, and what one should know before relying on it."""
        known = self._vocabularies.license(self._record.license)
        blank = "" if self._record.data_status else BLANK   # no license is asked for where there is no data
        license_ = " ".join(part for part in (self._answer("license") or blank, known.uri if known else "") if part)
        rights = "" if self._record.data_status else self._record.rights   # without data it is told above
        disclaimer = "" if self._record.data_status else self._vocabularies.program.disclaimer   # it speaks of published data
        told = [text for text in (license_, rights, self._record.known_limits, disclaimer) if text]
        return "".join((_heading("License and limits"), *(_paragraph(_text(text)) for text in told))) if told else ""

    def contact(self) -> str:
        """Return who answers questions."""
        lines = [self._record.contact_name, self._record.contact_email]
        return _heading("Contact") + _paragraph("<br>".join(_text(line) for line in lines if line) or BLANK)

    def _answer(self, element: str) -> str:
        vocabulary, value = self._profile.element(element).vocabulary, self._record.value(element)
        texts = (value,) if isinstance(value, str) else value
        return ", ".join(self._vocabularies.label(vocabulary, text) if vocabulary else text for text in texts if text)


def _columns(table: TableDescription) -> str:
    rows = [((row[TITLE] and f"{row[TITLE]} ({row[COLUMN]})") or row[COLUMN], row[MEANING] or BLANK, _kind(row),
             row[CODES] or row[ALLOWED]) for row in dictionary_rows(table)]
    return _heading("Columns") + _table(("Column", "What it means", "Kind", "Values"), rows)


def _kind(row: Sequence[str]) -> str:
    kind = TYPES.get(row[TYPE], row[TYPE])
    return f"{kind}, {row[UNIT]}" if row[UNIT] else kind


def _downloads(files: Sequence[str], table: TableDescription | None) -> str:
    counted = _counted(table) if table is not None else ""
    told = [(name, counted if place == 0 else "", KINDS.get(name.rpartition(".")[2], "")) for place, name in enumerate(files)]
    return _heading("Download") + "<ul>" + "".join(
        f"<li>{_text(' · '.join(part for part in line if part))}</li>" for line in told) + "</ul>"


def _counted(table: TableDescription) -> str:
    return f"{table.rows:,} {'row' if table.rows == 1 else 'rows'}, {len(dictionary_rows(table))} columns"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = f"<tr>{''.join(f'<th>{_text(cell)}</th>' for cell in header)}</tr>" if header else ""
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{head}{body}</table>"


def _heading(text: str) -> str:
    return f"<h2>{text}</h2>"


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>"


def _text(text: str) -> str:
    return escape(shown(text)).replace("\n", "<br>")
