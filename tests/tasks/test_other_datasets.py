"""What a new description is held against."""

from dataclasses import replace

from steward.tasks import drafting, opening
from steward.tasks.other_datasets import other_datasets
from steward.vocabulary.progress import Silence

WORDS = "Requests about trees in parks and streets, as people called them in by telephone or wrote them on the city's form."


def described(house, path, **answers):
    bench = opening.begin(house, path, Silence())
    return drafting.save(house, replace(bench.draft, record=replace(bench.draft.record, **answers)))


def test_the_other_drafts_of_this_workstation_are_known_and_a_copied_description_is_named(house, table, tmp_path):
    described(house, table, title="Tree requests", description=WORDS)
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    draft = described(house, other, title="Street lights", description=WORDS)
    assert [known.title for known in other_datasets(house, draft)] == ["Tree requests"]
    kinds = {finding.kind for finding in opening.reopen(house, draft, Silence()).report.findings}
    assert "metadata-description-copied" in kinds


def test_another_draft_of_the_same_file_and_the_dataset_it_updates_are_not_others(house, table, tmp_path):
    described(house, table, title="Tree requests", description=WORDS)
    assert other_datasets(house, described(house, table, title="Tree requests")) == ()
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    described(house, other, identifier="PDX-PARKS-0001")
    update = replace(opening.begin(house, table, Silence()).draft, id="update", updates="PDX-PARKS-0001")
    assert other_datasets(house, update) == ()


def test_two_drafts_of_one_file_that_go_by_one_identifier_are_told_until_one_gets_another(house, table):
    first = described(house, table, title="Tree requests", description=WORDS, identifier="PDX-PARKS-0007")
    assert other_datasets(house, first) == ()
    second = described(house, table, title="Trees to look at", description=WORDS, identifier="pdx-parks-0007 ")
    kinds = [finding.kind for finding in opening.reopen(house, second, Silence()).report.findings]
    assert "metadata-same-identifier" in kinds
    assert "metadata-description-copied" not in kinds
    corrected = replace(second, record=replace(second.record, identifier="PDX-PARKS-0008"))
    assert other_datasets(house, corrected) == ()


def test_the_draft_of_the_same_file_that_was_sent_as_the_same_dataset_is_no_other(house, table):
    sent = described(house, table, title="Tree requests", identifier="PDX-PARKS-0007")
    drafting.save(house, replace(sent, submission="s1"))
    assert len(other_datasets(house, replace(sent, id="another"))) == 1
    assert other_datasets(house, replace(sent, id="again", submission="s1")) == ()


def test_looking_for_others_makes_no_queue(house, table):
    opening.begin(house, table, Silence())
    assert not house.places.practice_queue.exists()
