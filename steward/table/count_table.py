"""A table of counts as a two-way table with its totals: which cells are small, and which must go with them.

Two forms are read: one row for each category with counts beside each other, and one row for each count with one or two columns
of categories. Totals are found by their names and must add up. What cannot be laid out so is refused, since nothing could be
proven.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from steward.table.flows import Flow, Network
from steward.table.sheet import Sheet
from steward.vocabulary.message import Message, say

TOTAL = re.compile(r"(?i)^\s*(?:(?:grand|overall|report|running)[ -]*)?totals?\b|\btotals?\s*$|^\s*all(?:\s+\w+)?\s*$")
SUBTOTAL = re.compile(r"(?i)\bsub[ -]?totals?\b")
RATE = re.compile(r"(?i)percent|pct|%|\brate\b|\bshare\b|per[ _]?capita|\bratio\b|average|\bmean\b|median|\bavg\b")
COUNT = re.compile(r"\s*(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.0+)?\s*")
MOST_CELLS, MOST_LABELS = 3_000, 2
Position = tuple[int, str]            # 0-based record, column
Cells = dict[tuple[int, int], tuple[int, Position | None]]   # (row, column) of the two-way table: count, where it stands


class NotTwoWay(Exception):
    """A table whose suppression could not be proven; `why` tells a person."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class TwoWay:
    """Counts by row and column of the two-way table; totals where the table itself tells them."""

    height: int
    width: int
    cells: Cells
    row_totals: dict[int, tuple[int, Position]]
    column_totals: dict[int, tuple[int, Position]]
    grand: tuple[int, Position] | None


@dataclass(frozen=True, slots=True)
class Suppression:
    """What goes: the small counts, and those that would tell them."""

    small: tuple[Position, ...]
    others: tuple[Position, ...]


def small_counts(table: TwoWay, fewest: int) -> tuple[Position, ...]:
    """Return where counts and totals of 1 to `fewest` - 1 stand."""
    told = [*table.cells.values(), *table.row_totals.values(), *table.column_totals.values(),
            *([table.grand] if table.grand else [])]
    return tuple(position for count, position in told if position is not None and 0 < count < fewest)


def suppression(table: TwoWay, fewest: int, *, are_totals_known: bool) -> Suppression:
    """Return the cells to suppress so that totals tell of a small one no more than that it is small.

    `are_totals_known`: readers may know totals from elsewhere. Then large totals of the table go only where nothing else is
    enough, and have to go elsewhere, too. Raises: NotTwoWay where nothing would be enough.
    """
    flows, places, hidden = _flows(table, fewest, are_totals_known=are_totals_known)
    small = [number for number, flow in enumerate(flows) if places[number] is not None and 0 < flow.value < fewest]
    chosen = Network(flows).protected(small, fewest, hidden)
    if chosen is None and are_totals_known:
        freed = [replace(flow, may_go=position is not None) for flow, position in zip(flows, places, strict=True)]
        chosen = Network(freed).protected(small, fewest, hidden)
    if chosen is None:
        raise NotTwoWay(say("Beside some of the small counts stand too few others, so that they could still be worked out from "
                            "the totals."))
    named = {number: places[number] for number in chosen}
    return Suppression(small=tuple(one for number in small if (one := places[number]) is not None),
                       others=tuple(one for number, one in sorted(named.items()) if one is not None and number not in small))


def two_way(sheet: Sheet, names: Sequence[str], categories: Sequence[str] | None = None) -> TwoWay:
    """Return the two-way table of the columns of counts by some columns of categories, by all others where none are given.

    Raises: NotTwoWay, with the reason.
    """
    others = [name for name in sheet.names if name not in names]
    labels = others if categories is None else list(categories)
    texts = {name: texts_of(sheet, name) for name in labels}
    _refuse(sheet, names, others, texts)
    counts = {name: _counts(sheet, name) for name in names}
    if len(names) > 1:
        return _checked(_beside(labels, texts, counts, sheet.height))
    _refuse_if(len(labels) > MOST_LABELS, say("The counts are told by more than two categories at once."))
    return _checked(_below(labels, texts, names[0], counts[names[0]]))


def texts_of(sheet: Sheet, name: str) -> list[str]:
    """Return the categories of a column, without blanks around them."""
    return [cell.strip() for cell in sheet.column(name).values.to_pylist()]


def _refuse(sheet: Sheet, names: Sequence[str], others: Sequence[str], texts: dict[str, list[str]]) -> None:
    """Refuse what stands beside counts and tells them, and what is no table of counts."""
    _refuse_if(not names or sheet.height == 0, say("The table holds no counts."))
    _refuse_if(any(RATE.search(name) for name in sheet.names), say("Rates or averages beside them still tell the counts."))
    _refuse_if(any(map(is_total, others)), say("A column of totals stands beside these counts, and was not named with them."))
    _refuse_if(sheet.height * len(names) > MOST_CELLS, say("The table has more than {most} counts.", most=MOST_CELLS))
    _refuse_if(any(SUBTOTAL.search(cell) for cells in (others, names, *texts.values()) for cell in cells),
               say("The table holds subtotals, from which single counts could be worked out."))


def is_total(text: str) -> bool:
    """Return whether a category or a header names a total."""
    return TOTAL.search(text) is not None


def _refuse_if(is_so: object, why: Message) -> None:
    if is_so:
        raise NotTwoWay(why)


def _counts(sheet: Sheet, name: str) -> list[int | None]:
    """Return the count of each record, None for an empty cell."""
    found: list[int | None] = []
    for cell in sheet.column(name).values.to_pylist():
        told = COUNT.fullmatch(cell)
        _refuse_if(cell.strip() and told is None, say("Column {column} holds cells that are no counts, such as marks of counts "
                                                          "suppressed before.", column=name))
        found.append(int(told.group(1).replace(",", "")) if told is not None else None)
    return found


def _beside(labels: Sequence[str], texts: dict[str, list[str]], counts: dict[str, list[int | None]], height: int) -> TwoWay:
    """Return the table whose rows are records and whose columns are columns."""
    keys = list(zip(*(texts[name] for name in labels), strict=True)) if labels else [(str(place),) for place in range(height)]
    _refuse_if(len(set(keys)) < len(keys), say("Several rows tell counts of the same category."))
    total_rows = [place for place, key in enumerate(keys) if any(map(is_total, key))]
    total_columns = [name for name in counts if is_total(name)]
    _refuse_if(len(total_rows) > 1 or len(total_columns) > 1, say("The table holds several totals, from which single counts "
                                                                  "could be worked out."))
    rows = {place: number for number, place in enumerate(place for place in range(height) if place not in total_rows)}
    columns = {name: number for number, name in enumerate(name for name in counts if name not in total_columns)}
    filled = [((place, name), count) for name in counts for place, count in enumerate(counts[name]) if count is not None]
    return _sorted(filled, lambda position: rows.get(position[0]), lambda position: columns.get(position[1]), len(rows),
                   len(columns))


def _below(labels: Sequence[str], texts: dict[str, list[str]], name: str, counts: list[int | None]) -> TwoWay:
    """Return the table whose rows and columns are the categories of one or two columns; with one it is one column wide."""
    first = texts[labels[0]] if labels else [str(place) for place in range(len(counts))]
    second = texts[labels[1]] if len(labels) > 1 else [""] * len(counts)
    _refuse_if(len(set(zip(first, second, strict=True))) < len(counts), say("Several rows tell counts of the same category."))
    rows = {label: number for number, label in enumerate(dict.fromkeys(label for label in first if not is_total(label)))}
    columns = {label: number for number, label in enumerate(dict.fromkeys(label for label in second if not is_total(label)))}
    totals = [{label for label in cells if is_total(label)} for cells in (first, second)]
    _refuse_if(any(len(found) > 1 for found in totals), say("The table holds several totals, from which single counts could be "
                                                           "worked out."))
    filled = [((place, name), count) for place, count in enumerate(counts) if count is not None]
    return _sorted(filled, lambda position: rows.get(first[position[0]]), lambda position: columns.get(second[position[0]]),
                   len(rows), len(columns))


def _sorted(filled: Sequence[tuple[Position, int]], row_of: Callable[[Position], int | None],
            column_of: Callable[[Position], int | None], height: int, width: int) -> TwoWay:
    table = TwoWay(height, width, {}, {}, {}, None)
    grand: tuple[int, Position] | None = None
    for position, count in filled:
        row, column = row_of(position), column_of(position)
        if row is not None and column is not None:
            table.cells[row, column] = (count, position)
        elif row is not None:
            table.row_totals[row] = (count, position)
        elif column is not None:
            table.column_totals[column] = (count, position)
        else:
            grand = (count, position)
    return TwoWay(height, width, table.cells, table.row_totals, table.column_totals, grand)


def _checked(table: TwoWay) -> TwoWay:
    """Return the table where its totals are the sums of its counts, and no count is the sum of its neighbors."""
    rows, columns = _sums(table, 0), _sums(table, 1)
    wrong = [1 for row, (count, _) in table.row_totals.items() if count != rows.get(row, 0)]
    wrong += [1 for column, (count, _) in table.column_totals.items() if count != columns.get(column, 0)]
    wrong += [1 for count, _ in ([table.grand] if table.grand else []) if count != sum(rows.values())]
    _refuse_if(wrong, say("A total is not what its counts add up to, so that nothing can be proven."))
    _refuse_if(_has_hidden_sums(table, 0) or _has_hidden_sums(table, 1),
               say("Some counts add up others beside them, from which single counts could be worked out."))
    return table


def _sums(table: TwoWay, axis: int) -> dict[int, int]:
    sums: dict[int, int] = {}
    for place, (count, _) in table.cells.items():
        sums[place[axis]] = sums.get(place[axis], 0) + count
    return sums


def _has_hidden_sums(table: TwoWay, axis: int) -> bool:
    """Return whether one line is in every place the sum of two or more lines just before or after it."""
    lines, across = (table.height, table.width) if axis == 0 else (table.width, table.height)
    vectors = [[_count(table, line, place, axis) for place in range(across)] for line in range(lines)]
    if across < 2:  # noqa: PLR2004  # one pair of numbers adds up by chance, all of them do not
        return lines > MOST_LABELS and any(sum(map(sum, vectors)) == 2 * sum(vector) > 0 for vector in vectors)
    return any(sum(vector) > 0 and (_is_run(vector, vectors[:line][::-1]) or _is_run(vector, vectors[line + 1:]))
               for line, vector in enumerate(vectors))


def _is_run(line: Sequence[int], others: Sequence[Sequence[int]]) -> bool:
    total = [0] * len(line)
    for number, other in enumerate(others, start=1):
        total = [one + two for one, two in zip(total, other, strict=True)]
        if number > 1 and total == list(line):
            return True
        if sum(total) > sum(line):
            return False
    return False


def _count(table: TwoWay, line: int, place: int, axis: int) -> int:
    return table.cells.get((line, place) if axis == 0 else (place, line), (0, None))[0]


def _flows(table: TwoWay, fewest: int, *, are_totals_known: bool) -> tuple[list[Flow], list[Position | None], frozenset[int]]:
    """Return the flows, where each stands in the table, and those that nobody knows.

    A total of one single count is that count; a small total that the table does not tell is taken to be suppressed elsewhere. A
    total that is told elsewhere protects nothing by going from this table.
    """
    bottom, right = table.height, table.height + 1 + table.width
    flows, places, hidden = list[Flow](), list[Position | None](), set[int]()

    def add(tail: int, head: int, count: int, position: Position | None, *, is_known: bool,
            least: int = 1, is_total: bool = True) -> None:
        is_told = is_known and (count == 0 or count >= fewest)
        if position is None and not is_told:
            hidden.add(len(flows))
        flows.append(Flow(tail, head, count, may_go=position is not None and not (is_total and is_told), least=least))
        places.append(position)

    for (row, column), (count, position) in table.cells.items():
        add(row, bottom + 1 + column, count, position, is_known=True, is_total=False)
    rows, columns, filled = _sums(table, 0), _sums(table, 1), [cell for cell, (count, _) in table.cells.items() if count]
    for row in range(table.height):
        _, position = table.row_totals.get(row, (0, None))
        add(right, row, rows.get(row, 0), position, is_known=are_totals_known and table.width > 1,
            least=max(1, sum(1 for cell in filled if cell[0] == row)))
    for column in range(table.width):
        _, position = table.column_totals.get(column, (0, None))
        add(bottom + 1 + column, bottom, columns.get(column, 0), position, is_known=are_totals_known and table.height > 1,
            least=max(1, sum(1 for cell in filled if cell[1] == column)))
    _, position = table.grand or (0, None)
    add(bottom, right, sum(rows.values()), position, is_known=are_totals_known and min(table.width, table.height) > 1,
        least=max(1, len(filled)))
    return flows, places, frozenset(hidden)
