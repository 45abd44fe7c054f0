"""The city's own pilot files open as they are."""

import csv
import io

from steward.readers.opening import propose, read
from steward.vocabulary.progress import Silence
from steward.vocabulary.recipe import ImportStep


def opened(path, tmp_path, **step):
    return read(path, ImportStep(**step), tmp_path / "work", Silence())


def test_the_call_records_of_boec_are_all_there(shared, tmp_path):
    path = shared / "data/portland-pilot/BOEC-April2018-Filtered-In.csv"
    sheet = opened(path, tmp_path)
    truth = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    assert sheet.height == 74_464
    assert [list(row) for row in zip(*(column.values.to_pylist() for column in sheet.columns), strict=True)] == truth[1:]
    assert sheet.names == tuple(truth[0])
    assert sheet.quarantine == ()


def test_the_workbook_of_bds_proposes_the_sheet_that_is_no_metadata(shared, tmp_path):
    sheet = opened(shared / "data/portland-pilot/BDS - Apps received per month.xlsx", tmp_path)
    assert [(one.name, one.content) for one in sheet.listings] == [
        ("BDS - Apps received per month", "table"), ("metadata", "metadata")]
    assert propose(sheet.listings)[0] == "BDS - Apps received per month"
    assert (sheet.height, len(sheet.columns)) == (48, 34)
    assert sheet.columns[1].values[0].as_py() == "2020-07-15"
    assert sheet.columns[2].values[0].as_py() == "108"


def test_the_two_header_rows_of_the_permits_are_joined(shared, tmp_path):
    sheet = opened(shared / "data/portland-pilot/BDS - Permits issued Sample.csv", tmp_path)
    assert sheet.provenance.header_rows == (1, 2)
    assert sheet.names[:3] == ("Permits Issued", "Jul-15 No.", "Jul-15 Valuation")


def test_a_metadata_worksheet_saved_as_csv_opens_so_that_it_can_be_named(shared, tmp_path):
    sheet = opened(shared / "data/portland-pilot/Fire-incident-history-2019.csv", tmp_path)
    assert len(sheet.columns) == 4
    assert sheet.provenance.physical_lines == 106
