"""The answer of last time on the privacy page: shown with its reason and age, and given again by a button."""

from steward.gui.desk._found import decision_lines
from steward.tasks import deciding, opening
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.progress import Silence
from steward.vocabulary.tier import Tier
from tests.gui.test_answers import press, texts
from tests.tasks.test_answers_before import WHY, identified, name_of, written


def test_the_answer_of_last_time_is_offered_and_confirmed_with_a_button(window, tmp_path, settle):
    house = window.session.house
    bench = opening.begin(house, written(tmp_path / "one.csv"), Silence())
    draft = deciding.decide(house, bench.draft, name_of(bench), Choice.NOT_PRIVATE, WHY)
    window.session.updates = identified(house, opening.recheck(house, bench, draft, Silence()))
    window.session.begin(written(tmp_path / "two.csv", extra="Fee"))
    settle(window.session)
    window.session.go("privacy")
    view = window.view()
    view.findings.unfold(("person_name", "Owner Name"), view.show_part)
    assert "Answered before" in texts(view)
    assert WHY in texts(view)
    press(view, "Answer the same again: Column Owner Name")
    given, = (one for one in window.session.draft.decisions if one.kind == "person_name")
    assert (given.choice, given.reason, bool(given.since)) == (Choice.NOT_PRIVATE, WHY, True)
    view.findings.unfold(("person_name", "Owner Name"), view.show_part)
    assert "Answered before" not in texts(view)


def test_the_coordinator_reads_since_when_an_answer_stands():
    again = Decision(kind="email", column="Mail", choice=Choice.NOT_PRIVATE, reason="Of offices.", by="a",
                     at="2026-11-23T10:00:00+00:00", since="2026-02-03T10:00:00+00:00")
    told = [str(line) for line in decision_lines(again, Tier.DECIDE)]
    assert told[-1].startswith("First answered on ")
    assert "Feb" in told[-1]
    assert "Nov" in told[-1]
