"""What several checks ask of a table is worked out once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.schema.context import Context
from steward.schema.inference import infer_fields
from steward.schema.layout import repeated_headers
from steward.table import distinct
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from tests.builders import sheet_of

ROWS = st.lists(st.sampled_from([("name", "kind", "fee"), ("Oak", "tree", "1"), ("Elm", "tree", "2"), ("name", "tree", "fee"),
                                 (" name ", "kind", "fee"), ("", "", "")]), min_size=12, max_size=40)


def context_of(rows):
    sheet = sheet_of({"name": [row[0] for row in rows], "kind": [row[1] for row in rows], "fee": [row[2] for row in rows]})
    profile = profile_table(sheet, Silence())
    return Context(profile=profile, fields={field.column: field for field in infer_fields(profile)})


def test_an_answer_is_worked_out_once_for_a_table_and_anew_for_another():
    asked = []

    def height(context):
        asked.append(context)
        return context.sheet.height

    one, other = context_of([("Oak", "tree", "1")] * 3), context_of([("Elm", "tree", "2")] * 5)
    assert [one.once(height), one.once(height), other.once(height)] == [3, 3, 5]
    assert len(asked) == 2


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_a_header_said_again_is_found_whether_or_not_the_values_of_a_column_were_counted(rows):
    counted = repeated_headers(context_of(rows)).tolist()
    before = distinct.SAMPLE_ROWS
    distinct.SAMPLE_ROWS = 2
    try:
        uncounted = repeated_headers(context_of(rows)).tolist()
    finally:
        distinct.SAMPLE_ROWS = before
    assert counted == uncounted
    whole = {place for place, row in enumerate(rows) if [cell.strip() for cell in row] == ["name", "kind", "fee"]}
    assert whole <= set(counted)
    assert not any(rows[place][0] in ("Oak", "Elm", "") for place in counted)
