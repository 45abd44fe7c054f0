"""What a change would do, before it is done: counts, and a few cells before and after."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steward.gui.session import Session
from steward.gui.text import tr
from steward.gui.widgets.labels import Hint, Text
from steward.gui.widgets.spacing import clear, column
from steward.gui.widgets.table_view import TableView
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.progress import Progress
from steward.vocabulary.recipe import Step
from steward.vocabulary.words import Words

if TYPE_CHECKING:
    from steward.tasks.workbench import Workbench
    from steward.workflow.effect import Effect, GroupsChanged
    from steward.workflow.foretaste import Foretaste


ROW_WIDTH, CELL_WIDTH = 80, 280     # in pixels
ROWS_LOOKED_AT = 1_000      # of each finding, at the first look


class Preview(QWidget):
    """Worked out beside the window; a later choice replaces an earlier one that is still on its way."""

    shown = Signal()

    def __init__(self, session: Session) -> None:
        """Begin empty."""
        super().__init__()
        self._session = session
        self._layout = column(self, gap="unit")
        self._turn = 0

    def show_steps(self, bench: "Workbench", steps: Sequence[Step], rows: Sequence[int] = ()) -> None:
        """Show what the steps would change in the candidate, at once in these rows; nothing where there is no step."""
        self._turn += 1
        clear(self._layout)
        self.setVisible(bool(steps))
        if not steps:
            return
        self._layout.addWidget(Hint(tr(say("Looking at what would change…"))))
        turn = self._turn
        self._session.worker.run(lambda progress: _first(bench, steps, rows, progress), owner=self,
                                 then=lambda look: self._on_first(turn, bench, steps, look),
                                 failed=partial(self._on_refused, turn))

    def _on_first(self, turn: int, bench: "Workbench", steps: Sequence[Step], look: "Foretaste") -> None:
        """Show the first look, and count the rest of a large table after it."""
        if turn != self._turn:
            return
        if look.is_whole:
            self._on_known(turn, look.effect)
            return
        self._show(look.effect, tr(say("Counting in the whole table…")))
        self._session.worker.run(lambda progress: _effect(bench, steps, progress),
                                 then=partial(self._on_known, turn), failed=partial(self._on_refused, turn), owner=self)

    def _on_known(self, turn: int, effect: "Effect") -> None:
        if turn == self._turn:
            self._show(effect, counted(effect))

    def _show(self, effect: "Effect", told: str) -> None:
        clear(self._layout)
        self._layout.addWidget(Hint(told))
        if effect.groups is not None:
            self._layout.addWidget(Hint(grouped(effect.groups)))
        for sentence in beside(effect):
            self._layout.addWidget(Text(sentence, tone="caution"))
        if effect.examples:
            self._layout.addWidget(_before_and_after(effect))
        self.shown.emit()

    def _on_refused(self, turn: int, words: Words) -> None:
        if turn == self._turn:
            clear(self._layout)
            self._layout.addWidget(Text(" ".join((tr(words.what), tr(words.next_step))), tone="caution"))
            self.shown.emit()


def _before_and_after(effect: "Effect") -> TableView:
    """Return a few changed cells, each with its row as the file numbers it, and with its column where there are several."""
    table = TableView(tr(say("Before and after")))
    is_named = len(set(effect.example_columns)) > 1
    places = zip(effect.example_rows, effect.example_columns, effect.examples, strict=True)
    rows = tuple((str(row), *((name,) if is_named else ()), *cells) for row, name, cells in places)
    named = (tr(say("Column")),) if is_named else ()
    headers = (tr(say("Row")), *named, tr(say("Before")), tr(say("After")))
    table.show_rows(headers, rows)
    table.horizontalHeader().setStretchLastSection(True)
    table.setColumnWidth(0, ROW_WIDTH)
    for place in range(1, len(headers) - 1):
        table.setColumnWidth(place, CELL_WIDTH // 2 if is_named else CELL_WIDTH)
    table.show_height(len(rows))
    return table


def _first(bench: "Workbench", steps: Sequence[Step], rows: Sequence[int], _progress: Progress) -> Any:
    from steward.tasks import deciding

    return deciding.first_look(bench, steps, rows)


def _effect(bench: "Workbench", steps: Sequence[Step], _progress: Progress) -> Any:
    from steward.tasks import deciding

    return deciding.preview(bench, *steps)


def beside(effect: "Effect") -> tuple[str, ...]:
    """Return a sentence for the columns that still tell what a change hides, and one for those that narrow it down."""
    linked, narrowing = ", ".join(effect.linked), ", ".join(effect.narrowing)
    telling = say_count("Column {columns} still tells what this hides.", "Columns {columns} still tell what this hides.",
                        len(effect.linked), columns=linked)
    closer = say_count("Column {columns} still says in which ZIP code the block is, which narrows it down.",
                       "Columns {columns} still say in which ZIP code the block is, which narrows it down.",
                       len(effect.narrowing), columns=narrowing)
    return tuple(tr(told) for told, names in ((telling, linked), (closer, narrowing)) if names)


def counted(effect: "Effect") -> str:
    """Return in counts what a change does to the table."""
    if (shape := effect.reshaped) is not None:
        return tr(say("{rows_before} rows and {columns_before} columns become {rows} rows and {columns} columns.",
                      rows_before=shape.rows_before, columns_before=shape.columns_before, rows=shape.rows,
                      columns=shape.columns))
    parts = [say_count("{count} cell changes.", "{count} cells change.", effect.cells)] if effect.cells else []
    if effect.columns_renamed:
        old, new = effect.columns_renamed[0]
        parts.append(say_count("Column {old} gets the name {new}.", "{count} columns get other names.",
                               len(effect.columns_renamed), old=old, new=new))
    if effect.columns_left_out:
        parts.append(say_count("{count} column goes.", "{count} columns go.", effect.columns_left_out))
    if effect.rows_added:
        parts.append(say_count("{count} row comes into the table.", "{count} rows come into the table.", effect.rows_added))
    if effect.rows_left_out:
        parts.append(_going(effect))
    return " ".join(tr(part) for part in parts) or tr(say("Nothing in the table changes."))


def _going(effect: "Effect") -> Message:
    """Return how many rows go, and which: all of a few, else the first ones."""
    count, named = effect.rows_left_out, ", ".join(map(str, effect.rows_gone))
    if not named:
        return say_count("{count} row goes.", "{count} rows go.", count)
    if count > len(effect.rows_gone):
        return say("{count} rows go, the first are {rows}.", count=f"{count:,}", rows=named)
    return say_count("Row {rows} goes.", "{count} rows go: {rows}.", count, rows=named)


def grouped(groups: "GroupsChanged") -> str:
    """Return what a change does to how far people stand alone."""
    if not groups.k:
        return tr(say("No column is left by which people could be singled out."))
    if (groups.k, groups.small) == (groups.k_before, groups.small_before):
        return tr(say("People stand out as much as before: the smallest group of rows that are alike has {k}.", k=groups.k))
    return tr(say("The smallest group of rows that are alike has {k}, before {k_before}. In groups of fewer than "
                  "{threshold} are {small} rows, before {small_before}.", k=groups.k, k_before=groups.k_before,
                  threshold=groups.threshold, small=groups.small, small_before=groups.small_before))
