"""Looks at a file before it is opened, proposes how to read it, and remembers what a person changed by hand."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from steward.readers.opening import inputs, preview, propose, start_ahead
from steward.readers.preview import LAST_ROWS
from steward.store.readings import Readings, Remembered, forget_readings, load_readings, save_readings
from steward.table.preview import Preview, PreviewRow, RowPart
from steward.tasks.house import House
from steward.vocabulary.errors import StewardError, Trouble
from steward.vocabulary.message import Message
from steward.vocabulary.progress import Progress, Silence
from steward.vocabulary.quoting import Quoting
from steward.vocabulary.recipe import ImportStep

MOST_TRIED = 3
NOTE_COLUMNS = 3  # in a table of so many columns a row with one filled cell is a note and no record


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """How a file is proposed to be read, and what that looks like."""

    step: ImportStep
    preview: Preview
    guess: Preview                 # as it looks without anything remembered
    is_recalled: bool = False      # the step was remembered from a file of the same shape
    is_other_shape: bool = False   # something was remembered of such files, and does not fit this one


def propose_reading(house: House, path: Path, progress: Progress) -> Proposal:
    """Return how to read the file: as files of its shape were read by hand, where that fits, else as Steward guesses.

    Raises: InputUnreadable, Trouble.
    """
    guess = preview(path, ImportStep(), progress)
    readings = _readings(house)
    known = readings.fitting(_file_mark(readings, path, guess), _guess_mark(readings, path, guess))
    for one in known[:MOST_TRIED]:
        step = _step(readings, one, guess)
        fitting = None if step is None else _fitting(path, step, readings, one)
        if fitting is not None:
            return Proposal(step=fitting[0], preview=fitting[1], guess=guess, is_recalled=True)
    return Proposal(step=ImportStep(), preview=guess, guess=guess, is_other_shape=bool(known))


def prepare_to_look() -> None:
    """Get ready, so that the next file is shown without delay; asks nothing of any file."""
    start_ahead()


def readable_endings() -> tuple[str, ...]:
    """Return the endings of the files that can be opened, with their point."""
    return inputs()


def look(path: Path, step: ImportStep, progress: Progress) -> Preview:
    """Return what the file looks like, read as the step says. Raises: InputUnreadable, Trouble."""
    return preview(path, step, progress)


def why_sheet(found: Preview) -> tuple[str, Message] | None:
    """Return the sheet that is proposed, and why; None for a file without sheets to choose from."""
    return propose(found.listings) if len(found.listings) > 1 else None


def remember(house: House, path: Path, proposal: Proposal, chosen: Preview, step: ImportStep) -> None:
    """Keep what a person chose by hand for the next file of the shape; going back to Steward's guess takes it away.

    That a table has no column names is not kept: a file that has them could not be told from it. Nothing is kept where this
    computer has no room for it; the file was read all the same.
    """
    with suppress(Trouble):
        readings = load_readings(house.places)
        file = _file_mark(readings, path, proposal.guess)
        kept = readings.with_one(_remembered(readings, path, proposal.guess, chosen, step)) if _is_lasting(step) else (
            readings.without(file))
        if kept != readings:
            save_readings(house.places, kept)


def remembered_count(house: House) -> int:
    """Return of how many kinds of files this computer remembers how they were read."""
    return len(_readings(house).kept)


def forget(house: House) -> None:
    """Forget how files were read. Raises: Trouble."""
    forget_readings(house.places)


def _readings(house: House) -> Readings:
    try:
        return load_readings(house.places)
    except Trouble:  # what is remembered is a comfort; the file opens without it
        return Readings(key="00")


def _is_lasting(step: ImportStep) -> bool:
    chosen = (step.sheet, step.encoding, step.delimiter, step.quoting, step.header_rows, step.region, step.cuts)
    return step.header_rows != () and any(value is not None for value in chosen)


def _remembered(readings: Readings, path: Path, guess: Preview, chosen: Preview, step: ImportStep) -> Remembered:
    return Remembered(
        file=_file_mark(readings, path, guess), guess=_guess_mark(readings, path, guess), labels=_labels_mark(readings, chosen),
        guess_encoding=guess.encoding, sheet=None if step.sheet is None else readings.mark("sheet", step.sheet),
        encoding=step.encoding, delimiter=step.delimiter, quoting=step.quoting, header_rows=step.header_rows, cuts=step.cuts,
        region=None if step.region is None else (*step.region[:2], 0, step.region[3]),
        below=_below_marks(readings, chosen, _count_below(chosen, step)))


def _count_below(chosen: Preview, step: ImportStep) -> int:
    """Return how many rows a person put below the table; 0 where there are more than are shown, or the end is not known."""
    if step.region is None or not step.region[2] or chosen.height is None:
        return 0
    count = chosen.height - step.region[2]
    return count if count <= LAST_ROWS else 0


def _below_marks(readings: Readings, found: Preview, count: int) -> tuple[str, ...]:
    """Return a mark for each of the last rows: how many cells are filled, and the first words unless it is a note alone."""
    return tuple(readings.mark("below", *_below_texts(shown, found)) for shown in found.rows[len(found.rows) - count:])


def _are_records(readings: Readings, found: Preview, one: Remembered) -> bool:
    """Return whether a row further up looks like one that was passed over, or none is left: then none may be dropped."""
    rows = found.rows[:len(found.rows) - len(one.below)]
    above = [shown for shown in rows if shown.part in (RowPart.RECORD, RowPart.APART)]
    return not above or any(readings.mark("below", *_below_texts(shown, found)) in one.below for shown in above)


def _below_texts(shown: PreviewRow, found: Preview) -> tuple[str, ...]:
    filled = [cell for cell in shown.cells if cell.strip()]
    is_note = len(filled) <= 1 and len(found.labels) >= NOTE_COLUMNS
    return (str(len(filled)),) if is_note else (str(len(filled)), _without_figures(filled[0]) if filled else "")


def _file_mark(readings: Readings, path: Path, guess: Preview) -> str:
    """Return the mark of files that are named alike but for figures, and have the same sheets but for figures."""
    sheets = sorted(_without_figures(listing.name) for listing in guess.listings)
    return readings.mark("file", path.suffix.lower(), _without_figures(path.stem), *sheets)


def _guess_mark(readings: Readings, path: Path, guess: Preview) -> str:
    return readings.mark("guess", path.suffix.lower(), guess.encoding, guess.delimiter, *_other_quoting(guess), *guess.labels,
                         *guess.beyond)


def _other_quoting(guess: Preview) -> tuple[str, ...]:
    """Return how quotation marks are written, where it is not the usual way: files of that way have marks of their own."""
    return () if guess.quoting in (None, Quoting.DOUBLED) else (str(guess.quoting),)


def _labels_mark(readings: Readings, found: Preview) -> str:
    return readings.mark("labels", *found.labels, *found.beyond)


def _without_figures(name: str) -> str:
    return re.sub(r"\d+", "#", name).strip().casefold()


def _step(readings: Readings, one: Remembered, guess: Preview) -> ImportStep | None:
    """Return the step for this file, or None where it has not the sheet or the letters that the step is for."""
    if one.encoding is not None and one.guess_encoding != guess.encoding:
        return None
    named = {readings.mark("sheet", each.name): each.name for each in guess.listings}
    if one.sheet is not None and one.sheet not in named:
        return None
    if one.quoting is not None and one.quoting not in tuple(Quoting):   # of a later version
        return None
    quoting = None if one.quoting is None else Quoting(one.quoting)
    return ImportStep(sheet=named[one.sheet] if one.sheet else None, encoding=one.encoding, delimiter=one.delimiter,
                      quoting=quoting, cuts=one.cuts, header_rows=one.header_rows, region=one.region)


def _fitting(path: Path, step: ImportStep, readings: Readings, one: Remembered) -> tuple[ImportStep, Preview] | None:
    """Return a remembered step and what the file looks like under it, or None where it does not fit the file."""
    try:
        found = preview(path, step, Silence())
        if _labels_mark(readings, found) != one.labels:
            return None
        if not one.below:
            return step, found
        is_below = found.height is not None and _below_marks(readings, found, len(one.below)) == one.below
        if found.height is None or not is_below or _are_records(readings, found, one):
            return None
        above = step.region or found.region
        step = replace(step, region=(*above[:2], found.height - len(one.below), above[3]))
        return step, preview(path, step, Silence())
    except StewardError:   # the file is there and was looked at: it opens as Steward guesses, and that is said
        return None
