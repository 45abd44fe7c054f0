"""Check for private information: each finding with its evidence, and what the person decides about it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from steward.gui.page import Page
from steward.gui.prepare._findings import FindingList
from steward.gui.prepare._recipe import RecipeCard
from steward.gui.prepare._step_page import StepPage
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.card import Card
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.notice import Notice
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import Message, say, say_count
from steward.workflow.needs import StepName, step_of

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

LIMITS = say("Steward looks at every cell, but it can miss things: a name inside a sentence, a place that only a neighbor "
             "would recognize. Read through the columns with free text yourself.")
SURENESS = ((0.9, say("Quite sure")), (0.6, say("Likely")), (0.0, say("Unsure, look yourself")))


class PrivacyStep(StepPage):
    """The second step."""

    step = StepName.PRIVACY

    def show_bench(self, bench: "Workbench") -> None:
        """Show what was looked at, each finding, and what was changed."""
        self._list = FindingList(self.session, lambda card: _describe(card, bench))
        findings = tuple(found for found in bench.report.findings if step_of(found) is self.step)
        self._list.show_findings(bench, findings)
        parts: list[QWidget] = [self._list.summary, _looked_at(bench)]
        if not findings:
            parts.append(EmptyState(tr(say("Nothing here waits for a decision.")),
                                    tr(say("That is what Steward could see. You know the data better.")), picture="privacy"))
        parts += [self._list, *_hidden(bench), RecipeCard(self.session, bench)]
        self.renew(self.content, *parts)
        if self.subject:
            kind, _, named = self.subject.partition("|")
            self._list.unfold((kind, named or None), self.show_part)

    def may_go_on(self) -> bool:
        """Go on in any case: what is open stays listed on the last step. Say first what it is, once."""
        if self.session.workbench is None or not self._list.summary.isHidden():
            return True
        return self._list.tell_open_ones(self.show_part)


def _looked_at(bench: "Workbench") -> Notice:
    decided = sum(1 for given in bench.draft.decisions)
    sheet = bench.candidate
    counts = say("Looked at {rows} rows, {columns} columns. You decided {decided}.", rows=sheet.height,
                 columns=len(sheet.columns), decided=decided)
    return Notice(tr(counts), tr(LIMITS), tone="note", picture="search")


def _describe(card: FindingCard, bench: "Workbench") -> None:
    finding = card.finding
    verdict = next((verdict for column in bench.report.privacy.columns if column.column == finding.column
                    for verdict in column.harmful if verdict.kind == finding.kind), None)
    if verdict is not None:
        card.add_detail(tr(say("How sure")), tr(_sureness(verdict.sure)))
        why = tr(verdict.reason)
        if why and why not in tr(finding.words.what):
            card.add_detail(tr(say("Why")), why)
    if finding.basis:
        card.add_detail(tr(say("Rule")), tr(_basis(finding.basis)))


def _basis(rule: str) -> Message:
    return say("{rule}; not confirmed by the City Attorney", rule=rule)


def _sureness(sure: float) -> Message:
    return next(words for least, words in SURENESS if sure >= least)


def _hidden(bench: "Workbench") -> tuple[Card, ...]:
    if not bench.report.hidden:
        return ()
    card = Card(tr(say("Out of sight in the file")),
                tr(say("Only the table you see is published. These stay in your file and are not sent.")))
    card.body.addWidget(FactList([
        Fact(label=tr(thing.where), value=tr(say_count("{count} thing", "{count} things", thing.count)))
        for thing in bench.report.hidden]))
    return (card,)


def build(session: Session) -> PageView:
    """Return the page."""
    return PrivacyStep(session, title=say("Check for private information"),
                       lead=say("Decide on each thing that may tell of a person, before anyone else sees it."))


PAGE = Page(order=20, name=StepName.PRIVACY.value, title=say("Check for private information"), icon="privacy", build=build)
