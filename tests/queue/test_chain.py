"""The history that slots make: whole, broken off, pushed out, or not to be trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.queue.chain import WORDS, Break, link
from steward.queue.memory import Memory
from steward.queue.slots import Slot, read_slot, written
from steward.workflow.submission import EventType
from tests.queue.bags import event


def history(count, start=1, prev=""):
    """Return slots of a chain, `count` long."""
    slots = []
    for number in range(start, start + count):
        slots.append(slot(number, slots[-1].head if slots else prev))
    return slots


def slot(number, prev, *, void=(), known_as=""):
    known = event(EventType.COMMENT, known_as=known_as or f"event{number}-{prev[:4]}")
    return read_slot(number, written(known, number=number, prev=prev, void=void))


def unfinished(number):
    return Slot(number=number)


@given(st.integers(0, 12))
def test_a_whole_chain_is_linked_to_its_end(count):
    slots = history(count)
    chain = link(slots)
    assert (chain.broken, len(chain.events), chain.last_number) == (None, count, count)
    assert chain.head == (slots[-1].head if slots else "")


@given(st.integers(2, 10), st.data())
def test_whichever_event_is_taken_out_of_the_middle_the_chain_breaks_there(count, data):
    slots = history(count)
    gone = data.draw(st.integers(0, count - 2))
    chain = link(slots[:gone] + slots[gone + 1:])
    assert (chain.broken, len(chain.events)) == (Break.FORKED, gone)


@given(st.integers(1, 10), st.data())
def test_whichever_event_is_changed_the_chain_breaks_there_and_what_follows_does_not_count(count, data):
    slots = history(count)
    place = data.draw(st.integers(0, count - 1))
    slots[place] = Slot(number=place + 1, is_closed=True, head="another")
    chain = link(slots)
    assert (chain.broken, chain.broken_at, len(chain.events)) == (Break.ALTERED, place + 1, place)


@given(st.lists(st.booleans(), max_size=12))
def test_half_written_slots_between_events_leave_the_chain_whole(halves):
    slots, pending, head = [], [], ""
    for number, is_half in enumerate(halves, 1):
        if is_half:
            slots.append(unfinished(number))
            pending.append(number)
        else:
            slots.append(slot(number, head, void=tuple(pending)))
            head, pending = slots[-1].head, []
    chain = link(slots)
    assert (chain.broken, chain.unfinished, len(chain.events)) == (None, pending, halves.count(False))


def test_an_event_that_was_declared_void_in_time_and_completed_later_is_pushed_out():
    first, late = history(2)
    chain = link([first, late, slot(3, first.head, void=(2,))])
    assert (chain.broken, [known.number for known in chain.linked], chain.late) == (None, [1, 3], [late])


def test_the_very_first_event_can_be_late_too():
    late = slot(1, "")
    chain = link([late, slot(2, "", void=(1,))])
    assert ([known.number for known in chain.linked], chain.late) == ([2], [late])


def test_an_event_that_passes_over_another_without_naming_it_void_is_a_fork():
    slots = history(3)
    assert link([*slots, slot(4, slots[0].head, void=(3,))]).broken is Break.FORKED
    assert link([*slots, slot(4, "never seen", void=(1, 2, 3))]).broken is Break.FORKED


def test_after_a_fork_nothing_more_counts():
    slots = history(3)
    fork = slot(4, "never seen")
    assert link([*slots, fork, slot(5, fork.head), slot(6, slots[2].head)]).events == link(slots).events


def test_an_event_that_another_follows_is_known_as_such():
    slots = history(3)
    chain = link(slots)
    ids = [known.event.id for known in slots]
    assert [chain.is_followed(known) for known in ids] == [True, True, False]
    assert all(chain.holds(known) for known in ids)
    assert not chain.holds("another")


@pytest.mark.parametrize("why", Break)
def test_each_break_has_its_words_and_says_who_must_act(why):
    assert "program" in str(WORDS[why]) or "Install" in str(WORDS[why])


def test_a_memory_follows_a_chain_that_grows():
    memory, slots = Memory(), history(4)
    for count in (1, 2, 4):
        chain = link(slots[:count])
        memory.check("PBOT-7F3K2Q", chain)
        assert chain.broken is None


@pytest.mark.parametrize("left", [1, 2])
def test_a_memory_notices_a_chain_that_shrinks(left):
    memory, slots = Memory(), history(3)
    memory.check("PBOT-7F3K2Q", link(slots))
    chain = link(slots[:left])
    memory.check("PBOT-7F3K2Q", chain)
    assert (chain.broken, chain.broken_at) == (Break.VANISHED, 3)


def test_a_memory_notices_a_chain_rewritten_from_the_middle_with_fitting_hashes():
    memory, slots = Memory(), history(3)
    memory.check("PBOT-7F3K2Q", link(slots))
    forged = slot(2, slots[0].head, known_as="forged")
    chain = link([slots[0], forged, slot(3, forged.head)])
    assert chain.broken is None
    memory.check("PBOT-7F3K2Q", chain)
    assert chain.broken is Break.VANISHED


def test_a_late_event_that_was_seen_and_is_sent_again_is_no_loss():
    memory, (first, late) = Memory(), history(2)
    memory.check("PBOT-7F3K2Q", link([first, late]))
    third = slot(3, first.head, void=(2,))
    chain = link([first, late, third, slot(4, third.head, known_as=late.event.id)])
    memory.check("PBOT-7F3K2Q", chain)
    assert chain.broken is None


def test_a_late_event_that_was_seen_and_is_not_sent_again_is_a_loss():
    memory, (first, late) = Memory(), history(2)
    memory.check("PBOT-7F3K2Q", link([first, late]))
    chain = link([first, late, slot(3, first.head, void=(2,))])
    memory.check("PBOT-7F3K2Q", chain)
    assert chain.broken is Break.VANISHED


def test_a_memory_of_one_submission_says_nothing_of_another():
    memory = Memory()
    memory.check("PBOT-7F3K2Q", link(history(3)))
    chain = link(history(1))
    memory.check("FIRE-ZZZZZZ", chain)
    assert chain.broken is None
    assert memory.missing(["FIRE-ZZZZZZ"]) == ("PBOT-7F3K2Q",)


def test_a_memory_that_cannot_be_written_is_kept_while_the_program_runs(tmp_path):
    (tmp_path / "file").write_text("in the way")
    memory = Memory(tmp_path / "file" / "seen.json")
    memory.check("PBOT-7F3K2Q", link(history(1)))
    memory.save()
    assert memory.missing([]) == ("PBOT-7F3K2Q",)
