"""One finding as people see it: how much it weighs in a word, what, where, what to do, and the answer it got."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from steward.gui.text import tr
from steward.gui.widgets.card import Card, divider
from steward.gui.widgets.labels import Hint, SectionHeading, Text, strong
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.tag import Tag
from steward.vocabulary.decision import Choice, Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.tier import Tier

TIER_TAGS: dict[Tier, tuple[Message, str]] = {
    Tier.BLOCK: (say("Cannot be sent as it is"), "stop"),
    Tier.DECIDE: (say("Your decision is needed"), "caution"),
    Tier.WARN: (say("Worth mending"), "note"),
    Tier.NOTE: (say("Good to know"), ""),
}
ANSWERED: dict[Choice, tuple[Message, str]] = {Choice.CONTEST: (say("The program is asked"), "caution")}
CHOICE_WORDS: dict[Choice, Message] = {
    Choice.KEEP: say("You decided to publish it as it is."),
    Choice.REMEDY: say("You chose a change."),
    Choice.NOT_PRIVATE: say("You said that it is not what it looks like."),
    Choice.YES: say("You answered: yes."),
    Choice.NO: say("You answered: no."),
    Choice.CONTEST: say("You asked the program to let it pass. It is not published before someone there releases it."),
}


class FindingCard(Card):
    """A card for one finding. It can take the focus, so that the summary at the top of a page can lead to it."""

    def __init__(self, finding: Finding, *, decision: Decision | None = None, is_open: bool | None = None,
                 decided: Message | None = None) -> None:
        """Show the finding; `decision` is its answer, `decided` another wording for it (the Desk speaks of the bureau)."""
        super().__init__(gap="unit")
        self.finding = finding
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr(finding.words.what))
        self.setAccessibleDescription(" ".join((tr(finding.words.where), tr(finding.words.next_step))).strip())
        self.body.addLayout(self._build_head(is_open=is_open, decision=decision))
        for message in (finding.words.where, finding.words.next_step):
            if shown := tr(message):
                self.body.addWidget(Hint(shown) if message is finding.words.where else Text(shown))
        self.more = column(gap="unit")
        self.body.addLayout(self.more)
        if decision is not None:
            self._show_decision(decision, decided or CHOICE_WORDS[decision.choice])

    def add_detail(self, label: str, text: str) -> None:
        """Add one line of evidence: how sure, why, on which rule it rests."""
        line = row()
        name = strong(label)
        name.setFixedWidth(96)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(text), 1)
        self.more.addLayout(line)

    def add_actions(self, *buttons: QPushButton) -> None:
        """Put what can be done under a line at the foot of the card."""
        if buttons:
            self.body.addWidget(divider())
        for button in buttons:
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def add_form(self, form: QWidget) -> None:
        """Put the answers under a line at the foot of the card."""
        self.body.addWidget(divider())
        self.body.addWidget(form)

    def _build_head(self, *, is_open: bool | None, decision: Decision | None) -> QHBoxLayout:
        head = row()
        heading = SectionHeading(tr(self.finding.words.what))
        head.addWidget(heading, 1)
        word, tone = TIER_TAGS[self.finding.tier]
        if decision is not None and not is_open:
            word, tone = ANSWERED.get(decision.choice, (say("Decided"), "done"))
        head.addWidget(Tag(tr(word), tone), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _show_decision(self, decision: Decision, decided: Message) -> None:
        self.body.addWidget(divider())
        self.body.addWidget(strong(tr(decided)))
        if decision.reason:
            self.body.addWidget(Text(tr(say("Reason: {reason}", reason=decision.reason))))
