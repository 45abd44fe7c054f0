"""Everything that can happen to a submission has a word and an icon on the Desk."""

from dataclasses import replace

import pytest

from steward.gui.desk._words import CHOICES, EVENTS, LOOKS, TIERS, state_tag, state_words, type_word
from steward.gui.widgets.tag import ICONS
from steward.schema.table_schema import TYPES
from steward.tasks.resources import resource_path
from steward.vocabulary.decision import Choice
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.workflow.states import EventType, State
from tests.gui.desk.fakes import state_of
from tests.gui.desk.seen import texts

IN_QUEUE = set(State) - {State.DRAFT, State.READY, State.SIGNED}


def test_every_event_every_choice_and_every_tier_has_words():
    assert set(EVENTS) == set(EventType) - {EventType.SUBMITTED}
    assert set(CHOICES) == set(Choice)
    assert set(TIERS) == set(Tier)


@pytest.mark.parametrize("state", sorted(IN_QUEUE))
def test_every_state_has_an_icon_beside_its_word(state):
    tone, picture = LOOKS[state]
    assert tone in {"", *ICONS}
    assert resource_path(f"icons/{picture}.svg").is_file()


def test_no_two_states_of_one_color_share_an_icon():
    assert len(set(LOOKS.values())) == len(LOOKS)


def test_a_history_that_cannot_be_trusted_outweighs_the_state(qapp, qtbot):
    state = replace(state_of(), problem=say("Event 3 was changed."))
    tag = state_tag(state)
    qtbot.addWidget(tag)
    tag.show()
    assert texts(tag) == ["Cannot be trusted"]
    assert state_words(state) == "The history cannot be trusted"


def test_types_are_told_as_a_clerk_calls_them():
    assert (type_word("integer"), type_word("date"), type_word("something")) == ("Whole number", "Date", "something")


def test_the_common_types_all_have_a_word():
    assert [name for name in TYPES[:11] if type_word(name) == name] == []
