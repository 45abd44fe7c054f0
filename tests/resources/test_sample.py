"""The bundled sample is what its generator makes, and holds what the demo needs."""

import csv
import io
import re

import pytest

from tests.resources.sample_table import COPIED_ROW, COPY_AT, PLANTED_NOTE, ROWS, TARGET, sample_bytes


@pytest.fixture(scope="module")
def records():
    return list(csv.DictReader(io.StringIO(TARGET.read_text(encoding="utf-8"), newline="")))


def test_the_generator_makes_the_bundled_sample_byte_for_byte():
    assert sample_bytes() == TARGET.read_bytes(), "run: python tests/resources/sample_table.py"


def test_the_header_is_in_the_first_row(records):
    assert len(records) == ROWS
    assert None not in records[0], "a record is longer than the header"


def test_every_telephone_number_is_of_the_block_kept_free_for_fiction(records):
    assert all(re.fullmatch(r"503-555-01\d\d", record["Contact Phone"]) for record in records)


def test_every_mail_address_ends_in_a_reserved_domain(records):
    filled = [record["Contact Email"] for record in records if record["Contact Email"]]
    assert len(filled) > ROWS / 2
    assert all(mail.endswith(("@example.com", "@example.org")) for mail in filled)


def test_exactly_one_note_holds_a_social_security_number(records):
    notes = [record["Notes"] for record in records if re.search(r"\d{3}-\d{2}-\d{4}", record["Notes"])]
    assert notes == [PLANTED_NOTE]


def test_exactly_one_record_is_the_copy_of_another(records):
    as_tuples = [tuple(record.values()) for record in records]
    assert as_tuples[COPY_AT] == as_tuples[COPIED_ROW]
    assert len(set(as_tuples)) == ROWS - 1


def test_dates_are_as_typed_and_some_can_only_be_month_first(records):
    days = [int(record["Received"].split("/")[1]) for record in records]
    assert max(days) > 12


def test_padding_and_missing_words_are_planted(records):
    assert any(record["Neighborhood"] != record["Neighborhood"].strip() for record in records)
    assert {"NULL"} < {record["Trees"] for record in records}
    assert "N/A" in {record["Fee"] for record in records}
