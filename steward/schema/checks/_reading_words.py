"""How each kind of oddity that was noticed while a file was read is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from steward.vocabulary.message import Message, say, say_count
from steward.vocabulary.tier import Tier


@dataclass(frozen=True, slots=True)
class Saying:
    """How one kind of oddity is told."""

    tier: Tier
    what: Callable[[int], Message]
    next_step: Message
    remedies: tuple[str, ...] = ()


ROWS, DOWN = ("leave_out_rows",), ("fill_down",)
RECUT = say("Look at these rows. Where something is cut in two, open the file again and change where the columns begin.")
LOOK = say("Look at the rows in your file, correct them there and open it again.")
SAVE_AGAIN = say("Save the file as CSV UTF-8 from the program it comes from, and open it again.")
LOOK_AT_LETTERS = say("Look at the rows. If letters are wrong, save the file as CSV UTF-8 and open it again.")
LOOK_JOINED = say("Look at the rows in your file. Leave out a second row of column names, or open the files one by one.")
EXPORT_QUOTED = say('If the apostrophes do not belong to the text, export the file with quotation marks (") and open it again.')
READ_BACKSLASH = say("Open the file again, and choose under Quotation marks that a backslash stands before them.")
READ_BLANKS = say("Open the file again, and choose under Quotation marks that a blank stands before a cell.")
AS_USUAL = say("Look at the rows. If they are wrong, open the file again and choose another way under Quotation marks.")
UNMERGE = say("If the value holds for every row or column that is covered, unmerge the cells in the spreadsheet, fill the "
              "value in, and open the file again.")
SAVE_RESULTS = say("Open the file in the spreadsheet program, save it, and open it here again.")
SAVE_ANEW = say("Open the file in the spreadsheet program, compare these rows with where the table comes from, save it, and "
                "open it here again.")
CHOOSE = say("Look at the hidden part. Leave it out here or when you open the file, or say why it is published.")
LOOK_OUTSIDE = say("Look at them. If they are another table or belong to this one, choose the region when you open the file; "
                   "if they are notes, say so.")
TO_WGS84 = say("Export the layer again in WGS 84 (EPSG:4326), or name its coordinate system in the description.")
SAVE_FIRST = say("If anybody is changing it, save it there and open it here again.")
LOOK_BESIDE = say("Look whether anything in them belongs to the data.")
EXPORT_ALL = say("Export all records, for example from ArcGIS with Export to CSV, or say why a part is enough.")
LOOK_AT_NAMES = say("Compare the names with the cells below them. Rename the columns here, or correct the row of names in your "
                    "file and open it again.")

SAYINGS: Mapping[str, Saying] = {
    "delimiter-hint": Saying(Tier.NOTE, lambda _count: say(
        "The first row tells a spreadsheet program which character divides the columns. It is read that way and is not part of "
        "the table."), say("There is nothing to do.")),
    "long-header": Saying(Tier.DECIDE, lambda count: say_count(
        "The row of names has one name more than the rows below it have cells. The last name is left away, and the others may "
        "stand above the wrong cells.",
        "The row of names has {count} names more than the rows below it have cells. The last ones are left away, and the "
        "others may stand above the wrong cells.", count), LOOK_AT_NAMES),
    "blank-header-cells": Saying(Tier.NOTE, lambda count: say_count(
        "The row of names ends in an empty cell that the rows below it do not have. It is left away.",
        "The row of names ends in {count} empty cells that the rows below it do not have. They are left away.", count),
        say("There is nothing to do, unless a column is missing.")),
    "short-header": Saying(Tier.DECIDE, lambda count: say_count(
        "The rows have one cell more than there are names of columns, so names may stand above the wrong cells.",
        "The rows have {count} cells more than there are names of columns, so names may stand above the wrong cells.", count),
        LOOK_AT_NAMES),
    "header-like-record": Saying(Tier.WARN, lambda _count: say(
        "The names of the columns look like a record: one of them is written as the cells below it are."),
        say("If that row is a record, open the file again and choose that no row holds the names of the columns.")),
    "nul-byte": Saying(Tier.WARN, lambda count: say_count(
        "The file holds a character that no text has.",
        "The file holds {count} characters that no text has.", count), SAVE_AGAIN),
    "nul-tail": Saying(Tier.DECIDE, lambda count: say(
        "The file ends in {count} zero bytes, as where a computer stopped before all was written. Rows may be missing at the "
        "end.", count=count), say("Copy or export the file again, and compare its last rows. If none is missing, leave out the "
                                  "row of zero bytes."), ROWS),
    "end-sign": Saying(Tier.DECIDE, lambda _count: say(
        "The last row is the sign with which old programs end a file (Ctrl-Z). It is no record."), say("Leave it out."), ROWS),
    "further-mark": Saying(Tier.NOTE, lambda _count: say(
        "The file begins with more than one mark that says how its letters are written. None is part of the first name."),
        say("There is nothing to do.")),
    "undefined-byte": Saying(Tier.WARN, lambda count: say_count(
        "One line holds a letter that cannot be read for certain.",
        "{count} lines hold letters that cannot be read for certain.", count), SAVE_AGAIN),
    "second-encoding": Saying(Tier.DECIDE, lambda count: say_count(
        "From one line on, letters are written in another way, as if two files were joined. Each line is read in its own way.",
        "In {count} places the file changes how letters are written. Each line is read in its own way.",
        count), LOOK_AT_LETTERS),
    "assumed-encoding": Saying(Tier.WARN, lambda count: say_count(
        "The file does not say how letters are written. One line has letters beyond plain English, read as Windows-1252.",
        "The file does not say how letters are written. {count} lines have letters beyond plain English, read as Windows-1252.",
        count), LOOK_AT_LETTERS),
    "half-character": Saying(Tier.WARN, lambda count: say_count(
        "One line holds half of a character that takes two parts, so it cannot be read.",
        "{count} lines hold halves of characters that take two parts, so they cannot be read.", count), SAVE_AGAIN),
    "inner-mark": Saying(Tier.DECIDE, lambda count: say_count(
        "One row begins with the mark that begins a file, as if two files had been joined. It may repeat the column names.",
        "{count} rows begin with the mark that begins a file, as if files had been joined. They may repeat the column names.",
        count), LOOK_JOINED, ROWS),
    "stray-quote": Saying(Tier.WARN, lambda count: say_count(
        "One quotation mark stands in the middle of a cell. Where it ended a quoted part, the parts were joined.",
        "{count} quotation marks stand in the middle of cells. Where they ended a quoted part, the parts were joined.",
        count), LOOK),
    "escaped-quote": Saying(Tier.DECIDE, lambda count: say_count(
        "One quotation mark within a cell has a backslash before it, as databases write it. A cell with such a sign may be "
        "cut off there, and the cells behind it may stand in the wrong columns.",
        "{count} quotation marks within cells have a backslash before them, as databases write it. Cells with such signs may "
        "be cut off there, and the cells behind them may stand in the wrong columns.", count), READ_BACKSLASH),
    "spaced-quote": Saying(Tier.DECIDE, lambda count: say_count(
        "One quotation mark that should hold a cell together has a blank before it, so it is part of the text, and the sign "
        "that divides columns also divides this cell.",
        "{count} quotation marks that should hold cells together have a blank before them, so they are part of the text, and "
        "the sign that divides columns also divides these cells.", count), READ_BLANKS),
    "backslash-quoting": Saying(Tier.NOTE, lambda _count: say(
        "The file writes quotation marks within cells with a backslash before them, as databases do. It is read that way: "
        "these backslashes are not part of the text."), AS_USUAL),
    "blank-quoting": Saying(Tier.NOTE, lambda _count: say(
        "The file has blanks before the quotation marks that hold cells together. It is read that way: blanks at the "
        "beginning of a cell are not part of the text."), AS_USUAL),
    "single-quotes": Saying(Tier.WARN, lambda count: say_count(
        "In one column every cell stands between apostrophes. They are kept as part of the text.",
        "In {count} columns every cell stands between apostrophes. They are kept as part of the text.", count), EXPORT_QUOTED),
    "swallowed-row": Saying(Tier.DECIDE, lambda count: say_count(
        "One cell seems to hold the next row too: a quotation mark opens it and is not closed where it should be.",
        "{count} cells seem to hold the next row too: a quotation mark opens them and is not closed where it should be.",
        count), LOOK),
    "cut-word": Saying(Tier.DECIDE, lambda count: say_count(
        "In one row letters stand on both sides of a place where columns are cut, so a word or number may be cut in two.",
        "In {count} rows letters stand on both sides of a place where columns are cut, so words or numbers may be cut in two.",
        count), RECUT),
    "many-line-breaks": Saying(Tier.DECIDE, lambda count: say_count(
        "One cell runs over very many lines. It may have swallowed the records after it.",
        "{count} cells run over very many lines. They may have swallowed the records after them.", count), LOOK),
    "hidden-row": Saying(Tier.DECIDE, lambda count: say_count(
        "One row is hidden in the spreadsheet and is part of the table.",
        "{count} rows are hidden in the spreadsheet and are part of the table.", count), CHOOSE, ROWS),
    "filtered-row": Saying(Tier.DECIDE, lambda count: say_count(
        "One row is hidden by a filter in the spreadsheet and is part of the table.",
        "{count} rows are hidden by a filter in the spreadsheet and are part of the table.", count), CHOOSE, ROWS),
    "grouped-row": Saying(Tier.DECIDE, lambda count: say_count(
        "One row lies in a closed group in the spreadsheet, so nobody sees it there, and is part of the table.",
        "{count} rows lie in closed groups in the spreadsheet, so nobody sees them there, and are part of the table.", count),
        CHOOSE, ROWS),
    "low-row": Saying(Tier.DECIDE, lambda count: say_count(
        "One row has no height in the spreadsheet, so nobody sees it there, and is part of the table.",
        "{count} rows have no height in the spreadsheet, so nobody sees them there, and are part of the table.", count),
        CHOOSE, ROWS),
    "hidden-column": Saying(Tier.DECIDE, lambda count: say_count(
        "One column is hidden in the spreadsheet and is part of the table.",
        "{count} columns are hidden in the spreadsheet and are part of the table.", count), CHOOSE),
    "outside-region": Saying(Tier.DECIDE, lambda count: say_count(
        "One cell stands beside or below the table and is not part of it.",
        "{count} cells stand beside or below the table and are not part of it.", count), LOOK_OUTSIDE),
    "error-cell": Saying(Tier.WARN, lambda count: say_count(
        "One cell of the spreadsheet shows that its formula did not work out.",
        "{count} cells of the spreadsheet show that their formulas did not work out.", count), LOOK),
    "repeated-name": Saying(Tier.WARN, lambda count: say_count(
        "One record names the same thing twice. The later value has a column of its own.",
        "{count} records name the same thing twice. The later values have columns of their own.", count), LOOK),
    "odd-shape": Saying(Tier.WARN, lambda count: say_count(
        "One record has a place or shape on the map that is written in an unusual way. It is kept as it is written.",
        "{count} records have places or shapes on the map that are written in an unusual way. They are kept as they are "
        "written.", count), LOOK),
    "half-letter": Saying(Tier.WARN, lambda count: say_count(
        "One record holds half of a letter, which is shown by its number.",
        "{count} records hold halves of letters, which are shown by their numbers.", count), LOOK),
    "other-coordinates": Saying(Tier.WARN, lambda _count: say(
        "The file says that its places on the map are not longitudes and latitudes in WGS 84."), TO_WGS84),
    "beside-features": Saying(Tier.NOTE, lambda count: say_count(
        "The file holds one entry beside the records, which is not part of the table.",
        "The file holds {count} entries beside the records, which are not part of the table.", count), LOOK_BESIDE),
    "cut-export": Saying(Tier.DECIDE, lambda _count: say(
        "The service that wrote the file says that it left records out."), EXPORT_ALL),
    "open-elsewhere": Saying(Tier.NOTE, lambda _count: say(
        "The file seems to be open in a spreadsheet program. Changes that are not saved there are not included."), SAVE_FIRST),
    "uncached-formula": Saying(Tier.WARN, lambda count: say_count(
        "One cell holds a formula whose result was not saved.",
        "{count} cells hold formulas whose results were not saved.", count), SAVE_RESULTS),
    "zero-formula": Saying(Tier.WARN, lambda count: say(
        "All {count} formulas of the sheet have the result 0, as where a program wrote the workbook and calculated nothing.",
        count=count), SAVE_RESULTS),
    "empty-formula": Saying(Tier.WARN, lambda count: say(
        "All {count} formulas of the sheet have an empty result, as where a program wrote the workbook and calculated nothing.",
        count=count), SAVE_RESULTS),
    "cell-twice": Saying(Tier.WARN, lambda count: say_count(
        "One cell is written twice in the workbook. The value that was written last is read, the other one is not.",
        "{count} cells are written twice in the workbook. The values that were written last are read, the others are not.",
        count), SAVE_ANEW),
    "merged-rows": Saying(Tier.WARN, lambda count: say_count(
        "One cell is empty because it is merged with the cell above it.",
        "{count} cells are empty because they are merged with the cell above them.", count), UNMERGE, DOWN),
    "merged-across": Saying(Tier.WARN, lambda count: say_count(
        "One row has a cell that is merged across several columns: only the first column holds the value.",
        "{count} rows have cells that are merged across several columns: only the first column holds the value.", count),
        UNMERGE),
    "formats-unread": Saying(Tier.NOTE, lambda count: say_count(
        "In a workbook of this kind Steward reads numbers as they are stored, not as they are shown. One column holds "
        "such numbers: zeros in front, percents and currency signs may be missing.",
        "In a workbook of this kind Steward reads numbers as they are stored, not as they are shown. {count} columns hold such "
        "numbers: zeros in front, percents and currency signs may be missing.", count),
        say("Compare them with the spreadsheet. To keep them as shown, save it there as Excel Workbook (.xlsx) and "
            "open that.")),
    "long-number": Saying(Tier.WARN, lambda count: say_count(
        "One row holds a number of sixteen digits or more. Spreadsheets keep fifteen, so its last digits may be zeros now.",
        "{count} rows hold numbers of sixteen digits or more. Spreadsheets keep fifteen, so their last digits may be zeros "
        "now.", count), say("Compare them with where they come from. In the spreadsheet, give the column the format Text "
                            "before such numbers are entered.")),
    "date-shown-otherwise": Saying(Tier.WARN, lambda count: say_count(
        "One date is published whole; the spreadsheet shows only a part of it, such as Jul-15.",
        "{count} dates are published whole; the spreadsheet shows only a part of them, such as Jul-15.", count),
        say("Look whether they are the dates that are meant: where July 2015 was typed, a spreadsheet may have stored the 15th "
            "of July of another year. Rebuild the months where that is offered, or correct them there and open it again.")),
    "number-shown-otherwise": Saying(Tier.NOTE, lambda count: say_count(
        "One number is published with all its digits; the spreadsheet shows fewer, or shows it in another form.",
        "{count} numbers are published with all their digits; the spreadsheet shows fewer, or shows them in another form.",
        count),
        say("Round the numbers in your file where the further digits should not be published.")),
}
