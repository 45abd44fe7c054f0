"""Check the columns: what does not fit, and what each column means."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from steward.gui.column_types import type_words
from steward.gui.page import Page
from steward.gui.prepare._asked_schema import SchemaBox
from steward.gui.prepare._column_form import ColumnForm
from steward.gui.prepare._dictionary import DictionaryBar
from steward.gui.prepare._editing import EditCard
from steward.gui.prepare._fields_shown import described, fields_of, first_without, places_without, rules_of
from steward.gui.prepare._finding_page import FindingPage
from steward.gui.prepare._groups import grouped
from steward.gui.prepare._key import KeyBox
from steward.gui.prepare._labels import LabelForm
from steward.gui.prepare._layout import layout_evidence, reshape_card
from steward.gui.prepare._mending import MENDABLE, MendForm
from steward.gui.prepare._no_value_words import NoValueAnswer
from steward.gui.prepare._read_again import OF_READING, read_again_button
from steward.gui.prepare._sheet_keys import SheetKeysBox
from steward.gui.prepare._words_wanted import WordsWanted
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.error_summary import Lead
from steward.gui.widgets.finding_card import FindingCard
from steward.gui.widgets.labels import Hint, SectionHeading
from steward.gui.widgets.page_view import PageView, Part
from steward.gui.widgets.side_by_side import SideBySide
from steward.gui.widgets.spacing import column, stacked
from steward.gui.widgets.table_view import PagedModel, TableView
from steward.schema.field import Field
from steward.vocabulary.message import say, say_count
from steward.workflow.needs import OF_COLUMN_WORDS, WEAKLY_DESCRIBED, StepName, is_open, step_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.schema.proposal import Proposal, Proposed
    from steward.tasks.column_words import Known, Offered
    from steward.tasks.workbench import Workbench
    from steward.vocabulary.finding import Finding
    from steward.vocabulary.message import Message

OF_WORDS = frozenset(("type-error", "missing-value-word"))   # whose cells may mean no value
ROWS_SHOWN, ROWS_NARROW, WIDE = 10, 5, 940
LOOKED_AT, EXAMPLES, LONGEST_EXAMPLE = 200, 3, 40  # cells of a column from which examples are shown


class ColumnsStep(FindingPage):
    """The third step."""

    step = StepName.COLUMNS

    def _build(self) -> None:
        super()._build()
        self._chosen = ""
        self._fields: dict[str, Field] = {}
        self._weakness: Mapping[str, Message] | None = None   # of the fields as they are, once it was asked for
        self._known: Known | None = None
        self._proposed: Proposed | None = None
        self._looked_up = ""  # the draft for which earlier tables were looked through

    def show_bench(self, bench: "Workbench") -> None:
        """Show the columns with the one that is being described, what does not fit, and what was changed."""
        self._profiles = {profile.name: profile for profile in bench.report.profile.columns}
        self._fields, self._weakness = fields_of(bench), None
        self._proposed = None
        self.leave()  # words that are being typed while the table is checked again
        self.new_list(lambda card: self._add_evidence(card, bench))
        findings = tuple(found for found in bench.report.findings
                         if step_of(found) is self.step and found.kind not in OF_COLUMN_WORDS)   # told beside the columns
        told: tuple[Part, ...] = (lambda: self._told(findings), lambda: self.findings.show_findings(bench, findings))
        meanings: tuple[Part, ...] = (lambda: (self._build_columns(bench),), self._begin_with_one)
        is_waiting = any(is_open(bench.draft, found) for found in findings)
        parts = (*told, *meanings) if is_waiting else (*meanings, *told)  # what stands in the way comes first
        self._edit = EditCard(self.session, bench)
        self.fill(lambda: (self.findings.summary,), *parts, lambda: (reshape_card(self.session), self._edit),
                  lambda: (self.new_recipe(bench),), then=lambda: self._on_filled(bench))

    def _told(self, findings: "Sequence[Finding]") -> "tuple[QWidget, ...]":
        told = say_count("{count} thing does not fit", "{count} things do not fit", len(grouped(findings)))
        return (SectionHeading(tr(told)), self.findings) if findings else (self.findings,)

    def _on_filled(self, bench: "Workbench") -> None:
        self.show_finding_wanted()
        self._look_up(bench)
        self._look_for_rules(bench)

    def _look_for_rules(self, bench: "Workbench") -> None:
        from steward.tasks import other_sheets, proposing

        def show(found: "Proposed") -> None:
            if (now := self.session.workbench) is not None and now.report.profile is bench.report.profile:
                self._turns.finish()
                self._proposed = found
                self._show_rules()

        house = self.session.house
        self.session.worker.run(lambda _progress: proposing.proposals_of(bench, other_sheets.keys_of(house, bench)), then=show,
                                owner=self)

    def _show_rules(self) -> None:
        """Show what is offered of the column that is described, and of the table."""
        from steward.tasks import proposing

        draft, form, field = self.session.draft, self._form(), self._fields.get(self._chosen)
        if self._proposed is None or draft is None:
            return
        if form is not None and field is not None:
            form.propose(proposing.offered(self._proposed, field, draft.passed_over))
        for answer in self.findings.findChildren(NoValueAnswer):
            self._offer_no_value(answer)
        keys = () if draft.primary_key else self._proposed.keys
        self._key.renew(draft.primary_key, [one for one in keys if one.key not in draft.passed_over])
        self._sheet_keys.renew(draft.foreign_keys, draft.passed_over, self._proposed.foreign_keys)

    def _offer_no_value(self, answer: NoValueAnswer) -> None:
        """Show beside a finding what its words may be taken for, once that is known."""
        draft, found, field = self.session.draft, self._proposed, self._fields.get(answer.of_column)
        if draft is not None and found is not None and field is not None:
            kept = (one for one in found.of(field.column) if one.rule == "missing" and one.key not in draft.passed_over)
            answer.offer(None if field.nothing_words else next(kept, None))

    def _on_no_value(self, proposal: "Proposal") -> None:
        from steward.tasks import proposing

        self._on_described(proposing.take(self._fields[proposal.column], proposal))

    def _look_up(self, bench: "Workbench") -> None:
        from steward.tasks import column_words

        if self._looked_up != bench.draft.id:
            self._looked_up, house, draft = bench.draft.id, self.session.house, bench.draft
            self.session.worker.run(lambda _progress: column_words.known_words(house, draft), then=self._on_known, owner=self)

    def _add_evidence(self, card: FindingCard, bench: "Workbench") -> None:
        """Show the rule, the rows of a report as they are taken, and the rows that were set apart to be mended."""
        from steward.tasks.knowing import file_rule_in_words
        from steward.tasks.labels import clusters_of

        if rule := tr(file_rule_in_words(card.finding.kind)):
            card.more.addWidget(Hint(rule))
        if (evidence := layout_evidence(self.session, bench, card.finding)) is not None:
            card.more.addWidget(evidence)
        if card.finding.kind in OF_READING:
            card.more.addWidget(read_again_button(self.session, bench), 0, Qt.AlignmentFlag.AlignLeft)
        if card.finding.kind in OF_WORDS:
            answer = NoValueAnswer(card.finding.column or "")
            answer.taken.connect(self._on_no_value)
            card.more.addWidget(answer)
            self._offer_no_value(answer)
        if card.finding.kind in MENDABLE and bench.candidate.lines is not None and bench.candidate.parts is None:
            form = MendForm(self.session, bench, card.finding)
            card.more.addWidget(form)
        if clusters := clusters_of(bench, card.finding):
            card.more.addWidget(LabelForm(self.session, bench, card.finding, clusters))
        if card.finding.column in bench.candidate.names and len(card.finding.rows):
            card.more.addWidget(self._by_hand_button(card.finding), 0, Qt.AlignmentFlag.AlignLeft)

    def _by_hand_button(self, finding: "Finding") -> QWidget:
        """Return the way to where the first of the cells can be changed by hand."""
        def begin() -> None:
            self.show_part(self._edit)
            self._edit.begin(finding.rows[0], finding.column or "")

        told = say_count("Change the cell by hand…", "Change the first of these cells by hand…", len(finding.rows))
        button = link_button(tr(told), "describe")
        button.clicked.connect(begin)
        return button

    def leave(self) -> None:
        """Hand over the sentence that is being typed."""
        if (form := self._form()) is not None:
            form.hand_over()

    def _build_columns(self, bench: "Workbench") -> Card:
        card = Card(tr(say("What each column means")))
        self._wanted = WordsWanted()
        self._wanted.next_wanted.connect(self._on_next_wanted)
        self._wanted.taken.connect(self._on_offers_taken)
        self._wanted.all_told.connect(lambda: self.on.setFocus(Qt.FocusReason.OtherFocusReason))
        self._wanted.passed_over.connect(self._on_passed_over)
        card.body.addWidget(self._wanted)
        files = DictionaryBar(self.session, bench)
        files.found.connect(self._on_words_found)
        card.body.addWidget(files)
        card.body.addWidget(SchemaBox(self.session, bench))
        self._table = TableView(tr(say("Columns of the table")))
        self._show_columns()
        place = QWidget()
        self._form_place = column(place)
        self._form_place.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._key = KeyBox(bench.draft.primary_key)
        self._key.chosen.connect(self._on_key_chosen)
        self._key.passed_over.connect(self._on_passed_over)
        self._sheet_keys = SheetKeysBox()
        self._sheet_keys.agreed.connect(self._on_sheet_key)
        self._sheet_keys.passed_over.connect(self._on_passed_over)
        card.body.addWidget(SideBySide(stacked(self._table, self._key, self._sheet_keys), place, left_share=6, right_share=5))
        return card

    def _begin_with_one(self) -> None:
        """Show the form of the column that was being described, else of the first one without words."""
        names = list(self._fields)
        self._show_count()
        self._choose(names.index(self._chosen) if self._chosen in names else first_without(self._fields))

    def _show_columns(self) -> None:
        headers = (tr(say("Column")), tr(say("Kind of value")), tr(say("Empty")), tr(say("Described")))
        self._table.show_pages(PagedModel(headers, len(self._fields), self._rows))
        self._table.selectionModel().currentRowChanged.connect(lambda now, _before: self._on_chosen(now.row()))  # made anew
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)  # names take what is left
        most = ROWS_SHOWN if self.width() >= WIDE else ROWS_NARROW  # in a narrow window the form stands under the table
        self._table.show_height(max(ROWS_NARROW, min(most, len(self._fields))))

    def _rows(self, offset: int, count: int) -> list[tuple[str, ...]]:
        """Return what is shown of so many columns; of thousands only those in sight are asked for."""
        fields, weak = list(self._fields.values())[offset:offset + count], self._weak()
        empty = {field.column: self._profiles[field.column].missing for field in fields if field.column in self._profiles}
        return [(field.column, tr(type_words(field.type)), f"{empty[field.column]:,}" if field.column in empty else "",
                 described(field, weak)) for field in fields]

    def _choose(self, place: int) -> None:
        if not self._fields:
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(self._table.model().index(place, 0), flags)

    def _on_chosen(self, place: int) -> None:
        if (form := self._form()) is not None:
            form.hand_over()
            form.setParent(None)
            form.deleteLater()
        if not 0 <= place < len(self._fields):
            return
        field = list(self._fields.values())[place]
        self._chosen = field.column
        form = self._new_form(field)
        form.described.connect(self._on_described)
        form.next_wanted.connect(lambda: self._go_on(place + 1))
        form.back_wanted.connect(lambda: self._go_on(place - 1))
        form.passed_over.connect(self._on_passed_over)
        self._form_place.addWidget(form)
        form.show()  # at once, so that the keyboard can go on in it
        self._show_rules()

    def _new_form(self, field: Field) -> ColumnForm:
        from steward.tasks import column_words

        profile = self._profiles.get(field.column)
        values = () if profile is None else column_words.codes_of(profile)
        form = ColumnForm(field, self._examples(field.column), values=values, are_codes=column_words.are_codes(values))
        if self._known is not None:
            form.offer(column_words.offers_for(field, self._known))
        form.show_weakness(self._weak().get(field.column))
        return form

    def _weak(self) -> "Mapping[str, Message]":
        from steward.tasks import column_words

        if self._weakness is None:
            self._weakness = column_words.weak(self._fields.values())
        return self._weakness

    def _on_known(self, known: "Known") -> None:
        """Offer what was written for earlier tables and what the glossary says, once it was looked up."""
        from steward.tasks import column_words

        self._turns.finish()
        self._known = known
        self._show_count()
        form, field = self._form(), self._fields.get(self._chosen)
        if form is not None and field is not None:
            form.offer(column_words.offers_for(field, known))

    def _go_on(self, place: int) -> None:
        """Go to another column and begin to type at once; after the last one to the page's main act."""
        if not 0 <= place < len(self._fields):
            if (form := self._form()) is not None:
                form.hand_over()
            announce(self, tr(say("This was the last column.") if place > 0 else say("This is the first column.")))
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._choose(place)
        if (form := self._form()) is not None:
            form.begin()
            QTimer.singleShot(0, form, lambda: self.area.ensureWidgetVisible(form.question))

    def _examples(self, column: str) -> list[str]:
        bench = self.session.workbench
        if bench is None or column not in bench.candidate.names:
            return []
        first = bench.candidate.column(column).values[:LOOKED_AT].to_pylist()
        return [value.strip()[:LONGEST_EXAMPLE] for value in dict.fromkeys(first) if value.strip()][:EXAMPLES]

    def _on_offers_taken(self, offers: "Sequence[Offered]") -> None:
        """Give columns the words that a person took; what was typed meanwhile stays."""
        self.leave()
        self._on_words_found(tuple(replace(one, field=self._fields[one.field.column]).worded for one in offers))

    def _on_words_found(self, fields: tuple[Field, ...]) -> None:
        """Keep the words that a file brought or that were taken from those on offer, and show them."""
        if self.session.edit(lambda draft: draft.with_fields(fields)) and self.session.workbench is not None:
            is_ruled = any(rules_of(self._fields[field.column]) != rules_of(field) for field in fields)
            self._fields.update({field.column: field for field in fields})
            self._weakness, self._chosen = None, ""
            self._show_columns()
            self._show_count()
            self._choose(first_without(self._fields))
            if is_ruled:      # words that mean no value
                self.session.check_again()

    def _on_key_chosen(self, columns: tuple[str, ...]) -> None:
        self.session.edit(lambda draft: draft.with_key(columns))
        self._show_rules()

    def _on_sheet_key(self, key: str, is_wanted: bool) -> None:
        self.session.edit(lambda draft: draft.with_sheet_key(key, is_wanted=is_wanted))
        self._show_rules()

    def _on_passed_over(self, key: str) -> None:
        self.session.edit(lambda draft: draft.without_proposal(key))
        self._show_count()
        self._show_rules()

    def _on_ruled(self, before: Field, after: Field) -> None:
        """Show the rules as they are now; the table is held against them at once unless it is known to keep them."""
        from steward.tasks import proposing

        self._show_rules()
        if self._proposed is None or not proposing.is_proven(self._proposed, before, after):
            self.session.check_again()

    def _on_described(self, field: Field) -> None:
        before = self._fields[field.column]
        self._fields[field.column], self._weakness = field, None
        self.session.edit(lambda draft: draft.with_field(field))
        if rules_of(before) != rules_of(field):
            self._on_ruled(before, field)
        place = list(self._fields).index(field.column)
        weak = self._weak()
        self._table.show_text(place, 3, described(field, weak))
        if (form := self._form()) is not None and field.column == self._chosen:
            form.show_weakness(weak.get(field.column))
        self._show_count()

    def _show_count(self) -> None:
        draft = self.session.draft
        self._wanted.renew(self._fields, self._known, () if draft is None else draft.passed_over)

    def further_leads(self) -> "Sequence[Lead]":
        """Return the way to the first column without a description, where each must have one."""
        from steward.tasks import column_words

        missing = column_words.undescribed(self._fields.values())
        if not missing or not column_words.is_description_required():
            return ()
        return (Lead(text=tr(column_words.not_described(missing)), follow=self._on_next_wanted),)

    def show_finding_wanted(self) -> None:
        """Bring up the first column without words, or with weak ones, where somebody came for that."""
        kind = self.subject.partition("|")[0]
        if kind not in OF_COLUMN_WORDS:
            super().show_finding_wanted()
            return
        self.subject, self._chosen = "", ""
        poor = next((place for place, name in enumerate(self._fields) if name in self._weak()), 0)
        QTimer.singleShot(0, self, self._on_next_wanted if kind != WEAKLY_DESCRIBED else lambda: self._go_on(poor))

    def _on_next_wanted(self) -> None:
        """Go to the next column without a description, behind the last one to the first, and begin to type."""
        self.leave()
        names, wanted = list(self._fields), places_without(self._fields)
        here = names.index(self._chosen) if self._chosen in names else -1
        form, now = self._form(), QApplication.focusWidget()
        here -= not (form is not None and now is not None and form.isAncestorOf(now))   # else the one at hand was not begun
        if wanted:
            self._go_on(next((place for place in wanted if place > here), wanted[0]))
            return
        announce(self, tr(say("Every column is described.")))
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self) -> ColumnForm | None:
        return self.findChild(ColumnForm)


def build(session: Session) -> PageView:
    """Return the page."""
    return ColumnsStep(session, title=say("Check the columns"), is_wide=True,
                       lead=say("Say in a few words what each column means, and look at what does not fit."))


PAGE = Page(order=30, name=StepName.COLUMNS.value, title=say("Check the columns"), icon="columns", build=build)
