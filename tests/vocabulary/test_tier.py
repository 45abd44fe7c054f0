"""The tiers in their order, and what kinds of hidden content there are."""

from steward.vocabulary.hidden import KINDS, PERSONAL, HiddenThing
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier


def thing(kind, **more):
    return HiddenThing(kind=kind, where=say("Sheet {name}", name="Fees"), count=1, tier=Tier.WARN, **more)


def test_what_cannot_be_sent_ranks_before_what_is_only_worth_knowing():
    assert sorted((Tier.NOTE, Tier.BLOCK, Tier.WARN, Tier.DECIDE), key=lambda tier: tier.rank) == [
        Tier.BLOCK, Tier.DECIDE, Tier.WARN, Tier.NOTE]


def test_a_tier_is_written_and_read_back_by_its_name():
    assert [Tier(str(tier)) for tier in Tier] == list(Tier)


def test_hidden_content_may_be_personal_where_something_was_recognized_there():
    assert thing("hidden_sheet", found=(("email", 3),)).may_be_personal
    assert not thing("hidden_sheet").may_be_personal


def test_the_names_of_authors_are_personal_without_being_recognized():
    assert thing("doc_properties").may_be_personal


def test_all_that_is_personal_by_its_nature_is_a_known_kind():
    assert set(KINDS) >= PERSONAL


def test_every_kind_of_hidden_content_says_when_it_counts_in_a_sentence():
    assert [kind for kind, told in KINDS.items() if not str(told.counts).endswith(".") or not str(told.label)] == []


def test_no_two_kinds_of_hidden_content_have_the_same_name():
    labels = [str(told.label) for told in KINDS.values()]
    assert len(set(labels)) == len(labels)
