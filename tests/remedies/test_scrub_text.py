"""What is taken out of sentences, and what stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.privacy.recognizers import credit_card, email, phone, ssn, vin
from steward.remedies import remedies_for, remedy
from steward.remedies.scrub_text import INSTEAD, scrubbed
from tests.builders import cells_of, sheet_of, step
from tests.privacy.tables import make_knowledge

GONE = [
    ("call Ana at 503-555-0123 today", "503-555-0123"), ("write ana.silva@example.org soon", "ana.silva@example.org"),
    ("write ana [at] example [dot] org", "ana [at]"), ("or ana at example dot org please", "example dot org"),
    ("ssn 517 44 8362 on file", "517"), ("DOB 3/4/1981, fell", "1981"), ("born March 4, 1981 here", "1981"),
    ("paid with 4111 1111 1111 1111", "1111"), ("lives at 1234 SW Main St Apt 5 now", "1234"),
    ("gate code 4471# works", "4471"),
    ("password: Rose!2024 set", "Rose!"), ("Mrs. Olvera complained", "Olvera"), ("Caller Ana Silva was loud", "Silva"),
    ("spoke with Ana Silva", "Ana"), ("laptop at 10.20.30.40 again", "10.20"), ("card 00:1a:2b:3c:4d:5e", "3c"),
    ("ssn \uff15\uff11\uff17\uff0d\uff14\uff14\uff0d\uff18\uff13\uff16\uff12 there", "\uff15"),
    ("ssn 517\u200d-44-\u200d8362 there", "8362"), ("car 1HGCM82633A004352 towed", "1HGCM"), ("from 503.555.0123", "0123"),
    ("SSN last four: 6789", "6789"), ("last 4 of social is 6789", "6789"), ("ssn xxx-xx-6789", "6789"),
    ("license plate 123 ABC", "123"), ("plate ABC 123 parked", "ABC"), ("ODL 123456", "1234"), ("mail to PO Box 1234", "1234"),
    ("near 1234 SE MAIN", "1234"), ("at 12345½ NE Sandy Blvd", "123"), ("name: Ana Silva", "Ana"), ("Owner\nAna Silva", "Ana"),
    ("met with Ana and Bo", "Bo"), ("spoke w/ Ana Silva re fence", "Ana"), ("LVM for Ana Silva", "Silva"),
    ("Ana Silva called, wants a waiver", "Silva"), ("Ana Silva (owner) let us in", "Ana"), ("complaint from Ana Silva", "Ana"),
    ("ssn 123 45 6789", "6789")]
STAYS = ["", "Closed", "Replaced 6 in. gate valve near the curb", "Crew arrived at 8:30, gate locked, will return",
         "Jackson St ramp rebuilt 2021-06-14", "Measured 12 psi", "Seen on 6/14/2021 and left", "é à ü", "Reinspect in 30 days",
         "See drawing A-102 rev 3", "1200 block of SE Main St", "The plate was bent", "Called in a crew", "name of the park",
         "Account closed in 2019",
         "Trees pruned along the Park Blocks in May"]


@pytest.mark.parametrize(("cell", "part"), GONE)
def test_what_tells_of_a_person_is_taken_out(cell, part):
    assert part not in scrubbed(cell)
    assert INSTEAD in scrubbed(cell)


@pytest.mark.parametrize("cell", STAYS)
def test_other_sentences_stay_sign_for_sign(cell):
    assert scrubbed(cell) == cell


@pytest.mark.parametrize("module", [email, phone, ssn, credit_card, vin])
def test_what_the_privacy_room_finds_is_found_no_more(module):
    import pyarrow as pa

    seen = pa.array([scrubbed(f"note: {text}") for text in module.SEEN])
    spans = module.RECOGNIZER.spot(seen, make_knowledge())
    assert not (spans.proven & spans.cued).any()


def test_the_words_around_stay():
    assert scrubbed("Call 503-555-0123 after six") == f"Call {INSTEAD} after six"
    changed = remedy("scrub_text").apply(sheet_of({"c": ["ok", "mail a@b.org"]}), step("scrub_text", "c"))
    assert cells_of(changed)["c"] == ["ok", f"mail {INSTEAD}"]


def test_it_is_offered_for_sentences_only():
    assert "scrub_text" in remedies_for("free_text_pii", "string")
    assert "scrub_text" not in remedies_for("ssn", "integer")


@settings(max_examples=50)
@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40), st.integers(10**8, 10**9 - 1))
def test_scrubbing_twice_is_scrubbing_once_and_no_long_number_stays(text, number):
    once = scrubbed(f"{text} {number} {text}")
    assert str(number) not in once
    assert scrubbed(once) == once
