"""A list of findings with their answers: what the privacy and the columns page share."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from steward.gui.prepare._answer import AnswerForm
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.error_summary import ErrorSummary, Lead
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say, say_count
from steward.vocabulary.tier import Tier
from steward.workflow.needs import is_open

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

Key = tuple[str, str | None]
CARDS_AT_ONCE = 8
Describe = Callable[[FindingCard], None]


class FindingList(QWidget):
    """Cards of findings, open ones first. One card at a time shows its answers."""

    def __init__(self, session: Session, describe: Describe) -> None:
        """`describe` adds the page's own evidence to each card."""
        super().__init__()
        self._session, self._describe = session, describe
        self._layout = column(self, gap="gap")
        self._cards: dict[Key, FindingCard] = {}
        self._unfolded: Key | None = None
        self._bench: Workbench | None = None
        self._findings: tuple[Finding, ...] = ()
        self.summary = ErrorSummary(tr(say("Still to be decided here")))

    def show_findings(self, bench: "Workbench", findings: Sequence[Finding]) -> None:
        """Show the findings as they stand; the first open one shows its answers."""
        self._bench = bench
        self._findings = tuple(sorted(findings, key=lambda found: not is_open(bench.draft, found)))
        keys = [found.key for found in self._findings]
        if self._unfolded not in keys:
            self._unfolded = next((found.key for found in self._findings if is_open(bench.draft, found)), None)
        clear(self._layout)
        self._cards = {}
        self._add_cards(self._unfolded)

    def _add_cards(self, wanted: Key | None) -> None:
        """Add the next few cards, and on until the wanted one is there; a button brings the rest."""
        keys = [found.key for found in self._findings]
        least = keys.index(wanted) + 1 if wanted in keys else 0
        shown = len(self._cards)
        for finding in self._findings[shown:max(shown + CARDS_AT_ONCE, least)]:
            self._cards[finding.key] = card = self._card(finding)
            self._layout.addWidget(card)
        left = len(self._findings) - len(self._cards)
        if left > 0:
            more = secondary_button(tr(say_count("Show {count} more", "Show {count} more", left)), "add")
            more.clicked.connect(lambda: self._on_more(more))
            self._layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_more(self, more: QPushButton) -> None:
        shown = len(self._cards)
        more.setParent(None)
        more.deleteLater()
        self._add_cards(None)
        self._cards[self._findings[shown].key].setFocus()

    def open_ones(self) -> tuple[Finding, ...]:
        """Return the findings shown here that still stand in the way."""
        if self._bench is None:
            return ()
        return tuple(found for found in self._findings if is_open(self._bench.draft, found))

    def tell_open_ones(self, show_part: Callable[[QWidget], None]) -> bool:
        """Bring up the summary with a way to each open finding; return whether there is none."""
        leads = [Lead(text=_lead(found), follow=partial(self.unfold, found.key, show_part)) for found in self.open_ones()]
        self.summary.show_leads(leads, take_focus=True)
        if leads:
            show_part(self.summary)
        return not leads

    def unfold(self, key: Key, show_part: Callable[[QWidget], None]) -> None:
        """Show the answers of one finding and bring it into sight."""
        if self._bench is None or key not in [found.key for found in self._findings]:
            return
        self._unfolded = key
        self.show_findings(self._bench, self._findings)
        show_part(self._cards[key])

    def _card(self, finding: Finding) -> FindingCard:
        bench = self._bench
        assert bench is not None  # noqa: S101  # only called from show_findings
        decision = next((given for given in bench.draft.decisions if given.key == finding.key), None)
        card = FindingCard(finding, decision=decision, is_open=is_open(bench.draft, finding))
        self._describe(card)
        if finding.key == self._unfolded:
            form = AnswerForm(self._session, bench, finding)
            form.answered.connect(self._on_answered)
            card.add_form(form)
        elif finding.tier is not Tier.NOTE:
            card.add_actions(self._unfold_button(finding, is_decided=decision is not None))
        return card

    def _unfold_button(self, finding: Finding, *, is_decided: bool) -> QPushButton:
        button = link_button(tr(say("Change this decision"))) if is_decided else secondary_button(tr(say("Decide…")))
        button.setAccessibleName(f"{button.text()} {tr(finding.words.what)}")
        button.clicked.connect(lambda: self.unfold(finding.key, lambda card: card.setFocus()))
        return button

    def _on_answered(self) -> None:
        self._unfolded = None
        bench = self._session.workbench
        if bench is None:
            return
        left = {found.key for found in bench.report.findings}
        self.show_findings(bench, [found for found in self._findings if found.key in left])
        if not self.summary.isHidden():
            self.summary.hide()
        if self._unfolded is not None:
            self._cards[self._unfolded].setFocus()


def _lead(finding: Finding) -> str:
    return " ".join(part for part in (tr(finding.words.what), tr(finding.words.where)) if part)
