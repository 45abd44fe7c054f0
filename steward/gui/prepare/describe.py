"""Describe the data: the record in four short groups, one at a time, saved as one types."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from steward.gui.newest import Newest
from steward.gui.page import Page
from steward.gui.prepare._earlier import EarlierFile, EarlierView, nothing_taken
from steward.gui.prepare._element_row import ElementRow
from steward.gui.prepare._guide import GuideOffer
from steward.gui.prepare._improvements import ImprovementCard
from steward.gui.prepare._step_page import StepPage, is_quickly_told
from steward.gui.prepare._words_wanted import MissingNote
from steward.gui.session import Session
from steward.gui.text import data_text, tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.error_summary import ErrorSummary, Lead
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.page_view import PageView
from steward.gui.widgets.tab_row import TabRow
from steward.metadata.profile import Element, Group
from steward.metadata.record import Value
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import say
from steward.vocabulary.tier import Tier
from steward.workflow.draft import Draft
from steward.workflow.needs import StepName, outstanding, step_of

if TYPE_CHECKING:
    from steward.metadata.suggestions import Suggestion
    from steward.tasks.importing import Imported
    from steward.tasks.workbench import Workbench

PAUSE_MS = 250  # from a letter to its being saved, at most
GUIDED = "description"   # the element that questions help to write


class DescribeStep(StepPage):
    """The fourth step."""

    step = StepName.DESCRIBE

    def _build(self) -> None:
        super()._build()
        self._jobs = Newest(self.session.worker, self)
        self._group = ""
        self._guide: GuideOffer | None = None
        self._rows: dict[str, ElementRow] = {}
        self._doubted: set[str] = set()   # elements that something stood against while the page is there
        self._told: set[str] = set()  # groups that a person tried to leave: from then on open answers are marked
        self._typed: set[str] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._summary = ErrorSummary(tr(say("Still to be answered here")))
        self._earlier = EarlierFile(self, self.session, self._show_earlier)
        self._fill_in = secondary_button(tr(say("&Fill in from earlier metadata…")), "file")
        self.add_head(self._fill_in)

    def _connect(self) -> None:
        super()._connect()
        self._fill_in.clicked.connect(self._on_fill_in)
        self._pause.timeout.connect(self._save_typed)

    def show_bench(self, bench: "Workbench") -> None:
        """Show the group at hand, or the one that holds the element the person wants to see."""
        from steward.tasks import describing

        house, self._doubted = self.session.house, set()
        self._groups: tuple[Group, ...] = describing.asked_groups(house, bench.draft)
        names = [group.id for group in self._groups]
        wanted = next((element.group for element in describing.elements(house) if element.id == self.subject), "")
        self._group = next(name for name in (wanted, self._group, names[0]) if name in names)
        self._build_group(bench)

    def refresh(self) -> None:
        """Show the step; only an open table can be described from earlier metadata."""
        super().refresh()
        bench = self.session.workbench
        self._fill_in.setVisible(bench is not None and not bench.draft.part_of)

    def leave(self) -> None:
        """Save what is being typed."""
        self._save_typed()
        self.subject = ""

    def may_go_on(self) -> bool:
        """Go to the next group, telling once what is still open in this one; after the last group go on."""
        self._save_typed()
        if self.session.workbench is None:
            return True
        if self._group not in self._told:
            self._told.add(self._group)
            self.session.check_again()
            if self._tell_open_ones():
                return False
        names = [group.id for group in self._groups]
        place = names.index(self._group) + 1
        if place < len(names):
            self._go_to(names[place])
            return False
        return True

    def _on_fill_in(self) -> None:
        self._save_typed()
        self._earlier.choose()

    def _show_earlier(self, name: str, found: "Imported") -> None:
        """Show what a file says in the place of the questions."""
        self._save_typed()
        if not found.told:
            self.content.insertWidget(0, nothing_taken())
            return
        self._rows, self._guide = {}, None
        view = EarlierView(self.session, name, found)
        view.closed.connect(self._on_earlier_closed)
        self.renew(self.content, view)
        self._fill_in.hide()
        self.on.hide()
        self.area.verticalScrollBar().setValue(0)
        view.first.setFocus()

    def _on_earlier_closed(self) -> None:
        self.refresh()
        self._fill_in.setFocus()

    def _build_group(self, bench: "Workbench") -> None:
        from steward.tasks import describing

        self._rows, self._guide = {}, None
        is_quick, house = is_quickly_told(bench), self.session.house
        if not is_quick:
            self.renew(self.content, self._build_tabs(), Hint(tr(say("Looking at what the table tells…"))))
        self._jobs.run_or_do(
            "group", lambda _progress: (describing.suggestions(house, bench), describing.further_answers(house, bench)),
            lambda found: self._fill_group(*found), is_quick=is_quick)

    def _fill_group(self, offers: "Sequence[Suggestion]", further: "Sequence[Suggestion]") -> None:
        """Show the questions of the group with what is offered for them, and come to the one that was wanted."""
        from steward.tasks import describing

        bench = self.session.workbench
        if bench is None:
            return
        group = next(group for group in self._groups if group.id == self._group)
        card = Card(data_text(group.label), data_text(group.help), gap="section_gap")
        offered = {offer.element: offer for offer in offers}
        self._has_dates = describing.dates(bench.report.profile) is not None
        self._summary = ErrorSummary(tr(say("Still to be answered here")))
        self._without_words = MissingNote(self.session)
        self._better = ImprovementCard(lambda name: self.session.go(self.step.value, name))
        rows = [partial(self._add_row, card, element, bench.draft, offered, further) for element in self._asked_here(bench)]
        self.fill(lambda: (self._summary, self._without_words, self._build_tabs(), card), *rows, lambda: (self._better,),
                  then=self._on_filled)

    def _add_row(self, card: Card, element: Element, draft: Draft, offered: "Mapping[str, Suggestion]",
                 further: "Sequence[Suggestion]") -> None:
        self._rows[element.id] = row_ = self._row(element, draft, offered)
        row_.offer_further([(offer.value, offer.why) for offer in further if offer.element == element.id])
        card.body.addWidget(row_)

    def _on_filled(self) -> None:
        """Mark what stands against the answers, and come to the question that was wanted."""
        if (bench := self.session.workbench) is not None:
            self._mark_open(bench)
        if self.subject in self._rows:
            QTimer.singleShot(0, self, lambda: self._show_element(self.subject))

    def _asked_here(self, bench: "Workbench") -> list[Element]:
        """Return the questions of the group, with those that Steward answers itself where the answer is doubted."""
        from steward.tasks import describing

        self._doubted |= {found.column for found in bench.report.findings if found.room == "metadata" and found.column}
        return [element for element in describing.elements(self.session.house) if element.group == self._group
                and (element.is_asked(bench.draft.record) or (element.need == "generated" and element.id in self._doubted))]

    def _row(self, element: Element, draft: Draft, offered: Mapping[str, "Suggestion"]) -> ElementRow:
        from steward.tasks import describing

        choices = describing.choices(self.session.house, element.vocabulary) if element.vocabulary else ()
        value = draft.record.value(element.id)
        made = ElementRow(element, value, choices, is_required=element.is_required(draft.record, has_dates=self._has_dates))
        _offer(made, draft, offered.get(element.id))
        made.typed.connect(lambda: self._on_typed(element.id))
        made.confirmed.connect(self._on_typed)
        made.dismissed.connect(lambda values: self._on_dismissed(element.id, values))
        if element.id == GUIDED:
            self._guide = GuideOffer(self.session, made)
            self._guide.taken.connect(self._on_guided)
            self._guide.typed.connect(self._jot)
            made.more.insertWidget(0, self._guide)
        return made

    def _build_tabs(self) -> TabRow:
        self._tabs = TabRow({group.id: data_text(group.label) for group in self._groups}, self._group)
        self._tabs.chosen.connect(self._go_to)
        return self._tabs

    def _go_to(self, group: str) -> None:
        self._save_typed()
        self._group, self.subject = group, ""
        bench = self.session.workbench
        if bench is not None:
            self._build_group(bench)
            self.area.verticalScrollBar().setValue(0)
            for button in self.findChildren(QPushButton):
                if button.isCheckable() and button.isChecked():
                    button.setFocus()

    def _on_typed(self, element: str) -> None:
        self._typed.add(element)
        self._jot()
        if not self._pause.isActive():   # who types on and on is saved too
            self._pause.start()

    def _on_dismissed(self, element: str, values: Sequence[Value]) -> None:
        """Remember what the person does not want to be offered again."""
        from steward.tasks import describing

        def without(draft: Draft) -> Draft:
            for value in values:
                draft = draft.without_proposal(describing.offer_key(element, value))
            return draft

        self.session.edit(without)

    def _on_guided(self) -> None:
        """Offer to the other questions what the help for the description was told."""
        self._save_typed()
        self._offer_again()

    def _offer_again(self) -> None:
        """Offer to the questions without an answer what follows from those that have one."""
        from steward.tasks import describing

        bench = self.session.workbench
        if bench is None:
            return
        house = self.session.house
        self._jobs.run_or_do("offers", lambda _progress: describing.suggestions(house, bench), self._show_offers,
                             is_quick=is_quickly_told(bench))

    def _show_offers(self, offers: "Sequence[Suggestion]") -> None:
        for offer in offers:
            made = self._rows.get(offer.element)
            if made is not None and not made.value():
                made.suggest(offer.value, offer.why)

    def _save_typed(self) -> None:
        from steward.tasks import describing

        self._pause.stop()
        if self._guide is not None:
            self._guide.save()
        answers = self._typed_answers()
        self._typed = set()
        if not answers:
            self.session.forget_typed()
            return
        house = self.session.house

        def answered(draft: Draft) -> Draft:
            for name, value in answers.items():
                draft = describing.answer(house, draft, name, value)
            return draft

        self.session.edit(answered)
        self.session.forget_typed()
        self._ask_anew(tuple(answers))
        self._offer_again()

    def _ask_anew(self, answered: Sequence[str]) -> None:
        """Ask what an answer just led to, and no longer what it made needless; the focus stays with the answer."""
        from steward.tasks import describing

        bench = self.session.workbench
        if bench is None or not self.isVisible():
            return
        asked = [element.id for element in self._asked_here(bench)]
        if asked != list(self._rows):
            self._groups = describing.asked_groups(self.session.house, bench.draft)
            self._build_group(bench)
            self._turns.finish()
            if answered[-1] in self._rows:
                self._rows[answered[-1]].field.setFocus()

    def _jot(self) -> None:
        """Keep every letter, also where the program ends before the pause is over."""
        from steward.tasks.drafting import Typed

        self.session.jot(Typed(record=self._typed_answers(), guided=self._guide.answers() if self._guide is not None else {}))

    def _typed_answers(self) -> dict[str, Value]:
        return {name: self._rows[name].value() for name in sorted(self._typed) if name in self._rows}

    def _on_workbench_changed(self) -> None:
        bench = self.session.workbench
        if bench is not None and self._rows and self.isVisible():
            self._mark_open(bench)
        elif bench is None or self.findChild(EarlierView) is None:
            super()._on_workbench_changed()

    def _mark_open(self, bench: "Workbench") -> None:
        """Show beside each field what was found about its answer; missing ones only once the person went on."""
        from steward.tasks import describing

        self._count_open(bench)
        self._without_words.renew(bench)
        self._better.show_findings(describing.improvements(bench.report.findings))
        found: dict[str, Finding] = {finding.column or "": finding for finding in reversed(self._found(bench))}
        for name, made in self._rows.items():
            finding = found.get(name)
            is_told = finding is not None and (self._group in self._told or bool(made.value()))
            is_hint = finding is not None and finding.tier in (Tier.WARN, Tier.NOTE)
            made.show_problem(_sentence(finding) if finding is not None and is_told else "", is_hint=is_hint)

    def _count_open(self, bench: "Workbench") -> None:
        """Say on each group's tab how many of its questions still want an answer."""
        from steward.tasks import describing

        group_of = {element.id: element.group for element in describing.elements(self.session.house)}
        waiting = Counter(group_of.get(found.column or "") for found in outstanding(bench.draft, bench.report.findings)
                          if step_of(found) is self.step)
        for group in self._groups:
            label, count = data_text(group.label), waiting[group.id]
            text = tr(say("{label} ({count} open)", label=label, count=count)) if count else label
            self._tabs.name(group.id, text)

    def _found(self, bench: "Workbench") -> list[Finding]:
        return [finding for finding in bench.report.findings if step_of(finding) is self.step and finding.column in self._rows]

    def _tell_open_ones(self) -> bool:
        bench = self.session.workbench
        waiting = [] if bench is None else [found for found in self._found(bench) if found.tier in (Tier.BLOCK, Tier.DECIDE)]
        self._summary.show_leads([Lead(text=_sentence(found), follow=partial(self._show_element, found.column or ""))
                                  for found in waiting], take_focus=True)
        if waiting:
            self.show_part(self._summary)
        if bench is not None:
            self._mark_open(bench)
        return bool(waiting)

    def _show_element(self, name: str) -> None:
        if name in self._rows:
            self.show_part(self._rows[name].field)


def _offer(made: ElementRow, draft: Draft, offer: "Suggestion | None") -> None:
    """Offer an answer where there is none, and let one that Steward filled in be kept."""
    value, is_confirmed = made.value(), made.element.id in draft.confirmed
    if offer is not None and not value:
        made.suggest(offer.value, offer.why)
    elif offer is not None and offer.value == value and not is_confirmed:
        made.offer_keeping(say("Suggested. {why}", why=offer.why))
    elif value and not is_confirmed:
        made.offer_keeping(say("Filled in for you. Nobody has confirmed it yet."))


def _sentence(finding: Finding) -> str:
    return " ".join(part for part in (tr(finding.words.what), tr(finding.words.next_step)) if part)


def build(session: Session) -> PageView:
    """Return the page."""
    return DescribeStep(session, title=say("Describe the data"),
                        lead=say("In words that someone outside the city understands. What you type is saved as you type."))


PAGE = Page(order=40, name=StepName.DESCRIBE.value, title=say("Describe the data"), icon="describe", build=build)
