"""How far people stand alone in the table: one sentence, and under it the figures, the combinations and a crosstab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from steward.gui.icons import icon
from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.form_row import FormRow, choice_field
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.message import say

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench

MOST_SHOWN = 12     # rows of the crosstab at once; the others are reached by scrolling


class DisclosureCard(Card):
    """Closed at first; the crosstab is counted once somebody opens it."""

    def __init__(self, bench: "Workbench") -> None:
        """Show the sentence."""
        super().__init__(gap="unit")
        from steward.tasks.standing_alone import facts, headline, riskiest_pairs

        self._bench = bench
        self._crosstab: TableView | None = None
        told = tr(headline(bench))
        self.setAccessibleName(told)
        self._list = FactList([Fact(label=tr(label), value=value if isinstance(value, str) else tr(value))
                               for label, value in facts(bench)])
        self._hint = Hint("")
        self._toggle = link_button("", "add")
        self._pairs = riskiest_pairs(bench)
        self._choice = choice_field(tuple((str(place), " + ".join(pair)) for place, pair in enumerate(self._pairs)), "0")
        self._asked = FormRow(tr(say("Columns that are counted together")), self._choice)
        self.body.addWidget(strong(told))
        for widget in (self._list, self._asked, self._hint):
            self.body.addWidget(widget)
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._toggle.clicked.connect(self._on_toggled)
        self._choice.activated.connect(self._count)
        self._show(is_shown=False)

    def _on_toggled(self) -> None:
        self._show(is_shown=self._list.isHidden())

    def _show(self, *, is_shown: bool) -> None:
        if is_shown and self._crosstab is None:
            self._count()
        self._list.setVisible(is_shown)
        self._hint.setVisible(is_shown and bool(self._hint.text()))
        self._asked.setVisible(is_shown and len(self._pairs) > 1)
        if self._crosstab is not None:
            self._crosstab.setVisible(is_shown)
        self._toggle.setText(tr(say("Hide the figures") if is_shown else say("Show the figures")))
        self._toggle.setAccessibleName(self._toggle.text())
        self._toggle.setIcon(icon("close" if is_shown else "add", "link"))

    def _count(self) -> None:
        """Show how many rows have each pair of values of the two chosen columns; at first those that single out most."""
        from steward.tasks.standing_alone import counted_pair

        if not self._pairs:
            return
        pair = counted_pair(self._bench, *self._pairs[self._choice.currentIndex()])
        rows = [(label, *(_cell(int(count), is_small=bool(mark)) for count, mark in zip(counts, marks, strict=True)))
                for label, counts, marks in zip(pair.counted.down, pair.counted.counts, pair.small, strict=True)]
        told = tr(say("Rows by {down} and {across}", down=pair.down, across=pair.across))
        if self._crosstab is None:
            self._crosstab = TableView(told)
            self.body.insertWidget(self.body.indexOf(self._toggle), self._crosstab)
        self._crosstab.setAccessibleName(told)
        self._crosstab.show_rows((pair.down, *(label or "–" for label in pair.counted.across)), tuple(rows))
        self._crosstab.show_height(min(len(rows), MOST_SHOWN))
        self._hint.setText(tr(say("Rows by {down} and {across}. Counts of 1 to {most} are marked with a star.", down=pair.down,
                                  across=pair.across, most=pair.threshold - 1)))


def _cell(count: int, *, is_small: bool) -> str:
    return f"{count} *" if is_small else str(count)
