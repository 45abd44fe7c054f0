"""What was found, by tier, beside each finding what the bureau decided and why; apart from it what its changes took out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steward.gui.desk._moments import shown_day
from steward.gui.desk._words import CHOICES, TIERS
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card, divider
from steward.gui.widgets.labels import Hint, Text, strong
from steward.gui.widgets.picture import Picture
from steward.gui.widgets.spacing import column, row
from steward.gui.widgets.tag import Tag
from steward.vocabulary.decision import Decision
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier

if TYPE_CHECKING:
    from steward.tasks.reviewing import Evidence, Sealed, TableEvidence


Decisions = Mapping[tuple[str, str | None], Decision]


Show = Callable[[Finding], None]


def found_in_record(evidence: "Evidence") -> Card:
    """Return the section with what was found in a record without data."""
    return _card(evidence.manifest, say("Looked at the answers of the record. No data goes with it."), None)


def found_in_table(seen: "TableEvidence", show: Show) -> Card:
    """Return the section with every finding of one table, and those that are only in the bureau's file.

    A finding stands beside the answer that was given for this table: another table may have a column of the same name.
    `show` brings up the place of a finding in the candidate.
    """
    looked = say("Looked at {rows} rows, {columns} columns. What Steward does not look for, it does not find.",
                 rows=seen.table.rows, columns=len(seen.header))
    return _card(seen.table, looked, show)


def _card(sealed: "Sealed", looked: Message, show: Show | None) -> Card:
    card = Card(tr(say("What was found")), tr(looked))
    decisions = {given.key: given for given in sealed.decisions}
    for tier in Tier:
        if found := [finding for finding in sealed.findings if finding.tier is tier]:
            _add_group(card, Tag(tr(TIERS[tier][0]), TIERS[tier][1]), found, decisions, show)
    if not sealed.findings:
        card.body.addWidget(Text(tr(say("In what would be published, Steward found none of the things that it looks for."))))
    if sealed.resolved:
        gone = [replace(finding, tier=Tier.NOTE) for finding in sealed.resolved]  # nothing is left to decide about them
        _add_group(card, Tag(tr(say("Taken out by the changes below")), "", "check"), gone, decisions)
    return card


def decision_lines(decision: Decision | None, tier: Tier) -> tuple[Message, ...]:
    """Return what the bureau decided and why, in words."""
    if decision is None:
        return (say("No decision is recorded."),) if tier in (Tier.BLOCK, Tier.DECIDE) else ()
    reason = (say("Reason: {reason}", reason=decision.reason),) if decision.reason else ()
    return (CHOICES[decision.choice], *reason, *_age(decision))


def _age(decision: Decision) -> tuple[Message, ...]:
    """Return since when an answer stands that was confirmed again."""
    if not decision.since:
        return ()
    return (say("First answered on {first}, and confirmed for this file on {day}.", first=shown_day(decision.since),
                day=shown_day(decision.at)),)


def _add_group(card: Card, tag: Tag, found: Sequence[Finding], decisions: Decisions, show: Show | None = None) -> None:
    card.body.addWidget(divider())
    head = row(gap="unit")
    head.addWidget(tag)
    head.addWidget(Hint(tr(say_count("{count} finding", "{count} findings", len(found)))), 1)
    card.body.addLayout(head)
    for finding in found:
        card.body.addWidget(_finding_line(finding, decisions.get(finding.key)))
        if show is not None and finding.room != "metadata" and (finding.column is not None or len(finding.rows)):
            card.body.addWidget(_show_button(finding, show), 0, Qt.AlignmentFlag.AlignLeft)


def _show_button(finding: Finding, show: Show) -> QWidget:
    button = link_button(tr(say("Show in the table")), "search")
    button.setAccessibleName(f"{button.text()}: {tr(finding.words.what)}")
    button.clicked.connect(lambda: show(finding))
    return button


def _finding_line(finding: Finding, decision: Decision | None) -> QWidget:
    line = QWidget()
    layout = column(line, gap="unit")
    layout.setSpacing(4)
    layout.addWidget(strong(tr(finding.words.what)))
    if where := tr(finding.words.where):
        layout.addWidget(Hint(where))
    lines = [tr(message) for message in decision_lines(decision, finding.tier)]
    if lines:
        layout.addLayout(_answer(lines, is_missing=decision is None))
    line.setAccessibleName(" ".join((tr(finding.words.what), where, *lines)))
    return line


def _answer(lines: Sequence[str], *, is_missing: bool) -> QHBoxLayout:
    answer = row(gap="unit")
    answer.setContentsMargins(12, 2, 0, 4)
    tone = "caution" if is_missing else ""
    answer.addWidget(Picture("question" if is_missing else "person", tone or "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
    words = column(gap="unit")
    words.setSpacing(2)
    for text in lines:
        words.addWidget(Text(text, tone=tone))
    answer.addLayout(words, 1)
    return answer
