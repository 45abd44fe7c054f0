import pytest

from steward.metadata.examine import examine
from tests.metadata.samples import complete_record, program_profile, program_vocabularies

START = "Calls for help in each hour, as the desk of dispatchers wrote them down. "


def short_forms(description):
    """The number of short forms that the check tells of; 0 where it is silent."""
    found = examine(complete_record(description=description), program_profile(), program_vocabularies(),
                    ("2026-01-01", "2026-10-31"))
    return [(finding.tier.value, finding.column, dict(finding.words.what.values)["count"]) for finding in found
            if finding.kind == "metadata-acronym"]


@pytest.mark.parametrize(("text", "count"), [("Kept in the CAD.", 1), ("BOEC exports it from CAD; BOEC keeps it.", 2)])
def test_short_forms_that_stand_alone_are_told_once_each(text, count):
    ((tier, column, told),) = short_forms(START + text)
    assert (tier, column, str(told)) == ("note", "description", str(count))


@pytest.mark.parametrize("text", [
    "Kept by the Bureau of Emergency Communications (BOEC). BOEC exports it.", "From CAD (computer-aided dispatch).",
    "By ZIP code.", "In the US and the EU.", "Names like McKay and Q4.", "",
])
def test_what_is_spelled_out_or_known_to_all_is_left_in_peace(text):
    assert short_forms(START + text) == []


def test_a_text_all_in_capitals_is_not_taken_for_short_forms():
    assert short_forms((START + "KEPT BY THE DESK").upper()) == []
