"""The recommended plan on one card: every step in plain words, each changeable or left out, one preview, then confirm."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from steward.gui.prepare._preview import beside, counted, grouped
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.buttons import secondary_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.form_row import FormRow, choice_field
from steward.gui.widgets.labels import Hint, Text, in_one_row, strong
from steward.gui.widgets.spacing import clear, column
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.message import say, say_count
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.plan_parts import Part, RecommendedPlan
    from steward.tasks.plan_preview import PlanLook
    from steward.tasks.workbench import Workbench

MINE = "mine"                # the person decides about this column below
SHOWN_AT_ONCE = 12           # lines of the preview; the others are reached by scrolling
WIDEST = 800
IN_ONE_LINE = 70             # letters of a column's name with the reason, which any window has room for
NARROWEST = 150              # of a column of the preview; below it, it scrolls sideways


class PlanCard(Card):
    """Closed at first: what the plan is for, and how many columns it treats. The steps are tried once it is opened."""

    taken = Signal()
    other_chosen = Signal(object)     # the plan of another kind of table, which the person named

    def __init__(self, session: Session, bench: "Workbench", plan: "RecommendedPlan", *, is_recommended: bool = True) -> None:
        """Show the sentence and the way to the steps."""
        title = (say("Recommended plan: {title}", title=plan.plan.title) if is_recommended
                 else say("Plan: {title}", title=plan.plan.title))
        super().__init__(tr(title), plan.plan.explain, gap="unit")
        self._session, self._bench, self._plan = session, bench, plan
        self._choices: list[tuple[QComboBox, tuple[Part, ...]]] = []
        self._turn = 0
        self._steps, self._look = column(gap="gap"), column(gap="unit")
        told = say_count("See its only part…", "See its {count} parts…", len(plan.parts))
        self._open = secondary_button(tr(told), "search")
        self._take = secondary_button(tr(say("Take this plan")), "check")
        self._take.hide()
        if plan.doubt is not None:
            self.body.addWidget(Text(tr(plan.doubt), tone="caution"))
        self.body.addWidget(Hint(tr(say("Nothing is done before you confirm. Source: {source}.", source=plan.plan.source))))
        self._kind = self._kinds()
        self.body.addWidget(self._kind)
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        for layout in (self._steps, self._look):
            self.body.addLayout(layout)
        self.body.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self._open.clicked.connect(self._on_opened)
        self._take.clicked.connect(self._on_taken)

    def chosen(self) -> "tuple[Part, ...]":
        """Return the parts as the person wants them; those that are left to the person are not among them."""
        return tuple(parts[field.currentIndex()] for field, parts in self._choices if field.currentData() != MINE)

    def open(self) -> None:
        """Try the plan and show its parts, as its button does."""
        self._on_opened()

    def _kinds(self) -> FormRow:
        """Return the question what kind of table this is, with every plan of the program to choose from."""
        from steward.tasks.plan_choosing import plans

        field = choice_field(tuple((plan.name, plan.title) for plan in plans()), self._plan.plan.name)
        field.setMaximumWidth(WIDEST)
        field.activated.connect(self._on_kind)
        return FormRow(tr(say("What kind of table is this?")), field)

    def _on_kind(self) -> None:
        field, house, bench = self._kind.field, self._session.house, self._bench
        name = str(field.currentData()) if isinstance(field, QComboBox) else ""
        self._kind.show_problem("")
        if name == self._plan.plan.name:
            return

        def looked(_progress: object) -> "RecommendedPlan | None":
            from steward.tasks import planning

            return planning.first_plan(house, bench.report, bench.draft, name)

        self._session.worker.run(looked, then=self._on_other, failed=self._on_refused, owner=self)

    def _on_other(self, plan: "RecommendedPlan | None") -> None:
        if plan is not None:
            self.other_chosen.emit(plan)
            return
        field = self._kind.field
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(self._plan.plan.name))
        self._kind.show_problem(tr(say("That plan would change nothing in this table.")), is_hint=True)

    def _on_opened(self) -> None:
        self._open.setEnabled(False)
        self._look.addWidget(Hint(tr(say("Trying the plan on your table…"))))
        house, bench, name = self._session.house, self._bench, self._plan.plan.name

        def tried(_progress: object) -> "RecommendedPlan | None":
            from steward.tasks import planning

            return planning.whole_plan(house, bench, name)

        self._session.worker.run(tried, then=self._on_tried, failed=self._on_refused, owner=self)

    def _on_tried(self, plan: "RecommendedPlan | None") -> None:
        clear(self._look)
        self._open.hide()
        for number, part in enumerate(plan.parts if plan is not None else (), start=1):
            self._steps.addWidget(self._part(number, part))
        self._take.show()
        if self._choices:
            self._choices[0][0].setFocus()
        self._show_look()

    def _part(self, number: int, part: "Part") -> QWidget:
        from steward.tasks.plan_preview import alternatives

        others = alternatives(self._bench, part)
        told = [(str(place), tr(one.words)) for place, one in enumerate((part, *others))]
        field = choice_field((*told, (MINE, tr(say("Leave it to me: I decide below")))), "0")
        field.setMaximumWidth(WIDEST)
        field.setMinimumContentsLength(20)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.activated.connect(self._show_look)
        self._choices.append((field, (part, *others)))
        label = part.column if part.column is not None else tr(say("The whole table"))
        return _PartRow(f"{number}. {label}".replace("&", "&&"), field, why=part.why)

    def _show_look(self) -> None:
        """Work out what the chosen parts do together; a later choice replaces an earlier one that is still on its way."""
        self._turn += 1
        clear(self._look)
        parts, bench, turn = self.chosen(), self._bench, self._turn
        does_something = any(part.steps for part in parts)
        self._take.setEnabled(does_something)
        if not does_something:
            self._look.addWidget(Hint(tr(say("All parts are left to you or stay as they are, so there is nothing to take."))))
            return
        self._look.addWidget(Hint(tr(say("Looking at what would change…"))))

        def looked(_progress: object) -> "PlanLook":
            from steward.tasks.plan_preview import look

            return look(bench, parts)

        self._session.worker.run(looked, then=partial(self._on_looked, turn), failed=self._on_refused, owner=self)

    def _on_looked(self, turn: int, look: "PlanLook") -> None:
        if turn != self._turn:
            return
        clear(self._look)
        self._look.addWidget(strong(tr(say("What all parts do together"))))
        self._look.addWidget(Text(counted(look.effect)))
        if look.effect.groups is not None:
            self._look.addWidget(Text(grouped(look.effect.groups)))
        for told in beside(look.effect):
            self._look.addWidget(Text(told, tone="caution"))
        for left in look.left:
            self._look.addWidget(Text(tr(left), tone="caution"))
        if look.rows:
            self._look.addWidget(_table(look))

    def _on_refused(self, words: Words) -> None:
        clear(self._look)
        self._open.setEnabled(True)
        self._look.addWidget(Text(" ".join((tr(words.what), tr(words.where), tr(words.next_step))), tone="caution"))

    def _on_taken(self) -> None:
        from steward.tasks import planning

        house, name, parts = self._session.house, self._plan.plan.name, self.chosen()
        self._session.rework(lambda bench, progress: planning.take_plan(house, bench, name, parts, progress),
                             progress=say("Taking the plan and checking the table again"), then=self.taken.emit)


class _PartRow(FormRow):
    """One part; a short reason stands behind the name of the column, so that a whole plan fits a page."""

    def __init__(self, label: str, field: QWidget, *, why: str) -> None:
        self._why = why if len(label) + len(why) <= IN_ONE_LINE else ""
        super().__init__(label, field, help_text="" if self._why else why)
        field.setAccessibleDescription(why)

    def _beside_label(self) -> tuple[QWidget, ...]:
        return (in_one_row(Hint(self._why)),) if self._why else ()


def _table(look: "PlanLook") -> TableView:
    """Return some rows before and after, one line for each column that changes."""
    headers = [tr(say("Column"))]
    for one in look.rows:
        headers += [tr(say("Row {row} before", row=one.row)), tr(say("after"))]
    lines = []
    for place, (name, _before, _after) in enumerate(look.rows[0].cells):
        pairs = [one.cells[place] for one in look.rows]
        shown = [text for _name, before, after in pairs for text in (before, _told_after(before, after))]
        lines.append((name, *shown))
    table = TableView(tr(say("Rows before and after the plan")))
    table.show_rows(tuple(headers), tuple(lines))
    header = table.horizontalHeader()
    header.setMinimumSectionSize(NARROWEST)
    for place in range(1, len(headers)):    # as wide as the card gives, so that all is seen without scrolling sideways
        header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    table.show_height(min(len(lines), SHOWN_AT_ONCE))
    return table


def _told_after(before: str, after: str | None) -> str:
    """Return what stands in a cell afterward; a cell that is emptied says so."""
    if after is None:
        return tr(say("left out"))
    return after if after or not before else tr(say("emptied"))
