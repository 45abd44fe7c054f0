"""Things hidden by changing parts of the zip: what openpyxl does not write."""

from tests.readers.hidden.planting import BOOK, MARK, SHEET, Parts, put, relate, surgery


@surgery("merged_hidden_value")
def a_value_under_a_merged_cell(parts):
    put(parts, SHEET, "</sheetData>", '<row r="70"><c r="A70" t="inlineStr"><is><t>Total</t></is></c><c r="B70" '
                                      't="inlineStr"><is><t>'
        f'{MARK}</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A70:C70"/></mergeCells>')


@surgery("threaded_comment")
def a_conversation(parts):
    parts["xl/threadedComments/threadedComment1.xml"] = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<threadedComment ref="A1" id="{{1}}" personId="{{2}}"><text>{MARK}</text></threadedComment>'
        "</ThreadedComments>").encode()
    parts["xl/persons/person.xml"] = b'<personList><person displayName="Jane Roe" id="{2}"/></personList>'
    parts["xl/comments1.xml"] = (b'<comments><authors><author>tc={1}</author></authors><commentList><comment ref="A1" '
                                 b'authorId="0">'
                                 b"<text><t>[Threaded comment]\n\nYour version of Excel "
                                 b"...</t></text></comment></commentList></comments>")
    relate(parts, SHEET, "comments", "../comments1.xml")
    relate(parts, SHEET, "threadedComment", "../threadedComments/threadedComment1.xml")
    relate(parts, BOOK, "person", "persons/person.xml")


@surgery("pivot_cache")
def a_pivot_cache_with_names(parts):
    parts["xl/pivotCache/pivotCacheDefinition1.xml"] = (
        '<pivotCacheDefinition recordCount="2"><cacheSource type="worksheet"/><cacheFields count="1"><cacheField name="Victim">'
        f'<sharedItems count="2"><s v="{MARK}"/><s v="Mary Smith"/></sharedItems></cacheField></cacheFields>'
        "</pivotCacheDefinition>"
    ).encode()
    parts["xl/pivotCache/pivotCacheRecords1.xml"] = b'<pivotCacheRecords><r><x v="0"/></r><r><x v="1"/></r></pivotCacheRecords>'
    relate(parts, BOOK, "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
    relate(parts, "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCacheRecords", "pivotCacheRecords1.xml")


@surgery("external_link_cache")
def cells_of_another_workbook(parts):
    parts["xl/externalLinks/externalLink1.xml"] = (
        '<externalLink><externalBook><sheetNames><sheetName val="Staff"/></sheetNames><sheetDataSet><sheetData '
        'sheetId="0"><row r="1">'
        f'<cell r="A1" t="str"><v>{MARK}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>').encode()
    relate(parts, BOOK, "externalLink", "externalLinks/externalLink1.xml")
    relate(parts, "xl/externalLinks/externalLink1.xml", "externalLinkPath", "staff.xlsx", "External")


@surgery("app_properties")
def a_manager(parts):
    put(parts, "docProps/app.xml", "</Properties>", f"<Manager>{MARK}</Manager><Company>Acme Widgets</Company></Properties>")


@surgery("custom_properties")
def a_property_of_ones_own(parts):
    parts["docProps/custom.xml"] = (
        '<Properties xmlns:vt="v"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Reviewer">'
        f"<vt:lpwstr>{MARK}</vt:lpwstr></property></Properties>").encode()
    relate(parts, "", "custom-properties", "docProps/custom.xml")


@surgery("sensitivity_label")
def a_label_in_a_part(parts):
    parts["docMetadata/LabelInfo.xml"] = (b'<clbl:labelList xmlns:clbl="x"><clbl:label id="{f1}" enabled="1" '
                                          b'method="Privileged" '
                                          b'siteId="{a}" contentBits="0" removed="0"/></clbl:labelList>')
    relate(parts, "", "classificationlabels", "docMetadata/LabelInfo.xml")


@surgery("sensitivity_label")
def a_label_in_a_property(parts):
    parts["docProps/custom.xml"] = (b'<Properties xmlns:vt="v"><property '
                                    b'name="MSIP_Label_1234_Name"><vt:lpwstr>Confidential</vt:lpwstr>'
                                    b"</property></Properties>")
    relate(parts, "", "custom-properties", "docProps/custom.xml")


@surgery("scenario")
def a_scenario(parts):
    put(parts, SHEET, "</sheetData>", f'</sheetData><scenarios><scenario name="Layoffs" user="{MARK}" count="1">'
        '<inputCells r="C2" val="99"/></scenario></scenarios>')


@surgery("embedded_object")
def an_embedded_workbook(parts):
    parts["xl/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0" + MARK.encode("utf-16-le")
    relate(parts, SHEET, "oleObject", "../embeddings/oleObject1.bin")


def jpeg(author: bytes) -> bytes:
    """Return the notes of a photo that name its author."""
    size = len(author) + 1
    tiff = (b"II*\x00\x08\x00\x00\x00\x01\x00" + b"\x3b\x01\x02\x00" + size.to_bytes(4, "little") + (26).to_bytes(4, "little")
            + b"\0\0\0\0" + author + b"\0")
    body = b"Exif\0\0" + tiff
    return b"\xff\xd8\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + b"\xff\xd9"


def _draw(parts: Parts, inner: str) -> None:
    parts["xl/drawings/drawing1.xml"] = f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a">{inner}</xdr:wsDr>'.encode()
    relate(parts, SHEET, "drawing", "../drawings/drawing1.xml")


@surgery("image_metadata")
def a_photo_with_its_author(parts):
    parts["xl/media/image1.jpeg"] = jpeg(MARK.encode())
    _draw(parts, '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1"/></xdr:nvPicPr></xdr:pic>')
    relate(parts, "xl/drawings/drawing1.xml", "image", "../media/image1.jpeg")


@surgery("text_box")
def a_text_box(parts):
    _draw(parts, f"<xdr:sp><xdr:txBody><a:p><a:r><a:t>{MARK}</a:t></a:r></a:p></xdr:txBody></xdr:sp>")


@surgery("alt_text")
def a_description_of_a_picture(parts):
    _draw(parts, f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1" descr="{MARK}"/></xdr:nvPicPr></xdr:pic>')


@surgery("chart_cache")
def a_chart_of_cells_that_are_gone(parts):
    parts["xl/charts/chart1.xml"] = (
        '<c:chartSpace xmlns:c="c"><c:ser><c:cat><c:strRef><c:f>Gone!$A$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{MARK} of 2019</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:chartSpace>").encode()
    _draw(parts, "")
    relate(parts, "xl/drawings/drawing1.xml", "chart", "../charts/chart1.xml")


@surgery("custom_xml")
def attached_xml(parts):
    parts["customXml/item1.xml"] = f"<case><victim>{MARK}</victim></case>".encode()
    relate(parts, BOOK, "customXml", "../customXml/item1.xml")


@surgery("power_query")
def a_query(parts):
    text = '<?xml version="1.0" encoding="utf-16"?><DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAAAA==</DataMashup>'
    parts["customXml/item1.xml"] = b"\xff\xfe" + text.encode("utf-16-le")
    relate(parts, BOOK, "customXml", "../customXml/item1.xml")
    parts["xl/connections.xml"] = (b'<connections><connection id="1" name="Query"><dbPr '
                                   b'connection="Provider=Microsoft.Mashup.OleDb.1;'
                                   b'Data Source=$Workbook$;Location=T" command="SELECT"/></connection></connections>')
    relate(parts, BOOK, "connections", "connections.xml")


@surgery("connection_string")
def a_connection_with_a_password(parts):
    parts["xl/connections.xml"] = (f'<connections><connection id="1" name="C"><dbPr connection="Server=hr;UID=sa;PWD={MARK}" '
                                   'command="SELECT"/></connection></connections>').encode()
    relate(parts, BOOK, "connections", "connections.xml")


@surgery("data_model")
def a_data_model(parts):
    parts["xl/model/item.data"] = MARK.encode("utf-16-le")
    relate(parts, BOOK, "powerPivotData", "model/item.data")


def share(parts: Parts, *items: str) -> None:
    """Add a list of shared texts, of which one cell uses the first."""
    parts["xl/sharedStrings.xml"] = f'<sst count="1">{"".join(items)}</sst>'.encode()
    relate(parts, BOOK, "sharedStrings", "sharedStrings.xml")
    put(parts, SHEET, "</sheetData>", '<row r="62"><c r="A62" t="s"><v>0</v></c></row></sheetData>')


@surgery("orphan_shared_string")
def a_text_of_a_deleted_cell(parts):
    share(parts, "<si><t>BP-0060</t></si>", f"<si><t>{MARK}</t></si>")


@surgery("phonetic_text")
def a_reading_aid(parts):
    share(parts, f'<si><t>BP-0060</t><rPh sb="0" eb="1"><t>{MARK}</t></rPh></si>')


@surgery("phonetic_text")
def a_reading_aid_within_a_cell(parts):
    put(parts, SHEET, "<is><t>BP-0000</t></is>", f'<is><t>BP-0000</t><rPh sb="0" eb="1"><t>{MARK}</t></rPh></is>')


@surgery("invisible_text")
def white_letters_within_a_cell(parts):
    share(parts, f'<si><r><t>BP-0060</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>{MARK}</t></r></si>')


@surgery("revision_log")
def a_record_of_changes(parts):
    parts["xl/revisions/revisionHeaders.xml"] = f'<headers><header guid="{{1}}" userName="{MARK}"/></headers>'.encode()
    parts["xl/revisions/revisionLog1.xml"] = b"<revisions/>"
    relate(parts, BOOK, "revisionHeaders", "revisions/revisionHeaders.xml")
    relate(parts, "xl/revisions/revisionHeaders.xml", "revisionLog", "revisionLog1.xml")


@surgery("absolute_path")
def the_folder_of_a_person(parts):
    put(parts, BOOK, "<bookViews", '<x15ac:absPath xmlns:x15ac="x" url="H:\\zqxvmark\\Personnel\\"/><bookViews')


@surgery("printer_settings")
def a_printer_on_a_server(parts):
    parts["xl/printerSettings/printerSettings1.bin"] = "\\\\PRNTSRV\\zqxvmark-3".encode("utf-16-le") + bytes(200)
    relate(parts, SHEET, "printerSettings", "../printerSettings/printerSettings1.bin")


@surgery("thumbnail")
def a_small_picture(parts):
    parts["docProps/thumbnail.jpeg"] = b"\xff\xd8\xff\xd9"
    relate(parts, "", "thumbnail", "docProps/thumbnail.jpeg")


@surgery("vba_macro")
def a_macro(parts):
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + MARK.encode()
    relate(parts, BOOK, "vbaProject", "vbaProject.bin")


@surgery("orphan_part")
def a_leftover_sheet(parts):
    parts["xl/worksheets/sheet9.xml"] = (
        f'<worksheet><sheetData><row><c t="str"><v>{MARK}</v></c></row></sheetData></worksheet>').encode()


@surgery("orphan_part")
def a_leftover_file(parts):
    parts["xl/old/backup.txt"] = MARK.encode()
