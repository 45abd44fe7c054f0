"""The record: as the public will see it, and apart from it what stays within the program."""

from steward.gui.desk._loading import Case
from steward.gui.text import tr
from steward.gui.widgets.card import Card
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Text
from steward.gui.widgets.tag import Tag
from steward.vocabulary.message import say


def record_card(case: Case) -> Card:
    """Return the section with what the public will read."""
    card = Card(tr(say("The record")), tr(say("As the public will see it.")))
    card.body.addWidget(FactList(tuple(Fact(label=label, value=answer) for label, answer in case.public)))
    return card


def internal_card(case: Case) -> Card:
    """Return the section with what is not published."""
    card = Card(tr(say("Within the program")))
    card.body.addWidget(Tag(tr(say("Not published")), "note", "privacy"))
    senders = ", ".join(dict.fromkeys(_called(sender.name, sender.login) for sender in case.state.submitters))
    answers = ((tr(say("Sent by")), senders), *case.internal)
    card.body.addWidget(FactList(tuple(Fact(label=label, value=answer) for label, answer in answers)))
    kept = say("Who sent it and who answers for it is kept with the submission, and never goes to the portal.")
    card.body.addWidget(Text(tr(kept), tone="muted", role="small"))
    return card


def _called(name: str, login: str) -> str:
    return f"{name} ({login})" if name != login else login
