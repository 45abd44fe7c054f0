"""From a report to a table with one row for each value, with the step that Steward proposes."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from steward.table.canonical import write_csv
from steward.tasks import reshape_preview, reviewing
from steward.tasks.deciding import apply_remedy, decide, preview, redo, undo
from steward.tasks.describing import practice_record
from steward.tasks.drafting import drafts, remove
from steward.tasks.opening import adopt_changed_file, begin, open_sheet, recheck
from steward.tasks.publishing import publish
from steward.tasks.reshaping import Fate, can_take_apart, proposed_reshape, proposed_wish, step_of
from steward.tasks.sealing import outstanding
from steward.tasks.sending import send
from steward.vocabulary.decision import Choice
from steward.vocabulary.progress import Silence
from steward.vocabulary.row_kind import RowKind
from steward.workflow.replay import replay
from tests.builders import cells_of

REPORT = """Kind,Jan-19 No.,Jan-19 Value,Feb-19 No.,Feb-19 Value,Mar-19 No.,Mar-19 Value,Total
HOMES:,,,,,,,
  new,1,"$10",2,"$20",3,"$30",66
  old,4,"$40",,,6,"$60",110
SHOPS:,,,,,,,
  new,7,"$70",8,"$80",9,"$90",264
Total,12,"$120",10,"$100",18,"$180",440
"""


def opened(house, tmp_path, text=REPORT):
    path = tmp_path / "report.csv"
    path.write_text(text, encoding="utf-8")
    return begin(house, path, Silence())


def report_of(bench):
    return next((found for found in bench.report.findings if found.kind == "pivoted-report"), None)


def test_a_report_is_reshaped_as_proposed_and_is_none_afterward(house, tmp_path):
    bench = opened(house, tmp_path)
    done = apply_remedy(house, bench, report_of(bench), proposed_reshape(bench), Silence())
    cells = cells_of(done.candidate)
    assert tuple(cells) == ("Section", "Kind", "Month", "Measure", "Value")
    assert next(zip(*cells.values(), strict=True)) == ("HOMES:", "  new", "Jan-19", "No.", "1")
    assert (done.candidate.height, len(cells["Value"])) == (16, 16)
    assert report_of(done) is None


def test_what_a_reshape_would_do_is_told_before_and_it_can_be_undone(house, tmp_path):
    bench = opened(house, tmp_path)
    step = proposed_reshape(bench)
    shape = preview(bench, step).reshaped
    assert (shape.rows_before, shape.columns_before, shape.rows, shape.columns) == (6, 8, 16, 5)
    done = apply_remedy(house, bench, report_of(bench), step, Silence())
    assert cells_of(undo(house, done, Silence()).candidate) == cells_of(bench.original)


@pytest.mark.parametrize("name", ["BDS - Apps received per month.xlsx", "BDS - Permits issued Sample.csv"])
def test_the_reports_of_the_pilot_go_the_whole_way_and_lose_no_value(house, shared, name):
    bench = begin(house, shared / "data/portland-pilot" / name, Silence())
    step = proposed_reshape(bench)
    done = apply_remedy(house, bench, report_of(bench), step, Silence())
    gone = set(step.parameters.get("rows_left_out", ()))
    kept = [place for place, row in enumerate(bench.candidate.rows.tolist()) if row not in gone]
    before = cells_of(bench.candidate)
    filled = sorted(before[name][place] for name in step.parameters["values"] for place in kept if before[name][place].strip())
    assert sorted(cells_of(done.candidate)["Value"]) == filled
    assert report_of(done) is None


def test_the_pilots_columns_of_dashes_are_values_and_no_names(house, shared):
    bench = begin(house, shared / "data/portland-pilot/BDS - Apps received per month.xlsx", Silence())
    assert proposed_reshape(bench).parameters["ids"] == ("Received applications", "Month of applications")


def test_a_column_of_nothing_but_dashes_holds_values(house, tmp_path):
    text = "Kind,Trees,Signs,Total A,Total B,Total C\n  a,1,-,1,1,1\n  b,2,-,2,2,2\n  c,3,-,3,3,3\n"
    assert proposed_reshape(opened(house, tmp_path, text)).parameters["values"] == ("Trees", "Signs")


def test_a_plain_table_is_not_proposed_to_be_reshaped(house, tmp_path):
    bench = opened(house, tmp_path, "Permit,Kind,Issued\nP-1,new,2026-01-05\nP-2,old,2026-01-06\nP-3,new,2026-01-07\n")
    assert proposed_reshape(bench) is None
    assert report_of(bench) is None


def test_a_new_column_never_takes_the_name_of_one_that_stays(house, tmp_path):
    bench = opened(house, tmp_path, REPORT.replace("Kind,", "Month,", 1).replace("Kind", "Month"))
    step = proposed_reshape(bench)
    done = apply_remedy(house, bench, report_of(bench), step, Silence())
    assert step.parameters["what"] == "Month 2"
    assert len(set(done.candidate.names)) == len(done.candidate.names)


def test_a_wish_says_what_becomes_of_titles_and_totals(house, tmp_path):
    bench = opened(house, tmp_path)
    wish = proposed_wish(bench)
    kept = step_of(bench.candidate, replace(wish, sections=Fate.OUT, totals=Fate.COLUMN, mark=" Row "))
    assert (kept.parameters["rows_left_out"], kept.parameters["mark"], kept.parameters["mark_rows"]) == ((2, 5), "Row", (7,))
    assert "titles" not in kept.parameters
    rows = step_of(bench.candidate, replace(wish, sections=Fate.ROWS, totals=Fate.ROWS))
    assert not {"rows_left_out", "titles", "mark"} & set(rows.parameters)


def test_columns_are_chosen_by_hand_and_names_taken_apart_only_where_they_can_be(house, tmp_path):
    bench = opened(house, tmp_path)
    wish = replace(proposed_wish(bench), values=frozenset(("Jan-19 No.", "Total")), left_out=frozenset(("Total", "Feb-19 No.")),
                   what="Time", value="Count", keeps_blanks=True, filled_down=frozenset(("Kind", "Total")))
    step = step_of(bench.candidate, wish)
    assert (step.parameters["values"], step.parameters["left_out"]) == (("Jan-19 No.", "Total"), ("Feb-19 No.",))
    assert (step.parameters["what"], step.parameters["value"], step.parameters["blanks"]) == ("Time", "Count", "keep")
    assert ("what_2" in step.parameters, step.parameters["filled_down"]) == (False, ("Kind",))
    assert can_take_apart(bench.candidate, ["Jan-19 No.", "Jan-19 Value"])
    assert not can_take_apart(bench.candidate, [])


def test_what_a_wish_would_make_is_shown_with_the_account_of_every_cell(house, tmp_path):
    bench = opened(house, tmp_path)
    seen = reshape_preview.preview(bench, proposed_wish(bench), Silence())
    assert (seen.rows_before, seen.columns_before, seen.rows, seen.columns) == (6, 8, 16, 5)
    assert (seen.after.columns, seen.after.rows[0].cells) == (("Section", "Kind", "Month", "Measure", "Value"),
                                                              ("HOMES:", "  new", "Jan-19", "No.", "1"))
    assert (seen.account.moved, seen.account.is_proven, len(seen.after.rows)) == (16, True, 16)


def test_a_reshape_that_was_undone_comes_back_with_what_it_remembers(house, tmp_path):
    bench = opened(house, tmp_path)
    done = apply_remedy(house, bench, report_of(bench), proposed_reshape(bench), Silence())
    again = redo(house, undo(house, done, Silence()), Silence())
    assert again.draft.recipe == done.draft.recipe
    assert cells_of(again.candidate) == cells_of(done.candidate)
    assert len(again.draft.recipe.steps[0].parameters["private_row_marks"]) == 3


def test_next_months_file_of_the_same_form_keeps_the_reshape(house, tmp_path):
    bench = opened(house, tmp_path)
    done = apply_remedy(house, bench, report_of(bench), proposed_reshape(bench), Silence())
    path = tmp_path / "next.csv"
    path.write_text(REPORT.replace(",1,", ",100,").replace("Total,12", "Total,111"), encoding="utf-8")
    later = adopt_changed_file(house, done.draft, path, Silence())
    assert later.change.steps_left_out == ()
    assert "100" in cells_of(later.candidate)["Value"]


@pytest.mark.parametrize(("change", "told"), [
    (lambda text: text.replace("  old,4", "  rented,2,3,4,5,6,7,8\n  old,4", 1), "Rows 5, 7."),
    (lambda text: text + "STALLS:,,,,,,,\n  new,1,2,3,4,5,6,7\n", "Row 8."),
    (lambda text: text.replace("Mar-19", "Apr-19"), "Mar-19 No.")])
def test_next_months_file_says_where_the_reshape_fits_no_more(house, tmp_path, change, told):
    bench = opened(house, tmp_path)
    done = apply_remedy(house, bench, report_of(bench), proposed_reshape(bench), Silence())
    path = tmp_path / "next.csv"
    path.write_text(change(REPORT), encoding="utf-8")
    later = adopt_changed_file(house, done.draft, path, Silence())
    assert later.draft.recipe.steps == ()
    assert [told in str(one) for one in later.change.steps_left_out] == [True]
    assert report_of(later) is not None          # asked anew, with a proposal for this file


def published(house, tmp_path):
    """Return a reshaped report as it was sent, what the coordinator saw of it, and the receipt of its publication."""
    bench = opened(house, tmp_path)
    bench = apply_remedy(house, bench, report_of(bench), proposed_reshape(bench), Silence())
    draft = bench.draft
    for field in bench.report.fields:
        draft = draft.with_field(replace(field, description=f"What {field.column} means."))
    bench = recheck(house, bench, replace(draft, record=practice_record(house, bench)), Silence())
    for found in outstanding(bench):
        bench = replace(bench, draft=decide(house, bench.draft, found, Choice.KEEP, "for practice"))
    receipt = send(house, bench, Silence())
    coordinator = house.acted_by("coordinator", "A Coordinator")
    seen = reviewing.evidence(coordinator, reviewing.claim(coordinator, receipt.submission).id)
    reviewing.approve(coordinator, seen.state, "Complete.")
    return bench, seen, publish(coordinator, receipt.submission, Silence())


def test_a_reshaped_report_goes_the_whole_way_and_is_published_as_it_was_replayed(house, tmp_path):
    bench, seen, receipt = published(house, tmp_path)
    public = receipt.candidate.read_bytes()
    recipe = seen.manifest.tables[0].recipe
    original = open_sheet(house, Path(bench.draft.source.path), recipe.import_step, Silence())
    again = BytesIO()
    write_csv(replay(original, recipe, Silence()), bench.candidate.names, again, Silence())
    _names, _, records = again.getvalue().partition(b"\n")
    assert public.partition(b"\n")[2] == records
    assert records.count(b"\n") == seen.manifest.tables[0].rows == 16
    assert not any(name.startswith("private_") and name != "private_sha256" for name in recipe.steps[0].parameters)


def test_a_month_of_nothing_but_zeros_is_a_value_like_the_others(house, tmp_path):
    rows = "".join(f"Place {row},{row},0,{row * 2},{row + 7},{row * 3},0,{row + 1}\n" for row in range(1, 9))
    bench = opened(house, tmp_path, "Place," + ",".join(f"2020-{month:02}" for month in range(1, 8)) + "\n" + rows)
    assert len(proposed_wish(bench).values) == 7


def test_a_yes_or_no_for_each_month_stays_beside_its_record(house, tmp_path):
    rows = "".join(f"Person {row}," + ",".join(str((row + month) % 2) for month in range(7)) + "\n" for row in range(1, 9))
    bench = opened(house, tmp_path, "Person," + ",".join(f"2020-{month:02}" for month in range(1, 8)) + "\n" + rows)
    assert report_of(bench) is None


def test_next_months_update_is_reshaped_as_last_time_and_described_with_the_same_words(house, tmp_path):
    _bench, _seen, receipt = published(house, tmp_path)
    path = tmp_path / "next month.csv"
    path.write_text(REPORT.replace(",1,", ",100,").replace("Total,12", "Total,111"), encoding="utf-8")
    update = begin(house, path, Silence(), updates=receipt.identifier)
    assert update.candidate.names == ("Section", "Kind", "Month", "Measure", "Value")
    assert [field.description for field in update.report.fields][:2] == ["What Section means.", "What Kind means."]
    assert (update.change.is_update, update.change.steps_again, update.change.steps_left_out) == (True, 1, ())
    assert "One change of last time was done again." in " ".join(map(str, update.change.sentences()))
    assert [given.kind for given in update.draft.decisions] == ["pivoted-report"]     # no reason of last time is taken over
    assert undo(house, update, Silence()).candidate.height == 6


def test_next_months_update_says_where_the_reshape_of_last_time_fits_no_more(house, tmp_path):
    _bench, _seen, receipt = published(house, tmp_path)
    path = tmp_path / "next month.csv"
    path.write_text(REPORT + "STALLS:,,,,,,,\n  new,1,2,3,4,5,6,7\n", encoding="utf-8")
    update = begin(house, path, Silence(), updates=receipt.identifier)
    assert (update.draft.recipe.steps, update.draft.decisions) == ((), ())
    assert ["Row 8." in str(one) for one in update.change.steps_left_out] == [True]
    assert report_of(update) is not None
    assert update.draft.record.identifier == receipt.identifier


def test_an_update_from_another_workstation_begins_without_changes(house, tmp_path):
    bench, _seen, receipt = published(house, tmp_path)
    for draft in drafts(house)[0]:
        remove(house, draft.id)
    update = begin(house, Path(bench.draft.source.path), Silence(), updates=receipt.identifier)
    assert update.draft.recipe.steps == ()
    assert update.change is not None
    assert (update.change.is_update, update.change.steps_again, update.change.rows_after) == (True, 0, 6)


TWO_ROWS = """Kind,Jan-19,Jan-19,Feb-19,Feb-19,Mar-19,
Type,No.,Value,No.,Value,No.,Value
new,1,10,2,20,3,30
old,4,40,5,50,6,60
odd,7,70,8,80,9,90
"""


def test_a_second_row_of_names_says_in_a_column_what_each_value_is(house, tmp_path):
    bench = opened(house, tmp_path, TWO_ROWS)
    wish = proposed_wish(bench)
    assert wish.kinds == {2: RowKind.SUBHEADER}
    wish = replace(wish, values=frozenset(bench.candidate.names[1:]))
    seen = reshape_preview.preview(bench, wish, Silence())
    assert seen.after.columns == ("Kind", "Month", "Measure", "Value")
    assert [shown.cells for shown in seen.after.rows][:6] == [
        ("new", "Jan-19", "No.", "1"), ("new", "Jan-19", "Value", "10"), ("new", "Feb-19", "No.", "2"),
        ("new", "Feb-19", "Value", "20"), ("new", "Mar-19", "No.", "3"), ("new", "Mar-19", "Value", "30")]
    assert seen.account.is_proven


@pytest.mark.parametrize(("fate", "rows", "columns"), [(Fate.OUT, 15, 3), (Fate.ROWS, 20, 3)])
def test_a_second_row_of_names_can_be_left_out_or_stay(house, tmp_path, fate, rows, columns):
    bench = opened(house, tmp_path, TWO_ROWS.replace("Mar-19,", "Mar-19,Total"))
    seen = reshape_preview.preview(bench, replace(proposed_wish(bench), subheaders=fate), Silence())
    assert (seen.rows, seen.columns) == (rows, columns)


GROUPED = """Bureau,Kind,2019,2020,2021,2022,2023,2024
Parks,new,1,2,3,4,5,6
,old,7,8,9,10,11,12
Water,new,13,14,15,16,17,18
,old,19,20,21,22,23,24
,odd,25,26,27,28,29,30
"""


def test_a_name_that_stands_once_above_a_group_is_proposed_for_each_of_its_rows(house, tmp_path):
    bench = opened(house, tmp_path, GROUPED)
    assert proposed_wish(bench).filled_down == {"Bureau"}
    seen = reshape_preview.preview(bench, proposed_wish(bench), Silence())
    assert [shown.cells[:2] for shown in seen.after.rows[::6]] == [("Parks", "new"), ("Parks", "old"), ("Water", "new"),
                                                                  ("Water", "old"), ("Water", "odd")]


@pytest.mark.parametrize("change", [
    lambda text: text.replace("Parks,new", ",new"),                                  # the first is blank
    lambda text: text.replace(",odd", ","),                                          # nothing beside a blank one
    lambda text: text.replace("Water", "Parks"),                                     # the same name twice
    lambda text: text.replace(",old,7", "Parks,old,7").replace(",old,19", "Fire,old,19")])   # most are filled
def test_blank_cells_that_may_mean_nothing_are_not_filled(house, tmp_path, change):
    assert proposed_wish(opened(house, tmp_path, change(GROUPED))).filled_down == frozenset()
