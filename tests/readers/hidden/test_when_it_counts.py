"""When a kind counts, in the words that stand in workbooks: what tells of somebody, and what every save writes."""

import numpy as np
import pytest

from steward.readers.hidden._book import TEXT, Book, Cells, Link, Name, Sheet, Texts, Validation
from steward.readers.hidden._recognition import Recognition
from steward.readers.hidden.data_validation import HIDDEN as VALIDATION
from steward.readers.hidden.defined_names import HIDDEN as NAMES
from steward.readers.hidden.drawings import HIDDEN as DRAWINGS
from steward.readers.hidden.formulas import HIDDEN as FORMULAS
from steward.readers.hidden.headers_and_footers import HIDDEN as MARGINS
from steward.readers.hidden.hyperlinks import HIDDEN as LINKS
from steward.readers.hidden.properties import HIDDEN as PROPERTIES
from steward.readers.hidden.saved_places import HIDDEN as PLACES
from tests.readers.hidden.test_look import KNOWLEDGE


def counts(place, **what):
    return bool(list(place.look(Book(recognition=Recognition(KNOWLEDGE), **what))))


def on_sheet(place, **what):
    return counts(place, sheets=[Sheet(name="Data", **what)])


@pytest.mark.parametrize("author", [
    "Jane Roe",
    "Roe, Jane",
    "jroe",
    "jane.roe@portlandoregon.gov",
    "Nguyễn Thị Minh",
    "Kim Lee (BDS)",
])
def test_an_author_who_is_a_person_counts(author):
    assert counts(PROPERTIES, properties=[("creator", author)])


@pytest.mark.parametrize("author", [
    "openpyxl",
    "XlsxWriter",
    "Microsoft Office User",
    "Windows User",
    "Apache POI",
    "City of Portland",
    "Bureau of Development Services",
    "SAS Version 9.4",
    "Crystal Decisions",
    "User",
    "",
])
def test_an_author_that_is_a_program_or_an_office_does_not_count(author):
    assert not counts(PROPERTIES, properties=[("creator", author)])


@pytest.mark.parametrize(("name", "text", "told"), [
    ("description", "Draft for Kim", True),
    ("description", "call 503-555-0142 first", True),
    ("keywords", "Mary Johnson", True),
    ("description", "Monthly extract of permits", False),
    ("title", "Building permits 2024", False),
    ("generator", "Mary Johnson", False),
])
def test_words_in_the_properties_count_where_they_tell_of_somebody(name, text, told):
    assert counts(PROPERTIES, properties=[(name, text)]) == told


@pytest.mark.parametrize(("name", "text", "told"), [
    ("Manager", "Jane Roe", True),
    ("Company", "Acme Widgets", True),
    ("Company", "City of Portland, Oregon", False),
    ("Company", "CITY OF PORTLAND", False),
    ("Company", "PBOT", False),
    ("Company", "Roe Landscaping", True),
    ("Company", "Microsoft", False),
    ("Company", "Home", False),
    ("Company", "Home of Mary Johnson", True),
    ("Company", "Hewlett-Packard Company", False),
    ("Manager", " ", False),
])
def test_manager_and_company_count_where_they_name_somebody_or_a_firm(name, text, told):
    assert counts(PROPERTIES, app_properties=[(name, text)]) == told


@pytest.mark.parametrize(("name", "text", "told"), [
    ("Reviewer", "Jane Roe", True),
    ("Case", "2024-17", True),
    ("{A44787D4-0540-4523-9961-78E4036D8C6D}", "{E022A624-291E-4FEB-87BF-F3DAE8447F67}", False),
    ("MSIP_Label_1_Name", "Confidential", True),
    ("ContentTypeId", "0x0101", False),
    ("AppVersion", "16.0300", False),
    ("LinksUpToDate", "false", False),
    ("_MarkAsFinal", "1", False),
])
def test_properties_of_ones_own_count_and_those_of_programs_do_not(name, text, told):
    assert counts(PROPERTIES, custom_properties=[(name, text)]) == told


@pytest.mark.parametrize(("name", "text", "told"), [
    ("Contact", '"Jane Roe"', True),
    ("Rate", "0.08", True),
    ("Rates", "{52345,61200;70010,80020}", True),
    ("Sheet_Title", '="Permits"', False),
    ("Staff", "#REF!", True),
    ("Staff", "#ref!$a$1:$c$9", True),
    ("Staff", "Data!$A$1:$C$9", False),
    ("_xlnm.Print_Area", "#REF!", False),
    ("Growing", "OFFSET(Data!$A$1,0,0,COUNTA(Data!$A:$A),1)", False),
    ("Chosen", 'INDIRECT("Data!A1")', False),
    ("Table", "Permits[Fee]", False),
])
def test_names_count_where_they_hold_a_value_or_lead_nowhere(name, text, told):
    assert counts(NAMES, names=[Name(name=name, text=text)], sheets=[Sheet(name="Permits")]) == told


@pytest.mark.parametrize(("name", "told"), [
    ("Secret", True),
    ("_xlnm._FilterDatabase", False),
    ("ExternalData_1", False),
    ("solver_adj", False),
    ("_xlfn.IFERROR", False),
])
def test_hidden_names_count_unless_programs_add_them(name, told):
    assert counts(NAMES, names=[Name(name=name, text="Data!$A$1", is_hidden=True)]) == told


@pytest.mark.parametrize(("margin", "told"), [
    ("&CPrepared by Jane Roe", True),
    ("&LConfidential personnel file", True),
    ("&CPage &P of &N", False),
    ("&L&D&R&T", False),
    ('&C&"Times New Roman,Regular"&12&A', False),
    ('&C&"Arial,Bold"&14&K00FF00&F', False),
    ("&CData", False),
    ("&L&Z&F", False),
    ('&C&"Times New Roman,Regular"&12Страница &P', False),
    ("&CSeite &P von &N", False),
    ("&CRoe &P of the file of Mary Johnson", True),
])
def test_margins_count_where_they_say_more_than_page_and_date(margin, told):
    assert on_sheet(MARGINS, margins=[margin]) == told


@pytest.mark.parametrize(("items", "messages", "told"), [
    (("Jane Roe", "Mary Johnson"), (), True),
    (("Vacant lot", "Shelter", "Clinic"), (), True),
    (("Yes", "No", "N/A"), (), False),
    ((), ("Ask Mary Johnson in personnel",), True),
    ((), ("Enter a date as MM/DD/YYYY",), False),
    ((), ("Select from the list or call 503-555-0142",), True),
])
def test_validation_counts_where_it_holds_text_that_is_not_on_the_sheet(items, messages, told):
    assert on_sheet(VALIDATION, validations=[Validation(items=items, messages=messages)]) == told


@pytest.mark.parametrize(("formula", "told"), [
    ('IF(A1>5,"Mary Johnson","")', True),
    ('IF(FALSE,"anything","")', True),
    ('5+N("agreed with the mayor")', True),
    ('COUNTIF(A1:A9,"Mary Kovalenko")', True),
    ('IF(A1>5,"call 503-555-0142","")', True),
    ('IF(A1>5,"High","Low")', False),
    ('IF(A1="","Not applicable",TEXT(A1,"yyyy-mm-dd"))', False),
    ('COUNTIF(A1:A9,">=10")', False),
    ('VLOOKUP(A1,INDIRECT("Sheet2!A1:B9"),2)', False),
])
def test_formulas_count_where_they_hold_what_no_cell_shows(formula, told):
    assert on_sheet(FORMULAS, formulas=[formula]) == told


@pytest.mark.parametrize(("target", "shown", "told"), [
    ("mailto:jane.roe@example.org", "Write", True),
    ("mailto:jane.roe@example.org", "jane.roe@example.org", False),
    ("file:///\\\\hr\\cases.xlsx", "BP-1", True),
    ("https://www.portland.gov/bds", "Bureau", False),
    ("https://example.org/?email=jane.roe@example.org", "More", True),
    ("https://example.org/clients/mary-johnson/7", "More", True),
    ("https://example.org/find?name=Mary+Johnson", "More", True),
    ("https://example.org/news/mary-johnson", "More", False),
    ("https://example.org/clients/forms", "More", False),
])
def test_links_count_where_the_cell_does_not_show_where_they_lead(target, shown, told):
    assert on_sheet(LINKS, links=[Link(target=target, shown=shown)]) == told


@pytest.mark.parametrize(("text", "told"), [
    ("Jane Roe at her house", True),
    ("logo.png", False),
    ("Picture 3", False),
    ("A graph. Description automatically generated", False),
])
def test_descriptions_count_where_a_person_wrote_them(text, told):
    assert counts(DRAWINGS, descriptions=[text]) == told


@pytest.mark.parametrize(("settings", "told"), [
    ("\\\\PRNT01\\HR-4th-floor", True),
    ("Jane's printer", True),
    ("owner=jroe", True),
    ("Microsoft Print to PDF", False),
    ("HP LaserJet 400 M401 PCL 6", False),
    ("", False),
])
def test_printers_count_where_somebody_stands_in_their_settings(settings, told):
    assert counts(PLACES, printers=[settings.encode("utf-16-le") + bytes(40)]) == told


def test_a_box_that_excel_writes_for_older_versions_does_not_count():
    assert not counts(DRAWINGS, boxes=["This shape represents a slicer. Slicers are supported in Excel 2010 or later."])
    assert counts(DRAWINGS, boxes=["Ask Mary Johnson"])


def test_a_text_of_a_formula_that_its_cell_shows_does_not_count():
    one = np.zeros(1, np.int64)
    cells = Cells(rows=one + 1, columns=one + 1, styles=one, types=one + TEXT, texts=Texts(["3209324 trees"]))
    assert not on_sheet(FORMULAS, formulas=['"3209324"&" trees"'], cells=cells)
    assert on_sheet(FORMULAS, formulas=['"3209325"&" trees"'], cells=cells)


@pytest.mark.parametrize(("state", "told"), [("visible", False), ("hidden", True)])
def test_a_text_of_a_formula_counts_though_a_hidden_sheet_holds_it(state, told):
    one = np.zeros(1, np.int64)
    cells = Cells(rows=one + 1, columns=one + 1, styles=one, types=one + TEXT, texts=Texts(["Mary Johnson"]))
    sheets = [Sheet(name="Data", formulas=['COUNTIF(A1:A9,"Mary Johnson")']), Sheet(name="Staff", state=state, cells=cells)]
    assert counts(FORMULAS, sheets=sheets) == told
