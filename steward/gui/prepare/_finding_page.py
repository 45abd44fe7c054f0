"""What the two steps share that ask for decisions: what is open is told once, and after an answer the next one is at hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from steward.gui.prepare._findings import Describe, FindingList
from steward.gui.prepare._recipe import RecipeCard
from steward.gui.prepare._step_page import StepPage
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.error_summary import Lead
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench


class FindingPage(StepPage):
    """A step with a list of findings in `findings`."""

    findings: FindingList
    is_of_one_table = True

    def new_list(self, describe: Describe) -> FindingList:
        """Return the list of this page, made anew for another table; what a person was looking at stays open."""
        before = self.findings.unfolded if hasattr(self, "findings") else None
        self.findings = FindingList(self.session, describe, unfolded=before)
        self.findings.answered.connect(self._on_answered)
        return self.findings

    def new_recipe(self, bench: "Workbench") -> RecipeCard:
        """Return the card of what was changed; after undo and redo the keyboard stands on it again."""
        self._recipe = RecipeCard(self.session, bench)
        self._recipe.turned.connect(self._on_turned)
        return self._recipe

    def show_finding_wanted(self) -> None:
        """Bring up the finding that somebody came for, "kind|column", once."""
        if self.subject:
            kind, _, named = self.subject.partition("|")
            self.subject = ""
            self.findings.unfold((kind, named or None), self.show_part)

    def may_go_on(self) -> bool:
        """Say once what is still open; then go on all the same: it stays listed on the last step."""
        if self.session.workbench is None or not self.findings.summary.isHidden():
            return True
        return self.findings.tell_open_ones(self.show_part, self.further_leads())

    def further_leads(self) -> Sequence[Lead]:
        """Return the ways to what is open on this page beside the findings in the list."""
        return ()

    def _on_turned(self) -> None:
        announce(self, tr(say("What you changed is shown as it stands now.")))
        self._recipe.take_focus()

    def _on_answered(self, place: int) -> None:
        """Go on to what took the place of the answered finding; the page may have been filled anew meanwhile."""
        self.findings.show_again()
        card = self.findings.card_at(place)
        if card is not None:
            self.show_part(card)
            return
        announce(self, tr(say("Nothing here waits for a decision.")))
        self.on.setFocus()
