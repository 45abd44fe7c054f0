"""What the reader noticed: bytes of no letter, quotes that do not close, hidden rows, cells with a spreadsheet's own trouble.

Source: what fourteen readers lost without a word in 26 dirty files; hidden rows are how personal data got out:
Norfolk and Suffolk, 2021. A hidden row asks for a decision; the others are worth a look.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from steward.schema.checks._finding import about_column, about_table, at_rows, in_rows, number
from steward.schema.checks._reading_words import DOWN, SAYINGS, Saying
from steward.schema.context import Context
from steward.table.period import DATE_TYPES
from steward.table.sheet import Column, Oddity, Sheet
from steward.vocabulary.finding import Finding
from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.positions import NOWHERE, Positions
from steward.vocabulary.words import Words

_HIDDEN = ("hidden-row", "filtered-row", "grouped-row", "low-row")
_EMPTYING = ("uncached-formula", "empty-formula")     # rows of nothing but such formulas are blank


class ReadingOddities:
    """One finding for each kind of oddity that still touches the table."""

    kinds = tuple(SAYINGS)

    def examine(self, context: Context) -> Iterable[Finding]:
        """Yield a finding for each kind that was noticed."""
        sheet = context.sheet
        for oddity in sheet.oddities:
            saying = SAYINGS.get(oddity.kind)
            rows = _still_there(oddity, sheet)
            if saying is None or (oddity.rows and not rows) or _is_mended(oddity, context):
                continue
            if oddity.kind not in _HIDDEN or sheet.provenance.hidden_rows_included:
                yield from _findings(oddity, saying, rows, sheet)
        if sheet.provenance.hidden_columns and sheet.provenance.hidden_columns_included:
            yield from _hidden_columns(sheet)


def _is_mended(oddity: Oddity, context: Context) -> bool:
    """Return whether no dates are left that could be shown otherwise: months were rebuilt, or the columns are gone."""
    return oddity.kind == "date-shown-otherwise" and not any(column.type in DATE_TYPES for column in context.columns)


def _findings(oddity: Oddity, saying: Saying, rows: Positions, sheet: Sheet) -> Iterable[Finding]:
    """Yield the finding, about the one column that the oddity is about; none where that column was left out."""
    if oddity.position is None:
        plain = _finding(oddity, saying, rows)
        yield replace(plain, remedies=()) if plain.remedies == DOWN else plain    # it needs a column
        return
    for column in sheet.columns:
        if column.position == oddity.position:
            rows = _still_empty(column, rows, sheet) if oddity.kind == "merged-rows" else rows
            if oddity.rows and not rows:
                return
            plain = _finding(oddity, saying, rows)
            where = in_rows(column.name, len(rows), rows[0]) if rows else plain.words.where
            yield replace(plain, column=column.name, words=replace(plain.words, where=where))


def _finding(oddity: Oddity, saying: Saying, rows: Positions) -> Finding:
    is_whole = len(rows) == len(oddity.rows)
    count = oddity.count if is_whole else len(rows)
    lines = oddity.lines if is_whole else NOWHERE
    remedies = saying.remedies if count == len(rows) else ()    # they take the rows that are named, which must be all
    return Finding(kind=oddity.kind, tier=saying.tier, count=count, rows=rows, lines=lines, remedies=remedies,
                   words=Words(what=saying.what(count), where=_where(rows, lines), next_step=saying.next_step))


def _hidden_columns(sheet: Sheet) -> Iterable[Finding]:
    """Yield a finding for each hidden column that is still in the table; one about the table where nobody knows which."""
    saying, count, hidden = SAYINGS["hidden-column"], sheet.provenance.hidden_columns, sheet.provenance.hidden_positions
    if not hidden:
        yield about_table(kind="hidden-column", tier=saying.tier, count=count, where=say("The whole table."),
                          what=saying.what(count), next_step=saying.next_step)
    for column in sheet.columns:
        if column.position in hidden:
            yield about_column(column.name, kind="hidden-column", tier=saying.tier, what=saying.what(1),
                               next_step=saying.next_step)


def _still_there(oddity: Oddity, sheet: Sheet) -> Positions:
    """Return the rows of the oddity that are still in the table or set apart; those beside or below the table never were."""
    if oddity.kind == "outside-region":
        return oddity.rows
    rows = np.array(list(oddity.rows), np.int64)
    apart = [one.row for one in sheet.quarantine]
    header = sheet.provenance.header_rows
    emptied = sheet.provenance.blank_rows if oddity.kind in _EMPTYING else ()
    titles = sheet.provenance.title_rows if oddity.kind == "delimiter-hint" else ()
    there = np.concatenate([sheet.rows, np.array([*apart, *emptied, *header, *titles], np.int64)])
    return Positions(rows[np.isin(rows, there)].tolist())


def _still_empty(column: Column, rows: Positions, sheet: Sheet) -> Positions:
    """Return the rows whose cell of the column is blank: others were filled since."""
    places = np.flatnonzero(np.isin(sheet.rows, np.array(list(rows), np.int64)))
    blank = ~np.array([bool(text.strip()) for text in column.values.take(places).to_pylist()], np.bool_)
    return Positions(sheet.rows[places[blank]].tolist())


def _where(rows: Positions, lines: Positions) -> Message:
    if rows:
        return at_rows(len(rows), rows[0])
    if lines:
        return say_count("Line {first}.", "{count} lines, the first is line {first}.", len(lines), first=number(lines[0]))
    return say("The whole table.")


CHECK = ReadingOddities()
