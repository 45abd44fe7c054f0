"""Reshape the table by hand: which columns are values, what the rows are, and what comes of it, before it is done."""

from dataclasses import replace
from typing import TYPE_CHECKING

from steward.gui.newest import Newest
from steward.gui.page import Page
from steward.gui.prepare._reshape_columns import ColumnsCard, NamesCard
from steward.gui.prepare._reshape_looks import LooksCard
from steward.gui.prepare._reshape_rows import RowsCard
from steward.gui.prepare._step_page import StepPage
from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.announcement import announce
from steward.gui.widgets.buttons import primary_button, secondary_button
from steward.gui.widgets.labels import Hint
from steward.gui.widgets.page_view import PageView
from steward.vocabulary.message import say
from steward.vocabulary.row_kind import RowKind
from steward.workflow.needs import StepName

if TYPE_CHECKING:
    from steward.tasks.report import CheckReport
    from steward.tasks.reshape_preview import ReshapePreview
    from steward.tasks.reshaping import Wish
    from steward.tasks.workbench import Workbench

NAME = "reshape"


class ReshapePage(StepPage):
    """The form. What is chosen stays as long as the table is the same."""

    step = StepName.COLUMNS

    def _build(self) -> None:
        super()._build()
        self._report: CheckReport | None = None   # of the table that the form is for
        self._wish: Wish | None = None
        self._seen: ReshapePreview | None = None
        self._given: ReshapePreview | None = None  # what was asked to be done; it comes back where that was refused
        self._jobs = Newest(self.session.worker, self)
        self.act = primary_button(tr(say("&Reshape the table")))
        self.act.clicked.connect(self._on_act)
        self.add_next(self.act)

    def add_way_back(self) -> None:
        """Lead back to the columns."""
        back = secondary_button(tr(say("&Back to the columns")), "back")
        back.clicked.connect(lambda: self.session.go(StepName.COLUMNS.value))
        self.add_back(back)

    def show_bench(self, bench: "Workbench") -> None:
        """Show the form for an open table, with what Steward proposes."""
        self.on.hide()
        self._later.hide()
        self.act.show()
        if self._report is bench.report:
            self._take_up()
            return
        self._report, self._wish, self._seen, self._given = bench.report, None, None, None
        self.act.setEnabled(False)
        self.renew(self.content, Hint(tr(say("Looking at how the table is laid out…"))))
        self._jobs.drop()
        self._jobs.run("propose", lambda _progress: _proposed(bench), self._on_proposed)

    def refresh(self) -> None:
        """Show the form, or why there is none."""
        if self.session.workbench is None:
            self._report, self._wish = None, None
            self.act.hide()
        super().refresh()

    def _take_up(self) -> None:
        """Offer again what was asked for and not done."""
        if self._given is not None and not self.session.is_checking:
            self._seen, self._given = self._given, None
            self.act.setEnabled(True)  # Qt's signature

    def _on_proposed(self, wish: "Wish") -> None:
        bench = self.session.workbench
        if bench is None:
            return
        self.columns, self.names = ColumnsCard(bench.candidate, wish), NamesCard(wish)
        self.rows, self.looks = RowsCard(wish), LooksCard()
        for card in (self.columns, self.names, self.rows):
            card.changed.connect(self._on_changed)
        self.looks.kinds_wanted.connect(self._on_kinds)
        self.renew(self.content, self.columns, self.names, self.rows, self.looks)
        self._on_changed(wish)

    def _on_kinds(self, wanted: tuple[tuple[int, ...], RowKind]) -> None:
        rows, kind = wanted
        if self._wish is not None:
            others = {row: known for row, known in self._wish.kinds.items() if row not in rows}
            named = {} if kind is RowKind.RECORD else dict.fromkeys(rows, kind)
            self._on_changed(replace(self._wish, kinds={**others, **named}))

    def _on_changed(self, wish: "Wish") -> None:
        """Show a wish everywhere, and work out beside the window what comes of it; only the newest one counts."""
        bench = self.session.workbench
        if bench is None:
            return
        from steward.tasks.reshaping import can_take_apart
        from steward.tasks.row_kinds import rows_shown

        sheet = bench.candidate
        is_other_picture = self._wish is None or self._wish.kinds != wish.kinds
        self._wish, self._seen = wish, None
        self.columns.show_wish(wish)
        self.names.show_wish(wish, can_take_apart=can_take_apart(sheet, [name for name in sheet.names if name in wish.values]))
        self.rows.show_wish(wish)
        if is_other_picture:
            self.looks.show_before(rows_shown(sheet, wish.kinds), sheet.height, len(sheet.columns))
        self._look(bench, wish)

    def _look(self, bench: "Workbench", wish: "Wish") -> None:
        from steward.tasks.reshape_preview import preview

        self.act.setEnabled(False)
        self.looks.wait()
        self._jobs.run("look", lambda progress: preview(bench, wish, progress), self._on_seen, self.looks.show_refusal)

    def _on_seen(self, seen: "ReshapePreview") -> None:
        self._seen = seen if seen.account.is_proven else None
        self.looks.show_after(seen)
        self.act.setEnabled(self._seen is not None)

    def _on_act(self) -> None:
        from steward.tasks import deciding

        bench, seen, house = self.session.workbench, self._seen, self.session.house
        if bench is None or seen is None:
            return
        finding = next((found for found in bench.report.findings if found.kind == "pivoted-report"), None)
        self._seen, self._given = None, seen
        self.act.setEnabled(False)
        self.session.rework(lambda now, progress: deciding.apply_remedy(house, now, finding, seen.step, progress),
                            progress=say("Changing the table and checking it again"), then=self._on_done)

    def _on_done(self) -> None:
        announce(self, tr(say("The table is reshaped.")))
        self.session.go(StepName.COLUMNS.value)


def _proposed(bench: "Workbench") -> "Wish":
    from steward.tasks.reshaping import proposed_wish  # brought in beside the window, too

    return proposed_wish(bench)


def build(session: Session) -> PageView:
    """Return the page."""
    return ReshapePage(session, title=say("Reshape the table"), is_wide=True, lead=say(
        "A report for reading becomes a table with one row for each value. Your file stays as it is, and it can be undone."))


PAGE = Page(order=35, name=NAME, title=say("Reshape the table"), icon="columns", build=build, is_listed=False,
            under=StepName.COLUMNS.value)
