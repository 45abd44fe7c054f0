"""Look-alike labels decided cluster by cluster, and what becomes of that next month."""

from dataclasses import replace

import pytest

from steward.tasks import deciding, labels, opening
from steward.tasks.recipe_in_words import recipe_in_words
from steward.vocabulary.errors import Refused
from steward.vocabulary.progress import Silence
from steward.workflow.replay import replay
from tests.builders import step
from tests.tasks.whole_way import decided, described, published

QUIET = Silence()
AREAS = ["Sellwood"] * 30 + ["sellwood"] * 4 + ["St. Johns"] * 12 + ["St Johns"] * 3 + ["Kenton"] * 20 + ["Selwood", "Kentno"]


def written(path, areas):
    rows = "".join(f"{number},{area}\n" for number, area in enumerate(areas, start=1))
    path.write_text("Number,Area\n" + rows, encoding="utf-8")
    return path


@pytest.fixture
def bench(house, tmp_path):
    return opening.begin(house, written(tmp_path / "areas.csv", AREAS), QUIET)


def finding(bench, kind):
    return next((found for found in bench.report.findings if found.kind == kind), None)


def cells(bench):
    return bench.candidate.column("Area").values.to_pylist()


def answered(house, bench, *, reason="They are two places."):
    """Return the workbench with Sellwood merged under a typed label, and both Saint Johns kept apart."""
    found = finding(bench, labels.ALIKE)
    merged, apart = (labels.first_choice(cluster, found.kind) for cluster in labels.clusters_of(bench, found))
    choices = (replace(merged, label="Sellwood (Moreland)"), replace(apart, merged=frozenset()))
    return labels.apply(house, bench, (found, choices), reason, QUIET)


def test_clusters_are_told_with_their_rows_the_commonest_first(bench):
    alike, similar = (labels.clusters_of(bench, finding(bench, kind)) for kind in (labels.ALIKE, labels.SIMILAR))
    assert [one.labels for one in alike] == [("Sellwood", "sellwood"), ("St. Johns", "St Johns")]
    assert [one.labels for one in similar] == [("Sellwood", "Selwood"), ("Kenton", "Kentno")]
    assert [one.counts for one in (*alike, *similar)] == [(30, 4), (12, 3), (34, 1), (20, 1)]


def test_what_means_the_same_is_proposed_to_be_merged_and_what_only_may_is_not(bench):
    for kind, count in ((labels.ALIKE, 2), (labels.SIMILAR, 0)):
        for cluster in labels.clusters_of(bench, finding(bench, kind)):
            choice = labels.first_choice(cluster, kind)
            assert (len(choice.merged), choice.label) == (count, cluster.labels[0])


def test_a_cluster_is_merged_under_the_label_that_was_typed_and_the_other_stays(house, bench):
    after = cells(answered(house, bench))
    assert (after.count("Sellwood (Moreland)"), after.count("Sellwood"), after.count("sellwood")) == (34, 0, 0)
    assert (after.count("St. Johns"), after.count("St Johns")) == (12, 3)


def test_a_choice_says_how_many_cells_it_changes(bench):
    found = finding(bench, labels.ALIKE)
    choices = [labels.first_choice(cluster, found.kind) for cluster in labels.clusters_of(bench, found)]
    assert sum(choice.rows for choice in choices) == deciding.preview(bench, labels.step_of(found, choices)).cells == 7


def test_labels_that_are_kept_apart_are_not_asked_about_again(house, bench):
    after = answered(house, bench)
    assert finding(after, labels.ALIKE) is None
    assert labels.clusters_of(after, finding(bench, labels.ALIKE)) == ()


def test_undo_asks_again(house, bench):
    assert finding(deciding.undo(house, answered(house, bench), QUIET), labels.ALIKE) == finding(bench, labels.ALIKE)


def test_why_labels_are_apart_leaves_the_known_limits_with_undo_and_comes_back_with_redo(house, bench):
    typed = replace(bench, draft=bench.draft.with_answer("known_limits", "Counted by hand."))
    after = answered(house, typed)
    undone = deciding.undo(house, after, QUIET)
    assert undone.draft.record.known_limits == "Counted by hand."
    assert deciding.redo(house, undone, QUIET).draft.record.known_limits == after.draft.record.known_limits


def test_labels_of_a_column_that_was_renamed_stay_apart(house, bench):
    rename = step("rename_column", "Area", name="Neighborhood")
    after = deciding.apply_remedy(house, answered(house, bench), None, rename, QUIET)
    assert finding(after, labels.ALIKE) is None


def test_why_they_are_apart_is_asked_and_told_in_the_recipe_and_in_the_known_limits(house, bench):
    with pytest.raises(Refused):
        answered(house, bench, reason="  ")
    after = answered(house, bench)
    assert after.draft.recipe.steps[-1].reason == "They are two places."
    assert "They are two places." in after.draft.record.known_limits
    told = str(recipe_in_words(after.draft.recipe)[-1])
    assert "Area" in told
    assert "Sellwood" not in told


def test_an_empty_label_is_refused(bench):
    found = finding(bench, labels.ALIKE)
    choices = [replace(labels.first_choice(cluster, found.kind), label=" ") for cluster in labels.clusters_of(bench, found)]
    with pytest.raises(Refused):
        labels.step_of(found, choices)


def test_one_spelling_of_a_cluster_can_be_left_out(house, tmp_path):
    path = written(tmp_path / "three.csv", ["Alder"] * 9 + ["ALDER"] * 3 + ["alder"] * 2)
    bench = opening.begin(house, path, QUIET)
    found = finding(bench, labels.ALIKE)
    cluster, = labels.clusters_of(bench, found)
    choice = replace(labels.first_choice(cluster, found.kind), merged=frozenset({"Alder", "ALDER"}))
    after = labels.apply(house, bench, (found, [choice]), "A person's name", QUIET)
    assert (cells(after).count("Alder"), cells(after).count("alder")) == (12, 2)
    assert finding(after, labels.ALIKE) is None


def test_the_recipe_gives_the_same_cells_each_time(house, bench):
    after = answered(house, bench)
    again = replay(after.original, after.draft.recipe, QUIET)
    assert again.column("Area").values.to_pylist() == cells(after)


def test_next_month_the_same_spellings_are_written_so_again_and_new_ones_are_asked_about(house, bench, tmp_path):
    bench = answered(house, bench)
    done = published(house, decided(house, described(house, bench, known_limits=bench.draft.record.known_limits)))
    areas = ["Sellwood"] * 20 + ["St. Johns"] * 5 + ["St Johns"] * 2 + ["Kenton"] * 9 + ["KENTON"]
    path = written(tmp_path / "areas.csv", areas)
    update = opening.begin(house, path, QUIET, updates=done.identifier)
    assert cells(update).count("Sellwood (Moreland)") == 20
    clusters = labels.clusters_of(update, finding(update, labels.ALIKE))
    assert [cluster.labels for cluster in clusters] == [("Kenton", "KENTON")]
    said = " ".join(map(str, update.change.steps_partly))
    assert "1 of its" in said   # "sellwood" is gone
    assert "Sellwood" not in said
