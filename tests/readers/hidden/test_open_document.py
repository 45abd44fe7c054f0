"""What an OpenDocument spreadsheet hides, and what it has besides."""

import base64

import pytest

from tests.readers.hidden.open_plants import CASES, MARK, STYLES, WHITE, planted, row, spreadsheet
from tests.readers.hidden.part_plants import jpeg
from tests.readers.hidden.test_look import kinds


@pytest.mark.parametrize("kind", CASES)
def test_what_is_hidden_in_a_spreadsheet_is_found_alone(tmp_path, kind):
    assert kinds(planted(tmp_path / "a.ods", kind)) == [kind]


def test_an_ordinary_spreadsheet_stays_quiet(tmp_path):
    basic = [("Basic/script-lc.xml", "<x/>"), ("Basic/Standard/script-lb.xml", "<x/>"), ("settings.xml", "<config/>")]
    assert kinds(spreadsheet(tmp_path / "a.ods", row("BP-2") * 30, parts=basic)) == []


def test_a_rule_that_hides_faulty_cells_does_not_count_and_any_other_does(tmp_path):
    def ruled(condition):
        style = (f'<style:style style:name="ce1" style:family="table-cell"><style:map style:condition="{condition}" '
                 'style:apply-style-name="ce9"/></style:style>')
        return spreadsheet(tmp_path / "a.ods", row("x", cell=' table:style-name="ce1"'), styles=WHITE + style)

    assert kinds(ruled("is-true-formula(ISERROR([.A1]))")) == []
    assert kinds(ruled("cell-content()=0")) == []
    assert kinds(ruled("is-true-formula($A$3=0)")) == []
    assert kinds(ruled("is-true-formula($H$1=0)")) == ["conditional_hidden"]
    assert kinds(ruled("cell-content()&gt;5")) == ["conditional_hidden"]


def test_letters_too_small_to_be_read_count(tmp_path):
    def sized(points):
        style = (f'<style:style style:name="ce5" style:family="table-cell"><style:text-properties fo:font-size="{points}pt"/>'
                 "</style:style>")
        return kinds(spreadsheet(tmp_path / "a.ods", row(MARK, cell=' table:style-name="ce5"'), styles=style))

    assert (sized(1), sized(8)) == (["invisible_text"], [])


@pytest.mark.parametrize(("value", "found"), [("52", []), ("77", ["chart_cache"])])
def test_a_chart_counts_where_it_keeps_figures_that_no_cell_holds(tmp_path, value, found):
    chart = ('<office:chart><chart:chart/><table:table table:name="local-table"><table:table-rows><table:table-row>'
             "<table:table-cell><text:p>Row 1</text:p></table:table-cell>"
             f'<table:table-cell office:value="{value}"><text:p>{value}</text:p></table:table-cell></table:table-row>'
             "</table:table-rows></table:table></office:chart>")
    path = spreadsheet(tmp_path / "a.ods", row("52"), parts=[("Object 1/content.xml", chart)])
    assert kinds(path) == found


def sections(kind, positive, text):
    """Return a format of LibreOffice for the sections of Excel's: each is a style of its own, chosen by a condition."""
    others = "".join(f'<number:number-style style:name="N9P{place}">{positive}</number:number-style>' for place in range(3))
    maps = "".join(f'<style:map style:condition="value(){sign}0" style:apply-style-name="N9P{place}"/>'
                   for place, sign in enumerate(("&gt;", "&lt;", "=")))
    return (f'{others}<number:{kind} style:name="N9">{text}{maps}</number:{kind}>'
            '<style:style style:name="ce8" style:family="table-cell" style:data-style-name="N9"/>')


@pytest.mark.parametrize(("positive", "text", "found"), [
    ("<number:text/>", "<number:text/>", ["number_format_hidden"]),
    ("<number:number/>", "<number:text-content/>", []),
    ("<number:text/>", "<number:text-content/>", []),
])
def test_a_format_of_sections_counts_where_the_one_for_text_shows_nothing(tmp_path, positive, text, found):
    cells = ('<table:table-row><table:table-cell table:style-name="ce8" office:value-type="string" '
             f'office:string-value="{MARK}"/></table:table-row>')
    path = spreadsheet(tmp_path / "a.ods", cells, styles=sections("text-style", positive, text))
    assert kinds(path) == found


def test_a_format_of_sections_that_hides_numbers_counts(tmp_path):
    cells = ('<table:table-row><table:table-cell table:style-name="ce8" office:value-type="float" office:value="52000"/>'
             "</table:table-row>")
    path = spreadsheet(tmp_path / "a.ods", cells, styles=sections("number-style", "<number:text/>", "<number:text/>"))
    assert kinds(path) == ["number_format_hidden"]


@pytest.mark.parametrize(("address", "found"), [
    ("'My Data'.A3:'My Data'.A9", []), ("'My Data'.A4:'My Data'.A9", ["invisible_text"])])
def test_white_labels_of_a_table_whose_style_libreoffice_left_out_do_not_count(tmp_path, address, found):
    ranges = (f'<table:database-ranges><table:database-range table:name="t" table:target-range-address="{address}"/>'
              "</table:database-ranges>")
    path = spreadsheet(tmp_path / "a.ods", row("Label", cell=' table:style-name="ce9"'), styles=WHITE, after=ranges,
                       table_name="My Data")
    assert kinds(path) == found


@pytest.mark.parametrize(("fill", "found"), [("", ["conditional_hidden"]), ("#000000", [])])
@pytest.mark.parametrize("condition", ["contains-text(&quot;BP&quot;)", "&gt;5", "duplicate"])
def test_a_rule_that_calls_its_style_by_the_name_on_the_screen_counts(tmp_path, condition, fill, found):
    behind = f'<style:table-cell-properties fo:background-color="{fill}"/>' if fill else ""
    style = ('<style:style style:name="Con_5f_1" style:display-name="Con_1" style:family="table-cell">'
             f'<style:text-properties fo:color="#ffffff"/>{behind}</style:style>')
    rule = ('<calcext:conditional-format calcext:target-range-address="Data.A2:Data.A2"><calcext:condition '
            f'calcext:apply-style-name="Con_1" calcext:value="{condition}"/></calcext:conditional-format>')
    path = spreadsheet(tmp_path / "a.ods", row(MARK), styles=style, after=rule)
    assert kinds(path) == found


@pytest.mark.parametrize(("look", "found"), [
    ('fo:color="#ffffff"', ["invisible_text"]),
    ('fo:font-size="1pt"', ["invisible_text"]),
    ('fo:color="#ff0000" fo:font-size="9pt"', []),
])
def test_letters_of_a_part_of_a_cell_count_where_nobody_can_see_them(tmp_path, look, found):
    style = f'<style:style style:name="T1" style:family="text"><style:text-properties {look}/></style:style>'
    part = row(f'See <text:span text:style-name="T1">{MARK}</text:span>')
    assert kinds(spreadsheet(tmp_path / "a.ods", part, styles=style)) == found


@pytest.mark.parametrize(("name", "text", "found"), [
    ("OOXMLCorePropertyCategory", "Permits", []),
    ("OOXMLCorePropertyContentStatus", "Waiting for Maria Garcia", ["doc_properties"]),
    ("HyperlinkBase", "\\\\srv01\\cases", ["app_properties"]),
])
def test_what_libreoffice_keeps_of_excels_properties_counts_as_it_does_there(tmp_path, name, text, found):
    meta = f'<office:meta><meta:user-defined meta:name="{name}">{text}</meta:user-defined></office:meta>'
    assert kinds(spreadsheet(tmp_path / "a.ods", "", parts=[("meta.xml", meta)])) == found


@pytest.mark.parametrize("place", ["in a cell", "behind the header", "in a folder of its own"])
def test_a_picture_is_looked_into_wherever_it_stands(tmp_path, place):
    def looked(author):
        picture = f"<office:binary-data>\n{base64.encodebytes(jpeg(author)).decode()}</office:binary-data>"
        parts = [("styles.xml", f"<style:background-image>{picture}</style:background-image>")] if "header" in place else []
        listed = '<manifest:file-entry manifest:full-path="Images/1.JPG"/>'
        parts += [("Images/1.JPG", jpeg(author)), ("META-INF/manifest.xml", listed)] if "folder" in place else []
        cell = row("x", before=f"<draw:image>{picture}</draw:image>" if "cell" in place else "")
        return kinds(spreadsheet(tmp_path / "a.ods", cell, parts=parts))

    assert (looked(MARK.encode()), looked(b"")) == (["image_metadata"], [])


PILOT = ('<table:data-pilot-tables><table:data-pilot-table table:name="P"><table:data-pilot-field><table:data-pilot-members>'
         '<table:data-pilot-member table:name="BP-1"/>{}</table:data-pilot-members></table:data-pilot-field>'
         "</table:data-pilot-table></table:data-pilot-tables>")
SHAPE = ('<table:shapes><draw:custom-shape><text:p>Write <text:a xlink:href="{}">us</text:a></text:p></draw:custom-shape>'
         "</table:shapes>")
FRAME = '<table:shapes><draw:a xlink:href="{}"><draw:frame><svg:title>{}</svg:title></draw:frame></draw:a></table:shapes>'
OLE = '<draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame>'
OBJECT = '<draw:frame><draw:object xlink:href="./ObjBFFF1F"/></draw:frame>'
DDE = (f"<table:dde-links><table:dde-link><office:dde-source/><table:table>{row(MARK)}</table:table></table:dde-link>"
       "</table:dde-links>")
LISTED = ("META-INF/manifest.xml", '<f:file-entry f:full-path="old/backup.xml"/>')
OFFICE = "https://www.portland.gov/bds"


@pytest.mark.parametrize(("more", "found"), [
    ({"columns": SHAPE.format("mailto:jane.roe@gmail.com")}, ["hyperlink_target", "text_box"]),
    ({"columns": SHAPE.format(OFFICE)}, ["text_box"]),
    ({"columns": FRAME.format("file:///srv/jroe/complaints.odt", "Picture 1")}, ["hyperlink_target"]),
    ({"columns": FRAME.format(OFFICE, "Jane Roe at her home")}, ["alt_text"]),
    ({"columns": FRAME.format(OFFICE, "Picture 1")}, []),
    ({"after": PILOT.format(f'<table:data-pilot-member table:name="{MARK}"/>')}, ["pivot_cache"]),
    ({"after": PILOT.format("")}, []),
    ({"after": DDE}, ["external_link_cache"]),
    ({"before": '<table:cell-range-source xlink:href="file:///srv/jroe/people.ods"/>'}, ["external_link_cache"]),
    ({"before": f'<table:cell-range-source xlink:href="{OFFICE}"/>'}, []),
    ({"parts": [("Versions/Version1", "PK"), ("VersionList.xml", '<VL:version-entry VL:creator="Jane Roe"/>')]},
     ["revision_log"]),
    ({"parts": [("old/backup.xml", f"<x>{MARK}</x>"), LISTED]}, ["orphan_part"]),
    ({"before": OBJECT, "parts": [("ObjBFFF1F/content.xml", f"<office:text><text:p>{MARK}</text:p></office:text>")]},
     ["embedded_object"]),
    ({"before": OLE, "parts": [("Object 1", f"\xd0\xcf {MARK}")]}, ["embedded_object"]),
    ({"parts": [("old/content.xml", f"<x>{MARK}</x>")]}, ["orphan_part"]),
    ({"parts": [("Pictures/notes.txt", MARK)]}, ["orphan_part"]),
    ({"parts": [("Object 2", MARK)]}, ["orphan_part"]),
    ({"parts": [("styles.xml", STYLES.replace("Page ", f"{MARK} "))]}, ["header_footer"]),
])
def test_what_stands_beside_the_cells_counts_where_it_tells_something(tmp_path, more, found):
    assert sorted(kinds(spreadsheet(tmp_path / "a.ods", "", **{"columns": "", **more}))) == found


@pytest.mark.parametrize(("color", "value", "found"), [("#ffffff", "52000", ["invisible_text"]), ("#ff0000", "52000", [])])
def test_a_format_that_gives_letters_the_color_of_the_paper_counts(tmp_path, color, value, found):
    styles = (f'<number:number-style style:name="N9"><style:text-properties fo:color="{color}"/><number:number/>'
              '</number:number-style><style:style style:name="ce8" style:family="table-cell" style:data-style-name="N9"/>')
    cells = ('<table:table-row><table:table-cell table:style-name="ce8" office:value-type="float" '
             f'office:value="{value}"/></table:table-row>')
    assert kinds(spreadsheet(tmp_path / "a.ods", cells, styles=styles)) == found


@pytest.mark.parametrize(("label", "found"), [("Jane Smith 503-555-0142", ["chart_cache"]), ("Column C", []), ("Jan 2024", [])])
def test_a_label_of_a_chart_counts_where_it_is_personal_and_no_cell_shows_it(tmp_path, label, found):
    chart = ('<office:chart><chart:chart/><table:table table:name="local-table"><table:table-rows><table:table-row>'
             f'<table:table-cell office:value-type="string"><text:p>{label}</text:p></table:table-cell>'
             '<table:table-cell office:value="52"/></table:table-row></table:table-rows></table:table></office:chart>')
    assert kinds(spreadsheet(tmp_path / "a.ods", row("52"), parts=[("Object 1/content.xml", chart)])) == found
