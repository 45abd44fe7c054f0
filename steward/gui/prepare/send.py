"""Check and send: what is still open, all answers with a way to change them, and the one act that lets the data go."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from steward.gui.newest import Newest
from steward.gui.page import Page
from steward.gui.prepare._findings import lead_of
from steward.gui.prepare._further import further_card, further_leads, standing
from steward.gui.prepare._portal_page import PortalCard
from steward.gui.prepare._step_page import StepPage
from steward.gui.session import Session
from steward.gui.text import data_text, shown_date, tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button, secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.error_summary import ErrorSummary, Lead
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Hint, SectionHeading, Text
from steward.gui.widgets.notice import Notice, notice_of
from steward.gui.widgets.page_view import PageView, Part
from steward.metadata.profile import Element, Group
from steward.metadata.record import Record
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import first_names, say, say_count, verbatim
from steward.vocabulary.words import Words
from steward.workflow.needs import StepName, outstanding, step_of, title_of

if TYPE_CHECKING:
    from steward.tasks.sending import Receipt
    from steward.tasks.workbench import Workbench
    from steward.vocabulary.progress import Progress

    Looked = tuple[tuple[Workbench, ...], tuple[Finding, ...]]

INTERNAL = (say("The name and fingerprint of your file, not the file itself"),
            say("What Steward found, by place and count, without any cell"),
            say("Your decisions with their reasons"), say("The answers marked as internal"))
NAMES_SHOWN = 40   # of the columns


class SendStep(StepPage):
    """The fifth step."""

    step = StepName.SEND

    def _build(self) -> None:
        super()._build()
        self._again = False  # the person wants to look through what was sent already, to send it once more
        self._jobs = Newest(self.session.worker, self)
        self._further: tuple[Workbench, ...] | None = None   # the further tables as they were saved; None: not looked at yet
        self._joined: tuple[Finding, ...] = ()               # what the tables tell of people together

    def visit(self, subject: str = "") -> None:
        """Come up with the receipt where the draft was sent."""
        self._again, self._further, self._joined = False, None, ()
        self._jobs.drop()   # what was looked at for another draft, or before its record changed
        super().visit(subject)

    def show_bench(self, bench: "Workbench") -> None:
        """Show what stands open, then everything that was decided and answered."""
        if bench.draft.submission and bench.draft.revision and not self._again:
            self._show_sent(bench)
            return
        if bench.draft.further and self._further is None:
            self._look_at_further(bench)
            return
        further = self._further or ()
        waiting = standing(bench, further)
        heading = say_count("{count} thing stands in the way", "{count} things stand in the way", len(waiting))
        self._summary = ErrorSummary(tr(heading))
        self.on.setText(tr(say("&Send for review (practice)") if self.session.is_practice else say("&Send for review")))
        self.on.setAccessibleName(self.on.text().replace("&", ""))
        self.on.setEnabled(not waiting)
        self.on.show()
        self.fill(lambda: (self._summary, *(() if waiting else (self._ready(),)), *self._of_table(bench)),
                  lambda: self._show_leads(bench, further), lambda: (further_card(one, self.session) for one in further),
                  lambda: (*(notice_of(one.words) for one in self._joined), *self._unlooked(bench)),
                  *self._answers_of(bench), lambda: (self._build_decisions(bench),),
                  lambda: (PortalCard(self.session, bench),), lambda: (self._build_parts(bench),))

    def _show_leads(self, bench: "Workbench", further: "tuple[Workbench, ...]") -> None:
        self._summary.show_leads([
            Lead(text=lead_of(found), follow=partial(self._follow, found), under=tr(title_of(step)))
            for step in StepName for found in outstanding(bench.draft, bench.report.findings) if step_of(found) is step]
            + [lead for one in further for lead in further_leads(one, bench, self.session)])

    def may_go_on(self) -> bool:
        """Send; the page stays."""
        from steward.tasks import describing, sending

        bench, house = self.session.workbench, self.session.house
        if bench is None:
            return False
        self.session.edit(lambda draft: describing.with_confirmed(house, draft))
        bench = self.session.workbench or bench
        self.on.setEnabled(False)
        further = self._further or ()
        self.session.worker.run(lambda progress: sending.send(house, bench, progress, further), then=self._on_sent,
                                failed=self._on_not_sent, cancelled=self.refresh, owner=self,
                                progress=say("Sealing and sending"))
        return False

    def _look_at_further(self, bench: "Workbench") -> None:
        """Open the further tables as they were saved, so that nothing in them goes out unseen."""
        from steward.tasks import further_tables, joined_tables

        house, draft = self.session.house, bench.draft

        def look(progress: "Progress") -> "Looked":
            tables = further_tables.further_tables(house, draft, progress)
            return tables, joined_tables.joined_findings((bench, *tables))

        self.on.hide()
        self.renew(self.content, Notice(tr(say("Steward is checking the further tables.")),
                                        tr(say("This page fills itself when the check is finished."))))
        self._jobs.run("further tables", look, self._on_looked_at, self._on_not_looked_at,
                       say("Opening and checking the further tables"), stopped=self._on_stopped)

    def _on_looked_at(self, looked: "Looked") -> None:
        self._further, self._joined = looked
        self.refresh()

    def _on_stopped(self) -> None:
        """Say what was not done, and how it can be, after the person pressed Cancel."""
        box = Notice(tr(say("The further tables were not checked, so nothing can be sent yet.")), tone="note")
        again = secondary_button(tr(say("&Check them now")), "redo")
        again.clicked.connect(self.refresh)
        box.add_action(again)
        self.renew(self.content, box)

    def _on_not_looked_at(self, trouble: Words) -> None:
        self.renew(self.content, notice_of(trouble, tone="stop"))

    def _on_sent(self, receipt: "Receipt") -> None:
        self._again = False
        self.session.replace(receipt.draft)
        self.refresh()
        announce(self, " ".join(tr(line) for line in receipt.lines))
        self.title.setFocus()

    def _on_not_sent(self, words: object) -> None:
        self.session.troubled.emit(words)
        self.refresh()

    def _ready(self) -> Notice:
        if self.session.is_practice:
            then = say("This is practice: what you send goes to a folder of this computer and to nobody else.")
        else:
            then = say("The coordinator looks at it before anything is published.")
        return Notice(tr(say("Nothing stands in the way.")), tr(then),
                      picture="practice" if self.session.is_practice else "send")

    def _of_table(self, bench: "Workbench") -> tuple[QWidget, ...]:
        """Return what was made of the table; without one, that no data goes with the record."""
        if bench.draft.has_table:
            return (self._build_table(bench),)
        if bench.draft.keeps_tables:
            return (Notice(tr(say("The data stays as it is published.")),
                           tr(say("Only the description is new. The tables go out again, byte for byte.")), tone="note"),)
        return (Notice(tr(say("No data goes with it.")), tr(say("The catalog shows the description, why there is no data, and "
                                                                "how to ask for it.")), tone="note"),)

    def _build_table(self, bench: "Workbench") -> Card:
        from steward.tasks.recipe_in_words import recipe_in_words

        card = Card(tr(say("The table")))
        changes = "\n".join(tr(sentence) for sentence in recipe_in_words(bench.draft.recipe))
        card.body.addWidget(FactList([
            Fact(label=tr(say("File")), value=bench.draft.source.name, change=lambda: self.session.go("open")),
            Fact(label=tr(say("Rows")), value=f"{bench.candidate.height:,}"),
            Fact(label=tr(say("Columns")), value=tr(first_names(bench.candidate.names, NAMES_SHOWN)),
                 change=lambda: self.session.go("columns")),
            Fact(label=tr(say("Changes")), value=changes or tr(say("None")), change=lambda: self.session.go("columns"))]))
        return card

    def _unlooked(self, bench: "Workbench") -> list[Notice]:
        """Say how many answers Steward filled in itself: sending confirms them, and nothing goes out unconfirmed."""
        from steward.tasks import describing

        count = len(describing.unconfirmed(self.session.house, bench.draft))
        what = say_count("{count} answer was filled in by Steward, and nobody has confirmed it yet.",
                         "{count} answers were filled in by Steward, and nobody has confirmed them yet.", count)
        then = say("They are marked below. Change what is not right. By sending you confirm the others in your name.")
        return [Notice(tr(what), tr(then), tone="note")] if count else []

    def _answers_of(self, bench: "Workbench") -> list[Part]:
        """Return what makes the card of each group of questions."""
        from steward.tasks import describing

        draft, has_dates = bench.draft, describing.dates(bench.report.profile) is not None
        filled_in = frozenset(element.id for element in describing.unconfirmed(self.session.house, draft))

        def card_of(group: Group) -> tuple[Card]:
            facts = [self._answer(element, draft.record, is_filled_in=element.id in filled_in)
                     for element in describing.elements(self.session.house)
                     if element.group == group.id and element.is_asked(draft.record) and (
                         bool(draft.record.value(element.id)) or element.is_required(draft.record, has_dates=has_dates))]
            card = Card(data_text(group.label))
            card.body.addWidget(FactList(facts))
            return (card,)

        return [partial(card_of, group) for group in describing.asked_groups(self.session.house, draft)]

    def _answer(self, element: Element, record: Record, *, is_filled_in: bool) -> Fact:
        from steward.tasks import describing

        labels = dict(describing.choices(self.session.house, element.vocabulary)) if element.vocabulary else {}
        value = record.value(element.id)
        shown = ", ".join(labels.get(text, text) for text in (value if isinstance(value, tuple) else (value,)) if text)
        mark = "" if element.is_published and element.need != "internal" else tr(say(" (internal)"))
        shown = tr(say("{answer} (filled in by Steward, not confirmed yet)", answer=shown)) if is_filled_in else shown
        return Fact(label=data_text(element.label) + mark, value=shown, change=lambda: self.session.go("describe", element.id))

    def _build_decisions(self, bench: "Workbench") -> Card:
        card = Card(tr(say("Your decisions")))
        words = {found.key: found.words for found in bench.report.findings}
        facts = [Fact(label=given.column or tr(say("The whole table")),
                      value=" ".join(part for part in (tr(words[given.key].what) if given.key in words else "",
                                                       tr(say("Reason: {reason}", reason=given.reason)) if given.reason else
                                                       tr(say("Changed."))) if part),
                      change=partial(self.session.go, "privacy", "|".join((given.key[0], given.column or ""))))
                 for given in bench.draft.decisions]
        is_open = any(step_of(found) is StepName.PRIVACY for found in outstanding(bench.draft, bench.report.findings))
        none = say("Nothing is decided yet.") if is_open else say("There was nothing to decide.")
        card.body.addWidget(FactList(facts) if facts else Text(tr(none)))
        return card

    def _build_parts(self, bench: "Workbench") -> Card:
        card = Card(tr(say("What becomes public, and what stays internal")))
        card.body.addWidget(SectionHeading(tr(say("Public, once it is approved"))))
        table = (say("The table as a CSV file: {rows} rows, {columns} columns", rows=bench.candidate.height,
                     columns=len(bench.candidate.columns)), say("What each column means"))
        further = tuple(say("Table {sheet} as a CSV file: {rows} rows, {columns} columns",
                            sheet=verbatim(one.original.provenance.sheet or ""), rows=one.candidate.height,
                            columns=len(one.candidate.columns)) for one in self._further or ())
        kept = (say("The tables, as they are published already"),) if bench.draft.keeps_tables else ()
        tables = (*table, *further) if bench.draft.has_table else kept
        public = (*tables, say("The description, without the internal answers"))
        card.body.addWidget(Text("\n".join("•  " + tr(line) for line in public)))
        card.body.addWidget(SectionHeading(tr(say("Internal, for the people who review it"))))
        inside = INTERNAL if bench.draft.has_table or bench.draft.keeps_tables else INTERNAL[1:]
        card.body.addWidget(Text("\n".join("•  " + tr(line) for line in inside)))
        return card

    def _show_sent(self, bench: "Workbench") -> None:
        for button in (self.on, self._later):    # nothing is left to save
            button.hide()
        draft = bench.draft
        practice = draft.practice
        box = Notice(tr(say("Sent for practice.") if practice else say("Sent for review.")),
                     tr(say("Nothing left this computer: it is in the practice queue.") if practice
                        else say("The coordinator looks at it next. You can follow it on the home page.")),
                     tone="done", picture="send")
        card = Card(tr(say("Receipt")))
        card.body.addWidget(FactList([
            Fact(label=tr(say("Submission number")), value=draft.submission),
            Fact(label=tr(say("Revision")), value=str(draft.revision)),
            Fact(label=tr(say("Dataset")), value=draft.title),
            Fact(label=tr(say("Sent")), value=shown_date(draft.changed)),
            Fact(label=tr(say("Mode")), value=tr(say("Practice") if practice else say("Program")))]))
        again = link_button(tr(say("Look it through and send it &again")), "redo")
        again.clicked.connect(self._on_again)
        parts: list[QWidget] = [box, card]
        home = secondary_button(tr(say("Go to &home")), "home")
        home.clicked.connect(lambda: self.session.go("home"))
        parts.append(home)
        if draft.practice == self.session.is_practice:
            parts.append(again)
        else:
            parts.append(Hint(tr(say("Practice stays apart from what the program holds. To send it once more, choose the "
                                     "program's queue in the settings again."))))
        self.renew(self.content, *parts)

    def _on_again(self) -> None:
        self._again = True
        self.refresh()

    def _follow(self, finding: Finding) -> None:
        step = step_of(finding)
        subject = (finding.column or "") if step is StepName.DESCRIBE else "|".join((finding.key[0], finding.column or ""))
        self.session.go(step.value, subject)


def build(session: Session) -> PageView:
    """Return the page."""
    return SendStep(session, title=say("Check and send"),
                    lead=say("Look it all over. You can change every answer. Nothing leaves this computer before you send it."))


PAGE = Page(order=50, name=StepName.SEND.value, title=say("Check and send"), icon="send", build=build)
