"""Which remedies are recommended for which kind."""

import pytest

from steward.privacy.advice import advice, remedies_for
from steward.privacy.evidence import recognizers
from steward.remedies import remedy

TYPES = ("string", "integer", "number", "date", "datetime", "boolean", "geopoint", "year")


@pytest.mark.parametrize("kind", [one.kind for one in recognizers()])
@pytest.mark.parametrize("column_type", TYPES)
def test_every_recommended_remedy_exists_and_can_be_done_in_such_a_column(kind, column_type):
    for share in (0.01, 1.0):
        names = remedies_for(kind, column_type, share)
        assert "leave_out_column" in names
        assert len(set(names)) == len(names)
        assert all(remedy(name).types is None or column_type in remedy(name).types for name in names)
        assert str(advice(names)).endswith(".")


@pytest.mark.parametrize(("kind", "column_type", "first"), [
    ("home_address", "string", "address_to_block"), ("date_of_birth", "date", "birth_to_age"),
    ("date_of_birth", "string", "date_to_year"), ("age", "integer", "age_bands"), ("email", "string", "leave_out_column"),
    ("person_id", "string", "replace_by_random_id"), ("race_ethnicity", "string", "recode_rare"),
    ("precise_geo", "number", "round_coordinates"), ("free_text_pii", "string", "scrub_text"), ("ssn", "string",
                                                                                        "leave_out_column"),
    ("income", "number", "top_and_bottom_code"), ("health", "string", "leave_out_column")])
def test_the_mildest_remedy_that_hides_the_person_comes_first(kind, column_type, first):
    assert remedies_for(kind, column_type, 1.0)[0] == first


def test_single_cells_are_left_out_with_their_rows_or_scrubbed():
    assert remedies_for("ssn", "string", 0.001)[:2] == ("leave_out_rows", "scrub_text")
    assert remedies_for("free_text_pii", "string", 0.001)[0] == "scrub_text"
    assert remedies_for("phone", "integer", 0.001)[0] == "leave_out_rows"


def test_what_stands_inside_sentences_is_taken_out_of_them_or_single_rows_are_left_out():
    assert remedies_for("phone", "string", 0.001, in_sentences=True) == ("leave_out_rows", "scrub_text", "leave_out_column")
    for share in (0.05, 1.0):
        assert remedies_for("phone", "string", share, in_sentences=True) == ("scrub_text", "leave_out_column", "leave_out_rows")
    assert remedies_for("person_name", "string", 1.0, in_sentences=True)[0] == "leave_out_column"
    assert remedies_for("phone", "integer", 1.0, in_sentences=True)[0] == "leave_out_column"
