"""An ArcGIS item, as ArcGIS Hub and PortlandMaps show it, with the block that closes the city's descriptions.

Source: ArcGIS REST API, "Add item" (title, snippet, description as HTML, tags, licenseInfo, accessInformation, extent);
portlandmaps.com/od, whose layers end in "-- Additional Information: Category: … Purpose: … Update Frequency: …
-- Metadata Link: …" and name the bureau as their source. An item has no other fields, so the other answers stand in the
description as sentences for people, each after the label of resources/metadata/portals.json.
"""

from collections.abc import Mapping, Sequence
from html import escape

from steward.metadata.exports._hub_page import Paragraph, paragraphs, text_of
from steward.metadata.exports._parts import table_text, told, without_blanks
from steward.metadata.exports._portal_forms import FORM, Answers, different, shown, shown_record
from steward.metadata.forms import bounding_box
from steward.metadata.portals import PUBLIC_IDS, Detail
from steward.metadata.profile import LIST_ELEMENTS
from steward.metadata.record import Record
from steward.metadata.table_description import TableDescription
from steward.metadata.vocabularies import Vocabularies

LONGEST_SNIPPET = 250      # characters; ArcGIS recommends no more
BLOCK = "-- Additional Information:"
BLOCK_PARTS = (Detail(element="category", label="Category", form="label"),
               Detail(element="purpose", label="Purpose", form="text"),
               Detail(element="frequency", label="Update Frequency", form="label"))
LINK = Detail(element="landing_page", label="-- Metadata Link", form="text")
LINK_ONLY = "Document Link"  # an item without a file
OWN = "Also on record"     # before answers that the item's fields hold only in part


class ArcgisHubItem:
    """What addItem takes, but for the file."""

    name = "arcgis-hub"
    file_name = "arcgis-hub.json"
    is_sealed = False
    needs_tables = False

    def export(self, record: Record, tables: Sequence[TableDescription], vocabularies: Vocabularies) -> dict[str, object]:
        """Return the item."""
        public = shown_record(record, PUBLIC_IDS)
        item = without_blanks({
            "type": LINK_ONLY if public.data_status else "CSV", "title": public.title, "name": public.slug,
            "snippet": _snippet(public.description),
            "tags": _tags(public.keywords), "categories": FORM["labels"].write(public, "theme", vocabularies),
            "culture": public.language,
            "accessInformation": vocabularies.label("bureaus", public.publisher),
            "extent": bounding_box(public.spatial, vocabularies), "licenseInfo": _license(public, vocabularies),
            "url": public.landing_page, "typeKeywords": [] if public.data_status else ["CSV"]})
        page = [*_description(public, tables), *_details(public, vocabularies), *_block(public, vocabularies)]
        lost = _lost({**item, "description": "".join(page)}, public, vocabularies)
        return {**item, "description": "".join([*page[:1], *lost, *page[1:]])}

    def read(self, package: Mapping[str, object], vocabularies: Vocabularies) -> Record:
        """Return the record that an item tells."""
        return _read(package, vocabularies)


def _snippet(description: str) -> str:
    line = " ".join(description.split())
    return line if len(line) <= LONGEST_SNIPPET else line[:LONGEST_SNIPPET - 1].rstrip() + "…"


def _tags(keywords: Sequence[str]) -> list[str]:
    """Return the keywords without commas, which stand between tags when they are sent."""
    return told([" ".join(word.replace(",", " ").split()) for word in keywords])


def _license(record: Record, vocabularies: Vocabularies) -> str:
    known = vocabularies.license(record.license)
    if not record.license:
        return ""
    named = f'<a href="{escape(known.uri)}">{escape(known.label)}</a>' if known else escape(record.license)
    return f"<p>{named}</p><p>{escape(shown(vocabularies.program.disclaimer))}</p>"


def _description(record: Record, tables: Sequence[TableDescription]) -> list[str]:
    listed = [f"{table.file_name}: {table_text(record, table.description.strip() or table.title)}" for table in tables
              if table.description.strip() or len(tables) > 1]   # of several tables each is named
    return [_paragraph(_lines(record.description)), *(_paragraph(_lines(shown(text))) for text in listed)]


def _details(record: Record, vocabularies: Vocabularies) -> list[str]:
    return [_paragraph(_labelled(detail, text)) for detail in vocabularies.portals.arcgis_hub
            if (text := str(FORM[detail.form].write(record, detail.element, vocabularies)))]


def _block(record: Record, vocabularies: Vocabularies) -> list[str]:
    parts = [f"{part.label}: <i>{_lines(text)}</i>" for part in (*BLOCK_PARTS, LINK)
             if (text := str(FORM[part.form].write(record, part.element, vocabularies)))]
    return [_paragraph(f"{BLOCK} {' '.join(parts)}")] if parts else []


def _lost(item: Mapping[str, object], record: Record, vocabularies: Vocabularies) -> list[str]:
    """Return a paragraph for each answer that the item does not give back as it is."""
    lost = [name for name in different(record, _read(item, vocabularies)) if record.value(name)]
    return [_paragraph(f"<b>{OWN}</b>, {name}: {_values(record, name)}") for name in lost]


def _values(record: Record, element: str) -> str:
    value = record.value(element)
    texts = value if isinstance(value, tuple) else (value,)
    return " ".join(f"<i>{_lines(text)}</i>" for text in texts)


def _labelled(detail: Detail, text: str) -> str:
    return f"<b>{escape(detail.label)}</b>: <i>{_lines(text)}</i>"


def _lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _paragraph(inner: str) -> str:
    return f"<p>{inner}</p>"


def _read(item: Mapping[str, object], words: Vocabularies) -> Record:
    page = paragraphs(_text(item, "description"))
    answers: Answers = {
        "title": _text(item, "title"), "slug": _text(item, "name"), "language": _text(item, "culture"),
        "landing_page": _text(item, "url"), "keywords": _texts(item, "tags"), "description": page[0].text if page else "",
        **FORM["labels"].read(list(_texts(item, "categories")), "theme", words),
        **FORM["label"].read(text_of(_text(item, "licenseInfo")), "license", words)}
    for paragraph in sorted(page[1:], key=lambda one: one.bold == OWN):  # ours last: they put right what the others tell
        answers |= _read_paragraph(paragraph, words)
    return Record(**answers)  # type: ignore[arg-type]  # each answer has the type of its element


def _read_paragraph(paragraph: Paragraph, words: Vocabularies) -> Answers:
    if paragraph.text.startswith(BLOCK):
        return _read_block(paragraph, words)
    if paragraph.bold == OWN:
        name = paragraph.plain.strip(" ,:")
        values = paragraph.italics
        return {name: values if name in LIST_ELEMENTS else "".join(values[:1])} if name in PUBLIC_IDS else {}
    detail = next((one for one in words.portals.arcgis_hub if one.label == paragraph.bold), None)
    return FORM[detail.form].read("".join(paragraph.italics), detail.element, words) if detail else {}


def _read_block(paragraph: Paragraph, words: Vocabularies) -> Answers:
    answers: Answers = {}
    for label, text in paragraph.labelled:
        part = next((one for one in (*BLOCK_PARTS, LINK) if one.label == label), None)
        answers |= FORM[part.form].read(text, part.element, words) if part else {}
    return answers


def _text(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _texts(item: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = item.get(key)
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()


EXPORT = ArcgisHubItem()
