"""What can stand in the way of opening a file, one class per cause, each with its three sentences."""

from collections.abc import Sequence

from steward.disk.trouble import AccessMissing, DiskFull, DiskTrouble, FileBusy, FolderLost
from steward.vocabulary.errors import InputUnreadable, Trouble, words
from steward.vocabulary.message import Message, say, say_count


class FileMissing(InputUnreadable):
    """The file is not where it was chosen."""


class FileLocked(InputUnreadable):
    """Another program, or the system, does not let the file be read."""


class FileIsFolder(InputUnreadable):
    """A folder was chosen."""


class FileEmpty(InputUnreadable):
    """Zero bytes, or nothing but blanks."""


class FileEncrypted(InputUnreadable):
    """A workbook under a password."""


class FileDamaged(InputUnreadable):
    """The file is not whole."""


class FileChanged(InputUnreadable):
    """The file was written to while it was read."""


class NotATable(InputUnreadable):
    """A file of another kind."""


class FileTooLarge(InputUnreadable):
    """Reading would take more memory, time or space than the limits allow."""


class QuoteUnclosed(InputUnreadable):
    """A quotation mark that opens a cell and is never closed."""


class TooManyColumns(InputUnreadable):
    """A row with more cells than a table can have columns."""


class EncodingUnfit(InputUnreadable):
    """The characters of the file are not in the encoding that was said."""


class LinesUnaccounted(InputUnreadable):
    """The proof that every line of the file went somewhere did not hold."""


class SheetMissing(InputUnreadable):
    """The workbook has no sheet of that name."""


class SheetEmpty(InputUnreadable):
    """There is nothing on the chosen sheet."""


class ReaderStopped(InputUnreadable):
    """The process that reads the file ended before it was done."""


class ReaderNotStarted(Trouble):
    """The process that reads files could not be started."""


ENCODING_NAMES: dict[str, Message] = {
    "utf-8": say("UTF-8"), "utf-8-sig": say("UTF-8"), "utf-16-le": say("UTF-16"),
    "utf-16-be": say("UTF-16 with the high byte first"), "cp1252": say("Windows Western (cp1252)"),
    "utf-8+cp1252": say("UTF-8 and Windows Western mixed")}


def _file(name: str) -> Message:
    return say("File {name}.", name=name)


def file_missing(name: str) -> FileMissing:
    """Return what to say of a file that is gone."""
    return FileMissing(words(say("The file is not there."), _file(name),
                             say("Check whether it was moved or renamed, then choose it again.")))


def file_locked(name: str) -> FileLocked:
    """Return what to say of a file that another program holds."""
    return FileLocked(words(say("The file cannot be read at the moment."), _file(name),
                            say("Close it in Excel or any other program that has it open, then open it here again. "
                                "If nobody has it open, ask its owner for permission to read it.")))


def file_unreachable(name: str) -> FileLocked:
    """Return what to say of a file that the system does not deliver."""
    return FileLocked(words(say("The place where the file lies did not answer."), _file(name),
                            say("Copy the file to this computer, then open the copy.")))


def not_a_file(name: str) -> NotATable:
    """Return what to say of a pipe or a device, which gives its bytes only once or never ends."""
    return NotATable(words(say("This is not an ordinary file."), _file(name),
                           say("Save what it gives as a file on this computer, then open that file.")))


def file_is_folder(name: str) -> FileIsFolder:
    """Return what to say of a folder."""
    return FileIsFolder(words(say("This is a folder, not a file."), say("Folder {name}.", name=name),
                              say("Open the folder and choose the spreadsheet in it.")))


def file_empty(name: str) -> FileEmpty:
    """Return what to say of a file with nothing in it."""
    return FileEmpty(words(say("There is nothing in this file."), _file(name),
                           say("Export the table again from the program it comes from, and open the new file.")))


def file_encrypted(name: str) -> FileEncrypted:
    """Return what to say of a workbook under a password."""
    return FileEncrypted(words(say("This workbook is protected with a password."), _file(name),
                               say("Open it in Excel, save a copy without the password (File, Info, Protect Workbook), "
                                   "and open the copy here.")))


def file_damaged(name: str) -> FileDamaged:
    """Return what to say of a file that is not whole."""
    return FileDamaged(words(say("This file is damaged or was not copied completely."), _file(name),
                             say("Open it in the program it comes from, save it under a new name, and open the new file.")))


def file_declares(name: str) -> FileDamaged:
    """Return what to say of a workbook with a part that declares entities, which could draw in other files."""
    return FileDamaged(words(say("This workbook holds a declaration (DOCTYPE) that could draw in other files. No spreadsheet "
                                 "program writes one, so Steward does not read it."), _file(name),
                             say("Ask where the file comes from. If you trust it, open it in Excel, save it under a new name, "
                                 "and open the new file here.")))


def sheet_spread_out(name: str, sheet: str, row: int) -> FileTooLarge:
    """Return what to say where a few cells lie so far apart that the rows and columns between them are beyond all measure."""
    return FileTooLarge(words(
        say("A few cells of this sheet lie so far from the others that the table would have billions of empty cells."),
        say("File {name}, sheet {sheet}, down to row {row}.", name=name, sheet=sheet, row=str(row)),
        say("Press Ctrl+End in Excel to go to the last cell, delete the rows and columns behind the table, save the workbook, "
            "and open it here again.")))


def file_changed(name: str) -> FileChanged:
    """Return what to say of a file that changed under the reader."""
    return FileChanged(words(say("The file was changed while it was being read."), _file(name),
                             say("Wait until it has been saved completely, then open it again.")))


def not_a_table(name: str, what: Message, next_step: Message) -> NotATable:
    """Return what to say of a file of another kind."""
    return NotATable(words(what, _file(name), next_step))


def needs_too_much(name: str, what: Message) -> FileTooLarge:
    """Return what to say of a file that breaks the limits; `what` names the one it breaks."""
    return FileTooLarge(words(what, _file(name),
                              say("Export only the sheet that is to be published as CSV, or split the table into parts.")))


def quote_unclosed(name: str, line: int) -> QuoteUnclosed:
    """Return what to say of a quotation mark without its partner."""
    return QuoteUnclosed(words(
        say("A quotation mark opens a cell and is never closed, so the rest of the file would be one cell."),
        say("File {name}, line {line}.", name=name, line=line),
        say("Look at that line in a text editor, close or remove the quotation mark, and open the file again.")))


def too_many_columns(name: str, line: int, columns: int, most: int) -> TooManyColumns:
    """Return what to say of a table of which one row has more cells than Steward reads columns."""
    return TooManyColumns(words(
        say("One row of this file has {columns} cells, and Steward reads at most {most} columns.",
            columns=f"{columns:,}", most=f"{most:,}"),
        say("File {name}, line {line}.", name=name, line=line),
        say("Look at that line in a text editor: line ends or quotation marks may be missing. Correct it, or export the table "
            "again with one row on each line, and open the file again.")))


def encoding_unfit(name: str, encoding: str, line: int | None = None) -> EncodingUnfit:
    """Return what to say of a file that is not in the encoding that was chosen, or that its mark promises."""
    where = _file(name) if line is None else say("File {name}, the first is in line {line}.", name=name, line=line)
    return EncodingUnfit(words(say("Some letters of this file cannot be read as {encoding}.",
                                   encoding=ENCODING_NAMES.get(encoding, say("that kind of letters"))),
                               where, say("Choose another way in which letters are written, or save the file as CSV UTF-8 and "
                                          "open it again.")))


def encoding_unread(name: str, encoding: str) -> EncodingUnfit:
    """Return what to say of a file in an encoding that hardly any program writes, and Steward does not read."""
    return EncodingUnfit(words(say("The letters of this file are written as {encoding}, which few programs read.",
                                   encoding=encoding), _file(name),
                               say("Open it in the program it comes from, save it as CSV UTF-8, and open the new file.")))


def two_files_in_one(name: str, line: int) -> EncodingUnfit:
    """Return what to say of a file of which one part takes two bytes for each letter and the other one."""
    return EncodingUnfit(words(
        say("Two files that were saved in different ways were joined to this one, so one of them cannot be read."),
        say("File {name}, the second begins in line {line}.", name=name, line=line),
        say("Save each of the two as CSV UTF-8 before you join them, or open them here one by one.")))


def lines_unaccounted(name: str, missing: int) -> LinesUnaccounted:
    """Return what to say where lines of the file are neither in the table nor set aside."""
    return LinesUnaccounted(words(
        say_count("Steward cannot tell where {count} line of this file belongs, so it does not show a table that may be wrong.",
                  "Steward cannot tell where {count} lines of this file belong, so it does not show a table that may be wrong.",
                  missing),
        _file(name), say("Open the file in Excel, save it as CSV UTF-8, and open the new file here.")))


def sheet_missing(name: str, sheet: str, known: Sequence[str]) -> SheetMissing:
    """Return what to say where the chosen sheet is not in the workbook; `known` are those that are."""
    return SheetMissing(words(say("The workbook has no sheet of that name."),
                              say("File {name}, sheet {sheet}.", name=name, sheet=sheet),
                              say("Choose one of its sheets: {sheets}.", sheets=", ".join(known))))


def no_sheets(name: str, sheet: str) -> SheetMissing:
    """Return what to say where a sheet is chosen and the file is text."""
    return SheetMissing(words(say("This is a text file, which has no sheets."),
                              say("File {name}, sheet {sheet}.", name=name, sheet=sheet),
                              say("Open it without the name of a sheet, or choose the workbook that has this sheet.")))


def sheet_empty(name: str, sheet: str) -> SheetEmpty:
    """Return what to say where the chosen sheet has no cells."""
    return SheetEmpty(words(say("There is nothing on this sheet."), say("File {name}, sheet {sheet}.", name=name, sheet=sheet),
                            say("Choose another sheet of the workbook.")))


def row_without_end(name: str, megabytes: int) -> NotATable:
    """Return what to say of a text whose first row does not end within so many megabytes."""
    return NotATable(words(say("The first row of this file does not end within {megabytes} MB, so Steward finds no rows in it.",
                               megabytes=megabytes), _file(name),
                           say("Export the table again as CSV, with one row on each line, and open the new file.")))


def json_broken(name: str, record: int, line: int) -> FileDamaged:
    """Return what to say of a JSON file that breaks off or is not JSON from some record on."""
    return FileDamaged(words(say("This file breaks off, or is not written as it should be, at record {record}.", record=record),
                             say("File {name}, line {line}.", name=name, line=line),
                             say("Export it again from the program it comes from, and open the new file.")))


def json_without_records(name: str) -> NotATable:
    """Return what to say of a JSON file that is no map layer and no list of records."""
    return NotATable(words(say("This is a JSON file, and not a list of records."), _file(name),
                           say("Ask for the table itself as an Excel workbook or a CSV file, and open that.")))


def no_header(name: str, row: int) -> NotATable:
    """Return what to say where the row that should hold the column names is not in the file."""
    return NotATable(words(say("The row with the column names is not in this file."),
                           say("File {name}, row {row}.", name=name, row=row),
                           say("Choose another row.")))


def region_empty(name: str, row: int) -> NotATable:
    """Return what to say where the part of the file that was chosen has no rows."""
    return NotATable(words(say("The chosen part of this file has no rows."),
                           say("File {name}, from row {row}.", name=name, row=row),
                           say("Choose another first or last row.")))


def reader_stopped(name: str) -> ReaderStopped:
    """Return what to say where reading ended before it was done."""
    return ReaderStopped(words(say("Steward could not read this file to its end."), _file(name),
                               say("Open it in the program it comes from, save it as CSV UTF-8, and open the new file here.")))


def reader_not_started(name: str) -> ReaderNotStarted:
    """Return what to say where the process that reads files could not be started."""
    return ReaderNotStarted(words(say("This computer did not start the part of Steward that reads files."), _file(name),
                                  say("Close other programs, then open the file again.")))


KINDS = {kind.__name__: kind for kind in (
    FileMissing, FileLocked, FileIsFolder, FileEmpty, FileEncrypted, FileDamaged, FileChanged, NotATable, FileTooLarge,
    QuoteUnclosed, TooManyColumns, EncodingUnfit, LinesUnaccounted, SheetMissing, SheetEmpty, ReaderStopped,
    DiskFull, AccessMissing, FolderLost, FileBusy, DiskTrouble)}
