"""How far people stand alone in the table: one sentence, and under it the figures, the combinations and a crosstab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from steward.gui.text import tr
from steward.gui.widgets.buttons import link_button
from steward.gui.widgets.card import Card
from steward.gui.widgets.fact_list import Fact, FactList
from steward.gui.widgets.labels import Hint, strong
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.message import Message, say, say_count

if TYPE_CHECKING:
    from steward.privacy.disclosure import Disclosure
    from steward.tasks.workbench import Workbench

MOST_SHOWN = 12     # rows of the crosstab at once; the others are reached by scrolling


class DisclosureCard(Card):
    """Closed at first; the crosstab is counted once somebody opens it."""

    def __init__(self, bench: "Workbench", risk: "Disclosure") -> None:
        """Show the sentence."""
        super().__init__(gap="unit")
        self._bench, self._risk = bench, risk
        self._crosstab: TableView | None = None
        told = tr(headline(risk))
        self.setAccessibleName(told)
        self._list = FactList([Fact(label=tr(label), value=value if isinstance(value, str) else tr(value))
                               for label, value in facts(risk)])
        self._hint = Hint("")
        self._toggle = link_button("", "add")
        self.body.addWidget(strong(told))
        self.body.addWidget(self._list)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._toggle.clicked.connect(self._on_toggled)
        self._show(is_shown=False)

    def _on_toggled(self) -> None:
        self._show(is_shown=self._list.isHidden())

    def _show(self, *, is_shown: bool) -> None:
        if is_shown and self._crosstab is None:
            self._count()
        self._list.setVisible(is_shown)
        self._hint.setVisible(is_shown and bool(self._hint.text()))
        if self._crosstab is not None:
            self._crosstab.setVisible(is_shown)
        self._toggle.setText(tr(say("Hide the figures") if is_shown else say("Show the figures")))
        self._toggle.setAccessibleName(self._toggle.text())

    def _count(self) -> None:
        """Show how many rows have each pair of values of the two columns that single out most together."""
        from steward.privacy.crosstab import crosstab

        if not self._risk.combinations:
            return
        down, across = (self._bench.report.profile.column(name) for name in self._risk.combinations[0].columns[:2])
        counted = crosstab(down, across)
        small = counted.small(self._risk.threshold)
        rows = [(label, *(_cell(int(count), is_small=bool(mark)) for count, mark in zip(counts, marks, strict=True)))
                for label, counts, marks in zip(counted.down, counted.counts, small, strict=True)]
        self._crosstab = TableView(tr(say("Rows by {down} and {across}", down=down.name, across=across.name)))
        self._crosstab.show_rows((down.name, *(label or "–" for label in counted.across)), tuple(rows))
        self._crosstab.show_height(min(len(rows), MOST_SHOWN))
        self._hint.setText(tr(say("Rows by {down} and {across}. Counts of 1 to {most} are marked with a star.", down=down.name,
                                  across=across.name, most=self._risk.threshold - 1)))
        self.body.insertWidget(self.body.indexOf(self._toggle), self._crosstab)


def headline(risk: "Disclosure") -> Message:
    """Return in a sentence how far people stand alone."""
    if not risk.unique_rows:
        return say("Nobody stands alone in what others may know: the smallest group of rows that are alike has {k}.",
                   k=risk.smallest_group)
    return say_count("{count} person stands alone in what others may know.",
                     "{count} people stand alone in what others may know.", risk.unique_rows)


def facts(risk: "Disclosure") -> tuple[tuple[Message, Message | str], ...]:
    """Return the figures with their names, as ARX defines them."""
    lines: list[tuple[Message, Message | str]] = [
        (say("What others may know"), ", ".join(risk.quasi_identifiers)),
        (say("Smallest group (k)"), str(risk.smallest_group)),
        (say("Rows that stand alone"), say("{count} of {rows}", count=risk.unique_rows, rows=risk.rows)),
        (say("Rows in small groups"), say("{count} in groups of fewer than {threshold}", count=risk.rows_in_small_groups,
                                          threshold=risk.threshold)),
        (say("If a neighbor looks for someone"), say("at most {most}%, on average {mean}% sure to find the row",
                                                     most=_percent(risk.highest_prosecutor_risk),
                                                     mean=_percent(risk.average_prosecutor_risk))),
        (say("If someone looks for anyone"), say("at most {most}% sure", most=_percent(risk.highest_journalist_risk))),
        (say("If someone links all rows"), say("{share}% of them rightly", share=_percent(risk.marketer_risk)))]
    lines += [(say("Told of a whole group"), say("{column}: {rows} rows share it with all that are alike", column=one.column,
                                                 rows=one.rows_alike)) for one in risk.diversity if one.rows_alike]
    lines += [(say("Singles out most"), say("{columns}: {unique} rows alone, {small} in small groups",
                                            columns=" + ".join(one.columns), unique=one.unique_rows,
                                            small=one.rows_in_small_groups)) for one in risk.combinations]
    return tuple(lines)


def _cell(count: int, *, is_small: bool) -> str:
    return f"{count} *" if is_small else str(count)


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0")
