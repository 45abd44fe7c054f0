"""Check for private information: each finding with its evidence, and what the person decides about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from steward.gui.newest import Newest
from steward.gui.page import Page
from steward.gui.prepare._disclosure import DisclosureCard
from steward.gui.prepare._finding_page import FindingPage
from steward.gui.prepare._hidden import HiddenCard
from steward.gui.prepare._plan import PlanCard
from steward.gui.prepare._step_page import is_quickly_told
from steward.gui.session import Session
from steward.gui.text import shown_date, tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.empty_state import EmptyState
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.spacing import clear, column
from steward.vocabulary.errors import StewardError
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say
from steward.vocabulary.words import Words
from steward.workflow.needs import ASKED, StepName, step_of

if TYPE_CHECKING:
    from steward.tasks.answers_before import Before
    from steward.tasks.plan_parts import RecommendedPlan
    from steward.tasks.workbench import Workbench

LIMITS = say("Steward looks at every cell, but it can miss things: a name inside a sentence, a place that only a neighbor "
             "would recognize. Read through the columns with free text yourself.")
MANY_ROWS = 5_000      # of a table with more, the plan is made beside the window
SURENESS = ((0.9, say("Quite sure")), (0.6, say("Likely")), (0.0, say("Unsure, look yourself")))


class PrivacyStep(FindingPage):
    """The second step."""

    step = StepName.PRIVACY

    def _build(self) -> None:
        super()._build()
        self._jobs = Newest(self.session.worker, self)

    def show_bench(self, bench: "Workbench") -> None:
        """Show what was looked at, each finding, and what was changed."""
        self.new_list(lambda card: self._describe(card, bench))
        here = [found for found in bench.report.findings if step_of(found) is self.step]
        findings = tuple(sorted(here, key=_place))
        self._plan = column(gap="gap")
        self.fill(lambda: (self.findings.summary, _looked_at(bench), self._place_of_plan()), lambda: _around(bench),
                  lambda: () if findings else (_nothing_found(),), lambda: (self.findings,),
                  lambda: self.findings.show_findings(bench, findings), lambda: (self.new_recipe(bench),),
                  then=self.show_finding_wanted)
        self._look_for_plan(bench)

    def _place_of_plan(self) -> QWidget:
        """Return where the plan comes up, hidden until there is one."""
        place = QWidget()
        place.setLayout(self._plan)
        place.hide()
        return place

    def _look_for_plan(self, bench: "Workbench") -> None:
        house = self.session.house

        def look(_progress: object) -> "RecommendedPlan | Words | None":
            from steward.tasks import planning

            try:
                return planning.first_plan(house, bench.report, bench.draft)
            except StewardError as trouble:     # a file of plans that the program edited and cannot be read
                return trouble.words

        is_quick = is_quickly_told(bench) and bench.candidate.height <= MANY_ROWS
        self._jobs.run_or_do("plan", look, lambda found: self._show_plan(bench, found), is_quick=is_quick)

    def _show_plan(self, bench: "Workbench", found: "RecommendedPlan | Words | None") -> None:
        now = self.session.workbench
        if found is None or now is None or now.report is not bench.report:
            return
        if isinstance(found, Words):
            self._plan.addWidget(notice_of(found))
        else:
            self._put_plan(PlanCard(self.session, bench, found), bench)
        if (place := self._plan.parentWidget()) is not None:
            place.show()

    def _put_plan(self, card: PlanCard, bench: "Workbench") -> None:
        """Put the card in place of the one before."""
        clear(self._plan)
        card.taken.connect(self._on_plan_taken)
        card.other_chosen.connect(lambda plan: self._on_other_plan(plan, bench))
        self._plan.addWidget(card)

    def _on_other_plan(self, plan: "RecommendedPlan", bench: "Workbench") -> None:
        """Show the plan of the kind of table that the person named, with its parts."""
        card = PlanCard(self.session, bench, plan, is_recommended=False)
        self._put_plan(card, bench)
        announce(self, tr(say("Plan: {title}", title=plan.plan.title)))
        card.open()

    def _on_plan_taken(self) -> None:
        """Go on to what the plan left open, else to the next step; the card is gone with what it answered."""
        announce(self, tr(say("The plan is taken. It stands under what you changed, where it can be undone.")))
        card = self.findings.card_at(0)
        (card or self.on).setFocus()

    def _describe(self, card: FindingCard, bench: "Workbench") -> None:
        from steward.tasks.knowing import rule_in_words

        finding = card.finding
        verdict = next((verdict for column in bench.report.privacy.columns if column.column == finding.column
                        for verdict in column.harmful if verdict.kind == finding.kind), None)
        if verdict is not None:
            card.add_detail(tr(say("How sure")), tr(_sureness(verdict.sure)))
            why = tr(verdict.reason)
            if why and why not in f"{tr(finding.words.what)} {tr(finding.words.where)}":
                card.add_detail(tr(say("Why")), why)
        self._offer_answer_before(card, bench)
        if rule := tr(rule_in_words(self.session.house, finding.kind)):
            card.add_detail(tr(say("Rule")), rule)

    def _offer_answer_before(self, card: FindingCard, bench: "Workbench") -> None:
        """Show the answer of last time, if it still fits, with a button that gives it again for this file."""
        from steward.tasks import answers_before

        house, finding, draft = self.session.house, card.finding, self.session.draft or bench.draft
        before = answers_before.answer_before(house, draft, bench.report, finding)
        if before is None:
            return
        card.add_detail(tr(say("Answered before")), tr(say(
            '"{reason}" ({by}, {day}, {age}). {void}', reason=before.decision.reason, by=before.decision.by,
            day=shown_date(before.first), age=answers_before.age_in_words(before.age_days), void=answers_before.VOID_IF)))
        again = secondary_button(tr(say("Answer the same again")), "redo")
        again.setAccessibleName(f"{again.text()}: {tr(finding.words.what)}")
        again.clicked.connect(lambda: self._on_again(finding, before))
        card.add_actions(again)

    def _on_again(self, finding: Finding, before: "Before") -> None:
        from steward.tasks import answers_before

        house = self.session.house
        if self.session.edit(lambda draft: answers_before.answer_again(house, draft, finding, before)):
            self._on_answered(0)


def _around(bench: "Workbench") -> Iterator[QWidget]:
    """Yield the cards of what the columns do not show: what a workbook hides, and who stands alone in the table."""
    from steward.tasks.standing_alone import are_people

    if bench.report.hidden:
        yield HiddenCard(bench.report.hidden)
    if are_people(bench):
        yield DisclosureCard(bench)


def _nothing_found() -> EmptyState:
    return EmptyState(tr(say("Nothing here waits for a decision.")),
                      tr(say("That is what Steward could see. You know the data better.")), picture="privacy")


def _place(finding: Finding) -> tuple[bool, int, bool]:
    """Return where a finding stands: what is changed in single columns may answer for the whole table, and the questions."""
    return finding.room == ASKED, finding.tier.rank, finding.column is None


def _looked_at(bench: "Workbench") -> Notice:
    sheet = bench.candidate
    counts = say("Looked at {rows} rows, {columns} columns. You decided {decided}.", rows=sheet.height,
                 columns=len(sheet.columns), decided=len(bench.draft.decisions))
    return Notice(tr(counts), tr(LIMITS), tone="note", picture="search")


def _sureness(sure: float) -> Message:
    return next(words for least, words in SURENESS if sure >= least)


def build(session: Session) -> PageView:
    """Return the page."""
    return PrivacyStep(session, title=say("Check for private information"),
                       lead=say("Decide on each thing that may tell of a person, before anyone else sees it."))


PAGE = Page(order=20, name=StepName.PRIVACY.value, title=say("Check for private information"), icon="privacy", build=build)
