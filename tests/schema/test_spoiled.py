"""Each fault that a schema cannot see is found, in its rows, and ended by the change that its finding names first."""

import pytest

from steward.remedies import remedy
from steward.schema.examine import examine
from steward.schema.inference import infer_fields
from steward.table.inference import profile_table
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.schema.faulty import MARKER
from tests.schema.spoiled import AROUND, spoiled

TABLES = spoiled()
# What cannot be repaired here, and what a change hides rather than ends.
NOT_ENDED = ("percents-differ", "lost-letter", "too-narrow-cell", "cut-text", "series-gap", "header-form",
             "similar-label", "rounded-number")
LAST_ROWS = {"decimal-comma": 3, "sentinel-number": 4, "rounded-number": 10,
             "outside-period": 2, "future-date": 1, "far-date": 1, "default-date": 1,
             "scientific-number": 1, "number-as-text": 3,
             "text-time": 1, "point-zero": 2, "elapsed-time": 40, "place-as-text": 40,
             "lost-zeros": 2, "encoding-damage": 1, "lost-letter": 1, "cut-text": 5, "odd-blank": 1,
             "invisible-sign": 1, "too-narrow-cell": 1, "line-break": 1,
             "html-cell": 1, "look-alike-label": 2, "similar-label": 2, "negative-in-parentheses": 2,
             "unit-in-cell": 2, "shortened-number": 3, "dash-for-number": 2, "missing-value-word": 3, "perhaps-missing-word": 2,
             "swapped-coordinates": 1, "state-plane": 1, "web-mercator": 1,
             "far-coordinates": 1, "mixed-percent": 6,
             "difference-differs": 1, "percents-differ": 1, "valueless-row": 1, "serial-date": 15, "range-as-day": 2,
             "period-form": 2,
             "sum-differs": 1, "repeated-key": 1}
every_fault = pytest.mark.parametrize("kind", TABLES)


def findings(sheet):
    profile = profile_table(sheet, Silence(), 1)
    return examine(profile, infer_fields(profile), Silence(), AROUND)


def the(kind, sheet):
    return next((finding for finding in findings(sheet) if finding.kind == kind), None)


@every_fault
def test_the_fault_is_found(kind):
    assert the(kind, TABLES[kind]) is not None


@pytest.mark.parametrize(("kind", "count"), LAST_ROWS.items())
def test_it_is_found_in_its_rows_and_in_no_others(kind, count):
    sheet = TABLES[kind]
    assert list(the(kind, sheet).rows) == sheet.rows[-count:].tolist()


@every_fault
def test_no_finding_repeats_a_cell(kind):
    for finding in findings(TABLES[kind]):
        assert MARKER not in repr(finding.words)


@every_fault
def test_it_blocks_nothing_by_itself(kind):
    assert the(kind, TABLES[kind]).tier in (Tier.DECIDE, Tier.WARN, Tier.NOTE)


@pytest.mark.parametrize("kind", [kind for kind in TABLES if kind not in NOT_ENDED])
def test_the_change_that_is_recommended_ends_it(kind):
    sheet = TABLES[kind]
    finding = the(kind, sheet)
    chosen = remedy(finding.remedies[0])
    assert chosen.fits(kind, "string") or finding.column is not None
    step = chosen.step_for(finding)
    if kind == "changed-column":
        step = type(step)(remedy=step.remedy, column=step.column, parameters={"name": "is"})
    if kind == "dash-for-number":
        step = type(step)(remedy=step.remedy, column=step.column, parameters={"means": "nothing"})
    assert the(kind, chosen.apply(sheet, step)) is None


def test_renamed_columns_keep_the_rules():
    sheet = TABLES["header-form"]
    changed = remedy("rename_headers").apply(sheet, remedy("rename_headers").step_for(the("header-form", sheet)))
    assert changed.names == ("number_of_trees_feet", "n")
    assert the("header-form", changed) is None
