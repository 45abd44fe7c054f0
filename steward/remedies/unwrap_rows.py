"""Read the rows that stand in quotation marks as a whole: the cells inside become the cells of the table."""

from dataclasses import replace

import numpy as np

from steward.remedies import StepDoesNotFit
from steward.remedies._answers import OfTheWholeTable
from steward.remedies.mend_row import with_records
from steward.table.sheet import Quarantined, Sheet, unique_names
from steward.table.wrapped import Cells, Wrapping, cells_within, columns_of, unwrapped, wrapping_of
from steward.vocabulary.errors import words
from steward.vocabulary.message import say


class UnwrapRows(OfTheWholeTable):
    """The table with the cells that stand inside the wrapped rows; what does not fit there is set apart with its text."""

    name = "unwrap_rows"
    title = say("Read the cells inside the quotation marks")
    explain = say("Each row is taken out of its quotation marks and divided into cells. Rows that do not fit are set apart.")
    said = say("Read the cells inside rows that stand in quotation marks as a whole.")
    kinds = frozenset(("wrapped-row",))

    def change(self, sheet: Sheet) -> Sheet:
        """Return the sheet with the cells within. Raises: StepDoesNotFit if no row of it is wrapped."""
        wrapping = wrapping_of(sheet)
        if wrapping is None:
            raise StepDoesNotFit(words(say("No row of the table stands in quotation marks as a whole."),
                                       say("The whole table."), say("Take the step out of the recipe.")))
        return _of_all(sheet, wrapping) if wrapping.is_all else _of_set_apart(sheet, wrapping)


def _of_all(sheet: Sheet, wrapping: Wrapping) -> Sheet:
    outer, width = sheet.provenance.delimiter or ",", len(wrapping.labels)
    texts, lines = sheet.columns[0].values.to_pylist(), sheet.lines if sheet.lines is not None else sheet.rows
    read = [(Quarantined(row=row, line=line, cells=1, text=text), cells_within(text, wrapping.delimiter))
            for row, line, text in zip(sheet.rows.tolist(), lines.tolist(), texts, strict=True)]
    read += [(one, unwrapped(one, outer, wrapping, sheet.provenance.quoting)) for one in sheet.quarantine]
    read.sort(key=lambda pair: pair[0].row)
    fitting = [(one, cells) for one, cells in read if len(cells) == width]
    apart = tuple(replace(one, cells=max(1, len(cells))) for one, cells in read if len(cells) != width)
    return replace(sheet, columns=columns_of(wrapping.labels, unique_names(wrapping.labels), [cells for _, cells in fitting]),
                   rows=np.array([one.row for one, _ in fitting], np.int64), quarantine=apart,
                   lines=np.array([one.line or 0 for one, _ in fitting], np.int64),
                   listings=tuple(replace(one, columns=width) for one in sheet.listings))


def _of_set_apart(sheet: Sheet, wrapping: Wrapping) -> Sheet:
    wanted = frozenset(wrapping.rows)
    apart = [one for one in sheet.quarantine if one.row in wanted]
    records: list[Cells] = [unwrapped(one, wrapping.delimiter, wrapping, sheet.provenance.quoting) for one in apart]
    return with_records(sheet, apart, records, set(wanted))


REMEDY = UnwrapRows()
